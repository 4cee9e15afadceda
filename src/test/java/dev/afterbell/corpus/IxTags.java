package dev.afterbell.corpus;

import java.util.regex.Pattern;

/** Takes every inline XBRL tag out of a page, so that its tables alone have to tell. */
final class IxTags {

  private static final Pattern HEADER = Pattern.compile("(?s)<ix:header>.*?</ix:header>");
  private static final Pattern TAG = Pattern.compile("</?ix:[^>]*>");

  private IxTags() {}

  static String strip(String html) {
    return TAG.matcher(HEADER.matcher(html).replaceAll("")).replaceAll("");
  }
}

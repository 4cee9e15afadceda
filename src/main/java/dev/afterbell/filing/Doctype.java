package dev.afterbell.filing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The declaration at the head of a page. */
final class Doctype {

  private static final Pattern PLAIN =
      Pattern.compile(
          "(?i)<!doctype[ \\t\\r\\n]{1,20}([a-z]{1,20})(?:[ \\t\\r\\n]{1,20}PUBLIC[ \\t\\r\\n]{1,20}\"([^\">]{1,100})\""
              + "(?:[ \\t\\r\\n]{1,20}\"[^\">]{1,200}\")?)?[ \\t\\r\\n]{0,20}>");

  private Doctype() {}

  /** Whether tables end paragraphs on the page; empty where the declaration is not a plain one. */
  static Optional<Boolean> standardsMode(String declaration) {
    Matcher plain = PLAIN.matcher(declaration);
    if (!plain.matches()) {
      return Optional.empty();
    }
    String publicId = plain.group(2);
    boolean named = plain.group(1).equalsIgnoreCase("html");
    return Optional.of(named && (publicId == null || !publicId.equalsIgnoreCase("HTML")));
  }
}

package dev.afterbell.evidence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In what currency and scale a table is written: {@code (in thousands, except per share data)},
 * {@code RMB in millions}, {@code US$'000}.
 *
 * @param power power of ten of the amounts; absent where nothing says it
 * @param currency ISO 4217 code or {@code $}
 */
record TableUnits(Optional<Integer> power, Optional<String> currency) {

  static final TableUnits NONE = new TableUnits(Optional.empty(), Optional.empty());

  private static final Pattern SCALE =
      Pattern.compile(
          "(?i)(?:\\b(?:in|of|\\$|rmb|dollars?|amounts?|figures?|expressed|presented|stated|€|£)[ (]+"
              + "(?:(?:in|of|us|u\\.s\\.|united states|canadian|hong kong|millions? of|thousands? of|dollars?|\\$|rmb|renminbi|usd|euros?|eur)[ ]+){0,3}"
              + "(thousand|million|billion)s?\\b"
              + "|\\(?\\b(thousand|million|billion)s? (?:of )?(?:u\\.s\\. |us )?(?:dollars|euros?|rmb|renminbi|\\$|yen)"
              + "|[$€£¥]? ?\\(?['’‘](000,000|000)s?\\b|\\((000)['’]?s(?: omitted)?\\)|\\b(000)['’]?s omitted"
              + "|\\b(?:rmb|us\\$|usd|hk\\$|eur|€|£|\\$) ?(thousand|million|billion|mn|bn|mm|m)s?\\b"
              + "|\\((thousand|million|billion)s?\\b|\\((?:[$€£]|us\\$|rmb) ?(mm|m|bn|k)\\)"
              + "|\\((?:dollars?|amounts?)[^)]{0,30}\\b(thousand|million|billion)s?\\b|\\b(thousand|million)s, (?:except|for)|^\\W*(thousand|million|billion)s\\b(?! of (?!dollars|u|rmb)))");

  private static final Pattern CURRENCY =
      Pattern.compile(
          "(?i)(renminbi|\\brmb|\\bcny\\b|hong kong dollars?|hk\\$|new taiwan dollars?|nt\\$"
              + "|canadian dollars?|c\\$|u\\.?s\\.? dollars?|united states dollars?|us\\$|\\busd\\b"
              + "|\\beuros?\\b|\\beur\\b|€|pounds? sterling|\\bgbp\\b|£|\\byen\\b|\\bjpy\\b|¥|\\brupees?\\b"
              + "|\\binr\\b|₹|swiss francs?|\\bchf\\b|\\bdollars\\b|\\$)");

  /** What one text says; each part only if the text says it. */
  static TableUnits read(CharSequence text) {
    return new TableUnits(power(text), currency(text));
  }

  private static Optional<Integer> power(CharSequence text) {
    Matcher m = SCALE.matcher(text);
    if (!m.find()) {
      return Optional.empty();
    }
    for (int g = 1; g <= m.groupCount(); g++) {
      if (m.group(g) != null) {
        return Optional.of(
            switch (m.group(g).toLowerCase(java.util.Locale.ROOT)) {
              case "thousand", "000", "k" -> 3;
              case "billion", "bn" -> 9;
              default -> 6;
            });
      }
    }
    return Optional.empty();
  }

  /** The first currency that a text names. */
  static Optional<String> currency(CharSequence text) {
    Matcher m = CURRENCY.matcher(text);
    if (!m.find()) {
      return Optional.empty();
    }
    String c = m.group(1).toLowerCase(java.util.Locale.ROOT);
    if (c.equals("$") || c.equals("dollars")) {
      return Optional.of("$");
    }
    return Optional.of(codeOf(c));
  }

  private static String codeOf(String c) {
    if (c.startsWith("ren") || c.startsWith("rmb") || c.startsWith("cny")) {
      return "CNY";
    }
    if (c.startsWith("h")) {
      return "HKD";
    }
    if (c.startsWith("n")) {
      return "TWD";
    }
    if (c.startsWith("ca") || c.startsWith("c$")) {
      return "CAD";
    }
    if (c.startsWith("eu") || c.startsWith("€")) {
      return "EUR";
    }
    if (c.startsWith("po") || c.startsWith("g") || c.startsWith("£")) {
      return "GBP";
    }
    if (c.startsWith("y") || c.startsWith("j")) {
      return "JPY";
    }
    if (c.startsWith("¥")) {
      return "¥";
    }
    if (c.startsWith("ru") || c.startsWith("in") || c.startsWith("₹")) {
      return "INR";
    }
    return c.startsWith("sw") || c.startsWith("chf") ? "CHF" : "USD";
  }

  /** The first of {@code texts}, nearest first, that says each part. */
  static TableUnits nearest(List<? extends CharSequence> texts) {
    Optional<Integer> power = Optional.empty();
    Optional<String> currency = Optional.empty();
    for (CharSequence text : texts) {
      TableUnits here = read(text);
      power = power.isPresent() ? power : here.power();
      currency = currency.isPresent() ? currency : here.currency();
    }
    return new TableUnits(power, currency);
  }
}

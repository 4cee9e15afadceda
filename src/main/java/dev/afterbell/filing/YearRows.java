package dev.afterbell.filing;

/** Rules out paragraphs without a row of years, as almost all are, before patterns are tried. */
final class YearRows {

  /** White space and currency marks between a year and the next head, in characters. */
  private static final int GAP_CHARS_MAX = 12;

  /** From the start of a day, "As of September 30,", to its year, in characters. */
  private static final int DAY_CHARS_MAX = 32;

  /** First characters of months, of "As of" and "At", and of quarters, halves and years by name. */
  private static final String DAY_LETTERS = "AJFMSONDQHY123469";

  private YearRows() {}

  /** Whether a year is followed by another, or by the words of a day and another. */
  static boolean mayStandIn(String text) {
    int last = text.length() - 8;
    for (int i = 0; i <= last; i++) {
      if (isYear(text, i) && goesOn(text, i + 4)) {
        return true;
      }
    }
    return false;
  }

  private static boolean goesOn(String text, int from) {
    int next = from;
    while (next < text.length() && next - from <= GAP_CHARS_MAX && isGap(text.charAt(next))) {
      next++;
    }
    if (next == text.length()) {
      return false;
    }
    if (isYear(text, next)) {
      return true;
    }
    if (DAY_LETTERS.indexOf(text.charAt(next)) < 0) {
      return false;
    }
    for (int i = next; i <= next + DAY_CHARS_MAX; i++) {
      if (isYear(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '$' || (c >= '\t' && c <= '\r');
  }

  private static boolean isYear(String text, int at) {
    if (at + 4 > text.length()) {
      return false;
    }
    char first = text.charAt(at);
    char second = text.charAt(at + 1);
    return ((first == '1' && second == '9') || (first == '2' && second == '0'))
        && isDigit(text.charAt(at + 2))
        && isDigit(text.charAt(at + 3));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

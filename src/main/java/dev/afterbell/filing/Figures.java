package dev.afterbell.filing;

import java.util.Set;
import java.util.regex.Pattern;

/** Recognises the figures of a financial table by their shape alone. */
final class Figures {

  /** Longest text that can be one figure, in characters. */
  private static final int FIGURE_CHARS_MAX = 48;

  /** Longest mark for no figure, in characters. */
  private static final int NONE_CHARS_MAX = 8;

  private static final String MONEY =
      "(?:(?:US|HK|NT|A|C|R|S)?[$\u00A3\u20AC\u00A5]|RMB|CNY|USD|EUR|GBP|HKD|JPY)";
  private static final String NUMBER =
      "\\(?\\s?[-\u2013\u2014\u2212+~]?\\s?(?:"
          + MONEY
          + "\\s{0,3})?\\(?[-\u2013\u2212+]?(?:[0-9]{1,3}(?: [0-9]{3})+,[0-9]{1,2}|[0-9][0-9,]*(?:\\.[0-9]+)?|\\.[0-9]+)\\s?\\)?\\s?%?\\)?";
  private static final String UNIT =
      "(?:million|billion|thousand|trillion|mn|bn|[mMbBkKxXpP\u00A2]|bps?|basis points|pts?|ppts?|pp"
          + "|percentage points?|percent|cents|%)";
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?i:(?:approximately|approx\\.?|about|up to|up|down|at least) )?"
              + NUMBER
              + "(?:\\s?"
              + UNIT
              + "\\)?)?(?:\\s?(?:to|-|\u2013|\u2014|and)\\s?"
              + NUMBER
              + "(?:\\s?"
              + UNIT
              + ")?)?(?:\\([0-9]{1,2}\\)|\\s?\\([a-z]\\)|\\s?\\*{1,2}|\\s?[\u00B9\u00B2\u00B3])?");

  private static final Set<String> NONE = Words.set("no-figure-marks.txt");

  private Figures() {}

  /**
   * Whether text is one figure: digits with separators, in brackets, with a sign, a currency mark,
   * a unit or a footnote mark; a range of two; or a mark that stands for none ("—", "N/A").
   */
  static boolean isFigure(CharSequence text) {
    if (text.length() == 0 || text.length() > FIGURE_CHARS_MAX) {
      return false;
    }
    boolean digits = false;
    for (int i = 0; i < text.length() && !digits; i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? FIGURE.matcher(text).matches() : isNone(text);
  }

  private static boolean isNone(CharSequence text) {
    if (text.length() > NONE_CHARS_MAX) {
      return false;
    }
    StringBuilder plain = new StringBuilder(NONE_CHARS_MAX);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || (c >= '\t' && c <= '\r');
      if (c >= '\u2013' && c <= '\u2015') {
        plain.append('-');
      } else if (!space && c != '$' && c != '%' && c != '(' && c != ')') {
        plain.append(c);
      }
    }
    return NONE.contains(plain.toString());
  }
}

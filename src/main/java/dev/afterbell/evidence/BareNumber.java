package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A few digits between words and nothing else, as a day or a year: no sign, currency, point, scale
 * or unit can belong to them. Most numbers of running text are such, and need no expression.
 */
final class BareNumber {

  private static final int DIGITS_MAX = 4;

  /** What the words for scales and units start with. */
  private static final String SCALES_AND_UNITS = "mbtlcpuk";

  private BareNumber() {}

  /**
   * The number whose first digit is at {@code digit}; empty for any that is not certainly bare.
   *
   * @param from where the number before ends
   */
  static Optional<Figure> at(CharSequence text, int from, int digit) {
    int end = digit;
    while (end < text.length() && end - digit <= DIGITS_MAX && isDigit(text.charAt(end))) {
      end++;
    }
    boolean bare =
        end - digit <= DIGITS_MAX && followsWord(text, from, digit) && beforeWord(text, end);
    return bare ? Optional.of(figure(text, digit, end)) : Optional.empty();
  }

  /** Whether a small letter or a comma, and a space, stand before {@code digit}. */
  private static boolean followsWord(CharSequence text, int from, int digit) {
    if (digit - 2 < from || text.charAt(digit - 1) != ' ') {
      return false;
    }
    char before = text.charAt(digit - 2);
    return before == ',' || (before >= 'a' && before <= 'z' && before != 's'); // Rs 500
  }

  /** Whether the text ends at {@code end}, or goes on with a word that is no scale and no unit. */
  private static boolean beforeWord(CharSequence text, int end) {
    if (end >= text.length() - 1) {
      return end == text.length() || text.charAt(end) == '.' || text.charAt(end) == ',';
    }
    char next = text.charAt(end);
    char then = text.charAt(end + 1);
    return next == ' '
        ? then >= 'a' && then <= 'z' && SCALES_AND_UNITS.indexOf(then) < 0
        : (next == ',' || next == '.') && then == ' ';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Figure figure(CharSequence text, int from, int to) {
    return new Figure(
        new BigDecimal(text.subSequence(from, to).toString()),
        0,
        false,
        Figure.Kind.NUMBER,
        Optional.empty(),
        false,
        from,
        to);
  }
}

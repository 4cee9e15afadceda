package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An amount as most are written: digits in groups of three or in one run, at most one decimal
 * point, a dollar sign or nothing before them, a percent sign, a scale word or nothing after them,
 * and words around; or digits in parentheses that fill a cell, or all but the closing one, which
 * stands in the next. What is not certainly one of these is left to the expression of {@link
 * NumberReader}, which reads them alike.
 */
final class PlainAmount {

  /** Digits, commas and the point; longer ones are left to the expression. */
  private static final int CHARS_MAX = 18;

  private static final int GROUP = 3;

  /** What the words for scales and units start with. */
  private static final String SCALES_AND_UNITS = "mbtlcpuk";

  /** After a percent sign and a space, what points start with, and a closing parenthesis. */
  private static final String POINTS = "pP)";

  /** After a scale word and a space, what units start with, and a closing parenthesis. */
  private static final String UNITS = "%pPbBcCuU\u00A2)";

  private static final String STOPS = ".,;";

  private static final List<Scale> SCALES =
      List.of(
          new Scale(" million", 6),
          new Scale(" billion", 9),
          new Scale(" thousand", 3),
          new Scale(" trillion", 12));

  private record Scale(String word, int power) {}

  private PlainAmount() {}

  /**
   * The amount whose first digit is at {@code digit}; empty for any that is not certainly plain.
   *
   * @param from where the number before ends
   */
  static Optional<Figure> at(String text, int from, int digit) {
    boolean dollar = digit > from && text.charAt(digit - 1) == '$';
    int start = dollar ? digit - 1 : digit;
    int end = end(text, digit);
    if (end < 0) {
      return Optional.empty();
    }
    if (start == 1 && end == text.length() - 1 && text.charAt(0) == '(' && !dollar) {
      return text.charAt(end) == ')' ? Optional.of(negative(text)) : Optional.empty();
    }
    if (start == 1 && end == text.length() && text.charAt(0) == '(' && !dollar) {
      // The parenthesis closes in the next cell.
      return Optional.of(figure(text, digit, end, digit, end, Figure.Kind.NUMBER, 0));
    }
    if (!followsWord(text, from, start)) {
      return Optional.empty();
    }
    if (endsBeforeWord(text, end)) {
      Figure.Kind kind = dollar ? Figure.Kind.MONEY : Figure.Kind.NUMBER;
      return Optional.of(figure(text, digit, end, start, end, kind, 0));
    }
    return dollar ? scaled(text, digit, end) : percent(text, digit, end);
  }

  /** Where the digits end; −1 unless they are grouped by threes or not at all. */
  private static int end(String text, int digit) {
    int end = digits(text, digit);
    if (end - digit <= GROUP) {
      while (stands(text, end, ',') && digits(text, end + 1) == end + 1 + GROUP) {
        end += 1 + GROUP;
      }
    }
    if (stands(text, end, '.')) {
      end = Math.max(end, pointed(text, end));
    }
    boolean goesOn =
        end + 1 < text.length()
            && (text.charAt(end) == ',' || text.charAt(end) == '.')
            && digit(text.charAt(end + 1));
    return goesOn || end - digit > CHARS_MAX ? -1 : end;
  }

  /** Where the digits after a point end; the point itself where none follow. */
  private static int pointed(String text, int point) {
    int end = digits(text, point + 1);
    return end > point + 1 ? end : point;
  }

  /** Whether it stands first, or a word that no currency ends with, or a comma, and a space do. */
  private static boolean followsWord(String text, int from, int start) {
    if (start == 0) {
      return true;
    }
    if (start - 2 < from || text.charAt(start - 1) != ' ') {
      return false;
    }
    char before = text.charAt(start - 2);
    boolean rupeesOrMillions =
        (before == 's' || before == 'm') && !(start - 3 >= from && small(text.charAt(start - 3)));
    return before == ',' || (small(before) && !rupeesOrMillions);
  }

  /** Whether the text ends, or a stop, or a word that is no scale and no unit follows. */
  private static boolean endsBeforeWord(String text, int end) {
    if (stopped(text, end)) {
      return true;
    }
    if (end + 1 >= text.length() || text.charAt(end) != ' ') {
      return false;
    }
    char then = text.charAt(end + 1);
    return small(then) && SCALES_AND_UNITS.indexOf(then) < 0;
  }

  private static Optional<Figure> scaled(String text, int digit, int end) {
    for (Scale scale : SCALES) {
      int to = end + scale.word().length();
      if (text.startsWith(scale.word(), end) && endsBefore(text, to, UNITS)) {
        return Optional.of(
            figure(text, digit, end, digit - 1, to, Figure.Kind.MONEY, scale.power()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Figure> percent(String text, int digit, int end) {
    return stands(text, end, '%') && endsBefore(text, end + 1, POINTS)
        ? Optional.of(figure(text, digit, end, digit, end + 1, Figure.Kind.PERCENT, 0))
        : Optional.empty();
  }

  /** Whether the text ends, or a stop follows, or a space and none of {@code refused}. */
  private static boolean endsBefore(String text, int end, String refused) {
    return stopped(text, end)
        || (end + 1 < text.length()
            && text.charAt(end) == ' '
            && refused.indexOf(text.charAt(end + 1)) < 0);
  }

  private static boolean stopped(String text, int end) {
    return end == text.length()
        || (STOPS.indexOf(text.charAt(end)) >= 0
            && (end + 1 == text.length() || text.charAt(end + 1) == ' '));
  }

  private static boolean stands(String text, int at, char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean small(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** A cell of digits in parentheses. */
  private static Figure negative(String text) {
    BigDecimal value = value(text, 1, text.length() - 1);
    return new Figure(
        value.negate(), 0, false, Figure.Kind.NUMBER, Optional.empty(), false, 0, text.length());
  }

  private static Figure figure(
      String text, int digit, int end, int from, int to, Figure.Kind kind, int power) {
    Optional<String> currency = kind == Figure.Kind.MONEY ? Optional.of("$") : Optional.empty();
    return new Figure(value(text, digit, end), power, power != 0, kind, currency, false, from, to);
  }

  private static BigDecimal value(String text, int digit, int end) {
    return new BigDecimal(text.substring(digit, end).replace(",", ""));
  }
}

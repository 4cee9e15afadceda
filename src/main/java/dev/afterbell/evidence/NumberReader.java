package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers in text by the grammar of docs/method.md §6: Western and Indian grouping, decimals,
 * negatives in parentheses, currency signs and codes, scale words, cents, percent, percentage and
 * basis points. Reads left to right once; every repetition is bounded, so that digits without end
 * cost no more than their length.
 */
final class NumberReader {

  /** Most digits of an amount; a sextillion is no figure of a company. */
  private static final int DIGITS_MAX = 18;

  private static final int CENTS = -2;

  /** Parentheses, signs, currencies and spaces before digits are no longer than this. */
  private static final int BEFORE_DIGITS_CHARS_MAX = 24;

  /** Every character that can stand in a number before its digits. */
  private static final String BEFORE_DIGITS = " (-−–.$€£¥￥₹smABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Digits in groups of three with spaces between, as issuers of the north print them. */
  private static final String SPACED = "\\d{1,3}(?: \\d{3}){1,4}";

  /** Behind a code with its scale: "MSEK 604 512" may be two figures, "MSEK 7 604" is one. */
  private static final String APART =
      "(?:\\d{1,2}(?: \\d{3}){1,4}(?! ?\\d)|\\d{3}(?: \\d{3}){1,4}(?= ?[(A-Za-z]))";

  // No possessive group here: on the JDK a possessive group keeps what a failed try captured.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:(?<outer>\\() ?)?(?:(?<sign>[-−–]) ?)?(?:(?<currency>"
              + (Currencies.ANY + "|" + Currencies.SCALED_BEFORE)
              + ") ?(?<inner>\\()? ?)?(?<sign2>[-−–])?(?<currency2>"
              + Currencies.ANY
              + ")? ?(?<digits>(?:(?<=[€£$][-−–]?|[€£$] |[A-Z]{3} [-−–]?)\\d{1,3}(?:"
              + " \\d{3}){1,4}(?=(?:[.,]\\d{1,3})?"
              + " (?:million|billion|thousand|M(?![A-Za-z])))"
              + ("|" + SPACED + "(?=(?:\\.\\d{1,3})?" + Currencies.SCALED_AFTER + ")")
              + ("|(?<=[MTK][A-Z]{3} [-−–]?|[A-Z]{3} ?[mM] [-−–]?)" + APART)
              + ("|(?<=\\()" + SPACED + "(?=(?:\\.\\d{1,3})?\\))")
              + "|\\d{1,3}(?:\\.\\d{3}){1,6},\\d{1,2}(?!\\d)|\\d{1,3}(?:\\.\\d{3}){2,6}(?!\\d)"
              + "|\\d{1,3}(?:,\\d{3}){1,9}+|\\d{1,2}(?:,\\d{2}){1,6},\\d{3}|\\d{1,30}+)"
              + "(?:\\.\\d{1,30}+)?+|\\.\\d{1,30}+)(?![\\d]|[.,]\\d)");

  private NumberReader() {}

  /** All figures of {@code text}, in order. Text that only looks like a number is passed over. */
  static List<Figure> scan(CharSequence text) {
    return scan(text.toString(), true);
  }

  /** The same, every figure by the expression. */
  static List<Figure> byExpression(String text) {
    return scan(text, false);
  }

  private static List<Figure> scan(String text, boolean plainly) {
    List<Figure> found = new ArrayList<>();
    int at = 0;
    int digit = nextDigit(text, 0);
    if (digit == text.length()) {
      return found;
    }
    Matcher m = null;
    while (digit < text.length()) {
      Optional<Figure> plain = plainly ? PlainAmount.at(text, at, digit) : Optional.empty();
      if (plain.isPresent()) {
        found.add(plain.get());
        at = plain.get().to();
        digit = nextDigit(text, at);
        continue;
      }
      m = m == null ? NUMBER.matcher(text) : m;
      if (!m.find(before(text, at, digit))) {
        break;
      }
      Optional<Figure> figure = leftBoundary(text, m) ? figure(text, m) : Optional.empty();
      figure.ifPresent(found::add);
      at = figure.map(Figure::to).orElse(m.end("digits"));
      at = skipRest(text, at);
      digit = nextDigit(text, at);
    }
    return found;
  }

  /** Where a number whose first digit is at {@code digit} can start at the earliest. */
  private static int before(CharSequence text, int at, int digit) {
    int least = Math.max(at, digit - BEFORE_DIGITS_CHARS_MAX);
    int from = digit;
    while (from > least && BEFORE_DIGITS.indexOf(text.charAt(from - 1)) >= 0) {
      from--;
    }
    return from;
  }

  private static int nextDigit(CharSequence text, int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
      i++;
    }
    return i;
  }

  /** Passes over what is left of a token that was no number, so that no part of it is read. */
  private static int skipRest(CharSequence text, int at) {
    int i = at;
    while (i < text.length()
        && i > 0
        && (Character.isDigit(text.charAt(i))
            || (isPoint(text.charAt(i))
                && Character.isDigit(text.charAt(i - 1))
                && i + 1 < text.length()
                && Character.isDigit(text.charAt(i + 1))))) {
      i++;
    }
    return i;
  }

  private static boolean isPoint(char c) {
    return c == '.' || c == ',';
  }

  private static boolean leftBoundary(CharSequence text, Matcher m) {
    int start = m.start();
    if (start == 0) {
      return true;
    }
    char before = text.charAt(start - 1);
    char first = text.charAt(start);
    if (Character.isDigit(before)) {
      return first == '(' || first == '-' || first == '–' || first == '−' || first == '$';
    }
    if (first == '(' || first == ' ') {
      return true;
    }
    if (Character.isLetter(before) || before == '$') {
      return false;
    }
    if (isPoint(before) && start > 1 && Character.isDigit(text.charAt(start - 2))) {
      return false;
    }
    // A hyphen ties a number to the word before it (COVID-19); a slash or # makes it a part.
    return !((before == '-' || before == '/' || before == '#')
        && start > 1
        && (Character.isLetter(text.charAt(start - 2))
            || (before == '/' && Character.isDigit(text.charAt(start - 2)))));
  }

  private static Optional<Figure> figure(CharSequence text, Matcher m) {
    String printed = m.group("digits");
    String digits = plain(printed);
    if (digits.length() > DIGITS_MAX) {
      return Optional.empty();
    }
    int end = m.end("digits");
    Optional<String> currency = written(m).map(Currencies::code);
    boolean grouped = printed.contains(",") && currency.isPresent();
    if (end < text.length() && tiedToWord(text, end) && !grouped) {
      return Optional.empty();
    }
    Optional<Integer> before = written(m).filter(Currencies::isScaled).map(Currencies::power);
    if (before.isPresent() && digitFollows(text, end)) {
      return Optional.empty();
    }
    NumberEnding ending = NumberEnding.at(text, end, currency);
    boolean outer = m.group("outer") != null;
    boolean inner = m.group("inner") != null;
    boolean enclosed = outer && currency.isPresent() && !inner;
    boolean negative = signed(text, m) || inner || (outer && !enclosed && ending.isClosed());
    int from = from(text, m, negative || enclosed);
    int to = outer || inner ? ending.closedEnd() : ending.end();
    BigDecimal value = new BigDecimal(digits.startsWith(".") ? "0" + digits : digits);
    boolean pence = ending.unit().map(u -> u.equalsIgnoreCase("p")).orElse(false);
    boolean cents = pence || ending.unit().map(NumberWords::isCents).orElse(false);
    Optional<Integer> power = ending.power().or(() -> before);
    if (currency.isEmpty()) {
      currency = behind(text, ending, to, pence);
    }
    Figure.Kind kind = NumberWords.kind(ending.unit(), currency, cents);
    return Optional.of(
        new Figure(
            negative ? value.negate() : value,
            cents ? CENTS : power.orElse(0),
            cents || power.isPresent(),
            kind,
            currency,
            enclosed,
            from,
            to));
  }

  /** Whether digits go on behind a space in a way that is no grouping: "MSEK 7 604 7 101". */
  private static boolean digitFollows(CharSequence text, int end) {
    return end + 1 < text.length()
        && text.charAt(end) == ' '
        && Character.isDigit(text.charAt(end + 1));
  }

  /** The currency of an amount that has none before it. */
  private static Optional<String> behind(
      CharSequence text, NumberEnding ending, int to, boolean pence) {
    if (ending.currency().isPresent()) {
      return ending.currency();
    }
    if (ending.power().isPresent()) {
      return Currencies.after(text, to);
    }
    return pence ? Optional.of("GBP") : Optional.empty();
  }

  /** Digits with a decimal point alone; a comma after points is the decimal one. */
  static String plain(String digits) {
    int point = digits.indexOf('.');
    boolean continental = digits.lastIndexOf(',') > point && point >= 0;
    boolean grouped = point != digits.lastIndexOf('.');
    return continental || grouped
        ? digits.replace(".", "").replace(',', '.')
        : digits.replace(",", "").replace(" ", "");
  }

  private static boolean signed(CharSequence text, Matcher m) {
    if (m.group("sign2") != null) {
      return true;
    }
    if (m.group("sign") == null) {
      return false;
    }
    int at = m.start("sign");
    int next = at + 1;
    boolean free = at == 0 || text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '(';
    return free && next < text.length() && text.charAt(next) != ' ';
  }

  private static int from(CharSequence text, Matcher m, boolean withParenthesis) {
    int from = m.start("digits");
    for (String g : List.of("currency2", "sign2", "inner", "currency")) {
      if (m.group(g) != null) {
        from = Math.min(from, m.start(g));
      }
    }
    if (m.group("sign") != null && signed(text, m)) {
      from = Math.min(from, m.start("sign"));
    }
    if (m.group("outer") != null && withParenthesis) {
      from = Math.min(from, m.start("outer"));
    }
    return from;
  }

  private static boolean tiedToWord(CharSequence text, int end) {
    char next = text.charAt(end);
    if (Character.isLetter(next)) {
      return !NumberEnding.stands(text, end);
    }
    if (next == '/' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1))) {
      return true;
    }
    return next == '-'
        && end + 1 < text.length()
        && Character.isLetter(text.charAt(end + 1))
        && !isHyphenated(text.subSequence(end + 1, Math.min(text.length(), end + 8)).toString());
  }

  private static boolean isHyphenated(String word) {
    return word.equalsIgnoreCase("million")
        || word.equalsIgnoreCase("billion")
        || word.equalsIgnoreCase("percent");
  }

  private static Optional<String> written(Matcher m) {
    return Optional.ofNullable(m.group("currency"))
        .or(() -> Optional.ofNullable(m.group("currency2")));
  }
}

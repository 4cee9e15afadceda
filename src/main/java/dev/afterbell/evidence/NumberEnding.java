package dev.afterbell.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind the digits of a number and belongs to it: a scale word, a unit, a currency
 * that holds its scale ({@code 688 MSEK}), a closing parenthesis.
 *
 * @param power the power of ten that the scale stands for; empty without a scale
 * @param unit per cent, points or hundredths of a currency, as written
 * @param currency ISO code of a currency that stands behind with its scale
 * @param isClosed whether a parenthesis closes before or behind them
 * @param end where scale and unit end; the end of the digits where there are none
 * @param closedEnd where the parenthesis ends, {@code end} where there is none
 */
record NumberEnding(
    Optional<Integer> power,
    Optional<String> unit,
    Optional<String> currency,
    boolean isClosed,
    int end,
    int closedEnd) {

  private static final Pattern ENDING =
      Pattern.compile(
          "(?:\\[\\d{1,2}\\]|\\((?:\\d{1,2}|[a-z])\\))?+(?<close>"
              + " ?\\))?(?:(?<currency>"
              + Currencies.SCALED_AFTER
              + ")|(?<scale>[KMBkmb](?![A-Za-z])| ?(?:mn|mln|mm|bn|bln|tn)(?![A-Za-z])|["
              + " -]?(?:thousand|million|billion|trillion|lakh|crore)s?(?![A-Za-z])))?(?<unit>"
              + " ?(?:%(?:-? ?(?:points?|pts))?|(?:percentage|percent|per cent)["
              + " -]points?(?![a-z])|percent(?![a-z])|per"
              + " cent(?![a-z])|ppts?(?![a-z])|pp(?![a-z])|p\\.p\\.|basis["
              + " -]points?(?![a-z])|bps?(?![a-z])|(?:U\\.?S\\.?"
              + " )?cents?(?![a-z])|¢)|p(?![a-z.]))?(?<close2> ?\\))?",
          Pattern.CASE_INSENSITIVE);

  /** Millions of a currency that stands before the digits: {@code SEK 688 M}. */
  private static final Pattern APART =
      Pattern.compile("(?<scale> M)(?![A-Za-z0-9&]|\\.[A-Za-z])(?<close> ?\\))?");

  private static final int MILLIONS = 6;

  /** Crores of rupees cut short, which behind other amounts is the mark of a credit. */
  private static final Pattern CRORES =
      Pattern.compile("(?<scale> ?[Cc]rs?)(?![A-Za-z0-9])\\.?(?<close> ?\\))?");

  private static final int TEN_MILLIONS = 7;

  private static final String RUPEES = "INR";

  /**
   * Reads what stands at {@code at}, right behind digits.
   *
   * @param currency the currency before the digits
   */
  static NumberEnding at(CharSequence text, int at, Optional<String> currency) {
    if (currency.isPresent()) {
      Optional<NumberEnding> millions = scaled(APART, text, at, MILLIONS);
      if (millions.isPresent()) {
        return millions.get();
      }
    }
    if (currency.filter(RUPEES::equals).isPresent()) {
      Optional<NumberEnding> crores = scaled(CRORES, text, at, TEN_MILLIONS);
      if (crores.isPresent()) {
        return crores.get();
      }
    }
    return plain(text, at);
  }

  private static Optional<NumberEnding> scaled(
      Pattern scale, CharSequence text, int at, int power) {
    Matcher m = scale.matcher(text).region(at, text.length());
    return m.lookingAt()
        ? Optional.of(
            new NumberEnding(
                Optional.of(power),
                Optional.empty(),
                Optional.empty(),
                m.group("close") != null,
                m.end("scale"),
                m.end()))
        : Optional.empty();
  }

  private static NumberEnding plain(CharSequence text, int at) {
    Matcher m = ENDING.matcher(text).region(at, text.length());
    // Nothing in it is required, so that it always finds itself.
    m.lookingAt();
    Optional<String> scale = Optional.ofNullable(m.group("scale"));
    Optional<String> behind = Optional.ofNullable(m.group("currency"));
    Optional<String> unit = Optional.ofNullable(m.group("unit"));
    int end = end(m, at);
    return new NumberEnding(
        scale.map(NumberWords::power).or(() -> behind.map(Currencies::power)),
        unit,
        behind.map(Currencies::code),
        m.group("close") != null || m.group("close2") != null,
        end,
        closedEnd(m, at, end));
  }

  private static int end(Matcher m, int at) {
    for (String part : new String[] {"unit", "scale", "currency"}) {
      if (m.group(part) != null) {
        return m.end(part);
      }
    }
    return at;
  }

  private static int closedEnd(Matcher m, int at, int end) {
    if (m.group("close2") != null) {
      return m.end("close2");
    }
    return end == at && m.group("close") != null ? m.end("close") : end;
  }

  /** Whether anything of a number stands behind the digits that end at {@code at}. */
  static boolean stands(CharSequence text, int at) {
    Matcher m = ENDING.matcher(text).region(at, text.length());
    return m.lookingAt() && m.end() > at;
  }
}

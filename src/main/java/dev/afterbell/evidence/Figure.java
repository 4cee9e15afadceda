package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One number as written in running text or in a cell.
 *
 * @param printed the digits with their sign, before any scale
 * @param power the power of ten of the scale word beside it: 6 for million; -2 for cents
 * @param scaled whether a scale word or cents stands beside it
 * @param kind what it counts
 * @param currency ISO 4217 code, or {@code $} or {@code ¥} where the sign alone does not tell
 * @param enclosed whether it stands in parentheses that hold its currency as well, as a translated
 *     amount does in running text
 * @param from first character of the figure, its currency and parenthesis included
 * @param to the character after the last, its scale word included
 */
record Figure(
    BigDecimal printed,
    int power,
    boolean scaled,
    Kind kind,
    Optional<String> currency,
    boolean enclosed,
    int from,
    int to) {

  /** What a number counts. */
  enum Kind {
    NUMBER,
    MONEY,
    PERCENT,
    /** Percentage points. */
    POINTS,
    /** Hundredths of a percentage point. */
    BASIS_POINTS
  }

  /** The full amount that the figure states by itself. */
  BigDecimal value() {
    return printed.scaleByPowerOfTen(power);
  }

  /** The same figure with the other sign. */
  Figure negated() {
    return new Figure(printed.negate(), power, scaled, kind, currency, enclosed, from, to);
  }

  /** The same figure where its parenthesis is that of the words around it. */
  Figure opened() {
    return new Figure(printed, power, scaled, kind, currency, false, from, to);
  }

  /** Half of the last printed digit, in full units: how far rounding can have moved the value. */
  BigDecimal halfDigit() {
    return new BigDecimal("0.5").scaleByPowerOfTen(power - Math.max(printed.scale(), 0));
  }

  /** Whether it reads as a calendar year. */
  boolean year() {
    return kind == Kind.NUMBER
        && !scaled
        && printed.scale() == 0
        && printed.signum() > 0
        && printed.precision() == 4
        && printed.intValue() >= 1980
        && printed.intValue() <= 2099;
  }

  /** {@code value} without a negative scale: 1000, not 1E+3. */
  static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }
}

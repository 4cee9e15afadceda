package dev.afterbell.prior;

import java.math.BigDecimal;
import java.util.Locale;

/** The word for a value on an operating axis. */
public enum AxisWord {
  /** 0.25 or more. */
  CONSTRUCTIVE,
  /** Between. */
  MIXED,
  /** −0.25 or less. */
  CAUTIOUS;

  private static final BigDecimal BOUND = new BigDecimal("0.25");

  /** In lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word for {@code value}. */
  public static AxisWord of(BigDecimal value) {
    if (value.compareTo(BOUND) >= 0) {
      return CONSTRUCTIVE;
    }
    return value.compareTo(BOUND.negate()) <= 0 ? CAUTIOUS : MIXED;
  }
}

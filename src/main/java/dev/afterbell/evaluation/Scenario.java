package dev.afterbell.evaluation;

import dev.afterbell.prior.ScenarioPrior;
import java.util.Locale;

/** What a share did over sessions 4 to 63, worst first: the order that ranked measures need. */
public enum Scenario {
  /** y below −c. */
  BEAR,
  /** y from −c to c. */
  BASE,
  /** y above c. */
  BULL;

  /**
   * The scenario that came true.
   *
   * @param y standardised abnormal return; c is {@link ScenarioPrior#BOUND}
   * @throws IllegalArgumentException if {@code y} is not a number
   */
  public static Scenario of(double y) {
    if (Double.isNaN(y)) {
      throw new IllegalArgumentException("An outcome is a number");
    }
    if (y > ScenarioPrior.BOUND) {
      return BULL;
    }
    return y < -ScenarioPrior.BOUND ? BEAR : BASE;
  }

  /** In lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}

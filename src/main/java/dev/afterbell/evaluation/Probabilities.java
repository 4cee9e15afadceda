package dev.afterbell.evaluation;

import dev.afterbell.prior.Normal;
import dev.afterbell.prior.ScenarioPrior;

/**
 * A forecast of the three scenarios, and how far it was from what came true. Every score is better
 * the smaller it is.
 *
 * @param bear probability in [0, 1]
 * @param base probability in [0, 1]
 * @param bull probability in [0, 1]; the three add up to one
 */
public record Probabilities(double bear, double base, double bull) {

  /** One third each: what is forecast without any information. */
  public static final Probabilities UNIFORM = new Probabilities(1 / 3d, 1 / 3d, 1 / 3d);

  /**
   * Stored probabilities have six decimals; one that was rounded to zero is at most half of one.
   */
  private static final double LEAST = 5e-7;

  private static final double SUM_TOLERANCE = 1e-9;

  /**
   * @throws IllegalArgumentException unless each is in [0, 1] and they add up to one
   */
  public Probabilities {
    if (!(bear >= 0 && base >= 0 && bull >= 0)
        || StrictMath.abs(bear + base + bull - 1) > SUM_TOLERANCE) {
      throw new IllegalArgumentException(
          "Probabilities are not negative and add up to one: " + bear + " " + base + " " + bull);
    }
  }

  /** Those of a stored prior. */
  public static Probabilities of(ScenarioPrior prior) {
    return new Probabilities(
        prior.bear().doubleValue(), prior.base().doubleValue(), prior.bull().doubleValue());
  }

  /** Those of an outcome that is normal around a mean (docs/method.md §2). */
  public static Probabilities normal(double mean, double spread) {
    double bull = 1 - Normal.cumulative((ScenarioPrior.BOUND - mean) / spread);
    double bear = Normal.cumulative((-ScenarioPrior.BOUND - mean) / spread);
    return new Probabilities(bear, Math.max(0, 1 - bull - bear), bull);
  }

  /** The probability of a scenario. */
  public double of(Scenario scenario) {
    return switch (scenario) {
      case BEAR -> bear;
      case BASE -> base;
      case BULL -> bull;
    };
  }

  /**
   * Brier score in its form for several classes, {@code Σ_k (p_k − o_k)²} with o_k 1 for the class
   * that came true and 0 for the others; 0 to 2, uniform 2/3 (G. W. Brier, "Verification of
   * forecasts expressed in terms of probability", Monthly Weather Review 78, 1950).
   */
  public double brier(Scenario actual) {
    double sum = 0;
    for (Scenario scenario : Scenario.values()) {
      double miss = of(scenario) - (scenario == actual ? 1 : 0);
      sum += miss * miss;
    }
    return sum;
  }

  /**
   * Ranked probability score: half the squared differences of the cumulative probabilities, {@code
   * ½·[(p_bear − o_bear)² + (p_bull − o_bull)²]}; 0 to 1. A forecast of bear is further from bull
   * than from base (E. S. Epstein, "A scoring system for probability forecasts of ranked
   * categories", Journal of Applied Meteorology 8, 1969; in the form of A. H. Murphy, ibid. 10,
   * 1971, divided by the number of bounds).
   */
  public double rankedScore(Scenario actual) {
    double low = bear - (actual == Scenario.BEAR ? 1 : 0);
    double high = bull - (actual == Scenario.BULL ? 1 : 0);
    return (low * low + high * high) / 2;
  }

  /**
   * Logarithmic score, {@code −ln p} of what came true; uniform ln 3 = 1.0986 (I. J. Good,
   * "Rational decisions", Journal of the Royal Statistical Society B 14, 1952). A probability of 0
   * counts as 5e-7, half of the last stored digit.
   */
  public double logScore(Scenario actual) {
    return -StrictMath.log(Math.max(LEAST, of(actual)));
  }

  /** The scenario that is given most; of equals base before bull before bear. */
  public Scenario choice() {
    if (base >= bull && base >= bear) {
      return Scenario.BASE;
    }
    return bull >= bear ? Scenario.BULL : Scenario.BEAR;
  }

  /** The probability of {@link #choice}: the confidence of the forecast. */
  public double confidence() {
    return of(choice());
  }
}

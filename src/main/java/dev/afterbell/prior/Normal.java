package dev.afterbell.prior;

/** The standard normal distribution, the same to the last bit on every machine. */
public final class Normal {

  /** Abramowitz and Stegun 1964, formula 7.1.26; error below 1.5e-7. */
  private static final double P = 0.3275911;

  private static final double[] A = {
    0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429
  };

  private Normal() {}

  /** Φ(x): the probability of a value not above {@code x}. */
  public static double cumulative(double x) {
    return 0.5 * (1 + erf(x / StrictMath.sqrt(2)));
  }

  private static double erf(double x) {
    double t = 1 / (1 + P * StrictMath.abs(x));
    double sum = 0;
    for (int i = A.length - 1; i >= 0; i--) {
      sum = (sum + A[i]) * t;
    }
    double positive = 1 - sum * StrictMath.exp(-x * x);
    return x < 0 ? -positive : positive;
  }
}

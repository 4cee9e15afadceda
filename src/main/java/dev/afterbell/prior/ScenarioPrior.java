package dev.afterbell.prior;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Uncalibrated probabilities of what the share does against its benchmark over sessions 4 to 63
 * (docs/method.md §2). Bull, base and bear are one third each without information, by definition of
 * their bounds.
 *
 * @param bull probability, six decimals
 * @param base the rest, so that the three add up to exactly one
 * @param bear probability, six decimals
 * @param bullLow lower end of the 80% band on {@code bull}
 * @param bullHigh upper end
 * @param informationShare I in [0, 1]: how much of the little that the signals can tell is there
 * @param sizeFactor what the issuer's size leaves of each weight: 1, 0.5 or 0.25
 * @param readings every signal, present or not
 */
public record ScenarioPrior(
    BigDecimal bull,
    BigDecimal base,
    BigDecimal bear,
    BigDecimal bullLow,
    BigDecimal bullHigh,
    BigDecimal informationShare,
    BigDecimal sizeFactor,
    List<SignalReading> readings) {

  /** What these numbers are, to be shown wherever they are. */
  public static final String LABEL = "uncalibrated literature prior";

  /** How little they explain, to be shown wherever they are. */
  public static final String CAVEAT =
      "all inputs together explain less than 1% of the variance of later returns";

  /** Bound of bull and bear in standard deviations: a third of a normal curve lies beyond each. */
  public static final double BOUND = 0.430727;

  /** Half-width of an 80% band in standard deviations. */
  static final double BAND = 1.28155;

  private static final int SCALE = 6;

  /**
   * @throws IllegalArgumentException unless the probabilities add up to exactly one
   */
  public ScenarioPrior {
    readings = List.copyOf(readings);
    if (bull.add(base).add(bear).compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException(
          "Probabilities add up to one: " + bull + " " + base + " " + bear);
    }
  }

  /**
   * The prior that the readings support: with {@code s = Σ βz} over those present, {@code σ² = 1 −
   * Σβ² + Σβ²(missing)}, {@code P(bull) = 1 − Φ((c − s)/σ)} and {@code P(bear) = Φ((−c − s)/σ)}.
   *
   * @param readings one for each signal, in the order of {@link Signal}
   * @param sizeFactor scales every β, in (0, 1]
   * @throws IllegalArgumentException if a signal is missing or out of order
   */
  public static ScenarioPrior of(List<SignalReading> readings, BigDecimal sizeFactor) {
    if (!readings.stream().map(SignalReading::signal).toList().equals(List.of(Signal.values()))) {
      throw new IllegalArgumentException("A prior has one reading of each signal, in order");
    }
    double all = 0;
    double missing = 0;
    double doubt = 0;
    double s = 0;
    for (SignalReading reading : readings) {
      double beta = reading.signal().beta().multiply(sizeFactor).doubleValue();
      all += beta * beta;
      if (reading.z().isEmpty()) {
        missing += beta * beta;
      } else {
        double z = reading.z().get().doubleValue();
        s += beta * z;
        doubt += beta / 2 * z * (beta / 2 * z);
      }
    }
    double sigma = StrictMath.sqrt(1 - all + missing);
    double width = BAND * StrictMath.sqrt(missing + doubt);
    double sigmaKnown = StrictMath.sqrt(1 - all);
    BigDecimal bull = rounded(above(s, sigma));
    BigDecimal bear = rounded(Normal.cumulative((-BOUND - s) / sigma));
    return new ScenarioPrior(
        bull,
        BigDecimal.ONE.subtract(bull).subtract(bear),
        bear,
        rounded(above(s - width, sigmaKnown)),
        rounded(above(s + width, sigmaKnown)),
        rounded((all - missing) / all),
        sizeFactor,
        readings);
  }

  /** How much the most likely way exceeds the opposite one: bull less bear. */
  public BigDecimal lean() {
    return bull.subtract(bear);
  }

  /**
   * The mean that the signals give the outcome, in its standard deviations: {@code s = Σ βz} over
   * those present, every β scaled by the issuer's size.
   */
  public double mean() {
    double s = 0;
    for (SignalReading reading : readings) {
      if (reading.z().isPresent()) {
        s += beta(reading) * reading.z().get().doubleValue();
      }
    }
    return s;
  }

  /** The standard deviation of the outcome around {@link #mean}: {@code σ}, 1 or just below. */
  public double spread() {
    double present = 0;
    for (SignalReading reading : readings) {
      if (reading.z().isPresent()) {
        present += beta(reading) * beta(reading);
      }
    }
    return StrictMath.sqrt(1 - present);
  }

  private double beta(SignalReading reading) {
    return reading.signal().beta().multiply(sizeFactor).doubleValue();
  }

  private static double above(double s, double sigma) {
    return 1 - Normal.cumulative((BOUND - s) / sigma);
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(value).setScale(SCALE, RoundingMode.HALF_EVEN);
  }
}

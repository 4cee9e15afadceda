package dev.afterbell.prior;

import java.math.BigDecimal;
import java.util.List;

/**
 * Uncalibrated probabilities of what the share does against its benchmark over sessions 4 to 63
 * (docs/method.md §5). Bull, base and bear are one third each without information, by definition of
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
}

package dev.afterbell.evaluation;

import java.util.List;

/**
 * Whether what is forecast with 40% comes true in 40% of cases.
 *
 * @param bins by forecast, lowest first; at most ten
 * @param ece expected calibration error
 * @param eceIfCalibrated the same for faultless forecasts and as many events, on average
 * @param reliability part of the Brier score lost by wrong probabilities
 * @param resolution part won by telling events apart
 * @param uncertainty part that lies in the outcomes
 */
public record Reliability(
    List<Bin> bins,
    Estimate ece,
    double eceIfCalibrated,
    Estimate reliability,
    Estimate resolution,
    Estimate uncertainty) {

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * Events of similar forecast.
   *
   * @param events how many
   * @param low smallest forecast among them
   * @param high largest
   * @param forecast their mean
   * @param observed share of them in which it came true
   */
  public record Bin(int events, double low, double high, double forecast, Estimate observed) {}
}

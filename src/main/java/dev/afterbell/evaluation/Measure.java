package dev.afterbell.evaluation;

/**
 * A measure that can be resampled fast: every event adds to a few sums, and the figures follow from
 * the sums alone.
 */
interface Measure {

  /** How many sums it keeps. */
  int sums();

  /**
   * Adds one event.
   *
   * @param index place of the event in the sorted sample
   */
  void add(int index, double[] sums);

  /** The figures of these sums; NaN where there is nothing to divide by. */
  double[] figures(double[] sums);
}

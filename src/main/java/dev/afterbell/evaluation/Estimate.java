package dev.afterbell.evaluation;

import java.util.Optional;

/**
 * A figure measured on a sample.
 *
 * @param value the figure itself
 * @param interval where it lies in 95% of resamplings; absent if nothing can be resampled
 */
public record Estimate(double value, Optional<Interval> interval) {

  /**
   * Ends of an interval.
   *
   * @param low 2.5th percentile
   * @param high 97.5th percentile
   */
  public record Interval(double low, double high) {

    /**
     * @throws IllegalArgumentException unless {@code low} is at most {@code high}
     */
    public Interval {
      if (!(low <= high)) {
        throw new IllegalArgumentException("An interval runs upwards: " + low + ", " + high);
      }
    }

    /** Whether a value lies inside, ends included. */
    public boolean contains(double value) {
      return low <= value && value <= high;
    }
  }

  /** Whether the figure is one; 0 divided by 0 is none. */
  public boolean known() {
    return !Double.isNaN(value);
  }
}

package dev.afterbell.evaluation;

/**
 * How intervals are drawn.
 *
 * @param seed of the random numbers; the same seed gives the same intervals
 * @param resamples how many samples are drawn
 */
public record Resampling(long seed, int resamples) {

  /** Fewest resamples: the ends of an interval are then the fifth from either side. */
  public static final int RESAMPLES_MIN = 200;

  /** Most resamples: a few minutes for the largest samples. */
  public static final int RESAMPLES_MAX = 20_000;

  /** What is used unless somebody asks for something else. */
  public static final Resampling DEFAULT = new Resampling(1, 2_000);

  /**
   * @throws IllegalArgumentException if there are too few or too many resamples
   */
  public Resampling {
    if (resamples < RESAMPLES_MIN || resamples > RESAMPLES_MAX) {
      throw new IllegalArgumentException(
          "Resamples are " + RESAMPLES_MIN + " to " + RESAMPLES_MAX + ": " + resamples);
    }
  }
}

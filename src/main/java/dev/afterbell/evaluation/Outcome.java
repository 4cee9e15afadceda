package dev.afterbell.evaluation;

import dev.afterbell.market.Reaction;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a share did over sessions 4 to 63 after T0.
 *
 * @param y sum of the 60 abnormal returns, divided by σ_AR·√60
 * @param t0 date of T0
 * @param closed close of session 63: nothing of the outcome is known in full before it
 * @param sessions where the sessions come from
 * @param model how expected returns were formed
 */
public record Outcome(
    double y, LocalDate t0, Instant closed, Sessions sessions, Reaction.Model model) {

  /** First session of the outcome, counted from T0. */
  public static final int FIRST = 4;

  /** Last session of the outcome. */
  public static final int LAST = 63;

  /** Where the sessions of an event are counted. */
  public enum Sessions {
    /** In the reviewed table of the card's venue. */
    CALENDAR,
    /** On the days on which the benchmark has a close, as no table covers them. */
    BENCHMARK_DAYS
  }

  /**
   * @throws IllegalArgumentException if y is not finite
   */
  public Outcome {
    if (!Double.isFinite(y)) {
      throw new IllegalArgumentException("An outcome is a number: " + y);
    }
  }

  /** The scenario that came true. */
  public Scenario scenario() {
    return Scenario.of(y);
  }
}

package dev.afterbell.evaluation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * A forecast whose outcome is known.
 *
 * @param forecast made before the outcome began
 * @param outcome what came true
 */
public record ScoredEvent(Forecast forecast, Outcome outcome) implements Comparable<ScoredEvent> {

  /** The forecast probabilities. */
  public Probabilities probabilities() {
    return forecast.probabilities();
  }

  /** The scenario that came true. */
  public Scenario actual() {
    return outcome.scenario();
  }

  /** Monday of the calendar week of T0: the block in which events are resampled. */
  public LocalDate week() {
    return outcome.t0().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** In the order of the forecasts. */
  @Override
  public int compareTo(ScoredEvent other) {
    return forecast.compareTo(other.forecast);
  }
}

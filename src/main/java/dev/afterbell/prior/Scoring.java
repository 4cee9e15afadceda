package dev.afterbell.prior;

import dev.afterbell.score.ScoreInput;

/** The one way from evidence to a score card. */
public final class Scoring {

  private Scoring() {}

  /**
   * Scores an event as it stood at {@code input.asOf()}. The same input gives the same card,
   * whatever the order of its evidence, on every machine.
   *
   * @throws dev.afterbell.market.CalendarExhausted if the calendar does not cover the evidence
   */
  public static ScoreCard score(ScoreInput input) {
    throw new UnsupportedOperationException("Scoring of " + input.event().ticker());
  }
}

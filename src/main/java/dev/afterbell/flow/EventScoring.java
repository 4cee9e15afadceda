package dev.afterbell.flow;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.prior.FormalMode;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.prior.Scoring;
import dev.afterbell.score.ScoreInput;
import dev.afterbell.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The one way from the ledger to a score card: the refresh, the page and the replay all take it, so
 * that a card can be made again whenever and wherever.
 */
final class EventScoring {

  private final ComparedTexts texts;

  EventScoring(Vault vault) {
    this.texts = new ComparedTexts(vault);
  }

  /**
   * Scores an event as of a moment, on the evidence that the session calendar reaches.
   *
   * @param file the ledger around the event, from its history to the moment
   * @param mode whether a recommendation may be made
   * @throws dev.afterbell.market.CalendarExhausted if the calendar does not reach the moment
   */
  ScoreCard score(EventFile file, EventRecord record, Instant asOf, FormalMode mode) {
    LocalDate day = record.event().eventDate();
    SessionCalendar calendar = record.event().clock().calendar();
    List<Evidence> covered =
        file.evidence(day, asOf).stream().filter(e -> calendar.covers(e.id().date())).toList();
    return Scoring.score(
        new ScoreInput(
            record.issuer(),
            record.amendedBy(covered).event(),
            covered,
            asOf,
            calendar,
            texts.of(covered),
            file.searches(day, asOf).byLeg(),
            file.resultsBefore(day, asOf)),
        mode);
  }
}

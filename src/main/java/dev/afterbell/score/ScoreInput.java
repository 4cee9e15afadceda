package dev.afterbell.score;

import dev.afterbell.evidence.EarningsEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.market.SessionCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that a scoring depends on. Nothing else does: no clock, no store, no setting.
 *
 * @param issuer as its operator describes it
 * @param event the release and its clock
 * @param evidence everything on file; order and duplicates do not matter, items published after
 *     {@code asOf} are as good as absent, and earlier releases give the history of growth and tone
 * @param asOf the moment of the snapshot
 * @param calendar the sessions in which ages are counted; of the event's venue
 * @param texts canonical text of items, where it is at hand: it tells copies, quoted origins and
 *     where an article names the issuer
 * @param searches what outside sources were asked, and the outcome; a leg whose source was not
 *     asked is reported as not configured
 * @param before the issuer's results documents of events before this one, latest first: what its
 *     guidance is compared with, and nothing that is scored
 */
public record ScoreInput(
    Issuer issuer,
    EarningsEvent event,
    List<Evidence> evidence,
    Instant asOf,
    SessionCalendar calendar,
    Map<EvidenceId, String> texts,
    Map<LegKind, List<LookedFor>> searches,
    List<Evidence> before) {

  /**
   * @throws IllegalArgumentException if event, issuer and calendar are not of one company and venue
   */
  public ScoreInput {
    evidence = List.copyOf(evidence);
    texts = Map.copyOf(texts);
    searches = Map.copyOf(searches);
    before = List.copyOf(before);
    if (!event.ticker().equals(issuer.ticker())) {
      throw new IllegalArgumentException(
          "The event of " + event.ticker() + " is not one of " + issuer.ticker());
    }
    if (!calendar.equals(event.clock().calendar())) {
      throw new IllegalArgumentException(
          "Sessions are counted in the event's calendar " + event.clock().calendar());
    }
  }

  /** Without texts and without outside searches. */
  public ScoreInput(
      Issuer issuer,
      EarningsEvent event,
      List<Evidence> evidence,
      Instant asOf,
      SessionCalendar calendar) {
    this(issuer, event, evidence, asOf, calendar, Map.of(), Map.of());
  }

  /** Whether the close of T+3 has passed at {@link #asOf}. */
  public boolean atT3() {
    return !asOf.isBefore(event.clock().t3().close());
  }

  /** Without documents of events before. */
  public ScoreInput(
      Issuer issuer,
      EarningsEvent event,
      List<Evidence> evidence,
      Instant asOf,
      SessionCalendar calendar,
      Map<EvidenceId, String> texts,
      Map<LegKind, List<LookedFor>> searches) {
    this(issuer, event, evidence, asOf, calendar, texts, searches, List.of());
  }
}

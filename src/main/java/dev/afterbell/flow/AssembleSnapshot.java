package dev.afterbell.flow;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.ReadCost;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.Calendars;
import dev.afterbell.prior.FormalMode;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.snapshot.Snapshot;
import dev.afterbell.snapshot.SnapshotInput;
import dev.afterbell.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Puts a snapshot together from one query. Without an as-of time it is as of the newest thing that
 * counts in it, not of the request, so that the same ledger gives the same bytes.
 */
public final class AssembleSnapshot {

  private final Ledger ledger;
  private final EventScoring scoring;
  private final FormalMode mode;
  private final Calendars calendars;

  /** An assembly over that ledger and vault, in the calendars of this build. */
  public AssembleSnapshot(Ledger ledger, Vault vault) {
    this(ledger, vault, ScoringSetting.SHIPPED);
  }

  /** An assembly as an operator has set it. */
  public AssembleSnapshot(Ledger ledger, Vault vault, ScoringSetting setting) {
    this.mode = setting.mode();
    this.ledger = ledger;
    this.scoring = new EventScoring(vault);
    this.calendars = setting.calendars();
  }

  /**
   * A snapshot and what reading it cost.
   *
   * @param snapshot absent if there is no such event, or none was public yet at the as-of time
   * @param cost requests to the store
   */
  public record Assembled(Optional<Snapshot> snapshot, ReadCost cost) {

    /** How many stored entries the snapshot is without, because they cannot be used. */
    public long corruptEntries() {
      return snapshot.stream()
          .flatMap(s -> s.problems().stream())
          .filter(p -> p.code().equals(EventFile.CORRUPT_ENTRY))
          .count();
    }
  }

  /**
   * The snapshot of one event.
   *
   * @param asOf evidence published later does not count; the request's time when absent
   * @param now the request's time
   * @throws dev.afterbell.vault.StoreUnavailable if the store does not answer
   */
  public Assembled ofEvent(
      Ticker ticker, LocalDate eventDate, Optional<Instant> asOf, Instant now) {
    EventFile file = EventFile.around(ledger, ticker, eventDate, lastDay(asOf.orElse(now)), now);
    return new Assembled(
        file.event(eventDate).flatMap(e -> assembled(file, e, asOf, now)), file.read().cost());
  }

  /**
   * The snapshot of the newest event, within the last {@link Limits#LATEST_EVENT_DAYS} days;
   * arguments as above.
   */
  public Assembled latest(Ticker ticker, Optional<Instant> asOf, Instant now) {
    LocalDate until = lastDay(asOf.orElse(now));
    LocalDate from = until.minusDays(Limits.LATEST_EVENT_DAYS);
    EventFile file =
        EventFile.between(ledger, ticker, from.minusDays(Limits.HISTORY_DAYS), until, now);
    return new Assembled(
        file.newest(from, until).flatMap(e -> assembled(file, e, asOf, now)), file.read().cost());
  }

  private Optional<Snapshot> assembled(
      EventFile file, LedgerEntry.EventEntry entry, Optional<Instant> asked, Instant now) {
    EventRecord record = EventRecord.of(entry.stored().payload(), calendars);
    Instant limit = asked.orElse(now);
    if (record.event().clock().release().isAfter(limit)) {
      return Optional.empty();
    }
    Optional<ScoreCard> stored = file.card(entry.date(), limit);
    Instant newest =
        file.lastEvidenceAt(entry.date(), limit).orElse(record.event().clock().release());
    ScoreCard card =
        stored
            .filter(c -> sameDays(c, record) && counts(c, newest, asked))
            .orElseGet(
                () ->
                    scoring.score(
                        file, record, asked.orElse(moment(record, stored, newest, limit)), mode));
    List<Evidence> evidence = file.evidence(entry.date(), card.asOf());
    return Optional.of(
        Snapshot.of(
            new SnapshotInput(
                record.issuer(),
                record.amendedBy(evidence).event(),
                card,
                evidence,
                file.problems(entry.date(), limit),
                ListingReading.listings(record, calendars))));
  }

  /** Whether a card was made for the T+3 that the calendar in force gives. */
  private static boolean sameDays(ScoreCard card, EventRecord record) {
    return card.t3().equals(record.event().clock().t3().close());
  }

  /**
   * As of when there is no card that counts: of the newest evidence, or of the instant that the
   * refresh is due where it ran for another T+3, before a closure announced late was known.
   */
  private static Instant moment(
      EventRecord record, Optional<ScoreCard> stored, Instant newest, Instant limit) {
    Instant due = record.event().clock().due();
    boolean ranForAnother = stored.isPresent() && !sameDays(stored.get(), record);
    return ranForAnother && due.isAfter(newest) && !due.isAfter(limit) ? due : newest;
  }

  /** The stored card counts unless something came after it, or another moment was asked for. */
  private static boolean counts(ScoreCard card, Instant newest, Optional<Instant> asked) {
    return asked.isPresent() ? card.asOf().equals(asked.get()) : !newest.isAfter(card.asOf());
  }

  /** Ids and events are dated in a venue's zone, which may be a day ahead of UTC. */
  private static LocalDate lastDay(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
  }
}

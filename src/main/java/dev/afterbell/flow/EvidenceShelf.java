package dev.afterbell.flow;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.EarningsEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.EvidenceJson;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.AppendOutcome;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Change;
import dev.afterbell.ledger.Claim;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.Payload;
import dev.afterbell.ledger.Rejection;
import dev.afterbell.ledger.RejectionReason;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.CalendarExhausted;
import dev.afterbell.market.Calendars;
import dev.afterbell.market.EventClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts evidence into the ledger under the next free id and, with the first release of a period,
 * registers its event.
 */
final class EvidenceShelf {

  private final Ledger ledger;
  private final Calendars calendars;

  EvidenceShelf(Ledger ledger, Calendars calendars) {
    this.ledger = ledger;
    this.calendars = calendars;
  }

  /** Without a claim. */
  Optional<EvidenceId> put(Evidence evidence, Issuer issuer, Instant at) {
    return put(evidence, issuer, at, Optional.empty());
  }

  /**
   * Stores the item and finishes the claim with it.
   *
   * @return the id it got; absent if the document is there already, and the claim is then still
   *     open
   * @throws TryAgain if it lost a race
   */
  Optional<EvidenceId> put(Evidence evidence, Issuer issuer, Instant at, Claim claim) {
    return put(evidence, issuer, at, Optional.of(claim));
  }

  private Optional<EvidenceId> put(
      Evidence draft, Issuer issuer, Instant at, Optional<Claim> claim) {
    Evidence evidence = draft;
    for (int copy = 1; copy <= Limits.EVIDENCE_COPIES_MAX; copy++) {
      evidence = named(draft, copy);
      AppendOutcome outcome = ledger.append(append(evidence, issuer, at, claim));
      if (outcome instanceof AppendOutcome.Appended) {
        return Optional.of(evidence.id());
      }
      if (outcome instanceof AppendOutcome.AlreadyThere) {
        return Optional.empty();
      }
      if (!(outcome instanceof AppendOutcome.KeyTaken)) {
        throw new TryAgain("lost a race for " + evidence.id());
      }
    }
    throw new TryAgain(
        "more than " + Limits.EVIDENCE_COPIES_MAX + " documents under the name " + draft.id());
  }

  private Append append(Evidence evidence, Issuer issuer, Instant at, Optional<Claim> claim) {
    Payload payload = Payload.of(CanonicalJson.bytes(EvidenceJson.toJson(evidence)));
    NewEntry entry =
        NewEntry.evidence(
            new SortKey.EvidenceOf(evidence.id()),
            payload,
            evidence.extraction().document().sha256());
    Append append =
        withEvent(Append.of(Book.of(evidence.ticker()), at, entry), evidence, issuer, at);
    return claim.isPresent() ? append.completing(claim.get()) : append;
  }

  /**
   * With the registration of an event, if the item is a release; where no calendar reaches, with a
   * rejection that says so.
   */
  private Append withEvent(Append append, Evidence evidence, Issuer issuer, Instant at) {
    try {
      Append registered = append;
      for (Change change : event(evidence, issuer, at)) {
        registered = registered.and(change);
      }
      return registered;
    } catch (CalendarExhausted e) {
      Rejection why =
          new Rejection(
              RejectionReason.CALENDAR_EXHAUSTED,
              "The document is kept as evidence "
                  + evidence.id()
                  + ", but no event is registered: the trading calendar of "
                  + e.venue().mic()
                  + " covers "
                  + e.from()
                  + " to "
                  + e.to()
                  + ".",
              evidence.provenance().objectKey(),
              Optional.of(evidence.extraction().document().sha256()),
              Optional.empty(),
              evidence.extraction().document().bytes());
      return append.and(
          NewEntry.rejected(
              new SortKey.RejectedDrop(
                  evidence.id().date(), evidence.extraction().document().sha256()),
              why));
    }
  }

  /**
   * What a release changes of the events: its registration; its correction, when it turns out to be
   * the earlier of its day; and the merging of an event that a later copy of the same results
   * registered because it was delivered first.
   *
   * @throws CalendarExhausted if the calendar does not reach from the release to T+3
   */
  private List<Change> event(Evidence evidence, Issuer issuer, Instant at) {
    DocumentSummary document = evidence.extraction().document();
    boolean release =
        evidence.id().prefix() == EvidenceId.Prefix.RELEASE
            && document.kind() == DocumentSummary.Kind.RESULTS;
    if (!release || document.published().isEmpty() || !evidence.entityMatched()) {
      return List.of();
    }
    EventRecord fresh = fresh(evidence, issuer, document);
    LocalDate day = evidence.id().date();
    List<LedgerEntry.EventEntry> same = sameResults(fresh, day, at);
    if (same.stream().anyMatch(e -> e.date().isBefore(day))) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>();
    Optional<LocalDate> due = Optional.of(fresh.event().clock().dueDate());
    Optional<LedgerEntry.EventEntry> standing =
        same.stream().filter(e -> e.date().equals(day)).findFirst();
    if (standing.isEmpty() || earlier(fresh, record(standing.get()))) {
      changes.add(
          new Change.SetEvent(
              day, fresh.payload(), due, standing.map(LedgerEntry.EventEntry::version).orElse(0L)));
    }
    same.stream()
        .filter(e -> e.date().isAfter(day))
        .forEach(
            e ->
                changes.add(
                    new Change.SetEvent(
                        e.date(),
                        record(e).mergedInto(day).payload(),
                        Optional.empty(),
                        e.version())));
    return changes;
  }

  private List<LedgerEntry.EventEntry> sameResults(EventRecord fresh, LocalDate day, Instant at) {
    return ledger
        .read(
            Book.of(fresh.event().ticker()),
            day.minusDays(Limits.SAME_RELEASE_DAYS),
            day.plusDays(Limits.SAME_RELEASE_DAYS),
            at)
        .of(LedgerEntry.EventEntry.class)
        .filter(
            e -> {
              EventRecord standing = record(e);
              return standing.merged().isEmpty() && samePeriod(standing, fresh, e.date(), day);
            })
        .toList();
  }

  private EventRecord record(LedgerEntry.EventEntry entry) {
    return EventRecord.of(entry.stored().payload(), calendars);
  }

  private EventRecord fresh(Evidence evidence, Issuer issuer, DocumentSummary document) {
    EventClock clock =
        EventClock.of(calendars.of(issuer.venue()), document.published().orElseThrow());
    EarningsEvent event =
        new EarningsEvent(
            issuer.ticker(),
            evidence.id().date(),
            clock,
            document.publishedFrom().orElse(DocumentSummary.PublishedFrom.DATELINE),
            evidence.id());
    return new EventRecord(
        event, issuer, document.period().flatMap(FactPeriod::end), Optional.empty());
  }

  /**
   * Two releases of one day are one event; so are releases some days apart that report the same
   * period.
   */
  private static boolean samePeriod(
      EventRecord standing, EventRecord fresh, LocalDate standingDay, LocalDate day) {
    return standingDay.equals(day)
        || (standing.periodEnd().isPresent() && standing.periodEnd().equals(fresh.periodEnd()));
  }

  /** A dateline is a day: it gives way to a time, whichever of the two comes to be earlier. */
  private static boolean earlier(EventRecord fresh, EventRecord standing) {
    if (dayOnly(fresh) != dayOnly(standing)) {
      return dayOnly(standing);
    }
    int byInstant = fresh.event().clock().release().compareTo(standing.event().clock().release());
    return byInstant != 0
        ? byInstant < 0
        : fresh.event().primary().compareTo(standing.event().primary()) < 0;
  }

  private static boolean dayOnly(EventRecord record) {
    return record.event().releaseKnownFrom() == DocumentSummary.PublishedFrom.DATELINE;
  }

  private static Evidence named(Evidence draft, int copy) {
    return new Evidence(
        draft.id().withCopy(copy),
        draft.ticker(),
        draft.sourceClass(),
        draft.provenance(),
        draft.entityMatched(),
        draft.extraction(),
        draft.supersedes());
  }
}

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
import dev.afterbell.ledger.LedgerRead;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.Payload;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.EventClock;
import dev.afterbell.market.SessionCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Puts evidence into the ledger under the next free id and, with the first release of a period,
 * registers its event.
 */
final class EvidenceShelf {

  private final Ledger ledger;

  EvidenceShelf(Ledger ledger) {
    this.ledger = ledger;
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
    Append append = Append.of(Book.of(evidence.ticker()), at, entry);
    Optional<Change> event = event(evidence, issuer, at);
    Append withEvent = event.isPresent() ? append.and(event.get()) : append;
    return claim.isPresent() ? withEvent.completing(claim.get()) : withEvent;
  }

  /**
   * The registration of an event, or its correction when this release turns out to be the earlier
   * one of its day.
   */
  private Optional<Change> event(Evidence evidence, Issuer issuer, Instant at) {
    DocumentSummary document = evidence.extraction().document();
    boolean release =
        evidence.id().prefix() == EvidenceId.Prefix.RELEASE
            && document.kind() == DocumentSummary.Kind.RESULTS;
    if (!release || document.published().isEmpty() || !evidence.entityMatched()) {
      return Optional.empty();
    }
    EventRecord fresh = fresh(evidence, issuer, document);
    LocalDate day = evidence.id().date();
    LedgerRead around =
        ledger.read(Book.of(issuer.ticker()), day.minusDays(Limits.SAME_RELEASE_DAYS), day, at);
    Optional<LedgerEntry.EventEntry> standing =
        around
            .of(LedgerEntry.EventEntry.class)
            .filter(e -> samePeriod(EventRecord.of(e.stored().payload()), fresh, e.date(), day))
            .findFirst();
    Optional<LocalDate> due = Optional.of(fresh.event().clock().dueDate());
    if (standing.isEmpty()) {
      return Optional.of(new Change.SetEvent(day, fresh.payload(), due, 0));
    }
    boolean earlier =
        standing.get().date().equals(day)
            && earlier(fresh, EventRecord.of(standing.get().stored().payload()));
    return earlier
        ? Optional.of(new Change.SetEvent(day, fresh.payload(), due, standing.get().version()))
        : Optional.empty();
  }

  private static EventRecord fresh(Evidence evidence, Issuer issuer, DocumentSummary document) {
    EventClock clock =
        EventClock.of(SessionCalendar.of(issuer.venue()), document.published().orElseThrow());
    EarningsEvent event =
        new EarningsEvent(
            issuer.ticker(),
            evidence.id().date(),
            clock,
            document.publishedFrom().orElse(DocumentSummary.PublishedFrom.METADATA),
            evidence.id());
    return new EventRecord(event, issuer, document.period().flatMap(FactPeriod::end));
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

  private static boolean earlier(EventRecord fresh, EventRecord standing) {
    int byInstant = fresh.event().clock().release().compareTo(standing.event().clock().release());
    return byInstant != 0
        ? byInstant < 0
        : fresh.event().primary().compareTo(standing.event().primary()) < 0;
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

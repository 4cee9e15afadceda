package dev.afterbell.flow;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.EvidenceJson;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.CorruptEntry;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.LedgerRead;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.limit.Limits;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.prior.ScoreCardJson;
import dev.afterbell.snapshot.SnapshotInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the ledger holds around one event, from one query: the context since the previous event, the
 * event, what came after it.
 *
 * @param read the range as read
 */
record EventFile(LedgerRead read) {

  /** Code of a problem that is an entry which cannot be used. */
  static final String CORRUPT_ENTRY = "CORRUPT_ENTRY";

  /** Reads the range around {@code eventDate}: from its history up to {@code to}. */
  static EventFile around(
      Ledger ledger, Ticker ticker, LocalDate eventDate, LocalDate to, Instant now) {
    return between(ledger, ticker, eventDate.minusDays(Limits.HISTORY_DAYS), to, now);
  }

  /** Reads a range of days. */
  static EventFile between(
      Ledger ledger, Ticker ticker, LocalDate from, LocalDate to, Instant now) {
    return new EventFile(ledger.read(Book.of(ticker), from, to, now));
  }

  /** The event of a day. */
  Optional<LedgerEntry.EventEntry> event(LocalDate date) {
    return events().filter(e -> e.date().equals(date)).findFirst();
  }

  /** The newest event of some days, the first and the last included. */
  Optional<LedgerEntry.EventEntry> newest(LocalDate from, LocalDate until) {
    return events()
        .filter(e -> !e.date().isBefore(from) && !e.date().isAfter(until))
        .max(Comparator.comparing(LedgerEntry.EventEntry::date));
  }

  /**
   * Evidence of an event: after the previous event's day, before the next one's, published by
   * {@code asOf}; by id.
   */
  List<Evidence> evidence(LocalDate eventDate, Instant asOf) {
    Predicate<LocalDate> near = near(eventDate);
    return Amendments.linked(
        read.of(LedgerEntry.EvidenceEntry.class)
            .filter(e -> near.test(e.id().date()))
            .map(EventFile::decoded)
            .filter(
                e -> e.extraction().document().published().map(p -> !p.isAfter(asOf)).orElse(false))
            .sorted(Comparator.comparing(Evidence::id))
            .toList());
  }

  /**
   * The issuer's results documents of events before one, as far back as its history is read, latest
   * first; those that were amended are left out.
   */
  List<Evidence> resultsBefore(LocalDate eventDate, Instant asOf) {
    Predicate<LocalDate> history = history(eventDate);
    List<Evidence> linked =
        Amendments.linked(
            read.of(LedgerEntry.EvidenceEntry.class)
                .filter(e -> e.id().prefix().mayBeResults() && history.test(e.id().date()))
                .map(EventFile::decoded)
                .filter(e -> e.sourceClass().primary() && e.entityMatched())
                .filter(e -> e.extraction().document().kind() == DocumentSummary.Kind.RESULTS)
                .filter(
                    e ->
                        e.extraction()
                            .document()
                            .published()
                            .filter(p -> !p.isAfter(asOf))
                            .isPresent())
                .sorted(Comparator.comparing(Evidence::id))
                .toList());
    Set<EvidenceId> amended =
        linked.stream().flatMap(e -> e.supersedes().stream()).collect(Collectors.toSet());
    return linked.stream()
        .filter(e -> !amended.contains(e.id()))
        .sorted(Comparator.comparing((Evidence e) -> e.id().date()).reversed())
        .toList();
  }

  /**
   * Days that belong to an event, however far was read: after the previous event's day, before the
   * next one's, and not earlier than its context.
   */
  private Predicate<LocalDate> near(LocalDate eventDate) {
    LocalDate context = eventDate.minusDays(Limits.CONTEXT_DAYS);
    Optional<LocalDate> previous =
        eventDays().filter(d -> d.isBefore(eventDate)).max(Comparator.naturalOrder());
    Optional<LocalDate> next =
        eventDays().filter(d -> d.isAfter(eventDate)).min(Comparator.naturalOrder());
    return day ->
        !day.isBefore(context)
            && (previous.isEmpty() || day.isAfter(previous.get()))
            && (next.isEmpty() || day.isBefore(next.get()));
  }

  /** Days before an event in which its earlier results lie. */
  private static Predicate<LocalDate> history(LocalDate eventDate) {
    LocalDate first = eventDate.minusDays(Limits.HISTORY_DAYS);
    return day -> day.isBefore(eventDate) && !day.isBefore(first);
  }

  /** All evidence from the beginning of an event's context on, by id. */
  List<Evidence> fromContextOf(LocalDate eventDate) {
    LocalDate first = eventDate.minusDays(Limits.CONTEXT_DAYS);
    return read.of(LedgerEntry.EvidenceEntry.class)
        .filter(e -> !e.id().date().isBefore(first))
        .map(EventFile::decoded)
        .sorted(Comparator.comparing(Evidence::id))
        .toList();
  }

  /**
   * The newest score card of an event that is not later than {@code asOf}, by the newest method.
   */
  Optional<ScoreCard> card(LocalDate eventDate, Instant asOf) {
    return read.of(LedgerEntry.ScoreEntry.class)
        .filter(e -> e.date().equals(eventDate) && !e.asOf().toInstant().isAfter(asOf))
        .max(
            Comparator.comparing((LedgerEntry.ScoreEntry e) -> e.asOf().toInstant())
                .thenComparing(LedgerEntry.ScoreEntry::method))
        .map(e -> ScoreCardJson.read(CanonicalJson.parse(e.stored().payload().bytes())));
  }

  /** Whether outside sources were asked for an event as of exactly that moment. */
  boolean searched(LocalDate eventDate, Instant asOf) {
    return read.of(LedgerEntry.SearchEntry.class)
        .anyMatch(e -> e.date().equals(eventDate) && e.asOf().toInstant().equals(asOf));
  }

  /** What was asked of outside sources up to {@code asOf}: the newest of it. */
  Searches searches(LocalDate eventDate, Instant asOf) {
    return read.of(LedgerEntry.SearchEntry.class)
        .filter(e -> e.date().equals(eventDate) && !e.asOf().toInstant().isAfter(asOf))
        .max(Comparator.comparing(e -> e.asOf().toInstant()))
        .map(e -> Searches.of(e.stored().payload()))
        .orElse(Searches.NONE);
  }

  /**
   * When evidence was last had or published that counts at {@code asOf}. What is calculated from
   * other evidence is as old as that, whenever it was calculated.
   */
  Optional<Instant> lastEvidenceAt(LocalDate eventDate, Instant asOf) {
    return evidence(eventDate, asOf).stream()
        .flatMap(
            e ->
                Stream.concat(
                    Stream.of(e.provenance().observedAt()),
                    e.extraction().document().published().stream()))
        .max(Comparator.naturalOrder());
  }

  /**
   * What could not be used: open rejections between the previous event and the next, then entries
   * of those days that cannot be read.
   */
  List<SnapshotInput.Problem> problems(LocalDate eventDate, Instant asOf) {
    Predicate<LocalDate> near = near(eventDate);
    List<SnapshotInput.Problem> problems = new ArrayList<>();
    Rejections rejections = new Rejections(read);
    rejections.all().stream()
        .filter(e -> !e.stored().recordedAt().isAfter(asOf))
        .filter(e -> day(e.stored().key().sortKey().toString()).filter(near).isPresent())
        .filter(rejections::open)
        .forEach(
            e ->
                problems.add(
                    new SnapshotInput.Problem(
                        e.rejection().reason().name(),
                        e.rejection().objectKey(),
                        e.rejection().message())));
    for (CorruptEntry corrupt : read.corrupt()) {
      if (day(corrupt.sortKey()).map(d -> !near.test(d)).orElse(false)
          && !earlierResults(corrupt.sortKey(), eventDate)) {
        continue;
      }
      problems.add(
          new SnapshotInput.Problem(
              CORRUPT_ENTRY,
              corrupt.sortKey(),
              "A stored entry cannot be read ("
                  + corrupt.reason()
                  + "); what it said is missing here."));
    }
    return problems;
  }

  /** Whether it may have been a report of the results of an event before. */
  private static boolean earlierResults(String sortKey, LocalDate eventDate) {
    try {
      return SortKey.parse(sortKey) instanceof SortKey.EvidenceOf evidence
          && evidence.id().prefix().mayBeResults()
          && history(eventDate).test(evidence.id().date());
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  /** The day that a sort key begins with; absent if it does not begin with one. */
  private static Optional<LocalDate> day(String sortKey) {
    try {
      return Optional.of(LocalDate.parse(sortKey.substring(0, Math.min(10, sortKey.length()))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Events of their own; one that was merged into an earlier one is none. */
  Stream<LedgerEntry.EventEntry> events() {
    return read.of(LedgerEntry.EventEntry.class)
        .filter(e -> !EventRecord.isMerged(e.stored().payload()));
  }

  private Stream<LocalDate> eventDays() {
    return events().map(LedgerEntry.EventEntry::date);
  }

  private static Evidence decoded(LedgerEntry.EvidenceEntry entry) {
    return EvidenceJson.fromJson(CanonicalJson.parse(entry.stored().payload().bytes()));
  }
}

package dev.afterbell.ledger.dynamo;

import static dev.afterbell.ledger.dynamo.LedgerFixture.BOOK;
import static dev.afterbell.ledger.dynamo.LedgerFixture.DUE;
import static dev.afterbell.ledger.dynamo.LedgerFixture.EVENT;
import static dev.afterbell.ledger.dynamo.LedgerFixture.NOON;
import static dev.afterbell.ledger.dynamo.LedgerFixture.TICKER;
import static dev.afterbell.ledger.dynamo.LedgerFixture.document;
import static dev.afterbell.ledger.dynamo.LedgerFixture.event;
import static dev.afterbell.ledger.dynamo.LedgerFixture.evidence;
import static dev.afterbell.ledger.dynamo.LedgerFixture.issuer;
import static dev.afterbell.ledger.dynamo.LedgerFixture.payload;
import static dev.afterbell.ledger.dynamo.LedgerFixture.score;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Sha256;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.AppendOutcome;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Change;
import dev.afterbell.ledger.DueEvent;
import dev.afterbell.ledger.EntryKey;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.LedgerRead;
import dev.afterbell.ledger.Lookup;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.Rejection;
import dev.afterbell.ledger.RejectionReason;
import dev.afterbell.ledger.Removal;
import dev.afterbell.ledger.Sequencer;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.ledger.Verification;
import dev.afterbell.vault.StoreUnavailable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DynamoLedgerTest {

  private final LedgerFixture fixture = new LedgerFixture();
  private final DynamoLedger ledger = fixture.ledger;

  @Test
  void everyKindOfEntry_appended_isReadBackAsWritten() {
    Rejection rejection =
        new Rejection(
            RejectionReason.UNSUPPORTED,
            "This is an image. Drop the release as HTML or text.",
            "inbox/ACME/logo.png",
            Optional.of(document("image")),
            Optional.empty(),
            5);
    Removal removal = new Removal("inbox/ACME/a.htm", Sequencer.parse("00A1"), NOON);
    fixture.append(event("release", 0));
    fixture.append(evidence("PR-2026-05-27", "release"));
    fixture.append(score("card"));
    fixture.append(NewEntry.rejected(new SortKey.RejectedDrop(EVENT, document("r")), rejection));
    fixture.append(NewEntry.removal(new SortKey.RemovedDrop(EVENT, document("m")), removal));

    LedgerRead read = fixture.readAll();

    assertThat(read.corrupt()).isEmpty();
    assertThat(read.of(LedgerEntry.EventEntry.class))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.stored().payload()).isEqualTo(payload("release"));
              assertThat(e.due()).contains(DUE);
              assertThat(e.version()).isEqualTo(1);
            });
    assertThat(read.of(LedgerEntry.EvidenceEntry.class))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.id()).hasToString("PR-2026-05-27");
              assertThat(e.stored().payload()).isEqualTo(payload("release"));
              assertThat(e.stored().recordedAt()).isEqualTo(NOON);
            });
    assertThat(read.of(LedgerEntry.ScoreEntry.class))
        .singleElement()
        .satisfies(e -> assertThat(e.asOf()).hasToString("2026-06-01T20:30-04:00"));
    assertThat(read.of(LedgerEntry.RejectedEntry.class).map(LedgerEntry.RejectedEntry::rejection))
        .containsExactly(rejection);
    assertThat(read.of(LedgerEntry.RemovalEntry.class).map(LedgerEntry.RemovalEntry::removal))
        .containsExactly(removal);
    assertThat(ledger.verify(BOOK)).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void range_read_isOneQueryAndNothingElse() {
    fixture.append(evidence("6K-2026-04-23-XM", "agreement"));
    fixture.append(event("release", 0));
    fixture.append(evidence("PR-2026-05-27", "release"));
    fixture.append(evidence("NEWS-2026-06-02", "late"));
    fixture.dynamo.reset();

    LedgerRead read =
        ledger.read(BOOK, LocalDate.parse("2026-04-23"), LocalDate.parse("2026-06-01"), NOON);

    assertThat(fixture.dynamo.total()).isEqualTo(1);
    assertThat(fixture.dynamo.count("query")).isEqualTo(1);
    assertThat(read.cost().queries()).isEqualTo(1);
    assertThat(read.cost().readUnits()).isPositive();
    assertThat(read.of(LedgerEntry.EvidenceEntry.class).map(e -> e.id().toString()))
        .containsExactly("6K-2026-04-23-XM", "PR-2026-05-27");
  }

  @Test
  void appended_entryAndHead_areOneTransaction() {
    fixture.append(evidence("PR-2026-05-27", "release"));
    fixture.dynamo.reset();

    AppendOutcome outcome = fixture.append(score("card"));

    assertThat(outcome).isInstanceOf(AppendOutcome.Appended.class);
    assertThat(fixture.dynamo.count("transactWriteItems")).isEqualTo(1);
    assertThat(fixture.dynamo.count("getItem")).isEqualTo(1);
    assertThat(fixture.dynamo.total()).isEqualTo(2);
    assertThat(fixture.item(BOOK, "@CHAIN").get("seq").n()).isEqualTo("2");
  }

  @Test
  void sameDocument_underAnotherId_isAlreadyThere() {
    fixture.append(evidence("PR-2026-05-27", "release"));

    assertThat(fixture.append(evidence("DOC-2026-05-28", "release")))
        .isEqualTo(
            new AppendOutcome.AlreadyThere(
                new EntryKey(BOOK, evidence("PR-2026-05-27", "release").key())));
    assertThat(fixture.readAll().entries()).hasSize(1);
  }

  @Test
  void sameDocument_inAnotherBook_isAppended() {
    fixture.append(evidence("PR-2026-05-27", "release"));

    assertThat(
            ledger.append(
                Append.of(
                    Book.of(new Ticker("OTHER")), NOON, evidence("PR-2026-05-27", "release"))))
        .isInstanceOf(AppendOutcome.Appended.class);
  }

  @Test
  void otherDocument_underTheSameId_takesTheNextCopy() {
    fixture.append(evidence("PR-2026-05-27", "release"));

    assertThat(fixture.append(evidence("PR-2026-05-27", "corrected")))
        .isInstanceOf(AppendOutcome.KeyTaken.class);
    assertThat(fixture.append(evidence("PR-2026-05-27-2", "corrected")))
        .isInstanceOf(AppendOutcome.Appended.class);
    assertThat(fixture.readAll().of(LedgerEntry.EvidenceEntry.class).map(e -> e.id().toString()))
        .containsExactly("PR-2026-05-27", "PR-2026-05-27-2");
  }

  @Test
  void event_changedAtItsVersion_keepsBothVersions() {
    fixture.append(event("first", 0));

    assertThat(fixture.append(event("second", 1))).isInstanceOf(AppendOutcome.Appended.class);

    LedgerRead read = fixture.readAll();
    assertThat(read.of(LedgerEntry.EventEntry.class).map(e -> e.stored().payload()))
        .containsExactly(payload("second"));
    assertThat(read.of(LedgerEntry.VersionEntry.class).map(e -> e.stored().payload()))
        .containsExactly(payload("first"), payload("second"));
    assertThat(ledger.verify(BOOK)).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void event_changedAtAnotherVersion_isAConflictAndStays() {
    fixture.append(event("first", 0));
    fixture.append(event("second", 1));

    assertThat(fixture.append(event("again", 0))).isInstanceOf(AppendOutcome.VersionConflict.class);
    assertThat(fixture.append(event("late", 1))).isInstanceOf(AppendOutcome.VersionConflict.class);
    assertThat(fixture.readAll().of(LedgerEntry.EventEntry.class).map(e -> e.stored().payload()))
        .containsExactly(payload("second"));
  }

  @Test
  void dueEvent_scored_isDueNoMore() {
    fixture.append(event("release", 0));
    assertThat(ledger.dueOn(DUE)).containsExactly(new DueEvent(TICKER, EVENT, DUE));

    ledger.append(Append.of(BOOK, NOON, score("card")).and(new Change.ClearDue(EVENT, 1)));

    assertThat(ledger.dueOn(DUE)).isEmpty();
    assertThat(fixture.readAll().of(LedgerEntry.EventEntry.class).map(e -> e.due()))
        .containsExactly(Optional.empty());
    assertThat(ledger.verify(BOOK)).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void dueOn_otherDay_isEmpty() {
    fixture.append(event("release", 0));

    assertThat(ledger.dueOn(DUE.plusDays(1))).isEmpty();
  }

  @Test
  void issuers_registered_areListedByTickerWithoutAScan() {
    ledger.append(Append.of(Book.of(new Ticker("ZETA")), NOON, issuer("zeta", 0)));
    ledger.append(Append.of(Book.of(new Ticker("ALFA")), NOON, issuer("alfa", 0)));
    ledger.append(Append.of(Book.of(new Ticker("ALFA")), NOON, issuer("alfa renamed", 1)));
    fixture.dynamo.reset();

    assertThat(ledger.issuers().of(LedgerEntry.IssuerEntry.class))
        .extracting(e -> e.stored().key().toString(), e -> e.stored().payload(), e -> e.version())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ALFA @ISSUER", payload("alfa renamed"), 2L),
            org.assertj.core.groups.Tuple.tuple("ZETA @ISSUER", payload("zeta"), 1L));
    assertThat(fixture.dynamo.total()).isEqualTo(1);
    assertThat(fixture.dynamo.count("query")).isEqualTo(1);
  }

  @Test
  void issuer_droppedAgain_isReplacedAndItsVersionKept() {
    fixture.append(issuer("old name", 0));
    fixture.append(issuer("new name", 1));

    assertThat(ledger.issuer(TICKER))
        .isInstanceOfSatisfying(
            Lookup.Found.class,
            f -> assertThat(f.entry().stored().payload()).isEqualTo(payload("new name")));
    assertThat(
            fixture
                .readAll()
                .of(LedgerEntry.VersionEntry.class)
                .filter(LedgerEntry.VersionEntry::ofIssuer)
                .map(e -> e.stored().payload()))
        .containsExactly(payload("old name"), payload("new name"));
    assertThat(ledger.verify(BOOK)).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void issuer_neverRegistered_isAbsent() {
    assertThat(ledger.issuer(TICKER)).isEqualTo(new Lookup.Absent());
  }

  @Test
  void eventDates_manyEvents_areNewestFirstAndBounded() {
    for (String day : List.of("2025-11-20", "2026-05-27", "2026-03-18")) {
      LocalDate date = LocalDate.parse(day);
      fixture.append(new Change.SetEvent(date, payload(day), Optional.empty(), 0));
    }

    assertThat(ledger.eventDates(TICKER, 2))
        .containsExactly(LocalDate.parse("2026-05-27"), LocalDate.parse("2026-03-18"));
  }

  @Test
  void entry_byKey_isFound() {
    fixture.append(evidence("PR-2026-05-27", "release"));
    EntryKey key = new EntryKey(BOOK, evidence("PR-2026-05-27", "release").key());

    assertThat(ledger.entry(key, NOON)).isInstanceOf(Lookup.Found.class);
    assertThat(ledger.entry(new EntryKey(BOOK, score("x").key()), NOON))
        .isEqualTo(new Lookup.Absent());
  }

  @Test
  void manyWriters_oneBook_chainWithoutGaps() throws Exception {
    DynamoLedger patient =
        new DynamoLedger(
            fixture.dynamo.client(),
            fixture.table,
            fixture.vault,
            Pause.jittered(
                new java.util.Random(7), // which threads may share
                java.time.Duration.ofMillis(5),
                java.time.Duration.ofMillis(100)));
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      List<Future<AppendOutcome>> outcomes =
          IntStream.rangeClosed(1, 24)
              .mapToObj(
                  i ->
                      writers.submit(
                          () ->
                              persistently(
                                  patient,
                                  Append.of(
                                      BOOK, NOON, evidence("NEWS-2026-05-27-N" + i, "n" + i)))))
              .toList();
      for (Future<AppendOutcome> outcome : outcomes) {
        assertThat(outcome.get()).isInstanceOf(AppendOutcome.Appended.class);
      }
    } finally {
      writers.shutdownNow();
    }

    assertThat(ledger.verify(BOOK))
        .isInstanceOfSatisfying(
            Verification.Intact.class, v -> assertThat(v.entries()).isEqualTo(24));
  }

  /** Comes again, as a queue does, when others were faster all the time. */
  private static AppendOutcome persistently(DynamoLedger ledger, Append append) {
    for (int delivery = 1; delivery < 20; delivery++) {
      try {
        return ledger.append(append);
      } catch (StoreUnavailable tryAgainLater) {
        Thread.onSpinWait();
      }
    }
    return ledger.append(append);
  }

  @Test
  void twoEntriesOfOneDocument_together_areBothAppended() {
    AppendOutcome outcome =
        ledger.append(
            Append.of(BOOK, NOON, evidence("PR-2026-05-27", "release"))
                .and(
                    new NewEntry(
                        evidence("8K-2026-05-27", "release").key(),
                        payload("cover"),
                        Optional.of(document("release"))))
                .and(event("release", 0)));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            AppendOutcome.Appended.class,
            a -> assertThat(a.links()).extracting(l -> l.seq()).containsExactly(1L, 2L, 3L));
  }

  @Test
  void emptyBook_verified_isIntact() {
    assertThat(ledger.verify(BOOK))
        .isEqualTo(new Verification.Intact(0, new Sha256("0".repeat(64))));
  }
}

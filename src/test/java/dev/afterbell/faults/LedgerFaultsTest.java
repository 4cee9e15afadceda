package dev.afterbell.faults;

import static dev.afterbell.ledger.dynamo.LedgerFixture.BOOK;
import static dev.afterbell.ledger.dynamo.LedgerFixture.DUE;
import static dev.afterbell.ledger.dynamo.LedgerFixture.EVENT;
import static dev.afterbell.ledger.dynamo.LedgerFixture.NOON;
import static dev.afterbell.ledger.dynamo.LedgerFixture.document;
import static dev.afterbell.ledger.dynamo.LedgerFixture.event;
import static dev.afterbell.ledger.dynamo.LedgerFixture.evidence;
import static dev.afterbell.ledger.dynamo.LedgerFixture.payload;
import static dev.afterbell.ledger.dynamo.LedgerFixture.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterbell.cloud.LocalStores;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.AppendOutcome;
import dev.afterbell.ledger.Change;
import dev.afterbell.ledger.CorruptEntry;
import dev.afterbell.ledger.EntryKey;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.LedgerRead;
import dev.afterbell.ledger.Lookup;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.Payload;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.ledger.Verification;
import dev.afterbell.ledger.dynamo.DynamoLedger;
import dev.afterbell.ledger.dynamo.LedgerFixture;
import dev.afterbell.limit.Limits;
import dev.afterbell.vault.StoreUnavailable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What goes wrong inside the ledger (faults, rows 11, 15, 16, 18, 32, 33, 40). */
class LedgerFaultsTest {

  private static final String PR = "2026-05-27#EVIDENCE#PR-2026-05-27";
  private static final EntryKey COMMENTARY =
      new EntryKey(BOOK, new SortKey.CommentaryOn(EVENT, document("input")));

  private final LedgerFixture fixture = new LedgerFixture();

  @Test
  void row11_answerOfTheTransactionLost_nextAttemptFindsItDone() {
    fixture.dynamo.failAfter(
        "transactWriteItems", InternalServerErrorException.builder().statusCode(500).build());

    assertThatThrownBy(() -> fixture.append(evidence("PR-2026-05-27", "release")))
        .isInstanceOf(StoreUnavailable.class);

    assertThat(fixture.append(evidence("PR-2026-05-27", "release")))
        .isInstanceOf(AppendOutcome.AlreadyThere.class);
    assertThat(fixture.readAll().entries()).hasSize(1);
    assertThat(fixture.ledger.verify(BOOK)).isInstanceOf(Verification.Intact.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
  void row15_cancelledByOthers_isTriedAgain(String code) {
    fixture.dynamo.failBefore("transactWriteItems", cancelled(code, "None", "None"));

    assertThat(fixture.append(evidence("PR-2026-05-27", "release")))
        .isInstanceOf(AppendOutcome.Appended.class);
    assertThat(fixture.dynamo.count("transactWriteItems")).isEqualTo(2);
  }

  @Test
  void row15_headMovedByAnother_isPlannedAgainOnTheNewHead() {
    fixture.append(evidence("6K-2026-04-23-XM", "agreement"));
    fixture.dynamo.failBefore(
        "transactWriteItems", cancelled("None", "None", "ConditionalCheckFailed"));

    assertThat(fixture.append(evidence("PR-2026-05-27", "release")))
        .isInstanceOf(AppendOutcome.Appended.class);
    assertThat(fixture.ledger.verify(BOOK)).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void row15_cancelledForEver_isUnavailableAfterABoundedNumberOfAttempts() {
    for (int i = 0; i < Limits.APPEND_ATTEMPTS_MAX; i++) {
      fixture.dynamo.failBefore(
          "transactWriteItems", cancelled("TransactionConflict", "None", "None"));
    }

    assertThatThrownBy(() -> fixture.append(evidence("PR-2026-05-27", "release")))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(fixture.dynamo.count("transactWriteItems")).isEqualTo(Limits.APPEND_ATTEMPTS_MAX);
  }

  @Test
  void row15_conditionOfItsOwnFailed_isAnOutcomeAfterOneAttempt() {
    fixture.append(evidence("PR-2026-05-27", "release"));
    fixture.dynamo.reset();

    assertThat(fixture.append(evidence("PR-2026-05-27", "release")))
        .isInstanceOf(AppendOutcome.AlreadyThere.class);
    assertThat(fixture.dynamo.count("transactWriteItems")).isEqualTo(1);
  }

  @Test
  void row15_cancelledForAnotherReason_isThrown() {
    fixture.dynamo.failBefore("transactWriteItems", cancelled("ValidationError", "None", "None"));

    assertThatThrownBy(() -> fixture.append(evidence("PR-2026-05-27", "release")))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(fixture.dynamo.count("transactWriteItems")).isEqualTo(1);
  }

  @Test
  void row16_twoRefreshesAtOnce_giveOneScoreCard() throws Exception {
    fixture.append(event("release", 0));
    int refreshes = 3;
    CyclicBarrier barrier = new CyclicBarrier(refreshes);
    ExecutorService pool = Executors.newFixedThreadPool(refreshes);
    List<AppendOutcome> outcomes = new ArrayList<>();
    try {
      List<Future<AppendOutcome>> running = new ArrayList<>();
      for (int i = 0; i < refreshes; i++) {
        String card = "card by " + i;
        running.add(
            pool.submit(
                () -> {
                  barrier.await();
                  return fixture.ledger.append(
                      Append.of(BOOK, NOON, score(card)).and(new Change.ClearDue(EVENT, 1)));
                }));
      }
      for (Future<AppendOutcome> outcome : running) {
        outcomes.add(outcome.get());
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(outcomes).filteredOn(o -> o instanceof AppendOutcome.Appended).hasSize(1);
    assertThat(outcomes)
        .filteredOn(o -> o instanceof AppendOutcome.AlreadyThere)
        .hasSize(refreshes - 1);
    assertThat(fixture.readAll().of(LedgerEntry.ScoreEntry.class)).hasSize(1);
    assertThat(fixture.ledger.dueOn(DUE)).isEmpty();
    assertThat(fixture.ledger.verify(BOOK)).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void row16_eventChangedDuringARefresh_refreshIsDoneAnew() {
    fixture.append(event("release", 0));
    fixture.append(event("release, time corrected", 1));

    assertThat(
            fixture.ledger.append(
                Append.of(BOOK, NOON, score("card")).and(new Change.ClearDue(EVENT, 1))))
        .isInstanceOf(AppendOutcome.VersionConflict.class);
    assertThat(fixture.readAll().of(LedgerEntry.ScoreEntry.class)).isEmpty();
    assertThat(fixture.ledger.dueOn(DUE)).hasSize(1);
  }

  @Test
  void row18_payloadTooLargeForTheTable_goesToTheVaultUnderItsDigest() {
    Payload large = large(600_000);

    assertThat(fixture.append(evidenceOf(large))).isInstanceOf(AppendOutcome.Appended.class);

    assertThat(fixture.vault.size()).isEqualTo(1);
    assertThat(fixture.item(BOOK, PR)).doesNotContainKey("payload");
    assertThat(fixture.item(BOOK, PR).get("sha256").s()).isEqualTo(large.sha256().hex());
    LedgerRead read = fixture.readAll();
    assertThat(read.of(LedgerEntry.EvidenceEntry.class).map(e -> e.stored().payload()))
        .containsExactly(large);
    assertThat(read.cost().vaultReads()).isEqualTo(1);
    assertThat(read.cost().queries()).isEqualTo(1);
    assertThat(fixture.ledger.verify(BOOK)).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void row18_payloadThatPacksWell_staysInTheTable() {
    Payload packsWell = payload("x".repeat(1_000_000));

    fixture.append(evidenceOf(packsWell));

    assertThat(fixture.vault.size()).isZero();
    assertThat(fixture.readAll().of(LedgerEntry.EvidenceEntry.class).map(e -> e.stored().payload()))
        .containsExactly(packsWell);
  }

  @Test
  void row18_payloadLostFromTheVault_isReportedAndTheChainSaysWhere() {
    Payload large = large(100_000);
    fixture.append(evidenceOf(large));
    fixture.vault.lose(large.sha256());

    assertThat(fixture.readAll().corrupt())
        .extracting(CorruptEntry::reason)
        .containsExactly(CorruptEntry.Reason.CONTENT_MISSING);
    assertThat(fixture.ledger.verify(BOOK))
        .isInstanceOfSatisfying(Verification.Broken.class, b -> assertThat(b.key()).contains(PR));
  }

  @Test
  void row18_payloadSpoiltInTheVault_isReported() {
    Payload large = large(100_000);
    fixture.append(evidenceOf(large));
    fixture.vault.spoil(large.sha256(), large(100_001).bytes());

    assertThat(fixture.readAll().corrupt())
        .extracting(CorruptEntry::reason)
        .containsExactly(CorruptEntry.Reason.DIGEST_MISMATCH);
  }

  @Test
  void row18_payloadBeyondEveryUse_isRefused() {
    Payload bomb = Payload.of(new byte[Limits.PAYLOAD_BYTES_MAX + 1]);

    assertThatThrownBy(() -> fixture.append(evidenceOf(bomb)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void row32_expiredCacheEntry_isFilteredByTime() {
    Instant expiry = NOON.plusSeconds(60);
    assertThat(fixture.ledger.keepCommentary(COMMENTARY, payload("text"), NOON, expiry)).isTrue();

    assertThat(readAt(expiry.minusSeconds(1)).of(LedgerEntry.CommentaryEntry.class)).hasSize(1);
    assertThat(readAt(expiry).entries()).isEmpty();
    assertThat(fixture.ledger.entry(COMMENTARY, expiry.minusSeconds(1)))
        .isInstanceOf(Lookup.Found.class);
    assertThat(fixture.ledger.entry(COMMENTARY, expiry)).isEqualTo(new Lookup.Absent());
    assertThat(fixture.item(BOOK, COMMENTARY.sortKey().toString())).isNotEmpty();
  }

  @Test
  void row32_cacheEntry_isReplacedOnlyOnceExpired() {
    Instant expiry = NOON.plusSeconds(60);
    fixture.ledger.keepCommentary(COMMENTARY, payload("first"), NOON, expiry);

    assertThat(
            fixture.ledger.keepCommentary(
                COMMENTARY, payload("second"), NOON.plusSeconds(59), expiry))
        .isFalse();
    assertThat(
            fixture.ledger.keepCommentary(
                COMMENTARY, payload("third"), expiry, expiry.plusSeconds(60)))
        .isTrue();
    assertThat(
            readAt(expiry.plusSeconds(1))
                .of(LedgerEntry.CommentaryEntry.class)
                .map(e -> e.stored().payload()))
        .containsExactly(payload("third"));
    assertThat(fixture.ledger.verify(BOOK)).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void row33_corruptEntry_isNamedAndTheRestIsServed() {
    fixture.append(evidence("PR-2026-05-27", "release"));
    fixture.append(evidence("6K-2026-04-23-XM", "agreement"));
    fixture.tamper(PR, "sha256", AttributeValue.fromS("0".repeat(64)));

    assertCorrupt(CorruptEntry.Reason.DIGEST_MISMATCH);
  }

  @Test
  void row33_entryOfAFutureSchema_isNamedAndTheRestIsServed() {
    fixture.append(evidence("PR-2026-05-27", "release"));
    fixture.append(evidence("6K-2026-04-23-XM", "agreement"));
    fixture.tamper(PR, "schema", AttributeValue.fromN("2"));

    assertCorrupt(CorruptEntry.Reason.FUTURE_SCHEMA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"schema", "kind", "recordedAt", "seq", "size"})
  void row33_malformedAttribute_isNamedAndTheRestIsServed(String attribute) {
    fixture.append(evidence("PR-2026-05-27", "release"));
    fixture.append(evidence("6K-2026-04-23-XM", "agreement"));
    fixture.tamper(PR, attribute, AttributeValue.fromS("?"));

    assertCorrupt(CorruptEntry.Reason.MALFORMED);
  }

  @Test
  void row33_unpackableContent_isNamedAndTheRestIsServed() {
    fixture.append(evidence("PR-2026-05-27", "release"));
    fixture.append(evidence("6K-2026-04-23-XM", "agreement"));
    fixture.tamper(PR, "payload", AttributeValue.fromB(SdkBytes.fromUtf8String("not deflated")));

    assertCorrupt(CorruptEntry.Reason.DIGEST_MISMATCH);
  }

  @Test
  void row40_restoredIntoAnotherTable_readsTheSameBytesAndVerifies() {
    fixture.append(event("release", 0));
    fixture.append(evidence("PR-2026-05-27", "release"));
    fixture.append(evidenceOf(large(50_000), "6K-2026-04-23-XM"));
    fixture.append(score("card"));
    String restored = LocalStores.newTable();
    LocalStores.dynamo()
        .scan(r -> r.tableName(fixture.table))
        .items()
        .forEach(item -> LocalStores.dynamo().putItem(r -> r.tableName(restored).item(item)));
    DynamoLedger other =
        new DynamoLedger(LocalStores.dynamo(), restored, fixture.vault, attempt -> {});

    LedgerRead read =
        other.read(BOOK, LocalDate.parse("2020-01-01"), LocalDate.parse("2030-01-01"), NOON);

    assertThat(read.entries()).isEqualTo(fixture.readAll().entries());
    assertThat(other.verify(BOOK)).isEqualTo(fixture.ledger.verify(BOOK));
    assertThat(other.verify(BOOK)).isInstanceOf(Verification.Intact.class);
  }

  private void assertCorrupt(CorruptEntry.Reason reason) {
    LedgerRead read = fixture.readAll();
    assertThat(read.corrupt())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.reason()).isEqualTo(reason);
              assertThat(c.sortKey()).isEqualTo(PR);
            });
    assertThat(read.of(LedgerEntry.EvidenceEntry.class).map(e -> e.id().toString()))
        .containsExactly("6K-2026-04-23-XM");
    assertThat(fixture.ledger.entry(new EntryKey(BOOK, SortKey.parse(PR)), NOON))
        .isInstanceOf(Lookup.Corrupt.class);
  }

  private LedgerRead readAt(Instant now) {
    return fixture.ledger.read(BOOK, EVENT, EVENT, now);
  }

  private static NewEntry evidenceOf(Payload payload) {
    return evidenceOf(payload, "PR-2026-05-27");
  }

  private static NewEntry evidenceOf(Payload payload, String id) {
    return NewEntry.evidence(
        new SortKey.EvidenceOf(EvidenceId.parse(id)), payload, payload.sha256());
  }

  /** Hexadecimal digits in no order; they pack to about half. */
  private static Payload large(int characters) {
    byte[] bytes = new byte[characters / 2];
    new Random(characters).nextBytes(bytes);
    return payload(HexFormat.of().formatHex(bytes));
  }

  private static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            Arrays.stream(codes).map(c -> CancellationReason.builder().code(c).build()).toList())
        .build();
  }
}

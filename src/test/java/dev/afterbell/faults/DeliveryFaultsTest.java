package dev.afterbell.faults;

import static dev.afterbell.ledger.dynamo.LedgerFixture.BOOK;
import static dev.afterbell.ledger.dynamo.LedgerFixture.EVENT;
import static dev.afterbell.ledger.dynamo.LedgerFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.faults.Clerk.Crash;
import dev.afterbell.faults.Clerk.Result;
import dev.afterbell.filing.Sha256;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.AppendOutcome;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.ClaimOutcome;
import dev.afterbell.ledger.Delivery;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.RejectionReason;
import dev.afterbell.ledger.Removal;
import dev.afterbell.ledger.Sequencer;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.ledger.Verification;
import dev.afterbell.ledger.dynamo.LedgerFixture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Notices come twice, late, in any order, and to two at once (faults, rows 1 to 6, 11, 12). */
class DeliveryFaultsTest {

  private static final String KEY = "inbox/ACME/pr.htm";
  private static final Instant AFTER_LEASE = NOON.plus(Clerk.LEASE).plusSeconds(1);

  private final LedgerFixture fixture = new LedgerFixture();
  private final MemoryInbox inbox = new MemoryInbox();
  private final Clerk clerk = new Clerk(fixture.ledger, inbox, fixture.vault);

  @Test
  void row01_sameNoticeTwice_secondIsOneConditionalWriteAndNoFetch() {
    inbox.drop(KEY, "PR-2026-05-27:release");
    assertThat(clerk.take(notice(KEY, "0A"), NOON)).isEqualTo(Result.WRITTEN);
    fixture.dynamo.reset();
    inbox.fetches.set(0);

    assertThat(clerk.take(notice(KEY, "0A"), NOON.plusSeconds(1))).isEqualTo(Result.DUPLICATE);

    assertThat(inbox.fetches).hasValue(0);
    assertThat(fixture.dynamo.count("updateItem")).isEqualTo(1);
    assertThat(fixture.dynamo.total()).isEqualTo(1);
  }

  @Test
  void row02_sameNoticeTwiceAtOnce_hasOneOwnerAndTheOtherBecomesANoOp() throws Exception {
    inbox.drop(KEY, "PR-2026-05-27:release");
    int clerks = 4;
    CyclicBarrier barrier = new CyclicBarrier(clerks);
    ExecutorService pool = Executors.newFixedThreadPool(clerks);
    List<ClaimOutcome> outcomes = new ArrayList<>();
    try {
      List<Future<ClaimOutcome>> claims = new ArrayList<>();
      for (int i = 0; i < clerks; i++) {
        claims.add(
            pool.submit(
                () -> {
                  barrier.await();
                  return fixture.ledger.claim(notice(KEY, "0A"), NOON, Clerk.LEASE);
                }));
      }
      for (Future<ClaimOutcome> claim : claims) {
        outcomes.add(claim.get());
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(outcomes).filteredOn(o -> o instanceof ClaimOutcome.Claimed).hasSize(1);
    assertThat(outcomes)
        .filteredOn(o -> o instanceof ClaimOutcome.Busy)
        .hasSize(clerks - 1)
        .containsOnly(new ClaimOutcome.Busy(NOON.plus(Clerk.LEASE)));

    outcomes.stream()
        .filter(o -> o instanceof ClaimOutcome.Claimed)
        .map(o -> (ClaimOutcome.Claimed) o)
        .forEach(o -> clerk.deal(o.claim(), NOON, Crash.NEVER));

    assertThat(clerk.take(notice(KEY, "0A"), NOON)).isEqualTo(Result.DUPLICATE);
    assertThat(evidence(BOOK)).hasSize(1);
  }

  @Test
  void row03_olderSequencerAfterANewer_isStale() {
    inbox.drop(KEY, "PR-2026-05-27:release");
    clerk.take(notice(KEY, "0A1"), NOON);
    inbox.fetches.set(0);

    assertThat(clerk.take(notice(KEY, "0A"), NOON)).isEqualTo(Result.STALE);
    assertThat(inbox.fetches).hasValue(0);
  }

  @Test
  void row03_everyOrderOfSequencersOfOneKey_givesTheSameEvidence() {
    List<String> orders = permutations(List.of("0A", "0A1", "0A10", "0B"));
    Set<Set<String>> results = new HashSet<>();
    for (int i = 0; i < orders.size(); i++) {
      Book book = Book.of(new Ticker("S" + i));
      String key = "inbox/" + book + "/pr.htm";
      inbox.drop(key, "PR-2026-05-27:release");
      for (String sequencer : orders.get(i).split(",")) {
        clerk.take(new Delivery(book, key, Sequencer.parse(sequencer)), NOON);
      }
      results.add(evidence(book));
      assertThat(fixture.ledger.claim(delivery(book, key, "0AF"), NOON, Clerk.LEASE))
          .isEqualTo(new ClaimOutcome.Stale(Sequencer.parse("0B")));
    }
    assertThat(results).hasSize(1);
  }

  @Test
  void row03_everyOrderOfThreeObjectsTwice_givesTheSameEvidenceAndAChain() {
    List<String> orders = permutations(List.of("a", "a", "b", "b", "c", "c"));
    assertThat(orders).hasSize(90);
    Set<Set<String>> results = new HashSet<>();
    for (int i = 0; i < orders.size(); i++) {
      Book book = Book.of(new Ticker("P" + i));
      for (String name : orders.get(i).split(",")) {
        String key = "inbox/" + book + "/" + name;
        inbox.drop(
            key,
            (name.equals("a") ? "PR-" : "6K-")
                + "2026-05-2"
                + (name.equals("c") ? 7 : 6)
                + ":"
                + name);
        clerk.take(delivery(book, key, "0" + name.toUpperCase(Locale.ROOT)), NOON);
      }
      results.add(evidence(book));
      assertThat(fixture.ledger.verify(book)).isInstanceOf(Verification.Intact.class);
    }
    assertThat(results).hasSize(1);
    assertThat(results.iterator().next()).hasSize(3);
  }

  @Test
  void row05_removedAfterCreated_evidenceStaysAndTheRemovalIsRecorded() {
    inbox.drop(KEY, "PR-2026-05-27:release");
    clerk.take(notice(KEY, "0A"), NOON);

    assertThat(remove("0B")).isInstanceOf(AppendOutcome.Appended.class);
    assertThat(remove("0B")).isInstanceOf(AppendOutcome.AlreadyThere.class);

    assertThat(evidence(BOOK)).hasSize(1);
    assertThat(fixture.readAll().of(LedgerEntry.RemovalEntry.class)).hasSize(1);
  }

  @Test
  void row05_removedBeforeCreated_givesTheSame() {
    inbox.drop(KEY, "PR-2026-05-27:release");

    remove("0B");
    assertThat(clerk.take(notice(KEY, "0A"), NOON)).isEqualTo(Result.WRITTEN);

    assertThat(evidence(BOOK)).hasSize(1);
    assertThat(fixture.readAll().of(LedgerEntry.RemovalEntry.class)).hasSize(1);
  }

  @Test
  void row06_objectGone_isRejectedOnceAndAcknowledged() {
    assertThat(clerk.take(notice(KEY, "0A"), NOON)).isEqualTo(Result.REJECTED);
    assertThat(clerk.take(notice(KEY, "0A"), NOON)).isEqualTo(Result.DUPLICATE);

    assertThat(fixture.readAll().of(LedgerEntry.RejectedEntry.class))
        .singleElement()
        .satisfies(e -> assertThat(e.rejection().reason()).isEqualTo(RejectionReason.BODY_GONE));
  }

  @ParameterizedTest
  @EnumSource(value = Crash.class, names = "NEVER", mode = EnumSource.Mode.EXCLUDE)
  void row11_crashAfterAnyStep_redeliveryConverges(Crash crash) {
    inbox.drop(KEY, "PR-2026-05-27:release");
    assertThatThrownBy(() -> clerk.take(notice(KEY, "0A"), NOON, crash))
        .isInstanceOf(Clerk.ComeAgain.class);

    Result result = clerk.take(notice(KEY, "0A"), AFTER_LEASE);

    assertThat(result).isEqualTo(crash == Crash.TRANSACTION ? Result.DUPLICATE : Result.WRITTEN);
    assertThat(evidence(BOOK)).hasSize(1);
    assertThat(fixture.vault.size()).isEqualTo(1);
    assertThat(fixture.ledger.verify(BOOK))
        .isInstanceOfSatisfying(
            Verification.Intact.class, v -> assertThat(v.entries()).isEqualTo(1));
  }

  @Test
  void row11_crashWithoutWaitingForTheLease_comesAgain() {
    inbox.drop(KEY, "PR-2026-05-27:release");
    assertThatThrownBy(() -> clerk.take(notice(KEY, "0A"), NOON, Crash.FETCH))
        .isInstanceOf(Clerk.ComeAgain.class);

    assertThatThrownBy(() -> clerk.take(notice(KEY, "0A"), NOON.plusSeconds(1)))
        .isInstanceOf(Clerk.ComeAgain.class);
    assertThat(clerk.take(notice(KEY, "0A"), AFTER_LEASE)).isEqualTo(Result.WRITTEN);
  }

  @Test
  void row12_firstOwnerFinishesAfterItsLease_failsAndTheNewOwnersResultStands() {
    inbox.drop(KEY, "PR-2026-05-27:first");
    ClaimOutcome.Claimed first =
        (ClaimOutcome.Claimed) fixture.ledger.claim(notice(KEY, "0A"), NOON, Clerk.LEASE);
    ClaimOutcome.Claimed second =
        (ClaimOutcome.Claimed) fixture.ledger.claim(notice(KEY, "0A"), AFTER_LEASE, Clerk.LEASE);

    assertThatThrownBy(() -> clerk.deal(first.claim(), AFTER_LEASE, Crash.NEVER))
        .isInstanceOf(Clerk.ComeAgain.class)
        .hasMessageContaining("FenceLost");
    assertThat(evidence(BOOK)).isEmpty();
    assertThat(fixture.ledger.finish(first.claim())).isFalse();

    assertThat(clerk.deal(second.claim(), AFTER_LEASE, Crash.NEVER)).isEqualTo(Result.WRITTEN);
    assertThatThrownBy(() -> clerk.deal(first.claim(), AFTER_LEASE, Crash.NEVER))
        .isInstanceOf(Clerk.ComeAgain.class);
    assertThat(evidence(BOOK)).hasSize(1);
    assertThat(clerk.take(notice(KEY, "0A"), AFTER_LEASE)).isEqualTo(Result.DUPLICATE);
  }

  @Test
  void row12_newerNoticeWhileTheOlderIsInHand_takesOver() {
    inbox.drop(KEY, "PR-2026-05-27:release");
    ClaimOutcome.Claimed older =
        (ClaimOutcome.Claimed) fixture.ledger.claim(notice(KEY, "0A"), NOON, Clerk.LEASE);

    assertThat(clerk.take(notice(KEY, "0B"), NOON)).isEqualTo(Result.WRITTEN);

    assertThatThrownBy(() -> clerk.deal(older.claim(), NOON, Crash.NEVER))
        .isInstanceOf(Clerk.ComeAgain.class);
    assertThat(clerk.take(notice(KEY, "0A"), NOON)).isEqualTo(Result.STALE);
    assertThat(evidence(BOOK)).hasSize(1);
  }

  @Test
  void finish_sameClaimTwice_isStillFinished() {
    ClaimOutcome.Claimed claimed =
        (ClaimOutcome.Claimed) fixture.ledger.claim(notice(KEY, "0A"), NOON, Clerk.LEASE);

    assertThat(fixture.ledger.finish(claimed.claim())).isTrue();
    assertThat(fixture.ledger.finish(claimed.claim())).isTrue();
  }

  private AppendOutcome remove(String sequencer) {
    Removal removal = new Removal(KEY, Sequencer.parse(sequencer), NOON);
    SortKey.RemovedDrop key =
        new SortKey.RemovedDrop(
            EVENT, Sha256.of((KEY + sequencer).getBytes(StandardCharsets.UTF_8)));
    return fixture.ledger.append(Append.of(BOOK, NOON, NewEntry.removal(key, removal)));
  }

  private static Delivery notice(String key, String sequencer) {
    return delivery(BOOK, key, sequencer);
  }

  private static Delivery delivery(Book book, String key, String sequencer) {
    return new Delivery(book, key, Sequencer.parse(sequencer));
  }

  private Set<String> evidence(Book book) {
    return fixture
        .ledger
        .read(book, LocalDate.parse("2020-01-01"), LocalDate.parse("2030-01-01"), NOON)
        .of(LedgerEntry.EvidenceEntry.class)
        .map(e -> e.stored().key().sortKey() + " " + e.stored().payload().sha256())
        .collect(Collectors.toSet());
  }

  /** Every distinct order of the words, joined by commas. */
  private static List<String> permutations(List<String> words) {
    if (words.isEmpty()) {
      return List.of("");
    }
    return words.stream()
        .distinct()
        .flatMap(
            first -> {
              List<String> rest = new ArrayList<>(words);
              rest.remove(first);
              return permutations(rest).stream()
                  .map(tail -> tail.isEmpty() ? first : first + "," + tail);
            })
        .toList();
  }
}

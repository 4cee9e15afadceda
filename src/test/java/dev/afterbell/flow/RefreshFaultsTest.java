package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.faults.Intercepted;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schedule fires twice, at once, late, or beside an event that fails (faults, rows 16, 17). */
class RefreshFaultsTest {

  private final Desk desk = new Desk().withSample();

  @Test
  void row16_twoRefreshesAtOnce_giveOneCard() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    Callable<RefreshEvidence.Outcome> task =
        () -> {
          barrier.await();
          return desk.refresh.refresh(Desk.LATER);
        };
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<RefreshEvidence.Outcome> outcomes = new ArrayList<>();
    try {
      List<Future<RefreshEvidence.Outcome>> running = List.of(pool.submit(task), pool.submit(task));
      for (Future<RefreshEvidence.Outcome> future : running) {
        outcomes.add(future.get());
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(outcomes).flatExtracting(RefreshEvidence.Outcome::scored).hasSize(1);
    assertThat(cards()).hasSize(1);
    assertThat(desk.intact()).isTrue();
  }

  @Test
  void row16_otherRefreshWithMoreEvidenceCameFirst_itsCardStands() {
    AtomicBoolean overtaken = new AtomicBoolean();
    Ledger slow =
        Intercepted.ledger(
            desk.store.ledger,
            (method, arguments) -> {
              if (method.equals("append") && overtaken.compareAndSet(false, true)) {
                desk.deliver(anotherArticle());
                assertThat(desk.refresh.refresh(Desk.LATER).scored()).hasSize(1);
              }
            });

    RefreshEvidence.Outcome late = new RefreshEvidence(slow, desk.store.vault).refresh(Desk.LATER);

    assertThat(late.failed()).isEmpty();
    assertThat(late.alreadyScored()).hasSize(1);
    assertThat(cards()).hasSize(1);
  }

  @Test
  void row17_scheduleFiresTwice_secondFindsNothingDue() {
    assertThat(desk.refresh.refresh(Desk.LATER).scored()).hasSize(1);
    RefreshEvidence.Outcome second = desk.refresh.refresh(Desk.LATER);

    assertThat(second.scored()).isEmpty();
    assertThat(second.failed()).isEmpty();
    assertThat(cards()).hasSize(1);
  }

  @Test
  void row17_tickBeforeTheDueInstant_scoresNothing() {
    assertThat(desk.refresh.refresh(Desk.LATER.minusSeconds(1)).scored()).isEmpty();
    assertThat(cards()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, Limits.CATCH_UP_DAYS})
  void row17_scheduleMissedRuns_nextOneCatchesUpAsOfTheDueInstant(int daysLate) {
    RefreshEvidence.Outcome late = desk.refresh.refresh(Desk.LATER.plusSeconds(daysLate * 86_400L));

    assertThat(late.scored()).hasSize(1);
    assertThat(cards())
        .singleElement()
        .satisfies(c -> assertThat(c.asOf().toInstant()).isEqualTo(Desk.LATER));
  }

  @Test
  void row17_oneEventThatFails_holdsUpNoOther() {
    Ledger failingOnce = failingOnceFor(Desk.TICKER);

    RefreshEvidence.Outcome first =
        new RefreshEvidence(failingOnce, desk.store.vault).refresh(Desk.LATER);

    assertThat(first.scored()).isEmpty();
    assertThat(first.failed())
        .containsExactly(Desk.TICKER + " " + Desk.EVENT + ": IllegalStateException");
    assertThat(new RefreshEvidence(failingOnce, desk.store.vault).refresh(Desk.LATER).scored())
        .hasSize(1);
  }

  private Ledger failingOnceFor(Ticker ticker) {
    AtomicBoolean failed = new AtomicBoolean();
    return Intercepted.ledger(
        desk.store.ledger,
        (method, arguments) -> {
          boolean meant = method.equals("read") && arguments[0].equals(Book.of(ticker));
          if (meant && failed.compareAndSet(false, true)) {
            throw new IllegalStateException("the words of a document");
          }
        });
  }

  private ObjectNotice anotherArticle() {
    String json =
        "{\"title\":\"Shares of Kingsoft Cloud drop\",\"publisher\":\"Desk Wire\",\"publisherKind\":\"named-news\","
            + "\"published\":\"2026-05-27T13:00:00Z\",\"tickers\":[\"KC\"],"
            + "\"text\":\"Shares of Kingsoft Cloud fell 5% in regular trading after results.\"}";
    return desk.drop(
        "inbox/KC/article-late.json",
        json.getBytes(StandardCharsets.UTF_8),
        "2026-05-27T13:30:00Z");
  }

  private List<LedgerEntry.ScoreEntry> cards() {
    return desk.store
        .ledger
        .read(
            Book.of(Desk.TICKER),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2027, 1, 1),
            Instant.parse("2027-01-01T00:00:00Z"))
        .of(LedgerEntry.ScoreEntry.class)
        .toList();
  }
}

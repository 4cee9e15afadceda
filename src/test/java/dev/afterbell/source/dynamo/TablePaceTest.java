package dev.afterbell.source.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.cloud.LocalStores;
import dev.afterbell.limit.Limits;
import dev.afterbell.source.edgar.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The pace that several functions share, over a real table. */
class TablePaceTest {

  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;
  private static final long NOW = 1_780_000_000L * SECOND;

  private final String table = LocalStores.newTable();

  @Test
  void reserve_fiftyAtOnceInFiveProcesses_neverMoreThanFiveInAnySecond() throws Exception {
    List<Pace> processes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      processes.add(pace());
    }
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      List<Callable<Pace.Turn>> asked = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        Pace process = processes.get(i % processes.size());
        asked.add(() -> process.reserve(NOW));
      }
      List<Long> turns = new ArrayList<>();
      for (Future<Pace.Turn> turn : threads.invokeAll(asked)) {
        turns.add(((Pace.At) turn.get()).atNanos());
      }
      List<Long> sorted = turns.stream().sorted().toList();
      assertThat(sorted).hasSize(50).startsWith(NOW);
      for (int i = 5; i < sorted.size(); i++) {
        assertThat(sorted.get(i) - sorted.get(i - 5)).isGreaterThan(SECOND);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void reserve_oneAfterTheOther_givesTheTurnsThatThePaceStates() {
    Pace pace = pace();
    Random random = new Random(7);
    OptionalLong last = OptionalLong.empty();
    long now = NOW;
    for (int i = 0; i < 100; i++) {
      now += random.nextInt(400) * MILLI;
      Pace.Turn stated = Pace.after(last, now);

      assertThat(pace.reserve(now)).isEqualTo(stated);
      if (stated instanceof Pace.At at) {
        last = OptionalLong.of(at.atNanos());
      }
    }
  }

  @Test
  void reserve_queueFull_hasNoTurnUntilSomeHavePassed() {
    Pace pace = pace();
    int turns = 0;
    while (pace.reserve(NOW) instanceof Pace.At) {
      turns++;
    }

    assertThat(turns).isEqualTo(Limits.EDGAR_QUEUE_MILLIS_MAX / Limits.EDGAR_SPACING_MILLIS + 1);
    assertThat(pace.reserve(NOW + SECOND)).isInstanceOf(Pace.At.class);
  }

  @Test
  void reserve_tableCannotBeAsked_knowsNoTurn() {
    assertThat(new TablePace(LocalStores.dynamo(), "no-such-table").reserve(NOW))
        .isEqualTo(new Pace.Unknown());
  }

  private Pace pace() {
    return new TablePace(LocalStores.dynamo(), table);
  }
}

package dev.afterbell.source.edgar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.limit.Limits;
import dev.afterbell.source.edgar.Pace.At;
import dev.afterbell.source.edgar.Pace.None;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;

  @Test
  void reserve_fiftyThreadsAtOnce_neverMoreThanFiveInAnySecond() throws Exception {
    Pace pace = Pace.inProcess();
    long now = Long.MAX_VALUE - SECOND;
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      List<Callable<Long>> asked = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        asked.add(() -> ((At) pace.reserve(now)).waitFrom(now).toNanos());
      }
      List<Long> waits = new ArrayList<>();
      for (Future<Long> wait : threads.invokeAll(asked)) {
        waits.add(wait.get());
      }
      assertThat(waits).hasSize(50).contains(0L);
      assertAtMostFiveInAnySecond(waits);
    } finally {
      threads.shutdownNow();
    }
  }

  @Property
  void reserve_atAnyTimes_neverMoreThanFiveInAnySecond(
      @ForAll @Size(min = 6, max = 60) List<@IntRange(min = 0, max = 400) Integer> gapsMillis,
      @ForAll long start) {
    Pace pace = Pace.inProcess();
    long now = start;
    List<Long> sent = new ArrayList<>();
    for (int gap : gapsMillis) {
      now += gap * MILLI;
      if (pace.reserve(now) instanceof At at) {
        sent.add(at.atNanos() - start);
      }
    }
    assertAtMostFiveInAnySecond(sent);
  }

  @Property
  void reserve_turnsTakenAsLateAsTheyLast_neverMoreThanFiveInAnySecond(
      @ForAll @Size(value = 30)
          List<@IntRange(min = 0, max = Limits.EDGAR_TURN_MILLIS) Integer> lateMillis) {
    Pace pace = Pace.inProcess();
    List<Long> sent = new ArrayList<>();
    for (int late : lateMillis) {
      At at = (At) pace.reserve(0);
      sent.add(at.atNanos() + late * MILLI);
      assertThat(at.lasts(at.atNanos() + late * MILLI)).isTrue();
    }
    assertAtMostFiveInAnySecond(sent);
  }

  @Test
  void lasts_aMomentTooLate_isOver() {
    At at = new At(0);

    assertThat(at.lasts(Limits.EDGAR_TURN_MILLIS * MILLI + 1)).isFalse();
  }

  @Test
  void reserve_afterAQuietTime_isAtOnce() {
    Pace pace = Pace.inProcess();
    pace.reserve(0);

    assertThat(pace.reserve(10 * SECOND)).isEqualTo(new At(10 * SECOND));
  }

  @Test
  void reserve_queueFull_hasNoTurnUntilSomeHavePassed() {
    Pace pace = Pace.inProcess();
    int turns = 0;
    while (pace.reserve(0) instanceof At) {
      turns++;
    }

    assertThat(turns).isEqualTo(Limits.EDGAR_QUEUE_MILLIS_MAX / Limits.EDGAR_SPACING_MILLIS + 1);
    assertThat(pace.reserve(SECOND)).isInstanceOf(At.class);
  }

  @Test
  void after_sharedNumber_isAllThatATableHasToKeep() {
    At first = (At) Pace.after(OptionalLong.empty(), 7);
    assertThat(first).isEqualTo(new At(7));

    At second = (At) Pace.after(OptionalLong.of(first.atNanos()), 8);
    assertThat(second.waitFrom(8).plusNanos(1))
        .isEqualTo(Duration.ofMillis(Limits.EDGAR_SPACING_MILLIS));
    assertThat(Pace.after(OptionalLong.of(60 * SECOND), 0)).isEqualTo(new None());
  }

  private static void assertAtMostFiveInAnySecond(List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    for (int i = 5; i < sorted.size(); i++) {
      assertThat(sorted.get(i) - sorted.get(i - 5)).isGreaterThan(SECOND);
    }
  }
}

package dev.afterbell.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schedule: 20:30 New York on weekdays, by a clock that is moved. */
class LocalSchedulerTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2026-05-27T10:35:00Z"));
  private final List<String> fired = new ArrayList<>();
  private final LocalScheduler scheduler =
      new LocalScheduler(
          clock,
          event -> {
            try {
              fired.add(
                  new ObjectMapper().readTree(event).path("time").asText()
                      + " at "
                      + clock.instant());
              return "null".getBytes(UTF_8);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });

  @Test
  void clock_movedOverWeekend_firesWeekdaysOnlyEachAtItsInstant() throws Exception {
    int ticks = scheduler.moveTo(Instant.parse("2026-06-02T00:30:00Z"));

    assertThat(ticks).isEqualTo(4);
    assertThat(fired)
        .containsExactly(
            "2026-05-28T00:30:00Z at 2026-05-28T00:30:00Z",
            "2026-05-29T00:30:00Z at 2026-05-29T00:30:00Z",
            "2026-05-30T00:30:00Z at 2026-05-30T00:30:00Z",
            "2026-06-02T00:30:00Z at 2026-06-02T00:30:00Z");
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-06-02T00:30:00Z"));
  }

  @Test
  void clock_movedFromTickToTick_firesTheLaterOnce() throws Exception {
    clock.set(Instant.parse("2026-05-28T00:30:00Z"));

    assertThat(scheduler.moveTo(Instant.parse("2026-05-29T00:30:00Z"))).isEqualTo(1);
    assertThat(scheduler.moveTo(Instant.parse("2026-05-29T00:30:00Z"))).isZero();
  }

  @Test
  void schedule_inWinter_isAnHourLaterInUtc() {
    assertThat(
            LocalScheduler.ticksBetween(
                Instant.parse("2026-01-05T12:00:00Z"), Instant.parse("2026-01-06T12:00:00Z")))
        .containsExactly(Instant.parse("2026-01-06T01:30:00Z"));
  }

  @Test
  void clock_movedBack_firesNothing() throws Exception {
    assertThat(scheduler.moveTo(Instant.parse("2026-01-01T00:00:00Z"))).isZero();
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void clock_movedByADecade_firesTheLastTicksOnly() {
    List<Instant> ticks =
        LocalScheduler.ticksBetween(
            Instant.parse("2016-01-01T00:00:00Z"), Instant.parse("2026-05-27T10:35:00Z"));

    assertThat(ticks).hasSize(LocalScheduler.TICKS_MAX).isSorted();
    assertThat(ticks.get(ticks.size() - 1)).isEqualTo(Instant.parse("2026-05-27T00:30:00Z"));
  }

  @Test
  void tick_byHand_firesAtTheClocksInstant() throws Exception {
    scheduler.tick();

    assertThat(fired).containsExactly("2026-05-27T10:35:00Z at 2026-05-27T10:35:00Z");
  }
}

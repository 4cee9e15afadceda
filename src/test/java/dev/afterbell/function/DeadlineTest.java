package dev.afterbell.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.flow.Desk;
import dev.afterbell.flow.RescoreEvents;
import dev.afterbell.flow.ScoringSetting;
import dev.afterbell.flow.TryAgain;
import dev.afterbell.telemetry.Telemetry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Time is nearly up (faults, row 13). */
class DeadlineTest {

  private static final Instant START = Instant.parse("2026-06-02T00:30:00Z");

  @Test
  void row13_beforeTheLimit_goesOn_andAtTheLimitComesAgain() {
    Instant limit = START.plusSeconds(50);

    assertThatCode(() -> at(limit.minusMillis(1), limit).check()).doesNotThrowAnyException();
    assertThatThrownBy(() -> at(limit, limit).check()).isInstanceOf(TryAgain.class);
    assertThat(at(limit.minusMillis(1), limit).timeLeft()).isTrue();
    assertThat(at(limit, limit).timeLeft()).isFalse();
  }

  @Test
  void row13_start_addsTheLimitToTheClock() {
    Deadline deadline = new Deadline(Clock.fixed(START, ZoneOffset.UTC), Duration.ofSeconds(50));

    assertThat(deadline.start().until()).isEqualTo(START.plusSeconds(50));
  }

  @Test
  void row13_refreshOutOfTime_leavesTheRestAndFails() {
    Desk desk = new Desk().withSample();
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    RefreshFunction function = new RefreshFunction();
    function.flow = desk.refresh;
    function.telemetry =
        new Telemetry(
            Clock.fixed(START, ZoneOffset.UTC), new PrintStream(log, true, StandardCharsets.UTF_8));
    function.deadline = new Deadline(Clock.fixed(START, ZoneOffset.UTC), Duration.ZERO);
    ObjectNode tick = JsonNodeFactory.instance.objectNode().put("time", START.toString());

    assertThatThrownBy(() -> function.refresh(tick)).isInstanceOf(IllegalStateException.class);
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"RefreshesOverdue\":1");

    function.deadline = new Deadline(Clock.fixed(START, ZoneOffset.UTC), Duration.ofSeconds(9));
    assertThat(function.refresh(tick).path("scored").asInt()).isEqualTo(1);
  }

  @Test
  void tickToRescore_scoresNothingThatIsDue() {
    Desk desk = new Desk().withSample();
    RefreshFunction function = new RefreshFunction();
    function.flow = desk.refresh;
    function.rescore =
        new RescoreEvents(desk.store.ledger, desk.store.vault, ScoringSetting.SHIPPED);
    Clock clock = Clock.fixed(START, ZoneOffset.UTC);
    function.telemetry =
        new Telemetry(
            clock, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    function.deadline = new Deadline(clock, Duration.ofSeconds(9));
    ObjectNode tick =
        JsonNodeFactory.instance
            .objectNode()
            .put("source", "afterbell.rescore")
            .put("time", START.toString());

    assertThat(function.refresh(tick).toString()).isEqualTo("{\"rescored\":0}");
    tick.remove("source");
    assertThat(function.refresh(tick).path("scored").asInt()).isEqualTo(1);
  }

  private static Deadline.Running at(Instant now, Instant limit) {
    return new Deadline.Running(
        new Deadline(Clock.fixed(now, ZoneOffset.UTC), Duration.ofSeconds(50)), limit);
  }
}

package dev.afterbell.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.afterbell.flow.RefreshEvidence;
import dev.afterbell.function.wire.ScheduleTick;
import dev.afterbell.telemetry.Invocation;
import dev.afterbell.telemetry.Telemetry;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;

/** Runs at every tick of the schedule. */
public class RefreshFunction {

  @Inject RefreshEvidence flow;
  @Inject Telemetry telemetry;
  @Inject Deadline deadline;

  /**
   * Scores what is due.
   *
   * @throws IllegalStateException if an event could not be scored, after all others were; the
   *     schedule then retries
   */
  @Funq("refresh")
  public JsonNode refresh(JsonNode event) {
    try (Invocation invocation = telemetry.start("refresh")) {
      Deadline.Running running = deadline.start();
      RefreshEvidence.Outcome outcome = refreshed(event, running, invocation);
      invocation.count("EventsScored", outcome.scored().size());
      invocation.count("RefreshesOverdue", outcome.failed().size());
      if (!outcome.failed().isEmpty()) {
        IllegalStateException failure =
            new IllegalStateException(
                outcome.failed().size() + " events could not be scored: " + outcome.failed());
        invocation.failed(failure);
        throw failure;
      }
      return JsonNodeFactory.instance
          .objectNode()
          .put("scored", outcome.scored().size())
          .put("alreadyScored", outcome.alreadyScored().size());
    }
  }

  private RefreshEvidence.Outcome refreshed(
      JsonNode event, Deadline.Running running, Invocation invocation) {
    try {
      return flow.refresh(ScheduleTick.decode(event), running::timeLeft);
    } catch (RuntimeException e) {
      invocation.failed(e);
      throw e;
    }
  }
}

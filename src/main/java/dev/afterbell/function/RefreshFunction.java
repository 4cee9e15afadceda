package dev.afterbell.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.afterbell.flow.RefreshEvidence;
import dev.afterbell.flow.RescoreEvents;
import dev.afterbell.flow.WatchFilings;
import dev.afterbell.flow.WatchList;
import dev.afterbell.function.wire.ScheduleTick;
import dev.afterbell.telemetry.Invocation;
import dev.afterbell.telemetry.Telemetry;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs at every tick of the schedules. */
public class RefreshFunction {

  @Inject RefreshEvidence flow;
  @Inject WatchFilings watch;
  @Inject RescoreEvents rescore;
  @Inject Telemetry telemetry;
  @Inject Deadline deadline;

  @Inject
  @ConfigProperty(name = "afterbell.watch")
  Optional<String> watchList;

  /**
   * Scores what is due, looks for filings of watched issuers, or scores anew by this method.
   *
   * @throws IllegalStateException if something failed, after all else was done; the schedule then
   *     retries
   */
  @Funq("refresh")
  public JsonNode refresh(JsonNode event) {
    try (Invocation invocation = telemetry.start("refresh")) {
      try {
        ScheduleTick tick = ScheduleTick.decode(event);
        return switch (tick.purpose()) {
          case REFRESH -> refreshed(tick, invocation);
          case WATCH -> watched(tick, invocation);
          case RESCORE -> rescored(tick, invocation);
        };
      } catch (RuntimeException e) {
        invocation.failed(e);
        throw e;
      }
    }
  }

  private JsonNode refreshed(ScheduleTick tick, Invocation invocation) {
    RefreshEvidence.Outcome outcome = flow.refresh(tick.time(), deadline.start()::timeLeft);
    invocation.count("EventsScored", outcome.scored().size());
    invocation.count("RefreshesOverdue", outcome.failed().size());
    requireNone(outcome.failed(), "events could not be scored");
    return JsonNodeFactory.instance
        .objectNode()
        .put("scored", outcome.scored().size())
        .put("alreadyScored", outcome.alreadyScored().size());
  }

  private JsonNode watched(ScheduleTick tick, Invocation invocation) {
    WatchFilings.Outcome outcome =
        watch.watch(WatchList.parse(watchList.orElse("")), tick.time(), deadline.start()::timeLeft);
    invocation.count("FilingsFound", outcome.dropped().size());
    requireNone(outcome.failed(), "filings could not be looked for");
    return JsonNodeFactory.instance.objectNode().put("dropped", outcome.dropped().size());
  }

  private JsonNode rescored(ScheduleTick tick, Invocation invocation) {
    RescoreEvents.Outcome outcome = rescore.rescore(tick.time(), deadline.start()::timeLeft);
    invocation.count("EventsScored", outcome.written());
    requireNone(outcome.failed(), "events could not be scored anew");
    return JsonNodeFactory.instance.objectNode().put("rescored", outcome.written());
  }

  private static void requireNone(List<String> failed, String what) {
    if (!failed.isEmpty()) {
      throw new IllegalStateException(failed.size() + " " + what + ": " + failed);
    }
  }
}

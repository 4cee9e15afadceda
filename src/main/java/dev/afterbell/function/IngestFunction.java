package dev.afterbell.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.flow.IngestFiling;
import dev.afterbell.flow.IngestOutcome;
import dev.afterbell.flow.ObjectNotice;
import dev.afterbell.function.wire.S3Notices;
import dev.afterbell.telemetry.Invocation;
import dev.afterbell.telemetry.Telemetry;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import java.time.Clock;

/** Takes S3 notices, one SQS message at a time or straight from the bucket. */
public class IngestFunction {

  @Inject IngestFiling flow;
  @Inject Telemetry telemetry;
  @Inject Clock clock;
  @Inject Deadline deadline;

  /**
   * Deals with every notice of a message. An exception fails the message alone, so that the queue
   * delivers it again.
   */
  @Funq("ingest")
  public void ingest(JsonNode message) {
    try (Invocation invocation = telemetry.start("ingest")) {
      Deadline.Running running = deadline.start();
      for (ObjectNotice notice : S3Notices.decode(message)) {
        running.check();
        invocation.count(ingested(notice, invocation).getClass().getSimpleName());
      }
    }
  }

  private IngestOutcome ingested(ObjectNotice notice, Invocation invocation) {
    try {
      return flow.ingest(notice, clock.instant());
    } catch (RuntimeException e) {
      invocation.failed(e);
      throw e;
    }
  }
}

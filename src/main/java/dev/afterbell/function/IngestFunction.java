package dev.afterbell.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.flow.CorruptStored;
import dev.afterbell.flow.IngestFiling;
import dev.afterbell.flow.ObjectNotice;
import dev.afterbell.function.wire.S3Notices;
import dev.afterbell.telemetry.Invocation;
import dev.afterbell.telemetry.Telemetry;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

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
      ingest(message, deadline.start(), invocation);
    }
  }

  private void ingest(JsonNode message, Deadline.Running running, Invocation invocation) {
    try {
      List<ObjectNotice> notices = S3Notices.decode(message);
      if (notices.isEmpty()) {
        invocation.count("EmptyMessages");
      }
      for (ObjectNotice notice : notices) {
        running.check();
        invocation.count(flow.ingest(notice, clock.instant()).getClass().getSimpleName());
      }
    } catch (CorruptStored e) {
      invocation.count("CorruptEntries");
      invocation.failed(e);
      throw e;
    } catch (RuntimeException e) {
      invocation.failed(e);
      throw e;
    }
  }
}

package dev.afterbell.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.cloud.LocalScheduler;
import dev.afterbell.function.wire.ScheduleTick;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** From a drop in the bucket to the ingest function, and from the clock to the refresh function. */
class TriggersTest {

  private final Stack stack = new Stack();

  private JsonNode ingestTrigger() {
    JsonNode events = stack.properties("IngestFunction").required("Events");
    assertThat(events).hasSize(1);
    JsonNode trigger = events.properties().iterator().next().getValue();
    assertThat(trigger.path("Type").asText()).isEqualTo("SQS");
    return trigger.required("Properties");
  }

  /** Row 10: without partial batch responses a failed message counts as done and is lost. */
  @Test
  void row10_eventSourceMapping_reportsBatchItemFailures() {
    assertThat(Stack.texts(ingestTrigger().required("FunctionResponseTypes")))
        .containsExactly("ReportBatchItemFailures");
    assertThat(stack.ofType("AWS::Lambda::EventSourceMapping")).isEmpty();
  }

  @Test
  void ingest_takesBatchesOfTen_fromTheInboxQueue() {
    assertThat(ingestTrigger().required("BatchSize").asInt()).isEqualTo(10);
    assertThat(ingestTrigger().required("Queue")).hasToString(Stack.attribute("InboxQueue", "Arn"));
  }

  @Test
  void bucket_notifiesOfDropsAndRemovals_ofTheInboxOnly_andTheQueueOnly() {
    JsonNode notifications = stack.properties("Bucket").required("NotificationConfiguration");
    assertThat(notifications).hasSize(1);
    JsonNode queues = notifications.required("QueueConfigurations");

    assertThat(queues)
        .extracting(q -> q.path("Event").asText())
        .containsExactly("s3:ObjectCreated:*", "s3:ObjectRemoved:*");
    for (JsonNode queue : queues) {
      JsonNode rules = queue.required("Filter").required("S3Key").required("Rules");
      assertThat(queue.path("Queue")).hasToString(Stack.attribute("InboxQueue", "Arn"));
      assertThat(rules).hasSize(1);
      assertThat(rules.path(0).path("Name").asText()).isEqualTo("prefix");
      assertThat(rules.path(0).path("Value").asText()).isEqualTo("inbox/");
    }
  }

  @Test
  void queue_takesNoticesOfThisBucketOnly() {
    JsonNode allowed =
        stack.properties("InboxQueuePolicy").required("PolicyDocument").required("Statement");

    assertThat(allowed.path(0).path("Effect").asText()).isEqualTo("Allow");
    assertThat(allowed.path(0).path("Principal").path("Service").asText())
        .isEqualTo("s3.amazonaws.com");
    assertThat(allowed.path(0).path("Condition").path("ArnEquals").path("aws:SourceArn").toString())
        .contains(stack.properties("Bucket").required("BucketName").required("Fn::Sub").asText());
    assertThat(allowed.path(1).path("Effect").asText()).isEqualTo("Deny");
    assertThat(allowed.path(1).path("Condition").toString()).contains("aws:SecureTransport");
  }

  @Test
  void bucketAndQueuePolicy_doNotWaitForEachOther() {
    assertThat(stack.resource("Bucket").path("DependsOn").asText()).isEqualTo("InboxQueuePolicy");
    assertThat(stack.resource("InboxQueuePolicy").toString())
        .doesNotContain("\"Bucket\"", "${Bucket}", "${Bucket.Arn}");
  }

  @Test
  void message_staysInvisible_forSixTimeouts() {
    int timeoutSeconds = stack.properties("IngestFunction").required("Timeout").asInt();

    assertThat(stack.properties("InboxQueue").required("VisibilityTimeout").asInt())
        .isGreaterThanOrEqualTo(6 * timeoutSeconds);
  }

  @Test
  void poisonMessage_isKeptAfterFiveAttempts() {
    JsonNode redrive = stack.properties("InboxQueue").required("RedrivePolicy");

    assertThat(redrive.required("maxReceiveCount").asInt()).isEqualTo(5);
    assertThat(redrive.required("deadLetterTargetArn"))
        .hasToString(Stack.attribute("InboxDeadLetters", "Arn"));
    assertThat(stack.resource("InboxDeadLetters").path("DeletionPolicy").asText())
        .isEqualTo("Retain");
    assertThat(stack.properties("InboxDeadLetters").path("MessageRetentionPeriod").asInt())
        .isEqualTo(14 * 24 * 3600);
  }

  @Test
  void schedule_isTheEveningInNewYork_asTheLocalCloudHasIt() {
    JsonNode schedule = schedule();

    assertThat(schedule.required("ScheduleExpressionTimezone").asText())
        .isEqualTo("America/New_York")
        .isEqualTo(LocalScheduler.ZONE.getId());
    assertThat(schedule.required("ScheduleExpression").asText())
        .isEqualTo(
            "cron(%d %d ? * MON-FRI *)",
            LocalScheduler.AT.getMinute(), LocalScheduler.AT.getHour());
    assertThat(schedule.required("FlexibleTimeWindow").required("Mode").asText()).isEqualTo("OFF");
  }

  @Test
  void schedule_retries_andKeepsWhatFailed() {
    JsonNode schedule = schedule();
    JsonNode afterwards = stack.properties("RefreshFunction").required("EventInvokeConfig");

    assertThat(schedule.required("RetryPolicy").required("MaximumRetryAttempts").asInt())
        .isPositive();
    assertThat(schedule.required("DeadLetterConfig").required("Arn"))
        .hasToString(Stack.attribute("ScheduleDeadLetters", "Arn"));
    assertThat(afterwards.required("DestinationConfig").required("OnFailure").path("Destination"))
        .hasToString(Stack.attribute("ScheduleDeadLetters", "Arn"));
  }

  @Test
  void schedule_tellsTheFunctionItsInstant() throws IOException {
    JsonNode input = new ObjectMapper().readTree(schedule().required("Input").asText());

    assertThat(input.required("time").asText()).isEqualTo("<aws.scheduler.scheduled-time>");
  }

  @Test
  void watch_isOffWhileNobodyIsWatched_andSaysWhatItIs() throws IOException {
    JsonNode watch = schedule("Watch");

    assertThat(stack.parameter("Watch").required("Default").asText()).isEmpty();
    assertThat(watch.required("State"))
        .hasToString("{\"Fn::If\":[\"Watches\",\"ENABLED\",\"DISABLED\"]}");
    JsonNode input = new ObjectMapper().readTree(watch.required("Input").asText());
    assertThat(
            ScheduleTick.decode(((ObjectNode) input).put("time", "2026-06-02T00:30:00Z")).purpose())
        .isEqualTo(ScheduleTick.Purpose.WATCH);
    assertThat(watch.required("DeadLetterConfig").required("Arn"))
        .hasToString(Stack.attribute("ScheduleDeadLetters", "Arn"));
  }

  private JsonNode schedule() {
    return schedule("AfterTheBell");
  }

  private JsonNode schedule(String name) {
    JsonNode events = stack.properties("RefreshFunction").required("Events");
    assertThat(events).hasSize(2);
    JsonNode trigger = events.required(name);
    assertThat(trigger.path("Type").asText()).isEqualTo("ScheduleV2");
    return trigger.required("Properties");
  }
}

package dev.afterbell.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.cloud.Export;
import dev.afterbell.cloud.LocalQueue;
import dev.afterbell.cloud.LocalScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The local cloud runs the functions under the template's limits. */
class LocalCloudTest {

  private final Stack stack = new Stack();

  @ParameterizedTest
  @CsvSource({"INGEST, IngestFunction", "REFRESH, RefreshFunction", "SNAPSHOT, SnapshotFunction"})
  void export_hasNameTimeoutAndDeadlineOfTheTemplate(Export export, String function) {
    assertThat(export.exportName())
        .isEqualTo(stack.variable(function, "QUARKUS_FUNQY_EXPORT").asText());
    assertThat(export.timeout().toSeconds())
        .isEqualTo(stack.properties(function).required("Timeout").asLong());
    assertThat(export.deadline().toMillis())
        .isEqualTo(stack.variable(function, "AFTERBELL_DEADLINE_MILLIS").asLong());
  }

  @Test
  void queue_hasBatchSizeAndRedriveLimitOfTheTemplate() {
    LocalQueue.Settings local = LocalQueue.Settings.local();

    assertThat(local.batchMax())
        .isEqualTo(
            stack.properties("IngestFunction").at("/Events/Inbox/Properties/BatchSize").asInt());
    assertThat(local.receivesMax())
        .isEqualTo(stack.properties("InboxQueue").at("/RedrivePolicy/maxReceiveCount").asInt());
  }

  @Test
  void schedule_firesAtTheTemplatesTime() {
    assertThat(
            stack
                .properties("RefreshFunction")
                .at("/Events/AfterTheBell/Properties/ScheduleExpression")
                .asText())
        .isEqualTo(
            "cron(%d %d ? * MON-FRI *)"
                .formatted(LocalScheduler.AT.getMinute(), LocalScheduler.AT.getHour()));
    assertThat(
            stack
                .properties("RefreshFunction")
                .at("/Events/AfterTheBell/Properties/ScheduleExpressionTimezone")
                .asText())
        .isEqualTo(LocalScheduler.ZONE.getId());
  }
}

package dev.afterbell.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What an operator sees: alarms, a dashboard, outputs. */
class OperationsTest {

  static final List<String> functions = Stack.FUNCTIONS;

  private final Stack stack = new Stack();

  private List<JsonNode> alarms(String namespace, String metric) {
    return stack.ofType("AWS::CloudWatch::Alarm").values().stream()
        .map(a -> a.required("Properties"))
        .filter(a -> a.required("Namespace").asText().equals(namespace))
        .filter(a -> a.required("MetricName").asText().equals(metric))
        .toList();
  }

  private static boolean watches(JsonNode alarm, String of) {
    return StreamSupport.stream(alarm.required("Dimensions").spliterator(), false)
        .anyMatch(d -> d.required("Value").toString().equals(of));
  }

  @ParameterizedTest
  @CsvSource({
    "ApproximateNumberOfMessagesVisible, InboxDeadLetters",
    "ApproximateNumberOfMessagesVisible, ScheduleDeadLetters",
    "ApproximateAgeOfOldestMessage, InboxQueue",
  })
  void queue_raisesAlarm(String metric, String queue) {
    assertThat(alarms("AWS/SQS", metric))
        .filteredOn(a -> watches(a, Stack.attribute(queue, "QueueName")))
        .hasSize(1);
  }

  @ParameterizedTest
  @FieldSource("functions")
  void function_raisesAlarm_onErrorsAndThrottles(String function) {
    for (String metric : List.of("Errors", "Throttles")) {
      assertThat(alarms("AWS/Lambda", metric))
          .filteredOn(a -> watches(a, Stack.ref(function)))
          .as(metric)
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @FieldSource("functions")
  void function_raisesAlarm_beforeItsTimeout(String function) {
    int timeoutMillis = stack.properties(function).required("Timeout").asInt() * 1000;

    assertThat(alarms("AWS/Lambda", "Duration"))
        .filteredOn(a -> watches(a, Stack.ref(function)))
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.required("ExtendedStatistic").asText()).isEqualTo("p99");
              assertThat(a.required("Threshold").asInt()).isEqualTo(timeoutMillis * 4 / 5);
            });
  }

  @ParameterizedTest
  @CsvSource({"RefreshesOverdue", "CorruptEntries"})
  void ledger_raisesAlarm(String metric) {
    assertThat(alarms("Afterbell", metric))
        .singleElement()
        .satisfies(a -> assertThat(a.required("Threshold").asInt()).isZero());
  }

  @Test
  void everyAlarm_saysWhatItMeans_andReachesTheTopic() {
    assertThat(stack.ofType("AWS::CloudWatch::Alarm"))
        .allSatisfy(
            (name, alarm) -> {
              JsonNode properties = alarm.required("Properties");
              assertThat(properties.path("AlarmDescription").asText()).endsWith(".");
              assertThat(properties.path("AlarmActions").toString())
                  .contains(Stack.ref("AlarmTopicArn"));
            });
  }

  @Test
  void dashboard_isJson() throws IOException {
    String body = stack.properties("Dashboard").required("DashboardBody").path("Fn::Sub").asText();

    assertThat(new ObjectMapper().readTree(body).required("widgets")).hasSize(5);
  }

  @Test
  void outputs_nameWhatAPersonNeeds() {
    assertThat(stack.template().required("Outputs").fieldNames())
        .toIterable()
        .contains(
            "ApiUrl",
            "TableName",
            "BucketName",
            "IngestFunctionArn",
            "RefreshFunctionArn",
            "SnapshotFunctionArn",
            "DashboardUrl");
  }
}

package dev.afterbell.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.CorruptJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One line for each invocation, with nothing secret in it (faults, row 34). */
class TelemetryTest {

  private static final Instant NOW = Instant.parse("2026-06-02T00:30:00Z");

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Telemetry telemetry =
      new Telemetry(
          Clock.fixed(NOW, ZoneOffset.UTC), new PrintStream(log, true, StandardCharsets.UTF_8));

  @Test
  void row34_failureThatQuotesADocument_isLoggedWithoutItsMessage() {
    RuntimeException failure = unreadable("Revenue of the secret quarter was 7");

    try (Invocation invocation = telemetry.start("ingest")) {
      invocation.failed(failure);
    }

    assertThat(failure).hasMessageContaining("secret");
    assertThat(line().path("failure").asText())
        .startsWith("CorruptJson at dev.afterbell.")
        .doesNotContain("secret", "Revenue");
    assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("secret");
  }

  @Test
  void row34_line_holdsOnlyFunctionCountsAndDuration() {
    try (Invocation invocation = telemetry.start("ingest")) {
      invocation.count("Stored");
      invocation.count("Stored");
      invocation.count("CorruptEntries", 0);
    }

    List<String> names = new ArrayList<>();
    line().fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactlyInAnyOrder(
            "_aws", "function", "DurationMillis", "Stored", "CorruptEntries");
    assertThat(line().path("Stored").asInt()).isEqualTo(2);
    assertThat(line().at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("Afterbell");
    assertThat(line().at("/_aws/Timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void metrics_haveAnAggregateWithoutDimensions_whichAlarmsWatch() {
    telemetry.start("refresh").close();

    assertThat(line().at("/_aws/CloudWatchMetrics/0/Dimensions").toString())
        .isEqualTo("[[\"function\"],[]]");
  }

  private static RuntimeException unreadable(String text) {
    try {
      CanonicalJson.parse("\"" + text + "\" " + text);
      throw new AssertionError("read");
    } catch (CorruptJson e) {
      return new CorruptJson("$", text, e);
    }
  }

  private JsonNode line() {
    return CanonicalJson.parse(log.toString(StandardCharsets.UTF_8));
  }
}

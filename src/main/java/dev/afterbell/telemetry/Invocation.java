package dev.afterbell.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One invocation under way. Not thread-safe. */
public final class Invocation implements AutoCloseable {

  private static final String NAMESPACE = "Afterbell";
  private static final String OWN_CODE = "dev.afterbell.";

  private final Telemetry telemetry;
  private final String function;
  private final Instant started;
  private final Map<String, Long> counts = new TreeMap<>();
  private Optional<String> failure = Optional.empty();

  Invocation(Telemetry telemetry, String function, Instant started) {
    this.telemetry = telemetry;
    this.function = function;
    this.started = started;
  }

  /** Counts one. */
  public void count(String metric) {
    count(metric, 1);
  }

  /** Counts so many. */
  public void count(String metric, long by) {
    counts.merge(metric, by, Long::sum);
  }

  /**
   * Notes a failure by its class and by where it was thrown. Its message is left out: that of a
   * parser, for one, quotes what it could not read.
   */
  public void failed(RuntimeException failure) {
    count("Failures");
    StackTraceElement[] trace = failure.getStackTrace();
    String where =
        Arrays.stream(trace)
            .filter(e -> e.getClassName().startsWith(OWN_CODE))
            .findFirst()
            .map(e -> " at " + e.getClassName() + "." + e.getMethodName() + ":" + e.getLineNumber())
            .orElse("");
    this.failure = Optional.of(failure.getClass().getSimpleName() + where);
  }

  /** Writes the line. */
  @Override
  public void close() {
    Instant now = telemetry.clock().instant();
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode aws = line.putObject("_aws").put("Timestamp", now.toEpochMilli());
    ObjectNode directive =
        aws.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
    ArrayNode dimensions = directive.putArray("Dimensions");
    dimensions.addArray().add("function");
    dimensions.addArray();
    ArrayNode metrics = directive.putArray("Metrics");
    metrics.addObject().put("Name", "DurationMillis").put("Unit", "Milliseconds");
    counts.keySet().forEach(name -> metrics.addObject().put("Name", name).put("Unit", "Count"));
    line.put("function", function);
    line.put("DurationMillis", Duration.between(started, now).toMillis());
    counts.forEach(line::put);
    failure.ifPresent(f -> line.put("failure", f));
    telemetry.out().println(line);
  }
}

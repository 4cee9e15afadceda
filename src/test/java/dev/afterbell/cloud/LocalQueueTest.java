package dev.afterbell.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The queue and its event source mapping, with a consumer of a few lines. */
@Timeout(20)
class LocalQueueTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final LocalQueue.Settings QUICK =
      new LocalQueue.Settings(10, Duration.ofMillis(30), 5);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-05-27T10:35:00Z"));
  private final List<List<JsonNode>> batches = Collections.synchronizedList(new ArrayList<>());

  @Test
  void messages_allAccepted_deliveredOnceInBatchesOfTen() throws Exception {
    try (LocalQueue queue = queue(QUICK, body -> false)) {
      IntStream.range(0, 25).forEach(n -> queue.send("m" + n));
      queue.start();

      assertThat(queue.drain(SOON)).isTrue();
      assertThat(batches).extracting(List::size).containsExactly(10, 10, 5);
      assertThat(bodies())
          .containsExactlyElementsOf(IntStream.range(0, 25).mapToObj(n -> "m" + n).toList());
      assertThat(queue.deadLetters()).isEmpty();
    }
  }

  @Test
  void record_asSqsSendsIt_hasSourceAndAttributes() throws Exception {
    try (LocalQueue queue = queue(QUICK, body -> false)) {
      queue.start();
      queue.send("hello");
      assertThat(queue.drain(SOON)).isTrue();

      JsonNode record = batches.get(0).get(0);
      assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
      assertThat(record.path("messageId").asText()).isNotEmpty();
      assertThat(record.path("md5OfBody").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
      assertThat(record.path("attributes").path("ApproximateReceiveCount").asText()).isEqualTo("1");
      assertThat(record.path("attributes").path("SentTimestamp").asText())
          .isEqualTo(Long.toString(clock.millis()));
    }
  }

  @Test
  void poisonAmongTen_reportedAlone_nineDoneAndPoisonDeadAfterFiveReceives() throws Exception {
    try (LocalQueue queue = queue(QUICK, body -> body.equals("m3"))) {
      IntStream.range(0, 10).forEach(n -> queue.send("m" + n));
      queue.start();

      assertThat(queue.drain(SOON)).isTrue();
      assertThat(bodies().stream().filter(body -> !body.equals("m3")))
          .hasSize(9)
          .doesNotHaveDuplicates();
      assertThat(bodies().stream().filter("m3"::equals)).hasSize(5);
      assertThat(queue.deadLetters())
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.body()).isEqualTo("m3");
                assertThat(letter.receives()).isEqualTo(5);
              });
    }
  }

  @Test
  void batch_functionFails_allComeBackAndThenDie() throws Exception {
    Invoker failing =
        event -> {
          remember(event);
          throw new FunctionFailed("X", "out of order");
        };
    try (LocalQueue queue =
        new LocalQueue(new LocalQueue.Settings(10, Duration.ofMillis(5), 2), clock, failing)) {
      queue.send("a");
      queue.send("b");
      queue.start();

      assertThat(queue.drain(SOON)).isTrue();
      assertThat(bodies()).containsExactlyInAnyOrder("a", "b", "a", "b");
      assertThat(queue.deadLetters())
          .extracting(LocalQueue.DeadLetter::lastFailure)
          .allMatch(w -> w.contains("order"));
    }
  }

  @Test
  void answer_namesUnknownMessage_wholeBatchFails() throws Exception {
    Invoker confused =
        event -> {
          remember(event);
          return "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}".getBytes(UTF_8);
        };
    try (LocalQueue queue =
        new LocalQueue(new LocalQueue.Settings(10, Duration.ofMillis(5), 2), clock, confused)) {
      queue.send("a");
      queue.send("b");
      queue.start();

      assertThat(queue.drain(SOON)).isTrue();
      assertThat(queue.deadLetters())
          .extracting(LocalQueue.DeadLetter::body)
          .containsExactly("a", "b");
    }
  }

  @Test
  void failedMessage_hiddenForVisibilityTime_thenSeenAgain() throws Exception {
    List<Long> seen = Collections.synchronizedList(new ArrayList<>());
    Invoker onceFailing =
        event -> {
          seen.add(System.nanoTime());
          if (seen.size() == 1) {
            throw new FunctionFailed("X", "first time");
          }
          return "null".getBytes(UTF_8);
        };
    try (LocalQueue queue =
        new LocalQueue(
            new LocalQueue.Settings(10, Duration.ofMillis(300), 5), clock, onceFailing)) {
      queue.start();
      queue.send("a");

      assertThat(queue.drain(SOON)).isTrue();
      assertThat(seen).hasSize(2);
      assertThat(Duration.ofNanos(seen.get(1) - seen.get(0)))
          .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }
  }

  @Test
  void drain_whileMessageIsHidden_saysNotYet() throws Exception {
    Invoker failing =
        event -> {
          throw new FunctionFailed("X", "always");
        };
    try (LocalQueue queue =
        new LocalQueue(new LocalQueue.Settings(10, Duration.ofHours(1), 5), clock, failing)) {
      queue.start();
      queue.send("a");

      assertThat(queue.drain(Duration.ofMillis(200))).isFalse();
      assertThat(queue.depth()).isEqualTo(1);
    }
  }

  private LocalQueue queue(LocalQueue.Settings settings, Predicate<String> fails) {
    return new LocalQueue(
        settings,
        clock,
        event -> {
          ObjectNode answer = JSON.createObjectNode();
          ArrayNode failures = answer.putArray("batchItemFailures");
          for (JsonNode record : remember(event)) {
            if (fails.test(record.path("body").asText())) {
              failures.addObject().put("itemIdentifier", record.path("messageId").asText());
            }
          }
          return answer.toString().getBytes(UTF_8);
        });
  }

  private List<JsonNode> remember(byte[] event) {
    try {
      List<JsonNode> records = new ArrayList<>();
      JSON.readTree(event).path("Records").forEach(records::add);
      batches.add(records);
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> bodies() {
    return batches.stream().flatMap(List::stream).map(r -> r.path("body").asText()).toList();
  }
}

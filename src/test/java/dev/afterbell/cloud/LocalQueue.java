package dev.afterbell.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An SQS queue with its event source mapping and its dead-letter queue: batches, visibility,
 * redelivery, partial batch failures. Messages of a failed batch, or those the function names in
 * {@code batchItemFailures}, come back after the visibility time; after {@code receivesMax}
 * receives they go to the dead letters.
 */
public final class LocalQueue implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Settings settings;
  private final Clock clock;
  private final Invoker consumer;
  private final Thread poller;

  private final Object monitor = new Object();
  private final List<Message> waiting = new ArrayList<>();
  private final List<DeadLetter> deadLetters = new ArrayList<>();
  private int inFlight;
  private boolean closed;

  /**
   * @param batchMax most messages of one invocation
   * @param visibility how long a failed message stays hidden
   * @param receivesMax receives after which a failing message is a dead letter
   */
  public record Settings(int batchMax, Duration visibility, int receivesMax) {
    /**
     * The template's batch size and redrive limit, with a visibility time short enough for a person
     * to watch.
     */
    public static Settings local() {
      return new Settings(10, Duration.ofSeconds(1), 5);
    }
  }

  /** A message that failed too often, with the last thing that was said about it. */
  public record DeadLetter(String messageId, String body, int receives, String lastFailure) {}

  private static final class Message {
    final String id = UUID.randomUUID().toString();
    final String body;
    final long sentMillis;
    long firstReceiveMillis;
    int receives;
    long visibleAtNanos = System.nanoTime();

    Message(String body, long sentMillis) {
      this.body = body;
      this.sentMillis = sentMillis;
    }
  }

  private record Outcome(Set<String> failedIds, String why) {}

  /**
   * A queue that keeps what it is sent and, once {@link #start()}ed, feeds it to {@code consumer}.
   */
  public LocalQueue(Settings settings, Clock clock, Invoker consumer) {
    this.settings = settings;
    this.clock = clock;
    this.consumer = consumer;
    this.poller = new Thread(this::poll, "queue");
    poller.setDaemon(true);
  }

  /** Begins to deliver. */
  public void start() {
    poller.start();
  }

  /** Adds a message. */
  public void send(String body) {
    synchronized (monitor) {
      waiting.add(new Message(body, clock.millis()));
      monitor.notifyAll();
    }
  }

  /** Messages waiting or hidden, not those in flight. */
  public int depth() {
    synchronized (monitor) {
      return waiting.size();
    }
  }

  /** Messages that the function is working on. */
  public int inFlight() {
    synchronized (monitor) {
      return inFlight;
    }
  }

  /** Messages that failed too often, oldest first. */
  public List<DeadLetter> deadLetters() {
    synchronized (monitor) {
      return List.copyOf(deadLetters);
    }
  }

  /** Waits until every message is done or dead; false when that takes longer than {@code limit}. */
  public boolean drain(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    synchronized (monitor) {
      while (!waiting.isEmpty() || inFlight > 0) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        waitNanos(left);
      }
      return true;
    }
  }

  private void poll() {
    try {
      while (true) {
        List<Message> batch = receive();
        if (batch.isEmpty()) {
          return;
        }
        settle(batch, deliver(batch));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next visible messages; empty only when the queue is closed. */
  private List<Message> receive() throws InterruptedException {
    synchronized (monitor) {
      while (!closed) {
        long now = System.nanoTime();
        List<Message> batch =
            waiting.stream()
                .filter(m -> m.visibleAtNanos - now <= 0)
                .limit(settings.batchMax())
                .toList();
        if (!batch.isEmpty()) {
          waiting.removeAll(batch);
          inFlight = batch.size();
          batch.forEach(this::received);
          return batch;
        }
        waitNanos(
            waiting.stream()
                .map(m -> m.visibleAtNanos - now)
                .min(Comparator.naturalOrder())
                .orElse(Long.MAX_VALUE));
      }
      return List.of();
    }
  }

  private void received(Message message) {
    message.receives++;
    if (message.receives == 1) {
      message.firstReceiveMillis = clock.millis();
    }
  }

  private void waitNanos(long nanos) throws InterruptedException {
    monitor.wait(Math.max(1, Math.min(nanos / 1_000_000 + 1, 60_000)));
  }

  private Outcome deliver(List<Message> batch) {
    Set<String> all = new HashSet<>(batch.stream().map(m -> m.id).toList());
    try {
      return outcome(consumer.invoke(event(batch)), all);
    } catch (FunctionFailed e) {
      return new Outcome(all, String.valueOf(e.getMessage()));
    }
  }

  /** As SQS reads an answer: unknown or empty ids, or what is not JSON, fail the whole batch. */
  private static Outcome outcome(byte[] answer, Set<String> all) {
    try {
      JsonNode root = JSON.readTree(answer);
      Set<String> failed = new HashSet<>();
      for (JsonNode item : root.path("batchItemFailures")) {
        failed.add(item.path("itemIdentifier").asText(""));
      }
      return all.containsAll(failed)
          ? new Outcome(failed, "reported in batchItemFailures")
          : new Outcome(all, "batchItemFailures names an unknown message");
    } catch (IOException e) {
      return new Outcome(all, "the answer is not JSON");
    }
  }

  private void settle(List<Message> batch, Outcome outcome) {
    synchronized (monitor) {
      for (Message message : batch) {
        if (!outcome.failedIds().contains(message.id)) {
          continue;
        }
        if (message.receives >= settings.receivesMax()) {
          deadLetters.add(
              new DeadLetter(message.id, message.body, message.receives, outcome.why()));
        } else {
          message.visibleAtNanos = System.nanoTime() + settings.visibility().toNanos();
          waiting.add(message);
        }
      }
      inFlight = 0;
      monitor.notifyAll();
    }
  }

  private static byte[] event(List<Message> batch) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode records = root.putArray("Records");
    for (Message message : batch) {
      ObjectNode record = records.addObject();
      record.put("messageId", message.id);
      record.put("receiptHandle", message.id + "#" + message.receives);
      record.put("body", message.body);
      record
          .putObject("attributes")
          .put("ApproximateReceiveCount", Integer.toString(message.receives))
          .put("SentTimestamp", Long.toString(message.sentMillis))
          .put("SenderId", "local")
          .put("ApproximateFirstReceiveTimestamp", Long.toString(message.firstReceiveMillis));
      record.putObject("messageAttributes");
      record.put("md5OfBody", md5(message.body));
      record.put("eventSource", "aws:sqs");
      record.put("eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:afterbell-inbox");
      record.put("awsRegion", "us-east-1");
    }
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String md5(String body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    synchronized (monitor) {
      closed = true;
      monitor.notifyAll();
    }
    poller.interrupt();
  }
}

package dev.afterbell.function.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.flow.ObjectNotice;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * S3 event notifications, as they arrive in an SQS body or directly. Read by hand: AWS's own
 * classes cannot be deserialised in a native image, and unknown fields must not pass silently where
 * they matter.
 */
public final class S3Notices {

  private S3Notices() {}

  /**
   * The notices in a message. A test event ({@code s3:TestEvent}) and an empty list hold none.
   *
   * @throws WireFault if it is not an S3 notification at all, or a record lacks bucket, key or time
   */
  public static List<ObjectNotice> decode(JsonNode message) {
    if ("s3:TestEvent".equals(message.path("Event").asText())) {
      return List.of();
    }
    JsonNode records = message.get("Records");
    if (records == null || !records.isArray()) {
      throw new WireFault("The message is not an S3 notification: it has no Records");
    }
    List<ObjectNotice> notices = new ArrayList<>();
    for (JsonNode entry : records) {
      notices.add(notice(entry));
    }
    return notices;
  }

  private static ObjectNotice notice(JsonNode entry) {
    JsonNode object = entry.path("s3").path("object");
    return new ObjectNotice(
        change(entry.path("eventName").asText()),
        required(entry.path("s3").path("bucket").path("name"), "s3.bucket.name"),
        decoded(required(object.path("key"), "s3.object.key")),
        optional(object.path("versionId")),
        optional(object.path("sequencer")),
        object.path("size").asLong(0),
        instant(required(entry.path("eventTime"), "eventTime")));
  }

  private static ObjectNotice.Change change(String eventName) {
    String name = eventName.startsWith("s3:") ? eventName.substring(3) : eventName;
    if (name.startsWith("ObjectCreated:")) {
      return ObjectNotice.Change.CREATED;
    }
    return name.startsWith("ObjectRemoved:")
        ? ObjectNotice.Change.REMOVED
        : ObjectNotice.Change.OTHER;
  }

  /**
   * S3 encodes keys as form values: a plus sign is a space. Decoded once, here and nowhere else.
   */
  private static String decoded(String key) {
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return key;
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new WireFault("eventTime is not an instant");
    }
  }

  private static String required(JsonNode node, String name) {
    return optional(node).orElseThrow(() -> new WireFault("An S3 record lacks " + name));
  }

  private static Optional<String> optional(JsonNode node) {
    return node.isTextual() && !node.asText().isEmpty()
        ? Optional.of(node.asText())
        : Optional.empty();
  }
}

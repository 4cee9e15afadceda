package dev.afterbell.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.filing.Sha256;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Canonical JSON of what the ledger itself knows about drops: names sorted, absent ones left out.
 */
final class DropJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private DropJson() {}

  static Payload write(Rejection rejection) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("bytes", rejection.bytes());
    rejection.copyKey().ifPresent(k -> node.put("copyKey", k));
    node.put("message", rejection.message());
    node.put("objectKey", rejection.objectKey());
    rejection.original().ifPresent(h -> node.put("original", h.hex()));
    node.put("reason", rejection.reason().name());
    return payload(node);
  }

  static Payload write(Removal removal) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("objectKey", removal.objectKey());
    node.put("removedAt", removal.removedAt().toString());
    node.put("sequencer", removal.sequencer().digits());
    return payload(node);
  }

  /**
   * @throws IllegalArgumentException if the payload is no rejection
   */
  static Rejection readRejection(Payload payload) {
    JsonNode node = tree(payload);
    return new Rejection(
        RejectionReason.valueOf(text(node, "reason")),
        text(node, "message"),
        text(node, "objectKey"),
        optionalText(node, "original").map(Sha256::new),
        optionalText(node, "copyKey"),
        node.path("bytes").asLong(-1));
  }

  /**
   * @throws IllegalArgumentException if the payload is no removal
   */
  static Removal readRemoval(Payload payload) {
    JsonNode node = tree(payload);
    try {
      return new Removal(
          text(node, "objectKey"),
          new Sequencer(text(node, "sequencer")),
          Instant.parse(text(node, "removedAt")));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("removedAt is no instant", e);
    }
  }

  private static Payload payload(ObjectNode node) {
    try {
      return Payload.of(MAPPER.writeValueAsBytes(node));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of texts and numbers can be written", e);
    }
  }

  private static JsonNode tree(Payload payload) {
    try {
      return MAPPER.readTree(payload.json());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON", e);
    }
  }

  private static String text(JsonNode node, String name) {
    return optionalText(node, name)
        .orElseThrow(() -> new IllegalArgumentException("Missing: " + name));
  }

  private static Optional<String> optionalText(JsonNode node, String name) {
    return Optional.ofNullable(node.path(name).textValue());
  }
}

package dev.afterbell.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.vault.FetchResult;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a side-car {@code <key>.meta.json} adds to an object's own metadata: form, published,
 * source-url, publisher.
 */
final class SideCar {

  private SideCar() {}

  /**
   * The object's metadata, overridden by the side-car's text members; a side-car that is no JSON
   * object adds nothing.
   */
  static Map<String, String> merge(Map<String, String> metadata, FetchResult sideCar) {
    Map<String, String> merged = new TreeMap<>(metadata);
    if (sideCar instanceof FetchResult.Body body) {
      members(body.bytes()).forEach(merged::put);
    }
    return merged;
  }

  private static Map<String, String> members(byte[] json) {
    Map<String, String> members = new TreeMap<>();
    try {
      JsonNode node = CanonicalJson.parse(json);
      node.properties().stream()
          .filter(e -> e.getValue().isTextual())
          .forEach(e -> members.put(e.getKey(), e.getValue().asText()));
    } catch (CorruptJson e) {
      members.put("side-car-fault", e.getMessage());
    }
    return members;
  }
}

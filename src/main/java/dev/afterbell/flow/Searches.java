package dev.afterbell.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.ledger.Payload;
import dev.afterbell.score.LegKind;
import dev.afterbell.score.LookedFor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What outside sources were asked for an event: for each leg what was sought, where, when, and how
 * that ended. It is remembered with the refresh that asked, so that a page can tell an absence from
 * a question not put.
 *
 * @param byLeg in the order in which they were asked
 */
record Searches(Map<LegKind, List<LookedFor>> byLeg) {

  /** Nothing was asked. */
  static final Searches NONE = new Searches(Map.of());

  Searches {
    EnumMap<LegKind, List<LookedFor>> copy = new EnumMap<>(LegKind.class);
    byLeg.forEach((leg, asked) -> copy.put(leg, List.copyOf(asked)));
    byLeg = Map.copyOf(copy);
  }

  /** As canonical JSON. */
  Payload payload() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (LegKind leg : LegKind.values()) {
      for (LookedFor one : byLeg.getOrDefault(leg, List.of())) {
        ObjectNode node = all.addObject();
        node.put("leg", leg.letter());
        node.put("what", one.what());
        node.put("where", one.where());
        node.put("when", one.when().toString());
        node.put("outcome", one.outcome().text());
        one.reason().ifPresent(reason -> node.put("reason", reason));
      }
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("searches", all);
    return Payload.of(CanonicalJson.bytes(json));
  }

  /**
   * Reads what {@link #payload} wrote.
   *
   * @throws IllegalArgumentException if a member is missing or malformed
   */
  static Searches of(Payload payload) {
    Map<LegKind, List<LookedFor>> byLeg = new EnumMap<>(LegKind.class);
    for (JsonNode node : CanonicalJson.parse(payload.bytes()).path("searches")) {
      byLeg
          .computeIfAbsent(LegKind.parse(node.path("leg").asText()), k -> new ArrayList<>())
          .add(
              new LookedFor(
                  node.path("what").asText(),
                  node.path("where").asText(),
                  Instant.parse(node.path("when").asText()),
                  LookedFor.Outcome.parse(node.path("outcome").asText()),
                  Optional.ofNullable(node.get("reason")).map(JsonNode::asText)));
    }
    return new Searches(byLeg);
  }
}

package dev.afterbell.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The issuers that a command is to go through: those named, or all that an endpoint follows. */
final class Issuers {

  private Issuers() {}

  static List<String> named(Command command, Arguments words, Endpoint endpoint) {
    if (!words.positional().isEmpty()) {
      return words.positional().stream().map(t -> Words.ticker(command, t).symbol()).toList();
    }
    List<String> all = new ArrayList<>();
    for (JsonNode issuer : CanonicalJson.parse(endpoint.get("/v1/issuers")).path("issuers")) {
      all.add(issuer.path("ticker").asText());
    }
    return all;
  }

  /** What an answer about an issuer is without, if it lacks anything. */
  static Optional<String> corrupt(String ticker, JsonNode answer) {
    long entries = answer.path("corruptEntries").asLong();
    return entries == 0
        ? Optional.empty()
        : Optional.of(entries + " entries of " + ticker + " cannot be read");
  }
}

package dev.afterbell.function.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as API Gateway's HTTP API sends it (payload format 2.0).
 *
 * @param method upper case
 * @param path raw path, not decoded
 * @param query parameters; values of a repeated parameter are joined with a comma, as the gateway
 *     does
 * @param headers by lower-case name
 * @param at when the gateway had it
 */
public record ApiRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    Instant at) {

  public ApiRequest {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /**
   * Reads the gateway's event.
   *
   * @throws WireFault if method, path or time are missing
   */
  public static ApiRequest decode(JsonNode event) {
    JsonNode context = event.path("requestContext");
    String method = context.path("http").path("method").asText();
    String path = event.path("rawPath").asText();
    if (method.isEmpty() || path.isEmpty() || !context.path("timeEpoch").isNumber()) {
      throw new WireFault("Not an HTTP API event of payload format 2.0");
    }
    return new ApiRequest(
        method.toUpperCase(Locale.ROOT),
        path,
        texts(event.path("queryStringParameters"), false),
        texts(event.path("headers"), true),
        Instant.ofEpochMilli(context.path("timeEpoch").asLong()));
  }

  /** A header's value. */
  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  private static Map<String, String> texts(JsonNode node, boolean lowerCase) {
    Map<String, String> found = new TreeMap<>();
    node.properties()
        .forEach(
            e ->
                found.put(
                    lowerCase ? e.getKey().toLowerCase(Locale.ROOT) : e.getKey(),
                    e.getValue().asText()));
    return found;
  }
}

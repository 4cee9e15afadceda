package dev.afterbell.function.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * A reply in API Gateway's payload format 2.0.
 *
 * @param status HTTP status
 * @param headers by lower-case name
 * @param body text; empty for 304
 */
public record ApiReply(int status, Map<String, String> headers, String body) {

  public ApiReply {
    headers = Map.copyOf(headers);
  }

  /** A reply with one content type. */
  public static ApiReply of(int status, String contentType, String body) {
    return new ApiReply(status, Map.of("content-type", contentType), body);
  }

  /** The same reply with one more header. */
  public ApiReply with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new ApiReply(status, more, body);
  }

  /** As the gateway wants it. */
  public ObjectNode encode() {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    reply.put("statusCode", status);
    ObjectNode names = reply.putObject("headers");
    new TreeMap<>(headers).forEach(names::put);
    reply.put("body", body);
    reply.put("isBase64Encoded", false);
    return reply;
  }
}

package dev.afterbell.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * An API Gateway HTTP API in front of one function, payload format 2.0; {@code /_local/} goes to
 * the operator.
 */
public final class Gateway implements AutoCloseable {

  private static final String OPERATOR = "/_local/";

  /** Where a person who types the bare address is led; API Gateway has no such route. */
  private static final String HOME = "/v1/issuers.html";

  private static final int BODY_BYTES_MAX = 10 * 1024 * 1024;
  private static final DateTimeFormatter CLF =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Clock clock;
  private final Invoker function;
  private final HttpHandler operator;
  private final Consumer<String> complaints;
  private final Servers.Running server;

  /**
   * What the gateway leads to: the function, the operator's own pages, and who hears of failed
   * invocations.
   */
  public record Targets(Invoker function, HttpHandler operator, Consumer<String> complaints) {}

  /** Serves on a loopback port from now on; 0 takes a free one. */
  public Gateway(int port, Clock clock, Targets targets) {
    this.clock = clock;
    this.function = targets.function();
    this.operator = targets.operator();
    this.complaints = targets.complaints();
    this.server = Servers.open(port, "HTTP gateway", "afterbell.port", this::handle);
  }

  /** The port it serves on. */
  public int port() {
    return server.port();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().startsWith(OPERATOR)) {
        operator.handle(exchange);
        return;
      }
      if (exchange.getRequestURI().getPath().equals("/")) {
        exchange.getResponseHeaders().set("Location", HOME);
        exchange.sendResponseHeaders(302, -1);
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
      if (body.length > BODY_BYTES_MAX) {
        Servers.reply(
            exchange, 413, "application/json", "{\"message\":\"Request Entity Too Large\"}");
        return;
      }
      answer(exchange, event(exchange, body));
    }
  }

  private void answer(HttpExchange exchange, byte[] event) throws IOException {
    try {
      relay(exchange, JSON.readTree(function.invoke(event)));
    } catch (FunctionFailed e) {
      complaints.accept(
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestURI()
              + " failed: "
              + e.getMessage());
      boolean late = e.errorType().equals(FunctionFailed.TIMED_OUT);
      Servers.reply(
          exchange,
          late ? 503 : 500,
          "application/json",
          late
              ? "{\"message\":\"Service Unavailable\"}"
              : "{\"message\":\"Internal Server Error\"}");
    }
  }

  private static void relay(HttpExchange exchange, JsonNode reply) throws IOException {
    if (!reply.has("statusCode")) {
      Servers.reply(exchange, 200, "application/json", reply.toString());
      return;
    }
    reply
        .path("headers")
        .properties()
        .forEach(h -> exchange.getResponseHeaders().set(h.getKey(), h.getValue().asText()));
    reply.path("cookies").forEach(c -> exchange.getResponseHeaders().add("Set-Cookie", c.asText()));
    String text = reply.path("body").asText("");
    byte[] body =
        reply.path("isBase64Encoded").asBoolean(false)
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    Servers.reply(exchange, reply.path("statusCode").asInt(), "", body);
  }

  private byte[] event(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getRawPath();
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0").put("routeKey", "$default");
    event.put("rawPath", path).put("rawQueryString", query);
    ObjectNode headers = event.putObject("headers");
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    Map<String, String> parameters = parameters(query);
    if (!parameters.isEmpty()) {
      ObjectNode node = event.putObject("queryStringParameters");
      parameters.forEach(node::put);
    }
    putContext(event.putObject("requestContext"), exchange, path);
    if (body.length > 0) {
      event.put("body", Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body.length > 0);
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void putContext(ObjectNode context, HttpExchange exchange, String path) {
    context.put("accountId", "000000000000").put("apiId", "local").put("domainName", "localhost");
    context
        .put("stage", "$default")
        .put("routeKey", "$default")
        .put("requestId", UUID.randomUUID().toString());
    context.put("time", CLF.format(clock.instant())).put("timeEpoch", clock.millis());
    String agent =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("User-Agent")).orElse("");
    context
        .putObject("http")
        .put("method", exchange.getRequestMethod())
        .put("path", path)
        .put("protocol", exchange.getProtocol())
        .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
        .put("userAgent", agent);
  }

  /** Decoded parameters; the values of a repeated one joined with commas, as the gateway does. */
  static Map<String, String> parameters(String rawQuery) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.merge(decode(name), decode(value), (a, b) -> a + "," + b);
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  @Override
  public void close() {
    server.close();
  }
}

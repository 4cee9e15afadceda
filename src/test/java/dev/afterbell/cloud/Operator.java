package dev.afterbell.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a person may do to the local cloud over HTTP: {@code POST /_local/clock?to=INSTANT}, {@code
 * POST /_local/tick}, {@code GET /_local/status}.
 */
final class Operator implements HttpHandler {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalCloud cloud;

  Operator(LocalCloud cloud) {
    this.cloud = cloud;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    try {
      switch (call) {
        case "GET /_local/status" -> json(exchange, 200, status());
        case "POST /_local/clock" -> moveClock(exchange);
        case "POST /_local/tick" -> {
          cloud.tick();
          json(exchange, 200, status());
        }
        default ->
            problem(
                exchange,
                404,
                "GET /_local/status, POST /_local/clock?to=INSTANT, POST /_local/tick");
      }
    } catch (FunctionFailed e) {
      problem(exchange, 500, "refresh failed: " + e.getMessage());
    }
  }

  private void moveClock(HttpExchange exchange) throws IOException, FunctionFailed {
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    Map<String, String> parameters = Gateway.parameters(query);
    try {
      Instant to = Instant.parse(parameters.getOrDefault("to", ""));
      int ticks = cloud.moveTo(to);
      json(exchange, 200, status().put("ticks", ticks));
    } catch (DateTimeException e) {
      problem(exchange, 400, "to must be an instant such as 2026-06-02T00:30:00Z");
    }
  }

  private ObjectNode status() {
    ObjectNode status = JSON.createObjectNode();
    status.put("clock", cloud.clock().instant().toString());
    status.put("backend", cloud.backendDescription()).put("s3", cloud.s3Endpoint().toString());
    LocalQueue queue = cloud.queue();
    ObjectNode queueNode = status.putObject("queue");
    queueNode.put("waiting", queue.depth()).put("inFlight", queue.inFlight());
    ArrayNode dead = queueNode.putArray("deadLetters");
    for (LocalQueue.DeadLetter letter : queue.deadLetters()) {
      dead.addObject()
          .put("messageId", letter.messageId())
          .put("receives", letter.receives())
          .put("lastFailure", letter.lastFailure())
          .put("body", letter.body());
    }
    ObjectNode functions = status.putObject("functions");
    for (LocalFunction function : cloud.functions()) {
      functions
          .putObject(function.name())
          .put("invocations", function.invocations())
          .put("errors", function.errors())
          .put("pid", function.pid());
    }
    return status;
  }

  private static void json(HttpExchange exchange, int status, ObjectNode body) throws IOException {
    Servers.reply(exchange, status, "application/json", body.toPrettyString() + "\n");
  }

  private static void problem(HttpExchange exchange, int status, String detail) throws IOException {
    ObjectNode problem = JSON.createObjectNode().put("status", status).put("detail", detail);
    Servers.reply(exchange, status, "application/problem+json", problem.toPrettyString() + "\n");
  }
}

package dev.afterbell.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint that gives its answers in turn, the last one for ever. */
final class FailingServer implements AutoCloseable {

  /** One answer. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  FailingServer(List<Answer> answers) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          int turn = Math.min(requests.getAndIncrement(), answers.size() - 1);
          try {
            answers.get(turn).to(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            exchange.close();
          }
        });
    server.start();
  }

  static Answer status(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Closes the connection without an answer. */
  static Answer reset() {
    return exchange -> {};
  }

  static Answer slow(int millis) {
    return exchange -> Thread.sleep(millis);
  }

  /** A body of any length whose length is not declared. */
  static Answer stream(long bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] part = new byte[64 * 1024];
      for (long sent = 0; sent < bytes; sent += part.length) {
        exchange.getResponseBody().write(part);
      }
    };
  }

  /** A body shorter than it says. */
  static Answer cutOff(long declared) {
    return exchange -> {
      exchange.sendResponseHeaders(200, declared);
      exchange.getResponseBody().write(new byte[10]);
      exchange.getResponseBody().flush();
    };
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package dev.afterbell.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Loopback HTTP servers of the local cloud: nothing here listens on another address. */
final class Servers {

  /** Connections that may wait for a server thread. */
  private static final int BACKLOG = 64;

  static {
    // Without it every small reply waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private Servers() {}

  /** A started server with its threads. */
  record Running(HttpServer server, ExecutorService threads) implements AutoCloseable {
    int port() {
      return server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  /**
   * Serves on a loopback port; 0 takes a free one.
   *
   * @param property the system property that chooses the port, named when the port is busy
   */
  static Running open(int port, String what, String property, HttpHandler handler) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      ExecutorService threads =
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, what);
                thread.setDaemon(true);
                return thread;
              });
      server.setExecutor(threads);
      server.createContext("/", handler);
      server.start();
      return new Running(server, threads);
    } catch (BindException busy) {
      throw portBusy(port, what, property, busy);
    } catch (IOException e) {
      throw new CloudFailure(
          "The " + what + " cannot listen on port " + port + ": " + e.getMessage(), e);
    }
  }

  /** Fails early when a port that is needed later is busy; 0 always passes. */
  static void requireFree(int port, String what, String property) {
    if (port == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException busy) {
      throw portBusy(port, what, property, busy);
    }
  }

  /** The failure that names the busy port and how to choose another. */
  static CloudFailure portBusy(int port, String what, String property, Exception cause) {
    return new CloudFailure(
        "Port "
            + port
            + ", wanted by the "
            + what
            + ", is in use. Stop the program that has it, or choose another:"
            + " mvn -D"
            + property
            + "="
            + (port + 1),
        cause);
  }

  /** A loopback port that is free now. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new CloudFailure("No free loopback port: " + e.getMessage(), e);
    }
  }

  /** Answers with a JSON or text body and closes the exchange. */
  static void reply(HttpExchange exchange, int status, String contentType, String body)
      throws IOException {
    reply(exchange, status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers with a body and closes the exchange; a HEAD request gets the headers alone. */
  static void reply(HttpExchange exchange, int status, String contentType, byte[] body)
      throws IOException {
    try (exchange) {
      if (!contentType.isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", contentType);
      }
      boolean head = exchange.getRequestMethod().equals("HEAD");
      if (head) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      }
      if (head || body.length == 0 || status == 204 || status == 304) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}

package dev.afterbell.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda Runtime API of one function, version 2018-06-01: {@code next}, {@code response},
 * {@code error} and {@code init/error}. One invocation at a time, as in a Lambda sandbox; further
 * callers wait their turn.
 *
 * <p>A runtime that is replaced (its process ended or was killed) loses its turn: {@link
 * #newRuntime()} makes every poll of an older process void, so that it can never swallow an event.
 */
public final class RuntimeApi implements Invoker, AutoCloseable {

  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String INVOCATION = ROOT + "invocation/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String functionName;
  private final Times times;
  private final Servers.Running server;
  private final ReentrantLock turn = new ReentrantLock(true);

  private final Object monitor = new Object();
  private int runtime;
  private boolean closed;
  private @Nullable Invocation waiting;
  private @Nullable Invocation inFlight;
  private CompletableFuture<Long> ready = new CompletableFuture<>();

  /** How long a runtime may take to its first poll, and how long one invocation may take. */
  public record Times(Duration init, Duration invocation) {}

  private record Invocation(
      String id,
      byte[] event,
      CompletableFuture<Void> handedOver,
      CompletableFuture<byte[]> answer) {}

  /** Serves the API on a free loopback port. */
  public RuntimeApi(String functionName, Times times) {
    this.functionName = functionName;
    this.times = times;
    this.server = Servers.open(0, "Runtime API of " + functionName, "", this::handle);
  }

  /** What AWS_LAMBDA_RUNTIME_API must hold: host and port. */
  public String address() {
    return "127.0.0.1:" + server.port();
  }

  /**
   * A new process takes over; polls of the one before are void. Completes with the nanoTime of its
   * first poll.
   */
  public CompletableFuture<Long> newRuntime() {
    synchronized (monitor) {
      runtime++;
      ready = new CompletableFuture<>();
      monitor.notifyAll();
      return ready;
    }
  }

  @Override
  public byte[] invoke(byte[] event) throws FunctionFailed {
    turn.lock();
    try {
      Invocation invocation =
          new Invocation(
              UUID.randomUUID().toString(),
              event,
              new CompletableFuture<>(),
              new CompletableFuture<>());
      synchronized (monitor) {
        waiting = invocation;
        monitor.notifyAll();
      }
      await(invocation.handedOver(), times.init(), FunctionFailed.INIT);
      return await(invocation.answer(), times.invocation(), FunctionFailed.TIMED_OUT);
    } finally {
      synchronized (monitor) {
        waiting = null;
        inFlight = null;
      }
      turn.unlock();
    }
  }

  private <T> T await(CompletableFuture<T> future, Duration limit, String lateType)
      throws FunctionFailed {
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new FunctionFailed(
          lateType, functionName + " did not answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FunctionFailed failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FunctionFailed(FunctionFailed.EXITED, functionName + " was interrupted");
    }
  }

  /** The runtime ended: whatever it was to do fails. */
  public void runtimeEnded(FunctionFailed why) {
    synchronized (monitor) {
      ready.completeExceptionally(why);
      fail(waiting, why);
      fail(inFlight, why);
    }
  }

  private static void fail(@Nullable Invocation invocation, FunctionFailed why) {
    if (invocation != null) {
      invocation.handedOver().completeExceptionally(why);
      invocation.answer().completeExceptionally(why);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals(INVOCATION + "next")) {
      next(exchange);
    } else if (path.equals(ROOT + "init/error")) {
      FunctionFailed why = failure(exchange, FunctionFailed.INIT);
      runtimeEnded(why);
      accepted(exchange);
    } else if (path.startsWith(INVOCATION) && path.endsWith("/response")) {
      byte[] answer = exchange.getRequestBody().readAllBytes();
      answer(exchange, path, invocation -> invocation.answer().complete(answer));
    } else if (path.startsWith(INVOCATION) && path.endsWith("/error")) {
      FunctionFailed why = failure(exchange, "Function.Error");
      answer(exchange, path, invocation -> fail(invocation, why));
    } else {
      Servers.reply(exchange, 404, "application/json", "{\"errorMessage\":\"no such path\"}");
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    Optional<Invocation> taken;
    try {
      taken = take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      taken = Optional.empty();
    }
    if (taken.isEmpty()) {
      Servers.reply(
          exchange, 410, "application/json", "{\"errorMessage\":\"replaced or stopping\"}");
      return;
    }
    Invocation invocation = taken.get();
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
    headers.set(
        "Lambda-Runtime-Deadline-Ms",
        Long.toString(System.currentTimeMillis() + times.invocation().toMillis()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:us-east-1:000000000000:function:" + functionName);
    headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
    invocation.handedOver().complete(null);
    Servers.reply(exchange, 200, "application/json", invocation.event());
  }

  private Optional<Invocation> take() throws InterruptedException {
    synchronized (monitor) {
      int mine = runtime;
      ready.complete(System.nanoTime());
      while (waiting == null && mine == runtime && !closed) {
        monitor.wait();
      }
      if (mine != runtime || closed) {
        return Optional.empty();
      }
      inFlight = waiting;
      waiting = null;
      return Optional.ofNullable(inFlight);
    }
  }

  private void answer(
      HttpExchange exchange, String path, java.util.function.Consumer<Invocation> outcome)
      throws IOException {
    String id = path.substring(INVOCATION.length(), path.lastIndexOf('/'));
    Invocation invocation;
    synchronized (monitor) {
      invocation = inFlight;
    }
    if (invocation == null || !invocation.id().equals(id)) {
      Servers.reply(
          exchange, 400, "application/json", "{\"errorMessage\":\"not the invocation in flight\"}");
      return;
    }
    // Acknowledge before the caller goes on, so that the runtime is back at its poll or on its way
    // there.
    accepted(exchange);
    outcome.accept(invocation);
  }

  private static void accepted(HttpExchange exchange) throws IOException {
    Servers.reply(exchange, 202, "application/json", "{\"status\":\"OK\"}");
  }

  private static FunctionFailed failure(HttpExchange exchange, String otherwise)
      throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String headerType = exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type");
    String type = headerType == null ? otherwise : headerType;
    String message = new String(body, StandardCharsets.UTF_8);
    try {
      JsonNode error = JSON.readTree(body);
      type = error.path("errorType").asText(type);
      message = error.path("errorMessage").asText(message);
    } catch (IOException notJson) {
      return new FunctionFailed(type, message);
    }
    return new FunctionFailed(type, message);
  }

  @Override
  public void close() {
    synchronized (monitor) {
      closed = true;
      monitor.notifyAll();
    }
    runtimeEnded(new FunctionFailed(FunctionFailed.EXITED, "the local cloud is stopping"));
    server.close();
  }
}

package dev.afterbell.cloud;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One packaged function in a process of its own, started again when it has died or was killed for
 * being late.
 */
public final class LocalFunction implements Invoker, AutoCloseable {

  private final String name;
  private final ChildProcess.Launch launch;
  private final RuntimeApi.Times times;
  private final RuntimeApi api;
  private final AtomicLong invocations = new AtomicLong();
  private final AtomicLong errors = new AtomicLong();
  private final Object processLock = new Object();

  private @Nullable ChildProcess process;
  private CompletableFuture<Long> ready = new CompletableFuture<>();
  private long startedNanos;
  private volatile boolean closed;

  /** A function that is not started yet. */
  LocalFunction(String name, ChildProcess.Launch launch, RuntimeApi.Times times) {
    this.name = name;
    this.times = times;
    this.api = new RuntimeApi(name, times);
    Map<String, String> environment = new HashMap<>(launch.environment());
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    this.launch =
        new ChildProcess.Launch(launch.command(), launch.directory(), environment, launch.log());
  }

  /** Starts the process without waiting for it. */
  void start() {
    synchronized (processLock) {
      ready = api.newRuntime();
      startedNanos = System.nanoTime();
      ChildProcess started = ChildProcess.start(launch);
      process = started;
      started.onExit(code -> ended(started, code));
    }
  }

  private void ended(ChildProcess which, int code) {
    synchronized (processLock) {
      if (which == process && !closed) {
        api.runtimeEnded(
            new FunctionFailed(
                FunctionFailed.EXITED,
                "the process of "
                    + name
                    + " ended with code "
                    + code
                    + "; its log ends:\n"
                    + which.logTail()));
      }
    }
  }

  /**
   * Waits for the first poll.
   *
   * @return the time from the start of the process to its first poll
   * @throws CloudFailure with the end of its log when the process ends or takes too long
   */
  Duration awaitReady() {
    CompletableFuture<Long> firstPoll;
    long started;
    synchronized (processLock) {
      firstPoll = ready;
      started = startedNanos;
    }
    try {
      return Duration.ofNanos(
          firstPoll.get(times.init().toMillis(), TimeUnit.MILLISECONDS) - started);
    } catch (ExecutionException e) {
      throw new CloudFailure(
          "Function " + name + " did not start. " + e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new CloudFailure(
          "Function "
              + name
              + " did not poll within "
              + times.init().toSeconds()
              + " s; its log ends:\n"
              + ChildProcess.tail(launch.log()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CloudFailure("Interrupted while " + name + " was starting", e);
    }
  }

  @Override
  public byte[] invoke(byte[] event) throws FunctionFailed {
    invocations.incrementAndGet();
    startAgainIfDead();
    try {
      return api.invoke(event);
    } catch (FunctionFailed e) {
      errors.incrementAndGet();
      if (e.errorType().equals(FunctionFailed.TIMED_OUT)) {
        kill();
      }
      throw e;
    }
  }

  private void startAgainIfDead() throws FunctionFailed {
    synchronized (processLock) {
      if (closed) {
        throw new FunctionFailed(FunctionFailed.EXITED, "the local cloud is stopping");
      }
      if (process == null || !process.isAlive()) {
        start();
      }
    }
  }

  private void kill() {
    synchronized (processLock) {
      if (process != null) {
        ChildProcess late = process;
        process = null;
        late.kill();
      }
    }
  }

  /** Name of the export, such as {@code ingest}. */
  public String name() {
    return name;
  }

  /** Invocations so far, failed ones with them. */
  public long invocations() {
    return invocations.get();
  }

  /** Failed invocations so far. */
  public long errors() {
    return errors.get();
  }

  /** Process id, or -1 when no process runs. */
  public long pid() {
    synchronized (processLock) {
      return process != null && process.isAlive() ? process.pid() : -1;
    }
  }

  @Override
  public void close() {
    closed = true;
    api.close();
    synchronized (processLock) {
      if (process != null) {
        process.kill();
      }
    }
  }
}

package dev.afterbell.cloud;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process of the local cloud. It cannot outlive this JVM: its shell watches a pipe that breaks
 * when the JVM ends, in whatever way. It ignores Ctrl-C, which a terminal sends to everyone, so
 * that the JVM can end it in order.
 */
final class ChildProcess implements AutoCloseable {

  /** How long a process may take to end before it is killed, in milliseconds. */
  private static final int STOP_MILLIS = 2_000;

  /** Lines of its log that are shown when it fails. */
  private static final int TAIL_LINES = 25;

  private static final String WATCHED =
      "trap '' INT; exec 3<&0; (trap - INT; cat <&3 >/dev/null 2>&1; kill -9 $$ 2>/dev/null) & exec \"$0\" \"$@\" 3<&-"
          + " </dev/null";

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * How a process is started: what, where, with which variables beside PATH and HOME, and where its
   * output goes.
   */
  record Launch(List<String> command, Path directory, Map<String, String> environment, Path log) {
    Launch {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }
  }

  static ChildProcess start(Launch launch) {
    List<String> command = new ArrayList<>();
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")) {
      command.addAll(List.of("/bin/sh", "-c", WATCHED));
    }
    command.addAll(launch.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(launch.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
    // Only what is given: nothing of the person's own AWS set-up may reach a local function.
    builder
        .environment()
        .keySet()
        .retainAll(List.of("PATH", "HOME", "TMPDIR", "SystemRoot", "LANG"));
    builder.environment().putAll(launch.environment());
    try {
      return new ChildProcess(builder.start(), launch.log());
    } catch (IOException e) {
      throw new CloudFailure("Cannot start " + launch.command().get(0) + ": " + e.getMessage(), e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Runs {@code action} with the exit code once the process has ended. */
  void onExit(java.util.function.IntConsumer action) {
    process.onExit().thenAccept(ended -> action.accept(ended.exitValue()));
  }

  /** The last lines of what the process wrote. */
  String logTail() {
    return tail(log);
  }

  static String tail(Path log) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  /** Kills the process at once. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        process.waitFor(STOP_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The java program of this JVM. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}

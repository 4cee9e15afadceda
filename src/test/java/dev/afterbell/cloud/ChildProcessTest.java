package dev.afterbell.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes of the local cloud. */
@Timeout(30)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no shell to watch the parent")
class ChildProcessTest {

  /** Starts a child that sleeps, says its process id, and waits: the parent that the tests kill. */
  static final class Parent {
    public static void main(String[] arguments) throws InterruptedException {
      ChildProcess child = ChildProcess.start(sleep(Path.of(arguments[0])));
      System.out.println(child.pid());
      Thread.sleep(60_000);
    }
  }

  @Test
  void parent_killedAtOnce_childDiesToo(@TempDir Path folder) throws Exception {
    Process parent =
        new ProcessBuilder(
                ChildProcess.java(),
                "-cp",
                Path.of(Parent.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString(),
                Parent.class.getName(),
                folder.toString())
            .start();
    long pid = Long.parseLong(parent.inputReader().readLine());
    ProcessHandle child = ProcessHandle.of(pid).orElseThrow();

    parent.destroyForcibly();

    child.onExit().get(10, TimeUnit.SECONDS);
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void process_ends_itsCodeAndLastLinesAreTold(@TempDir Path folder) throws Exception {
    CompletableFuture<Integer> code = new CompletableFuture<>();
    try (ChildProcess child =
        ChildProcess.start(
            launch(folder, List.of("/bin/sh", "-c", "echo what went wrong; exit 7")))) {
      child.onExit(code::complete);

      assertThat(code.get(10, TimeUnit.SECONDS)).isEqualTo(7);
      assertThat(child.logTail()).isEqualTo("what went wrong");
    }
  }

  @Test
  void environment_ofThePerson_doesNotReachTheProcess(@TempDir Path folder) throws Exception {
    CompletableFuture<Integer> code = new CompletableFuture<>();
    try (ChildProcess child = ChildProcess.start(launch(folder, List.of("/bin/sh", "-c", "env")))) {
      child.onExit(code::complete);
      code.get(10, TimeUnit.SECONDS);

      List<String> names = child.logTail().lines().map(line -> line.split("=", 2)[0]).toList();
      assertThat(names)
          .contains("GIVEN")
          .isSubsetOf("GIVEN", "PATH", "HOME", "TMPDIR", "LANG", "PWD", "SHLVL", "_", "OLDPWD");
    }
  }

  private static ChildProcess.Launch sleep(Path folder) {
    return launch(folder, List.of("/bin/sleep", "60"));
  }

  private static ChildProcess.Launch launch(Path folder, List<String> command) {
    return new ChildProcess.Launch(command, folder, Map.of("GIVEN", "1"), folder.resolve("log"));
  }
}

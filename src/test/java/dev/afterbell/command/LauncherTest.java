package dev.afterbell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell launcher, in a project of its own whose build is laid out as Maven leaves it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

  @TempDir Path project;

  @BeforeEach
  void copyLauncher() throws IOException {
    Files.createDirectories(project.resolve("infra/bin"));
    Files.copy(Path.of("infra/bin/afterbell"), launcher());
    assertThat(launcher().toFile().setExecutable(true)).isTrue();
  }

  @Test
  void launcher_built_runsTheCommandFromAnyFolder() throws Exception {
    build();

    assertThat(run(Map.of(), launcher(), "event-clock", "XNYS", "2026-05-27T06:30:00-04:00"))
        .satisfies(
            outcome -> {
              assertThat(outcome.err()).isEmpty();
              assertThat(outcome.code()).isZero();
              assertThat(outcome.out()).contains("\"t3\":\"2026-06-01\"");
            });
  }

  @Test
  void launcher_throughALink_findsItsProject() throws Exception {
    build();
    Path link = Files.createSymbolicLink(project.resolve("afterbell"), launcher());

    assertThat(run(Map.of(), link, "sessions", "XNYS", "2026-05-27", "2026-05-27").out())
        .startsWith("{\"date\":\"2026-05-27\"");
  }

  @Test
  void launcher_wrongWords_passesTheExitCodeOn() throws Exception {
    build();

    assertThat(run(Map.of(), launcher(), "sessions", "XNYS").code()).isEqualTo(64);
  }

  @Test
  void launcher_notBuilt_saysToRunMaven() throws Exception {
    Outcome outcome = run(Map.of(), launcher(), "--help");

    assertThat(outcome.code()).isEqualTo(69);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("run 'mvn package'").hasLineCount(1);
  }

  @Test
  void launcher_compiledButNotPackaged_saysToRunMaven() throws Exception {
    build();
    try (Stream<Path> jars = Files.list(project.resolve("target/lib"))) {
      jars.forEach(jar -> assertThat(jar.toFile().delete()).isTrue());
    }

    assertThat(run(Map.of(), launcher(), "--help").code()).isEqualTo(69);
  }

  @Test
  void launcher_javaHomeMissingOrTooOld_saysSo() throws Exception {
    build();
    Path old = Files.createDirectories(project.resolve("jdk/bin"));
    Map<String, String> oldHome = Map.of("JAVA_HOME", old.getParent().toString());

    assertThat(run(oldHome, launcher(), "--help"))
        .satisfies(
            outcome -> {
              assertThat(outcome.code()).isEqualTo(69);
              assertThat(outcome.err()).contains("JAVA_HOME has no bin/java").hasLineCount(1);
            });
    Files.writeString(old.resolve("java"), "#!/bin/sh\n");
    assertThat(old.resolve("java").toFile().setExecutable(true)).isTrue();
    Files.writeString(old.getParent().resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    assertThat(run(oldHome, launcher(), "--help"))
        .satisfies(
            outcome -> {
              assertThat(outcome.code()).isEqualTo(69);
              assertThat(outcome.err())
                  .contains("needs Java 17 or newer, found 11")
                  .hasLineCount(1);
            });
  }

  private Path launcher() {
    return project.resolve("infra/bin/afterbell");
  }

  private void build() throws IOException {
    Path lib = Files.createDirectories(project.resolve("target/lib"));
    Files.createSymbolicLink(
        project.resolve("target/classes"), Path.of("target/classes").toAbsolutePath());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry);
      if (jar.getFileName().toString().startsWith("jackson-")) {
        Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
      }
    }
  }

  private Outcome run(Map<String, String> environment, Path script, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(words));
    Path out = project.resolve("out");
    Path err = project.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(project.getRoot().toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private record Outcome(int code, String out, String err) {}
}

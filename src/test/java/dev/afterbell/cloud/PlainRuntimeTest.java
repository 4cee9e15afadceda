package dev.afterbell.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runtime for machines on which AWS's client does not run, in a process of its own. */
@Timeout(30)
class PlainRuntimeTest {

  /** Answers with what it was sent, its name and request, or throws. */
  public static final class Echo implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      String event = new String(input.readAllBytes(), UTF_8);
      if (event.contains("fail")) {
        throw new IllegalStateException("said \"no\"");
      }
      output.write(
          (event + " " + context.getFunctionName() + " " + (context.getRemainingTimeInMillis() > 0))
              .getBytes(UTF_8));
    }
  }

  /** Cannot be made. */
  public static final class Broken implements RequestStreamHandler {
    /** Fails. */
    public Broken() {
      throw new IllegalStateException("no such export");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
      throw new IllegalStateException("never made");
    }
  }

  @Test
  void event_handled_answerComesBack(@TempDir Path folder) throws Exception {
    try (LocalFunction echo = function(folder, Echo.class)) {
      assertThat(echo.invoke("{\"n\":1}".getBytes(UTF_8)))
          .isEqualTo("{\"n\":1} probe true".getBytes(UTF_8));
    }
  }

  @Test
  void handler_throws_errorComesBackAndTheNextEventIsHandled(@TempDir Path folder)
      throws Exception {
    try (LocalFunction echo = function(folder, Echo.class)) {
      assertThatThrownBy(() -> echo.invoke("fail".getBytes(UTF_8)))
          .isInstanceOfSatisfying(
              FunctionFailed.class,
              e -> assertThat(e.errorType()).isEqualTo("java.lang.IllegalStateException"))
          .hasMessageContaining("said \"no\"");
      assertThat(echo.invoke("7".getBytes(UTF_8))).isEqualTo("7 probe true".getBytes(UTF_8));
    }
  }

  @Test
  void handler_cannotBeMade_startFailsAndSaysWhy(@TempDir Path folder) throws Exception {
    try (LocalFunction broken = function(folder, Broken.class)) {
      assertThatThrownBy(broken::awaitReady)
          .isInstanceOf(CloudFailure.class)
          .hasMessageContaining("no such export");
    }
  }

  private static LocalFunction function(Path folder, Class<?> handler) throws URISyntaxException {
    String classPath =
        Path.of(handler.getProtectionDomain().getCodeSource().getLocation().toURI())
            + File.pathSeparator
            + Path.of(Context.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> command =
        List.of(
            ChildProcess.java(), "-cp", classPath, PlainRuntime.class.getName(), handler.getName());
    LocalFunction function =
        new LocalFunction(
            "probe",
            new ChildProcess.Launch(command, folder, Map.of(), folder.resolve("probe.log")),
            new RuntimeApi.Times(Duration.ofSeconds(15), Duration.ofSeconds(5)));
    function.start();
    return function;
  }
}

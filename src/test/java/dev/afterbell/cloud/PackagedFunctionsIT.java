package dev.afterbell.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The package that is deployed, native or not, against the Runtime API. */
class PackagedFunctionsIT {

  private final LocalCloud cloud = SharedCloud.get();

  @Test
  void package_isOfTheKindThatWasBuilt() {
    assertThat(cloud.isNative()).isEqualTo(Boolean.getBoolean("afterbell.native"));
  }

  @Test
  void threeExports_startedFromOnePackage_poll() {
    assertThat(cloud.functions())
        .extracting(LocalFunction::name)
        .containsExactly("ingest", "refresh", "snapshot");
    assertThat(cloud.functions()).allSatisfy(f -> assertThat(f.pid()).isPositive());
  }

  @Test
  void export_thatDoesNotExist_failsItsStartAndSaysWhich() {
    try (LocalFunction nonesuch = cloud.launch("nonesuch", Export.INGEST)) {
      assertThatThrownBy(nonesuch::awaitReady)
          .isInstanceOf(CloudFailure.class)
          .hasMessageContaining("nonesuch");
    }
  }

  @Test
  void invocation_thatFails_saysSoAndLeavesTheFunctionUsable() throws Exception {
    LocalFunction snapshot = cloud.function(Export.SNAPSHOT);
    long pid = snapshot.pid();

    assertThatThrownBy(() -> snapshot.invoke("[7]".getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            FunctionFailed.class,
            e ->
                assertThat(e.errorType()).isNotIn(FunctionFailed.EXITED, FunctionFailed.TIMED_OUT));

    assertThat(get("/v1/issuers").statusCode()).isLessThan(500);
    assertThat(snapshot.pid()).as("the same process").isEqualTo(pid);
  }

  @Test
  void process_killed_startedAgainByTheNextRequest() throws Exception {
    ProcessHandle process = ProcessHandle.of(cloud.function(Export.SNAPSHOT).pid()).orElseThrow();
    process.destroyForcibly();
    process.onExit().get(10, TimeUnit.SECONDS);

    assertThat(get("/v1/issuers").statusCode()).isLessThan(500);
    assertThat(cloud.function(Export.SNAPSHOT).pid()).isNotEqualTo(process.pid());
  }

  @Test
  void schedule_ticked_refreshAnswers() throws Exception {
    long before = cloud.function(Export.REFRESH).invocations();
    Instant now = cloud.clock().instant();

    cloud.tick();

    assertThat(cloud.function(Export.REFRESH).invocations()).isEqualTo(before + 1);
    assertThat(cloud.clock().instant()).isEqualTo(now);
  }

  @Test
  void status_askedOfTheOperator_namesClockQueueAndFunctions() throws Exception {
    assertThat(get("/_local/status").body())
        .contains("\"clock\"", "\"deadLetters\"", "\"snapshot\"");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(cloud.api().resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}

package dev.afterbell.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The Runtime API, with a runtime of a few lines in place of a function's process. */
@Timeout(20)
class RuntimeApiTest {

  private final RuntimeApi api =
      new RuntimeApi("probe", new RuntimeApi.Times(Duration.ofSeconds(5), Duration.ofMillis(700)));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void event_answeredByRuntime_answerReturned() throws Exception {
    CompletableFuture<Long> ready = api.newRuntime();
    CompletableFuture<byte[]> answer = invokeLater("{\"n\":1}");

    HttpResponse<String> next = next();
    assertThat(next.body()).isEqualTo("{\"n\":1}");
    assertThat(next.headers().firstValueAsLong("Lambda-Runtime-Deadline-Ms").orElse(0))
        .isGreaterThan(System.currentTimeMillis());
    assertThat(next.headers().firstValue("Lambda-Runtime-Invoked-Function-Arn"))
        .hasValueSatisfying(arn -> assertThat(arn).endsWith(":function:probe"));
    assertThat(post(id(next) + "/response", "\"done\"").statusCode()).isEqualTo(202);

    assertThat(new String(answer.get(5, TimeUnit.SECONDS), UTF_8)).isEqualTo("\"done\"");
    assertThat(ready).isCompleted();
  }

  @Test
  void error_postedByRuntime_thrownWithItsType() throws Exception {
    api.newRuntime();
    CompletableFuture<byte[]> answer = invokeLater("{}");

    post(
        id(next()) + "/error",
        "{\"errorType\":\"com.example.Bad\",\"errorMessage\":\"no such day\"}");

    assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
        .rootCause()
        .isInstanceOfSatisfying(
            FunctionFailed.class, e -> assertThat(e.errorType()).isEqualTo("com.example.Bad"))
        .hasMessageContaining("no such day");
  }

  @Test
  void invocation_notAnsweredInTime_timesOut() throws Exception {
    api.newRuntime();
    CompletableFuture<byte[]> answer = invokeLater("{}");
    HttpResponse<String> next = next();

    assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
        .rootCause()
        .isInstanceOfSatisfying(
            FunctionFailed.class,
            e -> assertThat(e.errorType()).isEqualTo(FunctionFailed.TIMED_OUT));
    assertThat(post(id(next) + "/response", "\"late\"").statusCode())
        .as("a late answer")
        .isEqualTo(400);
  }

  @Test
  void answer_forAnotherInvocation_refused() throws Exception {
    api.newRuntime();
    CompletableFuture<byte[]> answer = invokeLater("{}");
    HttpResponse<String> next = next();

    assertThat(post("not-this-one/response", "1").statusCode()).isEqualTo(400);
    post(id(next) + "/response", "2");

    assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("2".getBytes(UTF_8));
  }

  @Test
  void runtime_endsWithEventInHand_invocationFails() throws Exception {
    api.newRuntime();
    CompletableFuture<byte[]> answer = invokeLater("{}");
    next();

    api.runtimeEnded(new FunctionFailed(FunctionFailed.EXITED, "code 137"));

    assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
        .rootCause()
        .hasMessageContaining("code 137");
  }

  @Test
  void poll_ofReplacedRuntime_swallowsNoEvent() throws Exception {
    api.newRuntime();
    CompletableFuture<HttpResponse<String>> stale =
        client.sendAsync(request("next"), HttpResponse.BodyHandlers.ofString());
    Thread.sleep(200);
    api.newRuntime();
    CompletableFuture<byte[]> answer = invokeLater("{\"for\":\"the new one\"}");

    HttpResponse<String> next = next();
    post(id(next) + "/response", "1");

    assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("1".getBytes(UTF_8));
    assertThat(stale.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(410);
  }

  @Test
  void initError_beforeFirstPoll_failsStartWithMessage() throws Exception {
    CompletableFuture<Long> ready = api.newRuntime();

    client.send(
        HttpRequest.newBuilder(
                URI.create("http://" + api.address() + "/2018-06-01/runtime/init/error"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"errorType\":\"X\",\"errorMessage\":\"no function named x\"}"))
            .build(),
        HttpResponse.BodyHandlers.discarding());

    assertThatThrownBy(() -> ready.get(5, TimeUnit.SECONDS))
        .rootCause()
        .hasMessageContaining("no function named x");
  }

  @Test
  void callers_together_servedOneAtATime() throws Exception {
    api.newRuntime();
    List<CompletableFuture<byte[]>> answers =
        List.of(invokeLater("1"), invokeLater("2"), invokeLater("3"));

    for (int i = 0; i < 3; i++) {
      HttpResponse<String> next = next();
      post(id(next) + "/response", next.body());
    }

    assertThat(answers.get(0).get(5, TimeUnit.SECONDS)).isEqualTo("1".getBytes(UTF_8));
    assertThat(answers.get(1).get(5, TimeUnit.SECONDS)).isEqualTo("2".getBytes(UTF_8));
    assertThat(answers.get(2).get(5, TimeUnit.SECONDS)).isEqualTo("3".getBytes(UTF_8));
  }

  private CompletableFuture<byte[]> invokeLater(String event) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return api.invoke(event.getBytes(UTF_8));
          } catch (FunctionFailed e) {
            throw new CompletionException(e);
          }
        },
        task -> new Thread(task).start());
  }

  private HttpResponse<String> next() throws IOException, InterruptedException {
    return client.send(request("next"), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://" + api.address() + "/2018-06-01/runtime/invocation/" + path))
        .build();
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://" + api.address() + "/2018-06-01/runtime/invocation/" + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String id(HttpResponse<String> next) {
    return next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
  }
}

package dev.afterbell.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gateway: a request becomes a payload 2.0 event, the function's answer becomes a response. */
@Timeout(20)
class GatewayTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-02T00:30:00Z"));
  private final AtomicReference<JsonNode> event = new AtomicReference<>();
  private final AtomicReference<Invoker> function =
      new AtomicReference<>(e -> "{}".getBytes(UTF_8));
  private final List<String> complaints = new ArrayList<>();
  private final Gateway gateway =
      new Gateway(
          0,
          clock,
          new Gateway.Targets(
              this::invoke,
              exchange -> Servers.reply(exchange, 200, "text/plain", "operator"),
              complaints::add));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void request_withQueryAndHeaders_becomesPayloadTwo() throws Exception {
    client.send(
        request("/v1/snapshots/KC/2026-05-27?asOf=2026-06-01T20%3A30%3A00-04%3A00&x=1&x=2")
            .header("Accept", "text/html")
            .header("If-None-Match", "\"abc\"")
            .build(),
        HttpResponse.BodyHandlers.ofString());

    JsonNode sent = event.get();
    assertThat(sent.path("version").asText()).isEqualTo("2.0");
    assertThat(sent.path("rawPath").asText()).isEqualTo("/v1/snapshots/KC/2026-05-27");
    assertThat(sent.path("rawQueryString").asText()).startsWith("asOf=2026-06-01T20%3A30");
    assertThat(sent.path("queryStringParameters").path("asOf").asText())
        .isEqualTo("2026-06-01T20:30:00-04:00");
    assertThat(sent.path("queryStringParameters").path("x").asText()).isEqualTo("1,2");
    assertThat(sent.path("headers").path("accept").asText()).isEqualTo("text/html");
    assertThat(sent.path("headers").path("if-none-match").asText()).isEqualTo("\"abc\"");
    assertThat(sent.path("requestContext").path("http").path("method").asText()).isEqualTo("GET");
    assertThat(sent.path("requestContext").path("http").path("sourceIp").asText())
        .isEqualTo("127.0.0.1");
    assertThat(sent.path("requestContext").path("timeEpoch").asLong()).isEqualTo(clock.millis());
  }

  @Test
  void answer_withStatusHeadersAndBody_isTheResponse() throws Exception {
    function.set(
        e ->
            "{\"statusCode\":404,\"headers\":{\"content-type\":\"application/problem+json\"},\"body\":\"{}\"}"
                .getBytes(UTF_8));

    HttpResponse<String> response = get("/v1/nothing");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(response.body()).isEqualTo("{}");
  }

  @Test
  void answer_inBase64_isDecoded() throws Exception {
    function.set(
        e -> "{\"statusCode\":200,\"body\":\"4oKs\",\"isBase64Encoded\":true}".getBytes(UTF_8));

    assertThat(get("/v1").body()).isEqualTo("€");
  }

  @Test
  void bareAddress_leadsToTheIssuers() throws Exception {
    HttpResponse<String> response = get("/");

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("location")).hasValue("/v1/issuers.html");
  }

  @Test
  void answer_notModified_hasNoBodyAndItsETag() throws Exception {
    function.set(e -> "{\"statusCode\":304,\"headers\":{\"etag\":\"\\\"q\\\"\"}}".getBytes(UTF_8));

    HttpResponse<String> response = get("/v1");

    assertThat(response.statusCode()).isEqualTo(304);
    assertThat(response.headers().firstValue("etag")).hasValue("\"q\"");
  }

  @Test
  void function_fails_500WithoutItsMessageAndAComplaint() throws Exception {
    function.set(
        e -> {
          throw new FunctionFailed("java.lang.IllegalStateException", "inner secret");
        });

    HttpResponse<String> response = get("/v1/x");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).doesNotContain("secret");
    assertThat(complaints).singleElement().asString().contains("GET /v1/x", "inner secret");
  }

  @Test
  void function_late_503() throws Exception {
    function.set(
        e -> {
          throw new FunctionFailed(FunctionFailed.TIMED_OUT, "30 s");
        });

    assertThat(get("/v1/x").statusCode()).isEqualTo(503);
  }

  @Test
  void localPath_goesToOperator_notToFunction() throws Exception {
    assertThat(get("/_local/status").body()).isEqualTo("operator");
    assertThat(event.get()).isNull();
  }

  private byte[] invoke(byte[] bytes) throws FunctionFailed {
    try {
      event.set(new ObjectMapper().readTree(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return function.get().invoke(bytes);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }
}

package dev.afterbell.function.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and replies in the gateway's payload format 2.0, and the tick of the schedule. */
class HttpWireTest {

  @Test
  void request_hasMethodPathQueryHeadersAndTime() {
    ObjectNode event = event();
    event.putObject("queryStringParameters").put("asOf", "2026-05-28T00:00:00Z");
    event.putObject("headers").put("If-None-Match", "\"x\"");

    ApiRequest request = ApiRequest.decode(event);

    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.path()).isEqualTo("/v1/issuers");
    assertThat(request.query()).containsEntry("asOf", "2026-05-28T00:00:00Z").hasSize(1);
    assertThat(request.header("if-none-match")).contains("\"x\"");
    assertThat(request.header("accept")).isEmpty();
    assertThat(request.at()).isEqualTo(Instant.ofEpochMilli(1_780_000_000_000L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rawPath", "/requestContext/http/method", "/requestContext/timeEpoch"})
  void request_withoutMethodPathOrTime_isAFault(String pointer) {
    ObjectNode event = event();
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) event.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));

    assertThatThrownBy(() -> ApiRequest.decode(event)).isInstanceOf(WireFault.class);
  }

  @Test
  void reply_isWrittenAsTheGatewayWantsIt_headersSorted() {
    ApiReply reply = ApiReply.of(200, "text/plain", "hello").with("vary", "accept").with("a", "b");

    assertThat(reply.encode().toString())
        .isEqualTo(
            "{\"statusCode\":200,\"headers\":{\"a\":\"b\",\"content-type\":\"text/plain\",\"vary\":\"accept\"},\"body\":\"hello\",\"isBase64Encoded\":false}");
  }

  @ParameterizedTest
  @EnumSource(Problem.class)
  void problem_isProblemJsonWithAStableCode_andNeverCached(Problem problem) throws IOException {
    ApiReply reply = problem.reply();
    JsonNode body = CanonicalJson.parse(reply.body());

    assertThat(reply.status()).isEqualTo(problem.status()).isBetween(400, 599);
    assertThat(reply.headers())
        .containsEntry("content-type", "application/problem+json")
        .containsEntry("cache-control", "no-store");
    assertThat(body.path("code").asText()).isEqualTo(problem.name());
    assertThat(body.path("status").asInt()).isEqualTo(problem.status());
    assertThat(Files.readString(Path.of("infra/openapi.yaml"))).contains("- " + problem.name());
  }

  @Test
  void problem_storeUnavailable_saysWhenToComeAgain() {
    assertThat(Problem.STORE_UNAVAILABLE.reply().status()).isEqualTo(503);
    assertThat(Problem.STORE_UNAVAILABLE.reply().headers()).containsKey("retry-after");
  }

  @Test
  void tick_givesItsInstant_orIsAFault() {
    ObjectNode tick = JsonNodeFactory.instance.objectNode().put("time", "2026-06-02T00:30:00Z");

    assertThat(ScheduleTick.decode(tick).time()).isEqualTo(Instant.parse("2026-06-02T00:30:00Z"));
    assertThatThrownBy(() -> ScheduleTick.decode(JsonNodeFactory.instance.objectNode()))
        .isInstanceOf(WireFault.class);
  }

  private static ObjectNode event() {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("rawPath", "/v1/issuers");
    ObjectNode context = event.putObject("requestContext");
    context.put("timeEpoch", 1_780_000_000_000L);
    context.putObject("http").put("method", "get");
    return event;
  }
}

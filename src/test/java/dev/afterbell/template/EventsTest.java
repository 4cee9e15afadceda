package dev.afterbell.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterbell.flow.ObjectNotice;
import dev.afterbell.function.wire.ApiRequest;
import dev.afterbell.function.wire.S3Notices;
import dev.afterbell.function.wire.ScheduleTick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The example events in infra/events: each is what its trigger sends, and the functions read it.
 */
class EventsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode event(String name) throws IOException {
    return JSON.readTree(Files.readString(Path.of("infra/events", name)));
  }

  @Test
  void directNotice_namesTheDroppedObject() throws IOException {
    assertThat(S3Notices.decode(event("s3-direct.json")))
        .singleElement()
        .satisfies(
            n -> {
              assertThat(n.change()).isEqualTo(ObjectNotice.Change.CREATED);
              assertThat(n.key()).isEqualTo("inbox/KC/2026-05-27-6-K.txt");
              assertThat(n.versionId()).isPresent();
              assertThat(n.sequencer()).isPresent();
              assertThat(n.bytes())
                  .isEqualTo(Files.size(Path.of("infra/sample/KC/2026-05-27-6-K.txt")));
            });
  }

  @Test
  void queuedNotices_eachCarryOneS3Notice() throws IOException {
    List<String> keys = new ArrayList<>();
    for (JsonNode message : event("sqs-s3.json").required("Records")) {
      assertThat(message.required("eventSource").asText()).isEqualTo("aws:sqs");
      S3Notices.decode(JSON.readTree(message.required("body").asText()))
          .forEach(n -> keys.add(n.key()));
    }

    assertThat(keys)
        .containsExactly("inbox/KC/2026-05-27-6-K.txt", "inbox/KC/article-2026-05-27.json");
    assertThat(keys)
        .allSatisfy(k -> assertThat(Path.of(k.replace("inbox/", "infra/sample/"))).exists());
  }

  @Test
  void tick_givesItsInstant_halfPastEightInNewYork() throws IOException {
    assertThat(ScheduleTick.decode(event("schedule.json")))
        .isEqualTo(
            new ScheduleTick(ScheduleTick.Purpose.REFRESH, Instant.parse("2026-06-02T00:30:00Z")));
  }

  @Test
  void rescoring_isAskedForByItsSource() throws IOException {
    assertThat(ScheduleTick.decode(event("rescore.json")).purpose())
        .isEqualTo(ScheduleTick.Purpose.RESCORE);
  }

  @Test
  void request_isForADescribedRoute() throws IOException {
    JsonNode event = event("http-snapshot.json");
    ApiRequest request = ApiRequest.decode(event);

    assertThat(request.path()).isEqualTo("/v1/snapshots/KC/2026-05-27");
    assertThat(request.query()).containsEntry("asOf", "2026-06-01T20:30:00-04:00");
    assertThat(new Stack().ofType("AWS::ApiGatewayV2::Route").values())
        .anySatisfy(
            r ->
                assertThat(r.at("/Properties/RouteKey").asText())
                    .isEqualTo(event.required("routeKey").asText()));
  }
}

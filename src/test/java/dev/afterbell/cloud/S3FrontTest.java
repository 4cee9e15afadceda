package dev.afterbell.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the S3 endpoint tells and passes on, with a store of a few lines behind it. */
@Timeout(20)
class S3FrontTest {

  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final List<S3Notice> notices = Collections.synchronizedList(new ArrayList<>());
  private final MovableClock clock = new MovableClock(Instant.parse("2026-05-27T10:35:00Z"));
  private final Servers.Running store = Servers.open(0, "store", "", this::serve);
  private final S3Front front =
      new S3Front(
          new S3Front.Place(0, URI.create("http://127.0.0.1:" + store.port()), "afterbell"),
          clock,
          notices::add);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void close() {
    front.close();
    store.close();
  }

  @Test
  void put_belowInbox_toldWithSizeTagAndTheClocksTime() throws Exception {
    assertThat(send("PUT", "/afterbell/inbox/KC/a%20b+c%2Fd.txt", "hello").statusCode())
        .isEqualTo(200);

    JsonNode event = new ObjectMapper().readTree(notices.get(0).toJson()).path("Records").path(0);
    assertThat(event.path("eventName").asText()).isEqualTo("ObjectCreated:Put");
    assertThat(event.path("eventTime").asText()).isEqualTo("2026-05-27T10:35:00Z");
    assertThat(event.path("s3").path("bucket").path("name").asText()).isEqualTo("afterbell");
    JsonNode object = event.path("s3").path("object");
    assertThat(object.path("key").asText()).isEqualTo("inbox/KC/a+b%2Bc/d.txt");
    assertThat(object.path("size").asLong()).isEqualTo(5);
    assertThat(object.path("eTag").asText()).isEqualTo("tag5");
    assertThat(object.path("sequencer").asText()).matches("[0-9A-F]{18}");
  }

  @Test
  void puts_oneAfterTheOther_haveRisingSequencers() throws Exception {
    send("PUT", "/afterbell/inbox/KC/a.txt", "1");
    send("PUT", "/afterbell/inbox/KC/a.txt", "22");

    assertThat(notices).extracting(S3Notice::sequencer).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /afterbell/vault/sha256/00",
    "PUT, /other/inbox/KC/a.txt",
    "PUT, /afterbell/inbox/KC/a.txt?tagging",
    "PUT, /afterbell/inbox/KC/a.txt?partNumber=1&uploadId=7",
    "POST, /afterbell/inbox/KC/a.txt?uploads",
    "DELETE, /afterbell/inbox/KC/a.txt?uploadId=7",
    "GET, /afterbell/inbox/KC/a.txt",
    "PUT, /afterbell",
  })
  void request_thatMakesNoInboxObject_notTold(String method, String path) throws Exception {
    objects.put("/afterbell/inbox/KC/a.txt", new byte[1]);

    send(method, path, "x");

    assertThat(notices).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /afterbell/inbox/KC/a.txt?uploadId=7, ObjectCreated:CompleteMultipartUpload",
    "DELETE, /afterbell/inbox/KC/a.txt, ObjectRemoved:Delete",
  })
  void otherWays_toChangeAnInboxObject_toldByName(String method, String path, String eventName)
      throws Exception {
    objects.put("/afterbell/inbox/KC/a.txt", new byte[1]);

    send(method, path, "x");

    assertThat(notices).extracting(S3Notice::eventName).containsExactly(eventName);
  }

  @Test
  void upload_completedWithoutAnObject_notTold() throws Exception {
    send("POST", "/afterbell/inbox/KC/gone.txt?uploadId=7", "x");

    assertThat(notices).isEmpty();
  }

  @Test
  void put_refusedByStore_passedOnAndNotTold() throws Exception {
    HttpResponse<String> response = send("PUT", "/afterbell/inbox/KC/refused.txt", "x");

    assertThat(response.statusCode()).isEqualTo(412);
    assertThat(response.body()).isEqualTo("PreconditionFailed");
    assertThat(notices).isEmpty();
  }

  @Test
  void body_ofSeveralMegabytes_passesBothWaysUnchanged() throws Exception {
    byte[] body = new byte[5_000_000];
    new Random(7).nextBytes(body);
    URI uri = front.endpoint().resolve("/afterbell/inbox/KC/large.bin");

    client.send(
        HttpRequest.newBuilder(uri)
            .expectContinue(true)
            .PUT(BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.discarding());

    assertThat(
            client
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body())
        .isEqualTo(body);
  }

  @Test
  void head_passesLengthWithoutBody() throws Exception {
    objects.put("/afterbell/inbox/KC/a.txt", new byte[1234]);

    HttpResponse<String> response = send("HEAD", "/afterbell/inbox/KC/a.txt", "");

    assertThat(response.headers().firstValue("content-length")).hasValue("1234");
    assertThat(send("HEAD", "/afterbell/inbox/KC/none.txt", "").statusCode()).isEqualTo(404);
  }

  @Test
  void part_answeredWithoutItsChecksum_getsItBack() throws Exception {
    HttpRequest part =
        HttpRequest.newBuilder(
                front.endpoint().resolve("/afterbell/inbox/KC/a.txt?partNumber=1&uploadId=7"))
            .header("x-amz-checksum-crc32", "AAAAAA==")
            .PUT(BodyPublishers.ofString("x"))
            .build();

    assertThat(
            client
                .send(part, HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("x-amz-checksum-crc32"))
        .hasValue("AAAAAA==");
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(front.endpoint().resolve(path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.endsWith("refused.txt")) {
      Servers.reply(exchange, 412, "text/plain", "PreconditionFailed");
      return;
    }
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        objects.put(path, body);
        Servers.reply(exchange, 200, "", "");
      }
      case "GET", "HEAD" -> {
        byte[] stored = objects.get(path);
        exchange
            .getResponseHeaders()
            .set("ETag", "\"tag" + (stored == null ? 0 : stored.length) + "\"");
        Servers.reply(
            exchange, stored == null ? 404 : 200, "", stored == null ? new byte[0] : stored);
      }
      default -> Servers.reply(exchange, 200, "", "");
    }
  }
}

package dev.afterbell.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.CanonicalJson;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The packaged functions, all three, on a Runtime API: the sample from the bucket to the page, and
 * what is dropped in error.
 */
class SampleIT {

  private static final Instant T3 = Instant.parse("2026-06-02T00:30:00Z");

  private static LocalCloud cloud;
  private static WebClient web;

  @BeforeAll
  static void startAndIngest() throws Exception {
    cloud =
        LocalCloud.start(
            LocalCloudSettings.of(Path.of("target"), Instant.parse("2026-05-27T10:35:00Z")));
    web = new WebClient(cloud.api());
    for (String file :
        new String[] {
          "2026-05-27-6-K.txt", "article-2026-05-27.json", "issuer.json", "2026-04-23-6-K.txt"
        }) {
      cloud.put("inbox/KC/" + file, Path.of("infra/sample/KC", file));
    }
    assertThat(cloud.drain(Duration.ofSeconds(90))).isTrue();
    cloud.moveTo(T3);
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void page_saysInEveryFormat_whatTheSampleSays() throws Exception {
    assertThat(web.get("/v1/snapshots/KC/2026-05-27.md").body())
        .contains(
            "RMB2,703.7 million",
            "[#PR-2026-05-27]",
            "[#6K-2026-04-23-XM]",
            "No formal recommendation provided.",
            "tentative monitoring-style hold");
    assertThat(web.get("/v1/snapshots/KC.html").body())
        .contains("<!doctype html>", "Evidence flagged", "RMB2,703.7 million");
    JsonNode json = CanonicalJson.parse(web.get("/v1/snapshots/KC/2026-05-27").body());
    assertThat(json.path("state").asText()).isEqualTo("complete");
    assertThat(json.path("scoreCard").path("quality").path("zeroRules").toString()).contains("Z2");
  }

  @Test
  void everyFigure_pointsToItsBytes() throws Exception {
    JsonNode json = CanonicalJson.parse(web.get("/v1/snapshots/KC/2026-05-27").body());
    byte[] release =
        java.nio.file.Files.readAllBytes(Path.of("infra/sample/KC/2026-05-27-6-K.txt"));
    int seen = 0;
    for (JsonNode paragraph : json.path("aiEvents")) {
      for (JsonNode statement : paragraph.path("statements")) {
        for (JsonNode figure : statement.path("figures")) {
          if (figure.has("span") && figure.path("evidence").asText().equals("PR-2026-05-27")) {
            int start = figure.path("span").path("start").asInt();
            String bytes =
                new String(
                    release,
                    start,
                    figure.path("span").path("end").asInt() - start,
                    StandardCharsets.UTF_8);
            assertThat(bytes).isEqualTo(figure.path("quote").asText());
            seen++;
          }
        }
      }
    }
    assertThat(seen).isGreaterThanOrEqualTo(4);
  }

  @Test
  void sameLedger_givesTheSameBytesAndTag_andNotModified() throws Exception {
    HttpResponse<String> first = web.get("/v1/snapshots/KC/2026-05-27");
    HttpResponse<String> second = web.get("/v1/snapshots/KC/2026-05-27");
    assertThat(second.body()).isEqualTo(first.body());
    String tag = first.headers().firstValue("etag").orElseThrow();
    HttpResponse<String> unchanged = web.get("/v1/snapshots/KC/2026-05-27", "if-none-match", tag);
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
  }

  @Test
  void evidencePage_showsThePassageInItsSentence() throws Exception {
    assertThat(web.get("/v1/evidence/KC/PR-2026-05-27.html").body())
        .contains("<mark>", "AI gross billing");
  }

  @Test
  void ledger_isIntact_andTheClaimsOfTheApiHold() throws Exception {
    assertThat(web.get("/v1/ledger/KC/verification").body()).contains("\"intact\":true");
    assertThat(web.get("/v1/issuers").body()).contains("\"ticker\":\"KC\"");
    assertThat(web.get("/").headers().firstValue("location")).hasValue("/v1/issuers.html");
    assertThat(web.get("/v1/issuers.html").body()).contains("/v1/snapshots/KC.html");
    assertThat(web.get("/v1/issuers/KC/events").body()).contains("\"refreshed\":true");
    assertThat(
            web.get(
                    "/v1/snapshots/KC/2026-05-27/diff?from=2026-05-27T20:00:00Z&to=2026-06-02T00:30:00Z")
                .body())
        .contains("evidenceQuality", "uncalibrated literature prior", "less than 1%");
  }

  @Test
  void card_isExportedAndMadeAgain_byteForByte() throws Exception {
    assertThat(web.get("/v1/issuers/KC/cards").body()).contains("\"methodVersion\":\"m1\"");
    assertThat(web.get("/v1/ledger/KC/replay").body())
        .contains("\"result\":\"same\"", "\"moved\":0", "\"failed\":0")
        .contains("uncalibrated literature prior");
  }

  @Test
  void method_isServedToPeopleAndPrograms() throws Exception {
    assertThat(web.get("/v1/method", "accept", "text/html").body())
        .contains("<h1>Method m1</h1>", "<table>", "uncalibrated literature prior");
    assertThat(web.get("/v1/method", "accept", "text/markdown").body()).startsWith("# Method m1");
    assertThat(web.get("/v1/snapshots/KC/2026-05-27.html").body()).contains("href=\"/v1/method\"");
  }

  @Test
  void badRequests_areProblemsWithStableCodes() throws Exception {
    assertProblem("/v1/snapshots/kc", 400, "BAD_TICKER");
    assertProblem("/v1/snapshots/KC/27-05-2026", 400, "BAD_DATE");
    assertProblem("/v1/snapshots/KC?asOf=yesterday", 400, "BAD_INSTANT");
    assertProblem("/v1/snapshots/KC?colour=red", 400, "UNKNOWN_PARAMETER");
    assertProblem(
        "/v1/snapshots/KC?asOf=2026-06-02T00:00:00Z&asOf=2026-06-03T00:00:00Z",
        400,
        "BAD_PARAMETER");
    assertProblem("/v1/evidence/KC/what", 400, "BAD_EVIDENCE_ID");
    assertProblem("/v1/snapshots/" + "A".repeat(8_000), 400, "BAD_PARAMETER");
    assertProblem("/v1/snapshots/ZZZ", 404, "NOT_FOUND");
    assertProblem("/v2/anything", 404, "NO_ROUTE");
  }

  @Test
  void badDrops_areRejectedWithAReason_andNothingIsStuck() throws Exception {
    byte[] submission =
        java.nio.file.Files.readAllBytes(Path.of("infra/sample/KC/2026-04-23-6-K.txt"));
    cloud.put("inbox/KC/empty.txt", new byte[0]);
    cloud.put(
        "inbox/KC/logo.htm",
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13});
    cloud.put("inbox/KC/cut.txt", java.util.Arrays.copyOf(submission, submission.length / 2));
    cloud.put("inbox/NOBODY/release.txt", submission);
    cloud.put("inbox/KC/huge.txt", new byte[100 * 1024 * 1024]);
    assertThat(cloud.drain(Duration.ofSeconds(120))).isTrue();
    assertThat(cloud.queue().deadLetters()).isEmpty();

    JsonNode rejections =
        CanonicalJson.parse(web.get("/v1/issuers/KC/rejections").body()).path("rejections");
    assertThat(rejections.findValuesAsText("reason"))
        .contains("EMPTY", "UNSUPPORTED", "TRUNCATED", "TOO_LARGE");
    assertThat(rejections.findValuesAsText("message")).allSatisfy(m -> assertThat(m).endsWith("."));
    assertThat(web.get("/v1/issuers/NOBODY/rejections").body())
        .contains("UNKNOWN_ISSUER", "issuer.json");
    assertThat(web.get("/v1/snapshots/KC/2026-05-27.html").body())
        .contains("Not used", "cut.txt", "huge.txt");
  }

  @Test
  void poisonMessage_failsAlone_andEndsAmongTheDeadLetters() throws Exception {
    cloud.deliver("{\"not\":\"a notice\"}");
    cloud.put("inbox/KC/also-empty.txt", new byte[0]);
    cloud.drain(Duration.ofSeconds(60));
    assertThat(web.get("/v1/issuers/KC/rejections").body()).contains("also-empty.txt");
  }

  private static void assertProblem(String path, int status, String code)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = web.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(answer.body())
        .contains("\"code\":\"" + code + "\"")
        .doesNotContain("AAAA")
        .doesNotContain("yesterday");
  }
}

package dev.afterbell.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.cloud.LocalCloud;
import dev.afterbell.cloud.LocalCloudSettings;
import dev.afterbell.cloud.WebClient;
import dev.afterbell.evidence.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Real documents through the packaged functions: all releases with hand-keyed answers and all 8-K
 * covers become evidence.
 */
@EnabledIfSystemProperty(named = "afterbell.corpus", matches = ".+")
class CorpusThroughCloudIT {

  private static final Path CORPUS = Path.of(System.getProperty("afterbell.corpus", "."));
  private static final Pattern DATE = Pattern.compile("(?<!\\d)20\\d{2}-[01]\\d-[0-3]\\d(?!\\d)");

  /** For documents that neither say nor are said to have come out on a day. */
  private static final String ANY_DAY = "2024-03-01";

  @Test
  void releasesAndCovers_allBecomeEvidence_withoutAnError() throws Exception {
    List<Document> documents = documents();
    assertThat(documents).hasSizeGreaterThanOrEqualTo(87);
    try (LocalCloud cloud =
        LocalCloud.start(
            LocalCloudSettings.of(Path.of("target"), Instant.parse("2026-11-01T12:00:00Z")))) {
      for (Document document : documents) {
        cloud.put("inbox/" + document.ticker() + "/issuer.json", document.profile());
        cloud.put(document.key() + ".meta.json", document.sideCar());
        cloud.put(document.key(), CORPUS.resolve(document.path()));
      }
      assertThat(cloud.drain(Duration.ofMinutes(8))).isTrue();
      assertThat(cloud.queue().deadLetters()).isEmpty();
      Map<String, String> refused = refusals(new WebClient(cloud.api()), documents);
      System.out.println(
          documents.size()
              + " documents of the corpus ingested through the local cloud, "
              + refused.size()
              + " refused "
              + refused);
      assertThat(refused).isEmpty();
    }
  }

  /**
   * Drops that did not become evidence; releases older than the trading calendars are evidence
   * without an event.
   */
  private static Map<String, String> refusals(WebClient web, List<Document> documents)
      throws IOException, InterruptedException {
    Map<String, String> refused = new TreeMap<>();
    for (String ticker : documents.stream().map(Document::ticker).distinct().toList()) {
      for (JsonNode rejection :
          CanonicalJson.parse(web.get("/v1/issuers/" + ticker + "/rejections").body())
              .path("rejections")) {
        String reason = rejection.path("reason").asText();
        if (!reason.equals("CALENDAR_EXHAUSTED")) {
          refused.put(
              rejection.path("objectKey").asText(),
              reason + ": " + rejection.path("message").asText());
        }
      }
    }
    return refused;
  }

  /**
   * A document of the corpus as it is dropped.
   *
   * @param path in the corpus
   * @param ticker folder; made up from the CIK for covers
   * @param name of the company
   * @param form of the document
   * @param day it came out, where the corpus knows
   */
  private record Document(String path, String ticker, String name, String form, String day) {

    String key() {
      return "inbox/" + ticker + "/" + path.substring(path.lastIndexOf('/') + 1);
    }

    byte[] profile() {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("ticker", ticker).put("name", name).put("displayName", name);
      json.put("primaryVenue", ticker.endsWith(".HK") ? "XHKG" : "XNAS");
      json.putArray("listings")
          .addObject()
          .put("venue", ticker.endsWith(".HK") ? "XHKG" : "XNAS")
          .put("symbol", ticker);
      json.put("fiscalYearEnd", "12-31");
      json.putArray("peers");
      return bytes(json);
    }

    byte[] sideCar() {
      return bytes(
          JsonNodeFactory.instance
              .objectNode()
              .put("form", form)
              .put("published", day + "T16:05:00-05:00"));
    }

    private static byte[] bytes(JsonNode json) {
      return json.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  private static List<Document> documents() throws IOException {
    Map<String, String[]> manifest = new HashMap<>();
    for (String line : Files.readAllLines(CORPUS.resolve("manifest.tsv"))) {
      String[] cells = line.split("\t", -1);
      manifest.put(cells[0], cells);
    }
    List<Document> documents = new ArrayList<>();
    for (String line : Files.readAllLines(CORPUS.resolve("truth/core_open.jsonl"))) {
      JsonNode truth = CanonicalJson.parse(line);
      String path = truth.path("path").asText();
      documents.add(
          new Document(
              path,
              truth.path("ticker").asText(),
              truth.path("company").asText(),
              "",
              day(manifest, path)));
    }
    for (String line : Files.readAllLines(CORPUS.resolve("truth/items_open.tsv"))) {
      String path = line.split("\t", -1)[0];
      if (path.startsWith("docs/")) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        String name =
            Optional.ofNullable(manifest.get(path))
                .map(c -> c[1])
                .filter(n -> !n.isBlank())
                .orElse("Registrant");
        documents.add(
            new Document(
                path,
                "C" + file.substring(0, file.indexOf('_')),
                name,
                "8-K",
                day(manifest, path)));
      }
    }
    return documents;
  }

  private static String day(Map<String, String[]> manifest, String path) {
    Optional<String> filed =
        Optional.ofNullable(manifest.get(path))
            .map(c -> c[4])
            .filter(d -> DATE.matcher(d).matches());
    Matcher inName = DATE.matcher(path);
    return filed.orElseGet(() -> inName.find() ? inName.group() : ANY_DAY);
  }
}

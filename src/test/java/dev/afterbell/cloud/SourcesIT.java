package dev.afterbell.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.flow.SyntheticPrices;
import dev.afterbell.source.StubProviders;
import dev.afterbell.source.StubProviders.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged refresh function with outside sources that answer, that fail, and to watch. */
class SourcesIT {

  private static final Instant T3 = Instant.parse("2026-06-02T00:30:00Z");
  private static final String TOKEN = "s3cret-t0ken";
  private static final String CIK = "0001795589";
  private static final List<String> DOCUMENTS =
      List.of("issuer.json", "2026-04-23-6-K.txt", "2026-05-27-6-K.txt", "article-2026-05-27.json");

  private static LocalCloud cloud;
  private static WebClient web;

  @BeforeAll
  static void start() {
    Path build = Path.of("target");
    cloud =
        LocalCloud.start(
            LocalCloudSettings.of(build, Instant.parse("2026-05-27T10:35:00Z"))
                .withDirectory(build.resolve("local-cloud-sources")));
    web = new WebClient(cloud.api());
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void sourcesThatAnswer_openTheGate_andNoKeyIsLogged() throws Exception {
    drop("SRCUP");
    try (StubProviders providers = new StubProviders()) {
      providers.prices("SRCUP", SyntheticPrices.share());
      providers.prices("KWEB", SyntheticPrices.benchmark());
      providers.submissions(CIK);
      refresh(providers, "", T3);
    }

    JsonNode quality = page("SRCUP").path("scoreCard").path("quality");
    assertThat(quality.path("value").asText()).isEqualTo("0.4765");
    assertThat(page("SRCUP").path("scoreCard").path("legs").toString())
        .contains("daily prices of SRCUP", "Tiingo");
    assertThat(web.get("/v1/snapshots/SRCUP/2026-05-27.md").body())
        .contains("nothing listed that is not on file");
    assertThat(Files.readString(Path.of("target/local-cloud-sources/refresh.log")))
        .doesNotContain(TOKEN);
  }

  @Test
  void everySourceDown_isAnAnswerAllTheSame_andThePageNamesEachFailure() throws Exception {
    drop("SRCDOWN");
    try (StubProviders down = new StubProviders()) {
      assertThat(refresh(down, "", T3)).contains("\"scored\":1");
    }

    assertThat(page("SRCDOWN").path("scoreCard").path("quality").path("zeroRules").toString())
        .contains("Z2");
    assertThat(web.get("/v1/snapshots/SRCDOWN/2026-05-27.md").body())
        .contains("Tiingo has a fault (HTTP 503)")
        .contains("Alpha Vantage has a fault (HTTP 503)")
        .contains("EDGAR has a fault (HTTP 503)");
  }

  @Test
  void watchedIssuersNewFiling_landsInTheInbox_andIsIngested() throws Exception {
    String accession = "0001795589-26-000099";
    cloud.put("inbox/SRCWATCH/issuer.json", text("issuer.json", "SRCWATCH").getBytes(UTF_8));
    try (StubProviders edgar = new StubProviders()) {
      edgar.submissions(CIK, new Row(accession, "6-K", "2026-05-27T06:30:00.000Z", ""));
      edgar.filing(
          CIK,
          accession,
          text("2026-05-27-6-K.txt", "SRCWATCH").replaceAll("\\d{10}-26-\\d{6}", accession));
      String tick =
          "{\"source\":\"afterbell.watch\",\"id\":\"1\",\"time\":\"2026-05-27T12:00:00Z\"}";
      assertThat(invoke(edgar, "SRCWATCH=1795589", tick)).contains("\"dropped\":1");
    }

    assertThat(cloud.drain(Duration.ofSeconds(60))).isTrue();
    assertThat(web.get("/v1/issuers/SRCWATCH/events").body()).contains("2026-05-27");
  }

  private static void drop(String ticker) throws Exception {
    for (String file : DOCUMENTS) {
      cloud.put("inbox/" + ticker + "/" + file, text(file, ticker).getBytes(UTF_8));
    }
    assertThat(cloud.drain(Duration.ofSeconds(90))).isTrue();
    cloud.clock().set(T3);
  }

  /** A sample document of an issuer with another symbol. */
  private static String text(String file, String ticker) throws Exception {
    return Files.readString(Path.of("infra/sample/KC", file))
        .replace("\"KC\"", "\"" + ticker + "\"");
  }

  private static String refresh(StubProviders providers, String watched, Instant tick)
      throws Exception {
    return invoke(
        providers,
        watched,
        "{\"source\":\"aws.scheduler\",\"id\":\"1\",\"time\":\"" + tick + "\"}");
  }

  private static String invoke(StubProviders providers, String watched, String event)
      throws Exception {
    String base = providers.base().toString();
    Map<String, String> settings =
        Map.of(
            "AFTERBELL_TIINGO_URL", base,
            "AFTERBELL_ALPHA_VANTAGE_URL", base,
            "AFTERBELL_EDGAR_DATA_URL", base,
            "AFTERBELL_EDGAR_ARCHIVE_URL", base,
            "AFTERBELL_EDGAR_USER_AGENT", "Example Research ops@example.com",
            "AFTERBELL_TIINGO_TOKEN", TOKEN,
            "AFTERBELL_ALPHA_VANTAGE_KEY", TOKEN,
            "AFTERBELL_FORMAL_REPORT", "",
            "AFTERBELL_CALENDAR_OVERRIDES", "", // as the template sets what is left empty
            "AFTERBELL_WATCH", watched);
    try (LocalFunction function = cloud.launch("refresh", Export.REFRESH, settings, List.of())) {
      function.awaitReady();
      return new String(function.invoke(event.getBytes(UTF_8)), UTF_8);
    }
  }

  private static JsonNode page(String ticker) throws Exception {
    return CanonicalJson.parse(web.get("/v1/snapshots/" + ticker + "/2026-05-27").body());
  }
}

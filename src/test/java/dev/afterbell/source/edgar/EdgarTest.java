package dev.afterbell.source.edgar;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.afterbell.filing.Cik;
import dev.afterbell.source.Fetched;
import dev.afterbell.source.Fetched.Found;
import dev.afterbell.source.Fetched.Kind;
import dev.afterbell.source.Fetched.NotConfigured;
import dev.afterbell.source.Fetched.Reason;
import dev.afterbell.source.Fetched.Unavailable;
import dev.afterbell.source.JdkWeb;
import dev.afterbell.source.RawServer;
import dev.afterbell.source.Web;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgarTest {

  private static final Instant NOW = Instant.parse("2026-06-18T20:30:00Z");
  private static final Cik FILER = Cik.parse("1234567");
  private static final Accession FILING = new Accession("0007654321-26-000042");
  private static final String AGENT = "Example Research ops@example.com";
  private static final String LIST_PATH = "/submissions/CIK0001234567.json";
  private static final String FILING_PATH =
      "/Archives/edgar/data/1234567/000765432126000042/0007654321-26-000042.txt";
  private static final String LIST =
      """
      {"cik":"0001234567","name":"ACME TOOLS LTD","filings":{"recent":{
        "accessionNumber":["0007654321-26-000042"],"form":["8-K"],"filingDate":["2026-06-15"],
        "acceptanceDateTime":["2026-06-15T07:00:12.000Z"],"items":["2.02,9.01"],
        "primaryDocument":["acme8k.htm"]},
       "files":[{"name":"CIK0001234567-submissions-001.json","filingCount":2000,
         "filingFrom":"2001-01-02","filingTo":"2019-05-06"}]}}
      """;
  private static final String SUBMISSION =
      """
      <SEC-DOCUMENT>0007654321-26-000042.txt : 20260615
      <SEC-HEADER>0007654321-26-000042.hdr.sgml : 20260615
      <ACCEPTANCE-DATETIME>20260615070012
      ACCESSION NUMBER:\t\t0007654321-26-000042
      </SEC-HEADER>
      <DOCUMENT>
      <TYPE>8-K
      <TEXT>
      Acme Tools announced its results.
      </TEXT>
      </DOCUMENT>
      </SEC-DOCUMENT>
      """;

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  private final VirtualTime time = new VirtualTime();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void submissions_list_isFoundAndAskedForWithTheDeclaredAgent() {
    server.stubFor(get(urlEqualTo(LIST_PATH)).willReturn(aResponse().withBody(LIST)));

    Found found = (Found) edgar(AGENT).submissions(FILER, NOW);

    assertThat(found.kind()).isEqualTo(Kind.SUBMISSIONS);
    assertThat(found.fileName()).isEqualTo("CIK0001234567.json");
    assertThat(found.url()).isEqualTo(server.baseUrl() + LIST_PATH);
    assertThat(found.fetchedAt()).isEqualTo(NOW);
    assertThat(SubmissionsIndex.read(found.bytes())).isInstanceOf(SubmissionsIndex.Listed.class);
    server.verify(
        1, getRequestedFor(urlEqualTo(LIST_PATH)).withHeader("User-Agent", equalTo(AGENT)));
  }

  @Test
  void submissions_ofAnotherFiler_areAChangedShape() {
    server.stubFor(
        any(anyUrl()).willReturn(aResponse().withBody(LIST.replace("1234567", "7654321"))));

    assertUnavailable(edgar(AGENT).submissions(FILER, NOW), Reason.CHANGED_SHAPE);
  }

  @Test
  void fullSubmission_isFoundUnderItsNumber() {
    server.stubFor(get(urlEqualTo(FILING_PATH)).willReturn(aResponse().withBody(SUBMISSION)));

    Found found = (Found) edgar(AGENT).fullSubmission(FILER, FILING, NOW);

    assertThat(found.kind()).isEqualTo(Kind.FILING);
    assertThat(found.kind().mediaType()).isEqualTo("text/plain");
    assertThat(found.fileName()).isEqualTo("0007654321-26-000042.txt");
    assertThat(found.bytes()).isEqualTo(SUBMISSION.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void fullSubmission_ofAnotherNumber_isAChangedShape() {
    server.stubFor(
        any(anyUrl()).willReturn(aResponse().withBody(SUBMISSION.replace("-000042", "-000043"))));

    assertUnavailable(edgar(AGENT).fullSubmission(FILER, FILING, NOW), Reason.CHANGED_SHAPE);
  }

  @Test
  void fullSubmission_withoutItsEnd_isTruncatedThoughHttpSaysNothing() {
    String cut = SUBMISSION.substring(0, SUBMISSION.indexOf("</TEXT>"));
    server.stubFor(any(anyUrl()).willReturn(aResponse().withBody(cut)));

    assertUnavailable(edgar(AGENT).fullSubmission(FILER, FILING, NOW), Reason.TRUNCATED);
  }

  @Test
  void fullSubmission_brokenOffWhereRangesAreServed_goesOn() throws IOException {
    int length = SUBMISSION.length();
    String first =
        "HTTP/1.1 200 OK\r\nAccept-Ranges: bytes\r\nETag: \"v1\"\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + SUBMISSION.substring(0, 150);
    String rest =
        "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 150-"
            + (length - 1)
            + "/"
            + length
            + "\r\nContent-Length: "
            + (length - 150)
            + "\r\n\r\n"
            + SUBMISSION.substring(150);
    try (RawServer raw = new RawServer(first, rest)) {
      Fetched fetched = edgar(raw.uri(), Optional.of(AGENT)).fullSubmission(FILER, FILING, NOW);

      assertThat(((Found) fetched).bytes()).asString(StandardCharsets.UTF_8).isEqualTo(SUBMISSION);
      assertThat(raw.requests().get(1)).contains("Range: bytes=150-", "If-Range: \"v1\"");
    }
  }

  @Test
  void fetch_busyAtFirst_isAnsweredAfterAPause() {
    String scenario = "busy";
    server.stubFor(
        get(urlEqualTo(LIST_PATH))
            .inScenario(scenario)
            .whenScenarioStateIs("Started")
            .willSetStateTo("free")
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3")));
    server.stubFor(
        get(urlEqualTo(LIST_PATH))
            .inScenario(scenario)
            .whenScenarioStateIs("free")
            .willReturn(aResponse().withBody(LIST)));

    assertThat(edgar(AGENT).submissions(FILER, NOW)).isInstanceOf(Found.class);
    assertThat(time.pauses()).anyMatch(p -> p.toSeconds() == 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Example Research",
        "ops@example",
        "a@b.example\r\nX: y",
        "R\u00e9s a@b.example"
      })
  void fetch_noAgentThatSaysWhoAsks_asksNobody(String agent) {
    Edgar edgar = edgar(agent);

    assertThat(edgar.submissions(FILER, NOW)).isInstanceOf(NotConfigured.class);
    assertThat(edgar.fullSubmission(FILER, FILING, NOW)).isInstanceOf(NotConfigured.class);
    assertThat(edgar(URI.create(server.baseUrl()), Optional.empty()).submissions(FILER, NOW))
        .isInstanceOf(NotConfigured.class);
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  @Test
  void fetch_tooManyWaiting_isUnavailableAndAsksNobody() {
    URI base = URI.create(server.baseUrl());
    Edgar edgar =
        new Edgar(
            new JdkWeb(),
            now -> new Pace.None(),
            time,
            new SplittableRandom(1),
            new Edgar.Setting(base, base, Optional.of(AGENT)));

    assertUnavailable(edgar.submissions(FILER, NOW), Reason.RATE_LIMITED);
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  /** In real time: the server's own log says when each request came. */
  @Test
  void fetch_fiftyAtOnce_neverMoreThanFiveInAnySecond() throws Exception {
    server.stubFor(get(urlEqualTo(LIST_PATH)).willReturn(aResponse().withBody(LIST)));
    Web web = new JdkWeb();
    URI base = URI.create(server.baseUrl());
    Edgar edgar =
        new Edgar(
            web,
            Pace.inProcess(),
            PaceTime.ofProcess(),
            new SplittableRandom(1),
            new Edgar.Setting(base, base, Optional.of(AGENT)));
    // Client and server are slow at their first exchange; that must not count as crowding.
    assertThat(edgar.submissions(FILER, NOW)).isInstanceOf(Found.class);
    server.resetRequests();

    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      List<Callable<Fetched>> fetches = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        fetches.add(() -> edgar.submissions(FILER, NOW));
      }
      for (Future<Fetched> fetched : threads.invokeAll(fetches)) {
        assertThat(fetched.get()).isInstanceOf(Found.class);
      }
    } finally {
      threads.shutdownNow();
    }

    List<Long> millis =
        server.getAllServeEvents().stream()
            .map(e -> e.getRequest().getLoggedDate().getTime())
            .sorted()
            .toList();
    assertThat(millis).hasSize(50);
    for (int i = 5; i < millis.size(); i++) {
      assertThat(millis.get(i) - millis.get(i - 5)).isGreaterThanOrEqualTo(1_000);
    }
  }

  private static void assertUnavailable(Fetched fetched, Reason reason) {
    assertThat(fetched)
        .isInstanceOfSatisfying(Unavailable.class, u -> assertThat(u.reason()).isEqualTo(reason));
  }

  private Edgar edgar(String agent) {
    return edgar(URI.create(server.baseUrl()), Optional.of(agent));
  }

  private Edgar edgar(URI base, Optional<String> agent) {
    return new Edgar(
        new JdkWeb(),
        Pace.inProcess(),
        time,
        new SplittableRandom(1),
        new Edgar.Setting(base, base, agent));
  }
}

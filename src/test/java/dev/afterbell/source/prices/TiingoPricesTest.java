package dev.afterbell.source.prices;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.source.Fetched;
import dev.afterbell.source.Fetched.Found;
import dev.afterbell.source.Fetched.Kind;
import dev.afterbell.source.Fetched.Nothing;
import dev.afterbell.source.Fetched.Reason;
import dev.afterbell.source.Fetched.Unavailable;
import dev.afterbell.source.JdkWeb;
import dev.afterbell.source.Secrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TiingoPricesTest {

  private static final Instant NOW = Instant.parse("2026-06-18T20:30:00Z");
  private static final LocalDate FROM = LocalDate.parse("2026-06-15");
  private static final LocalDate TO = LocalDate.parse("2026-06-17");
  private static final String PATH = "/tiingo/daily/ACME/prices";
  private static final String ROWS =
      """
      [{"date":"2026-06-15T00:00:00.000Z","open":20.0,"high":21.0,"low":19.5,"close":20.4,
        "volume":120000,"adjOpen":10.0,"adjHigh":10.5,"adjLow":9.75,"adjClose":10.2,
        "adjVolume":240000,"divCash":0.0,"splitFactor":1.0},
       {"date":"2026-06-16T00:00:00.000Z","open":10.2,"high":10.6,"low":10.1,"close":10.5,
        "volume":250000,"adjOpen":10.2,"adjHigh":10.6,"adjLow":10.1,"adjClose":10.5,
        "adjVolume":250000,"divCash":0.0,"splitFactor":2.0}]
      """;

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void daily_rows_areFoundAsTheyCame() {
    server.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withBody(ROWS)));

    Found found = (Found) fetch("ACME");

    assertThat(found.bytes()).isEqualTo(ROWS.getBytes(StandardCharsets.UTF_8));
    assertThat(found.kind()).isEqualTo(Kind.PRICES);
    assertThat(found.kind().mediaType()).isEqualTo("application/json");
    assertThat(found.fileName()).isEqualTo("prices-ACME.json");
    assertThat(found.url())
        .isEqualTo(server.baseUrl() + PATH + "?startDate=2026-06-15&endDate=2026-06-17");
    assertThat(found.fetchedAt()).isEqualTo(NOW);
    server.verify(
        1,
        getRequestedFor(urlEqualTo(PATH + "?startDate=2026-06-15&endDate=2026-06-17"))
            .withHeader("Authorization", equalTo("Token t0ken")));
  }

  @Test
  void daily_rows_areReadAsAPriceFile() {
    server.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withBody(ROWS)));
    Found found = (Found) fetch("ACME");

    PriceFile file =
        PriceFile.read(found.bytes(), new PriceFile.Subject("ACME", Currency.getInstance("USD")));

    assertThat(file)
        .isInstanceOfSatisfying(
            PriceFile.Prices.class, p -> assertThat(p.series().closes()).hasSize(2));
  }

  @Test
  void daily_classOfShares_isAskedForWithAHyphen() {
    server.stubFor(
        get(urlPathEqualTo("/tiingo/daily/ACME-B/prices")).willReturn(aResponse().withBody(ROWS)));

    assertThat(fetch("ACME.B"))
        .isInstanceOfSatisfying(
            Found.class, f -> assertThat(f.fileName()).isEqualTo("prices-ACME.B.json"));
  }

  @Test
  void daily_emptyList_isNothing() {
    server.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withBody("[]")));

    assertThat(fetch("ACME")).isInstanceOf(Nothing.class);
  }

  @Test
  void daily_detailWithStatus200_isANotice() {
    server.stubFor(
        get(urlPathEqualTo(PATH))
            .willReturn(aResponse().withBody("{\"detail\":\"You are over your allocation.\"}")));

    assertThat(fetch("ACME"))
        .isInstanceOfSatisfying(
            Unavailable.class, u -> assertThat(u.reason()).isEqualTo(Reason.NOTICE));
  }

  @Test
  void daily_rowsWithoutAdjustedCloses_areAChangedShape() {
    server.stubFor(
        get(urlPathEqualTo(PATH))
            .willReturn(aResponse().withBody("[{\"date\":\"2026-06-15\",\"close\":1}]")));

    assertThat(fetch("ACME"))
        .isInstanceOfSatisfying(
            Unavailable.class, u -> assertThat(u.reason()).isEqualTo(Reason.CHANGED_SHAPE));
  }

  @Test
  void daily_daysTheWrongWayRound_isABug() {
    TiingoPrices prices =
        new TiingoPrices(new JdkWeb(), TiingoPrices.LIVE, n -> new Secrets.None());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> prices.daily(new Ticker("ACME"), TO, FROM, NOW));
  }

  private Fetched fetch(String symbol) {
    Secrets secrets =
        name -> name.equals(Secrets.TIINGO_TOKEN) ? new Secrets.Key("t0ken") : new Secrets.None();
    return new TiingoPrices(new JdkWeb(), URI.create(server.baseUrl()), secrets)
        .daily(new Ticker(symbol), FROM, TO, NOW);
  }
}

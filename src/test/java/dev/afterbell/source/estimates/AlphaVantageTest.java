package dev.afterbell.source.estimates;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.evidence.Unit;
import dev.afterbell.market.Venue;
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
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphaVantageTest {

  private static final Instant NOW = Instant.parse("2026-06-18T20:30:00Z");
  private static final String KEY = "DEMO0KEY+1";
  private static final String ESTIMATES =
      """
      {"symbol":"ACME","estimates":[
        {"date":"2026-06-30","horizon":"fiscal quarter","eps_estimate_average":"0.5100",
         "eps_estimate_high":"0.6000","eps_estimate_low":"0.4100",
         "eps_estimate_analyst_count":"7.0000","eps_estimate_average_7_days_ago":"0.5200",
         "eps_estimate_average_30_days_ago":"None","eps_estimate_average_60_days_ago":"",
         "eps_estimate_average_90_days_ago":null,
         "revenue_estimate_average":"650775060.00","revenue_estimate_analyst_count":"6.0000"}]}
      """;
  private static final String EARNINGS =
      """
      {"symbol":"ACME","annualEarnings":[{"fiscalDateEnding":"2025-12-31","reportedEPS":"1.9"}],
       "quarterlyEarnings":[{"fiscalDateEnding":"2026-03-31","reportedDate":"2026-05-06",
         "reportedEPS":"0.47","estimatedEPS":"None","surprise":"None","surprisePercentage":"None",
         "reportTime":"pre-market"}]}
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
  void estimates_found_areReadAsAFileOfEstimates() {
    answer(ESTIMATES);

    Found found = (Found) feed().estimates(new Ticker("ACME"), NOW);

    assertThat(found.kind()).isEqualTo(Kind.ESTIMATES);
    assertThat(found.fileName()).isEqualTo("estimates-ACME.json");
    assertThat(found.bytes()).isEqualTo(ESTIMATES.getBytes(StandardCharsets.UTF_8));
    EstimateFile file =
        EstimateFile.read(
            found.bytes(),
            new EstimateFile.Setting(
                Venue.XNYS,
                AsOf.at(found.fetchedAt(), Venue.XNYS),
                Optional.of(new Unit("USD/share")),
                Optional.of(Unit.money("USD"))));
    assertThat(file)
        .isInstanceOfSatisfying(
            EstimateFile.Estimates.class, e -> assertThat(e.estimates()).hasSize(2));
  }

  @Test
  void earnings_found_areKeptAsTheyCame() {
    answer(EARNINGS);

    Found found = (Found) feed().earnings(new Ticker("ACME"), NOW);

    assertThat(found.kind()).isEqualTo(Kind.EARNINGS);
    assertThat(found.fileName()).isEqualTo("earnings-ACME.json");
    assertThat(found.bytes()).isEqualTo(EARNINGS.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void estimates_addressOfWhatIsFound_hasNoKey() {
    answer(ESTIMATES);

    Found found = (Found) feed().estimates(new Ticker("ACME"), NOW);

    assertThat(found.url())
        .isEqualTo(server.baseUrl() + "/query?function=EARNINGS_ESTIMATES&symbol=ACME");
    server.verify(
        1,
        getRequestedFor(
            urlEqualTo("/query?function=EARNINGS_ESTIMATES&symbol=ACME&apikey=DEMO0KEY%2B1")));
  }

  @ParameterizedTest
  @CsvSource({"Information,NOTICE", "Note,NOTICE", "Error Message,REJECTED"})
  void fetch_noticeWithStatus200_isUnavailableAndNotQuoted(String member, Reason reason) {
    answer("{\"" + member + "\":\"We have detected your API key as " + KEY + "\"}");

    for (Fetched fetched :
        new Fetched[] {
          feed().estimates(new Ticker("ACME"), NOW), feed().earnings(new Ticker("ACME"), NOW)
        }) {
      assertThat(fetched)
          .isInstanceOfSatisfying(
              Unavailable.class,
              u -> {
                assertThat(u.reason()).isEqualTo(reason);
                assertThat(u.sentence()).doesNotContain(KEY, "detected");
              });
    }
  }

  @Test
  void fetch_symbolUnknown_isNothing() {
    answer("{}");
    assertThat(feed().estimates(new Ticker("ACME"), NOW)).isInstanceOf(Nothing.class);

    answer("{\"symbol\":\"ACME\",\"estimates\":[]}");
    assertThat(feed().estimates(new Ticker("ACME"), NOW)).isInstanceOf(Nothing.class);
  }

  @Test
  void fetch_answerToAnotherQuestion_isAChangedShape() {
    answer(EARNINGS);
    assertThat(feed().estimates(new Ticker("ACME"), NOW)).isInstanceOf(Unavailable.class);

    answer(ESTIMATES);
    assertThat(feed().estimates(new Ticker("OTHR"), NOW)).isInstanceOf(Unavailable.class);
  }

  private void answer(String body) {
    server.stubFor(get(urlPathEqualTo("/query")).willReturn(aResponse().withBody(body)));
  }

  private EstimateFeed feed() {
    Secrets secrets =
        name -> name.equals(Secrets.ALPHA_VANTAGE_KEY) ? new Secrets.Key(KEY) : new Secrets.None();
    return new AlphaVantage(new JdkWeb(), URI.create(server.baseUrl()), secrets);
  }
}

package dev.afterbell.source;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.afterbell.source.edgar.Edgar;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tiingo, Alpha Vantage and EDGAR on one port of this machine, answering in the documented shapes
 * with made-up figures; HTTP 503 for whatever it was not told.
 */
public final class StubProviders implements AutoCloseable {

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

  /** Starts it. */
  public StubProviders() {
    server.start();
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
  }

  /** One row of EDGAR's list. */
  public record Row(String accession, String form, String accepted, String items) {}

  /** Scheme, host and port. */
  public URI base() {
    return URI.create(server.baseUrl());
  }

  /** The setting of an EDGAR adapter that asks this one. */
  public Edgar.Setting edgar(Optional<String> agent) {
    return new Edgar.Setting(base(), base(), agent);
  }

  /** The server, for what has no word here. */
  public WireMockServer server() {
    return server;
  }

  /** How often it was asked. */
  public int requests() {
    return server.getAllServeEvents().size();
  }

  /** The same after one HTTP 503. */
  public void pricesAfterAFault(String symbol, String csv) {
    String address = "/tiingo/daily/" + symbol + "/prices";
    server.stubFor(
        get(urlPathEqualTo(address))
            .inScenario(symbol)
            .whenScenarioStateIs(STARTED)
            .willReturn(aResponse().withStatus(503))
            .willSetStateTo("up"));
    server.stubFor(
        get(urlPathEqualTo(address))
            .inScenario(symbol)
            .whenScenarioStateIs("up")
            .willReturn(aResponse().withBody(rows(csv))));
  }

  /** How often it was asked for something below a path. */
  public int requestsTo(String path) {
    return (int)
        server.getAllServeEvents().stream()
            .filter(e -> e.getRequest().getUrl().startsWith(path))
            .count();
  }

  /** Answers with daily prices, given as lines of {@code date,close,adjusted close,volume}. */
  public void prices(String symbol, String csv) {
    server.stubFor(
        get(urlPathEqualTo("/tiingo/daily/" + symbol + "/prices"))
            .willReturn(aResponse().withBody(rows(csv))));
  }

  private static String rows(String csv) {
    return csv.lines()
        .skip(1)
        .map(line -> line.split(","))
        .map(
            f ->
                "{\"date\":\"%sT00:00:00.000Z\",\"close\":%s,\"adjClose\":%s,\"volume\":%s,\"divCash\":0.0,\"splitFactor\":1.0}"
                    .formatted(f[0], f[1], f[2], f[3]))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Answers to {@code EARNINGS_ESTIMATES}. */
  public void estimates(String json) {
    query("EARNINGS_ESTIMATES", json);
  }

  /** Answers to {@code EARNINGS}. */
  public void earnings(String json) {
    query("EARNINGS", json);
  }

  private void query(String function, String json) {
    server.stubFor(
        get(urlPathEqualTo("/query"))
            .withQueryParam("function", equalTo(function))
            .willReturn(aResponse().withBody(json)));
  }

  /** Lists what a filer has filed. */
  public void submissions(String cik, Row... rows) {
    List<String> columns = new ArrayList<>();
    columns.add(column("accessionNumber", rows, Row::accession));
    columns.add(column("form", rows, Row::form));
    columns.add(column("filingDate", rows, r -> r.accepted().substring(0, 10)));
    columns.add(column("acceptanceDateTime", rows, Row::accepted));
    columns.add(column("items", rows, Row::items));
    columns.add(column("primaryDocument", rows, r -> "main.htm"));
    String body =
        "{\"cik\":\"%s\",\"filings\":{\"recent\":{%s},\"files\":[]}}"
            .formatted(cik, String.join(",", columns));
    server.stubFor(
        get(urlPathEqualTo("/submissions/CIK" + cik + ".json"))
            .willReturn(aResponse().withBody(body)));
  }

  private interface Cell {
    String of(Row row);
  }

  private static String column(String name, Row[] rows, Cell cell) {
    List<String> values = new ArrayList<>();
    for (Row row : rows) {
      values.add("\"" + cell.of(row) + "\"");
    }
    return "\"" + name + "\":[" + String.join(",", values) + "]";
  }

  /** Gives the whole text of a filing. */
  public void filing(String cik, String accession, String text) {
    server.stubFor(
        get(urlPathEqualTo(
                "/Archives/edgar/data/%d/%s/%s.txt"
                    .formatted(Long.parseLong(cik), accession.replace("-", ""), accession)))
            .willReturn(aResponse().withBody(text)));
  }

  @Override
  public void close() {
    server.stop();
  }
}

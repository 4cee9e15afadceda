package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.MarketReading.Consensus;
import dev.afterbell.score.Flag;
import dev.afterbell.score.FlagCode;
import dev.afterbell.score.Leg;
import dev.afterbell.score.LegKind;
import dev.afterbell.score.LookedFor;
import dev.afterbell.snapshot.Snapshot;
import dev.afterbell.source.JdkWeb;
import dev.afterbell.source.Secrets;
import dev.afterbell.source.StubProviders;
import dev.afterbell.source.StubProviders.Row;
import dev.afterbell.source.dynamo.TablePace;
import dev.afterbell.source.edgar.Edgar;
import dev.afterbell.source.edgar.PaceTime;
import dev.afterbell.source.estimates.AlphaVantage;
import dev.afterbell.source.prices.TiingoPrices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sample issuer with every source there is: from a gate that is shut to five verified legs. */
class EveryLegStoryTest {

  private static final String FOLLOW_UP = "0001795589-26-000077";

  private final StubProviders providers = new StubProviders();
  private final Desk desk = new Desk();

  @AfterEach
  void stop() {
    providers.close();
  }

  @Test
  void pricesAlone_openTheGate_atTheWorkedValue() {
    desk.withSample();
    prices();

    refresh();

    Snapshot page = desk.snapshot();
    assertThat(quality(page, "PR-2026-05-27")).isEqualTo("0.8099");
    assertThat(quality(page, "NEWS-2026-05-27")).isEqualTo("0.2349");
    assertThat(quality(page, "PX-2026-06-01")).isEqualTo("0.7625");
    assertThat(page.card().quality().value().orElseThrow()).isEqualTo("0.4765");
  }

  /**
   * Release, reaction and revision are worth what they are in the worked example. Its 0.7937 has a
   * contract filing where this has a call that repeats figures, and a peers' reading of the day of
   * the release; one that covers T0 to T+3 is of T+3.
   */
  @Test
  void everySource_verifiesEveryLeg() {
    everything();

    refresh();

    Snapshot page = desk.snapshot();
    assertThat(page.card().legs()).allMatch(Leg::verified);
    assertThat(page.card().legs())
        .extracting(l -> l.kind().letter() + " " + l.strength())
        .containsExactly("P 0.8999", "R 0.7625", "A 0.7625", "F 0.7682", "B 0.6250");
    assertThat(page.card().quality().value().orElseThrow()).isEqualTo("0.8043");
    assertThat(page.card().flags())
        .extracting(Flag::code)
        .doesNotContain(
            FlagCode.FOLLOWUP_THIN,
            FlagCode.NO_REVISION,
            FlagCode.REACTION_SECONDARY,
            FlagCode.PEER_GENERIC);
    for (LegKind leg : LegKind.values()) {
      assertThat(page.card().leg(leg).lookedFor())
          .as(leg.text())
          .extracting(LookedFor::outcome)
          .doesNotContain(
              LookedFor.Outcome.NOT_CONFIGURED,
              LookedFor.Outcome.FAILED,
              LookedFor.Outcome.UNUSABLE);
    }
    assertThat(desk.intact()).isTrue();
  }

  @Test
  void earlierEarnings_areTheMeasureOfASurprise_asFarAsPricesReachBack() {
    everything();

    refresh();

    Evidence reading =
        desk.snapshot().evidence().stream()
            .filter(e -> e.id().equals(EvidenceId.parse("EST-2026-06-01-CONS")))
            .findFirst()
            .orElseThrow();
    BigDecimal before =
        SyntheticPrices.share()
            .lines()
            .filter(line -> line.startsWith("2026-03-24"))
            .map(line -> new BigDecimal(line.split(",")[2]))
            .findFirst()
            .orElseThrow();
    assertThat(reading.extraction().events())
        .filteredOn(e -> e instanceof Consensus)
        .extracting(e -> (Consensus) e)
        .allSatisfy(
            c ->
                assertThat(c.pastSurprises())
                    .isEqualTo(
                        c.period().kind() == FactPeriod.Kind.QTD
                            ? List.of(
                                new BigDecimal("0.02").divide(before, 10, RoundingMode.HALF_EVEN))
                            : List.of()));
  }

  @Test
  void feedDownForAMoment_isAskedOnceMore() {
    desk.withSample();
    providers.pricesAfterAFault("KC", SyntheticPrices.share());
    providers.prices("KWEB", SyntheticPrices.benchmark());

    refresh();

    assertThat(desk.snapshot().card().leg(LegKind.REACTION).verified()).isTrue();
  }

  @Test
  void benchmarkWhoseSymbolNoFeedKnows_isNamed_andHoldsUpNothing() {
    profile("\"benchmark\": \"KWEB\"", "\"benchmark\": \"^HSI Index\"");
    Desk.SAMPLE.stream().skip(1).forEach(desk::deliver);
    providers.prices("KC", SyntheticPrices.share());

    refresh();

    assertThat(desk.snapshot().card().leg(LegKind.REACTION).lookedFor())
        .extracting(l -> l.what() + ": " + l.ending())
        .anyMatch(l -> l.startsWith("daily prices of ^HSI Index: not configured"));
  }

  @Test
  void feedThatIsDown_isWaitedForTwiceAtMost_howeverManyQuestionsThereAre() {
    desk.withSample();

    refresh();

    assertThat(providers.requestsTo("/tiingo/")).isEqualTo(2);
    assertThat(providers.requestsTo("/query")).isEqualTo(2);
    assertThat(desk.snapshot().card().leg(LegKind.REACTION).lookedFor())
        .extracting(LookedFor::outcome)
        .filteredOn(o -> o == LookedFor.Outcome.FAILED)
        .hasSize(2);
  }

  @Test
  void timeUpWhileAsking_leavesTheEventDue_andTheNextRunGoesOn() {
    desk.withSample();
    prices();
    AtomicInteger questions = new AtomicInteger();

    RefreshEvidence.Outcome first =
        refreshing().refresh(Desk.LATER, () -> questions.getAndIncrement() < 3);

    assertThat(first.failed()).singleElement().asString().contains("time is nearly up");
    refresh();
    assertThat(desk.snapshot().card().quality().value().orElseThrow()).isEqualTo("0.4765");
  }

  private static String quality(Snapshot page, String id) {
    return page.card().items().stream()
        .filter(i -> i.id().equals(EvidenceId.parse(id)))
        .map(i -> i.quality().toString())
        .collect(Collectors.joining());
  }

  private void everything() {
    prices();
    providers.prices("PEERA", scaled(SyntheticPrices.share(), "0.5"));
    providers.prices("PEERB", scaled(SyntheticPrices.share(), "0.25"));
    providers.prices("PEERC", scaled(SyntheticPrices.share(), "2"));
    profile();
    Desk.SAMPLE.stream().skip(1).forEach(desk::deliver);
    providers.estimates(estimates());
    providers.earnings(earnings());
    providers.submissions("0001795589", new Row(FOLLOW_UP, "6-K", "2026-05-27T21:05:00.000Z", ""));
    providers.filing("0001795589", FOLLOW_UP, transcript());
    desk.deliver(
        desk.drop(
            "inbox/KC/article-paper.json",
            SyntheticPrices.bytes(article()),
            "2026-05-27T17:00:00Z"));
  }

  private void prices() {
    providers.prices("KC", SyntheticPrices.share());
    providers.prices("KWEB", SyntheticPrices.benchmark());
  }

  /** Three operating companies as peers, and the currency in which the feed estimates. */
  private void profile() {
    profile(
        "(?s)\"peers\": \\[.*?\\n  \\],",
        """
        "estimateCurrency": "USD",
          "peers": [
            {"symbol": "PEERA", "name": "Peer A", "kind": "operating", "sicCode": "7372", "country": "CN",
             "revenueRatio": "0.9", "sharedSegmentShare": "0.5"},
            {"symbol": "PEERB", "name": "Peer B", "kind": "operating", "sicCode": "7372", "country": "CN",
             "revenueRatio": "1.9", "sharedSegmentShare": "0.5"},
            {"symbol": "PEERC", "name": "Peer C", "kind": "operating", "sicCode": "7372", "country": "CN",
             "revenueRatio": "0.4", "sharedSegmentShare": "0.5"}],
        """);
  }

  /** The sample's profile with one thing otherwise. */
  private void profile(String expression, String replacement) {
    try {
      String profile = Files.readString(Path.of("infra/sample/KC/issuer.json"));
      String changed = profile.replaceFirst(expression, replacement);
      assertThat(changed).isNotEqualTo(profile);
      desk.deliver(
          desk.drop(
              "inbox/KC/issuer.json",
              changed.getBytes(StandardCharsets.UTF_8),
              "2026-01-05T15:00:00Z"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String estimates() {
    String row =
        """
        {"date":"%s","horizon":"fiscal %s","eps_estimate_average":"%s","eps_estimate_analyst_count":"7.0000",
         "eps_estimate_average_7_days_ago":"%s","eps_estimate_average_30_days_ago":"%s",
         "eps_estimate_revision_up_trailing_7_days":"1.0000","eps_estimate_revision_down_trailing_7_days":"4.0000"}
        """;
    return "{\"symbol\":\"KC\",\"estimates\":["
        + String.join(
            ",",
            row.formatted("2026-06-30", "quarter", "-0.1000", "-0.0800", "-0.0800"),
            row.formatted("2026-09-30", "quarter", "-0.0700", "-0.0600", "-0.0600"),
            row.formatted("2026-12-31", "year", "-0.3800", "-0.3000", "-0.2900"),
            row.formatted("2027-12-31", "year", "-0.1000", "-0.0500", "-0.0500"))
        + "]}";
  }

  private static String earnings() {
    String row =
        """
        {"fiscalDateEnding":"%s","reportedDate":"%s","reportedEPS":"%s","estimatedEPS":"%s"}
        """;
    return "{\"symbol\":\"KC\",\"annualEarnings\":[],\"quarterlyEarnings\":["
        + String.join(
            ",",
            row.formatted("2025-12-31", "2026-03-25", "-0.1000", "-0.1200"),
            row.formatted("2025-09-30", "2025-11-19", "-0.1500", "-0.1300"))
        + "]}";
  }

  private static String transcript() {
    return """
        <SEC-DOCUMENT>%1$s.txt : 20260527
        <SEC-HEADER>%1$s.hdr.sgml : 20260527
        <ACCEPTANCE-DATETIME>20260527170500
        ACCESSION NUMBER:\t\t%1$s
        CONFORMED SUBMISSION TYPE:\t6-K
        FILER:
        \tCOMPANY DATA:
        \t\tCOMPANY CONFORMED NAME:\t\t\tKingsoft Cloud Holdings Ltd
        \t\tCENTRAL INDEX KEY:\t\t\t0001795589
        </SEC-HEADER>
        <DOCUMENT>
        <TYPE>6-K
        <TEXT>
        <html><body><p>Exhibit 99.1 Transcript</p></body></html>
        </TEXT>
        </DOCUMENT>
        <DOCUMENT>
        <TYPE>EX-99.1
        <TEXT>
        <html><body>
        <p>Kingsoft Cloud Holdings Limited</p>
        <p>First Quarter 2026 Earnings Conference Call Transcript</p>
        <p>Operator: Good morning.</p>
        <p>Haitao: Total revenues were RMB2,703.7 million for the first quarter of 2026, compared with RMB1,970.0
        million in the same quarter of 2025. Gross profit was RMB405.6 million for the first quarter of 2026.</p>
        </body></html>
        </TEXT>
        </DOCUMENT>
        </SEC-DOCUMENT>
        """
        .formatted(FOLLOW_UP);
  }

  private static String article() {
    return """
        {"title": "Kingsoft Cloud grows on artificial intelligence", "publisher": "Daily Paper",
         "publisherKind": "named-news", "url": "https://paper.example/kc", "tickers": ["KC"],
         "published": "2026-05-27T12:00:00-04:00",
         "body": ["Kingsoft Cloud's total revenues were RMB2.70 billion in the first quarter of 2026, up from RMB1.97 billion a year earlier."]}
        """;
  }

  /** Another series, so that no two files are the same. */
  private static String scaled(String csv, String factor) {
    BigDecimal by = new BigDecimal(factor);
    return csv.lines()
        .map(line -> line.startsWith("Date") ? line : scaledLine(line.split(","), by))
        .collect(Collectors.joining("\n"));
  }

  private static String scaledLine(String[] f, BigDecimal by) {
    return f[0]
        + ","
        + new BigDecimal(f[1]).multiply(by)
        + ","
        + new BigDecimal(f[2]).multiply(by)
        + ","
        + f[3];
  }

  private void refresh() {
    assertThat(refreshing().refresh(Desk.LATER).failed()).isEmpty();
  }

  private RefreshEvidence refreshing() {
    return new RefreshEvidence(
        desk.store.ledger,
        desk.store.vault,
        new OutsideSources(
            desk.store.ledger,
            desk.store.vault,
            new TiingoPrices(new JdkWeb(), providers.base(), secrets()),
            new AlphaVantage(new JdkWeb(), providers.base(), secrets()),
            new Edgar(
                new JdkWeb(),
                new TablePace(desk.store.dynamo.client(), desk.store.table),
                PaceTime.of(Clock.systemUTC()),
                new SplittableRandom(1),
                providers.edgar(Optional.of("Example Research ops@example.com")))));
  }

  private static Secrets secrets() {
    return Secrets.environment(name -> "k3y");
  }
}

package dev.afterbell.prior;

import static dev.afterbell.score.Fixtures.QUARTER;
import static dev.afterbell.score.Fixtures.consensus;
import static dev.afterbell.score.Fixtures.dec;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.passage;
import static dev.afterbell.score.Fixtures.prices;
import static dev.afterbell.score.Fixtures.quarter;
import static dev.afterbell.score.Fixtures.release;
import static dev.afterbell.score.Fixtures.revisions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.DocumentSummary.Kind;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Guidance;
import dev.afterbell.evidence.MarketReading.Consensus;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Unit;
import dev.afterbell.score.EvidenceScore;
import dev.afterbell.score.Fixtures;
import dev.afterbell.score.ScoreInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalsTest {

  private static final FactPeriod NEXT = quarter("2026-04-01", "2026-06-30");
  private static final Unit USD_ADS = Unit.perAds("USD");

  private static SignalReader reader(Evidence... evidence) {
    ScoreInput input = input(evidence);
    EvidenceScore score = EvidenceScore.of(input);
    return new SignalReader(score, EarlierResults.of(score, input));
  }

  private static SignalReading read(Signal signal, Evidence... evidence) {
    return reader(evidence).read().get(signal.ordinal());
  }

  private static BigDecimal z(Signal signal, Evidence... evidence) {
    return read(signal, evidence).z().orElseThrow();
  }

  /** A reading of expectations with enough figures to be verified, taken before the release. */
  private static Evidence expectations(Consensus... asked) {
    List<DocumentEvent> all = new ArrayList<>(List.of(asked));
    for (Metric m : List.of(Metric.CASH, Metric.TOTAL_DEBT, Metric.COST_OF_REVENUE)) {
      all.add(consensus(m, QUARTER, "1", Fixtures.CNY));
    }
    return Fixtures.item("EST-2026-05-26", SourceClass.ESTIMATE_FEED)
        .published("2026-05-26T20:30:00-04:00")
        .custody(Custody.FETCHED)
        .publisher("Estimate Feed")
        .events(all.toArray(DocumentEvent[]::new))
        .build();
  }

  private static Fact eps(String value) {
    return Fixtures.fact(
        "e",
        Metric.EPS_DILUTED,
        Basis.GAAP,
        Fact.Role.LEVEL,
        value,
        USD_ADS,
        value,
        Optional.of("1"));
  }

  private static Evidence releaseWith(Fact... more) {
    List<Fact> facts = new ArrayList<>(release().facts());
    facts.addAll(List.of(more));
    return release().facts(facts.toArray(Fact[]::new)).build();
  }

  @Test
  void signals_withOnlyARelease_areMissingWithTheReason() {
    List<SignalReading> readings = reader(release().build()).read();

    assertThat(readings).allMatch(r -> r.z().isEmpty() && r.source().isEmpty());
    assertThat(readings)
        .extracting(SignalReading::reason)
        .containsExactly(
            "no verified price before the release",
            "no verified price series of the four sessions",
            "no verified consensus after the release",
            "no verified revenue consensus before the release",
            "no quantitative guidance in a verified document",
            "no tone in a verified results document");
  }

  @ParameterizedTest
  @CsvSource({"0.06, 0.04, 0.7500", "-0.24, 0.04, -3.0000", "-0.25, 0.04, -3.0000"})
  void abnormalReturn_isOverSigmaTimesTheRootOfFourAndClipped(
      String car, String sigma, String expected) {
    assertThat(z(Signal.ABNORMAL_RETURN, release().build(), prices(car, sigma).build()))
        .isEqualTo(expected);
  }

  @Test
  void abnormalReturn_handedInByAPerson_isNotUsed() {
    Evidence pasted = prices("0.06", "0.04").custody(Custody.ADDRESSED).build();

    assertThat(read(Signal.ABNORMAL_RETURN, release().build(), pasted).z()).isEmpty();
  }

  @Test
  void abnormalReturn_ofThreeSessions_isNotUsed() {
    PriceReaction whole = Fixtures.reaction("0.06", "0.04");
    PriceReaction part =
        new PriceReaction(
            whole.symbol(),
            whole.benchmark(),
            whole.sessions().subList(0, 3),
            whole.car(),
            whole.sigma(),
            110,
            List.of(),
            List.of(),
            whole.closeBefore(),
            whole.marketValueUsd(),
            whole.passage());

    assertThat(
            read(
                    Signal.ABNORMAL_RETURN,
                    release().build(),
                    prices("0.06", "0.04").events(part).build())
                .z())
        .isEmpty();
  }

  @Test
  void revision_isItsShareOverFivePercent_andEarningsComeFirst() {
    SignalReading reading =
        read(Signal.ESTIMATE_REVISION, release().build(), revisions("-1.00", "-1.04").build());

    assertThat(reading.z().orElseThrow()).isEqualTo("-0.8000");
    assertThat(reading.reason()).isEqualTo("consensus eps_diluted from -1.00 to -1.04");
    assertThat(reading.source().orElseThrow().toString()).isEqualTo("EST-2026-06-01");
  }

  @Test
  void earningsSurprise_withoutHistory_isOverPriceAndHalfAPercent() {
    Evidence expected = expectations(consensus(Metric.EPS_DILUTED, QUARTER, "1.00", USD_ADS));

    assertThat(
            z(
                Signal.EARNINGS_SURPRISE,
                releaseWith(eps("1.05")),
                expected,
                prices("0.06", "0.04").build()))
        .isEqualTo("0.8000");
  }

  @Test
  void earningsSurprise_withHistory_isOverItsOwnSpread() {
    Consensus plain = consensus(Metric.EPS_DILUTED, QUARTER, "1.00", USD_ADS);
    Consensus withHistory =
        new Consensus(
            plain.metric(),
            plain.basis(),
            plain.period(),
            plain.mean(),
            plain.unit(),
            plain.analysts(),
            plain.newest(),
            List.of(dec("0.01"), dec("-0.01"), dec("0.01"), dec("-0.01")),
            plain.passage());

    assertThat(
            z(
                Signal.EARNINGS_SURPRISE,
                releaseWith(eps("1.25")),
                expectations(withHistory),
                prices("0.06", "0.04").build()))
        .isEqualTo("1.7321");
  }

  @Test
  void earningsSurprise_inAnotherUnitThanThePrice_isNotComputed() {
    Evidence expected =
        expectations(consensus(Metric.EPS_DILUTED, QUARTER, "1.00", Unit.perAds("CNY")));

    assertThat(
            read(
                    Signal.EARNINGS_SURPRISE,
                    releaseWith(eps("1.05")),
                    expected,
                    prices("0.06", "0.04").build())
                .z())
        .isEmpty();
  }

  @Test
  void revenueSurprise_isItsShareOverTwoPercent() {
    Evidence expected =
        expectations(consensus(Metric.REVENUE, QUARTER, "2650686274.51", Fixtures.CNY));

    assertThat(z(Signal.REVENUE_SURPRISE, release().build(), expected)).isEqualTo("1.0000");
  }

  @Test
  void guidance_isItsMidpointOverThreePercentOfConsensus() {
    Guidance guidance =
        new Guidance(
            Metric.REVENUE,
            Basis.GAAP,
            dec("1020"),
            dec("1040"),
            Fixtures.CNY,
            NEXT,
            Optional.empty(),
            passage("1,020 to 1,040"));
    Evidence expected = expectations(consensus(Metric.REVENUE, NEXT, "1000", Fixtures.CNY));

    assertThat(z(Signal.GUIDANCE, release().guidance(guidance).build(), expected))
        .isEqualTo("1.0000");
    assertThat(read(Signal.GUIDANCE, release().guidance(guidance).build()).reason())
        .isEqualTo("no verified consensus for the guided period");
  }

  @Test
  void tone_withoutHistory_isAgainstZeroOverAQuarter() {
    SignalReading reading = read(Signal.TONE, release().tone("0.125").build());

    assertThat(reading.z().orElseThrow()).isEqualTo("0.5000");
    assertThat(reading.reason()).isEqualTo("tone 0.125 against 0, with no earlier release on file");
  }

  @Test
  void tone_withFourEarlierReleases_isAgainstTheirMeanAndSpread() {
    assertThat(
            z(
                Signal.TONE,
                release().tone("0.30").build(),
                earlier("2026-03-20", quarter("2025-10-01", "2025-12-31"), "0.30"),
                earlier("2025-11-19", quarter("2025-07-01", "2025-09-30"), "0.10"),
                earlier("2025-08-20", quarter("2025-04-01", "2025-06-30"), "0.30"),
                earlier("2025-05-28", quarter("2025-01-01", "2025-03-31"), "0.10")))
        .isEqualTo("0.8660");
  }

  @Test
  void tone_withOneEarlierRelease_isAgainstItOverTheDefaultSpread() {
    assertThat(
            z(
                Signal.TONE,
                release().tone("0.30").build(),
                earlier("2026-03-20", quarter("2025-10-01", "2025-12-31"), "0.20")))
        .isEqualTo("0.4000");
  }

  private static Evidence earlier(String date, FactPeriod period, String tone) {
    return Fixtures.item("PR-" + date, SourceClass.ISSUER_RELEASE)
        .published(date + "T06:30:00-04:00")
        .kind(Kind.RESULTS)
        .period(period)
        .tone(tone)
        .build();
  }

  @Test
  void tone_ofAReleaseHandedIn_isNotUsed() {
    assertThat(read(Signal.TONE, release().tone("0.5").custody(Custody.ADDRESSED).build()).z())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1999999999, 1", "2000000000, 0.5", "10000000000, 0.5", "10000000001, 0.25"})
  void sizeFactor_fallsWithMarketValue(String value, BigDecimal expected) {
    PriceReaction r = Fixtures.reaction("0.06", "0.04");
    PriceReaction sized =
        new PriceReaction(
            r.symbol(),
            r.benchmark(),
            r.sessions(),
            r.car(),
            r.sigma(),
            110,
            List.of(),
            List.of(),
            r.closeBefore(),
            Optional.of(dec(value)),
            r.passage());

    SignalReader reader = reader(release().build(), prices("0.06", "0.04").events(sized).build());

    assertThat(reader.sizeFactor()).isEqualByComparingTo(expected);
  }
}

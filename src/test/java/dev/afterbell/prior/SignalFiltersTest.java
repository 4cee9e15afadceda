package dev.afterbell.prior;

import static dev.afterbell.score.Fixtures.CNY;
import static dev.afterbell.score.Fixtures.QUARTER;
import static dev.afterbell.score.Fixtures.YEAR_BEFORE;
import static dev.afterbell.score.Fixtures.consensus;
import static dev.afterbell.score.Fixtures.dec;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.passage;
import static dev.afterbell.score.Fixtures.prices;
import static dev.afterbell.score.Fixtures.quarter;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Guidance;
import dev.afterbell.evidence.MarketReading.ConsensusRevision;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Unit;
import dev.afterbell.score.EvidenceScore;
import dev.afterbell.score.Fixtures;
import dev.afterbell.score.ScoreInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a signal is not read from: each figure below differs in one thing from the one it needs. */
class SignalFiltersTest {

  private static final FactPeriod NEXT = quarter("2026-04-01", "2026-06-30");
  private static final FactPeriod ENDLESS =
      new FactPeriod(FactPeriod.Kind.QTD, Optional.empty(), Optional.empty());

  private static SignalReading read(Signal signal, Evidence... evidence) {
    ScoreInput input = input(evidence);
    EvidenceScore score = EvidenceScore.of(input);
    return new SignalReader(score, EarlierResults.of(score, input)).read().get(signal.ordinal());
  }

  private static Fixtures.Item expectations(DocumentEvent... asked) {
    List<DocumentEvent> all = new ArrayList<>(List.of(asked));
    for (Metric m : List.of(Metric.CASH, Metric.TOTAL_DEBT, Metric.COST_OF_REVENUE)) {
      all.add(consensus(m, QUARTER, "1", CNY));
    }
    return Fixtures.item("EST-2026-05-26", SourceClass.ESTIMATE_FEED)
        .published("2026-05-26T20:30:00-04:00")
        .custody(Custody.FETCHED)
        .publisher("Estimate Feed")
        .events(all.toArray(DocumentEvent[]::new));
  }

  private static Fact revenue(
      Metric metric, Basis basis, Fact.Role role, Unit unit, FactPeriod period, String segment) {
    Fact plain =
        Fixtures.fact("r", metric, basis, role, "1020", unit, "1,020", Optional.of("1000"));
    return new Fact(
        plain.id(),
        plain.metric(),
        plain.label(),
        plain.value(),
        plain.unit(),
        period,
        plain.basis(),
        plain.role(),
        plain.attribution(),
        Optional.of(segment).filter(s -> !s.isEmpty()),
        plain.comparator(),
        plain.checks(),
        plain.place(),
        plain.passage());
  }

  private static Evidence releaseOf(Fact fact) {
    List<Fact> others = new ArrayList<>();
    others.add(fact);
    release().facts().stream().filter(f -> f.metric() != Metric.REVENUE).forEach(others::add);
    return release().facts(others.toArray(Fact[]::new)).build();
  }

  static Stream<Arguments> revenues() {
    Metric m = Metric.REVENUE;
    Basis b = Basis.GAAP;
    Fact.Role r = Fact.Role.LEVEL;
    return Stream.of(
        Arguments.of("the one asked for", revenue(m, b, r, CNY, QUARTER, ""), true),
        Arguments.of("another metric", revenue(Metric.NET_SALES, b, r, CNY, QUARTER, ""), false),
        Arguments.of("adjusted", revenue(m, Basis.NON_GAAP, r, CNY, QUARTER, ""), false),
        Arguments.of("growth", revenue(m, b, Fact.Role.YOY, CNY, QUARTER, ""), false),
        Arguments.of("dollars", revenue(m, b, r, Unit.money("USD"), QUARTER, ""), false),
        Arguments.of("a year ago", revenue(m, b, r, CNY, YEAR_BEFORE, ""), false),
        Arguments.of(
            "a year to that day",
            revenue(
                m,
                b,
                r,
                CNY,
                new FactPeriod(FactPeriod.Kind.FY, QUARTER.start(), QUARTER.end()),
                ""),
            false),
        Arguments.of("no last day", revenue(m, b, r, CNY, ENDLESS, ""), false),
        Arguments.of("a segment", revenue(m, b, r, CNY, QUARTER, "Cloud"), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("revenues")
  void revenueSurprise_ofAFigureThatDiffersInOneThing_isNotComputed(
      String what, Fact fact, boolean used) {
    Evidence expected = expectations(consensus(Metric.REVENUE, QUARTER, "1000", CNY)).build();

    assertThat(read(Signal.REVENUE_SURPRISE, releaseOf(fact), expected).z().isPresent())
        .as(what)
        .isEqualTo(used);
  }

  @Test
  void surprises_againstAConsensusThatNobodyVerified_areNotComputed() {
    Evidence handedIn =
        expectations(consensus(Metric.REVENUE, QUARTER, "1000", CNY))
            .custody(Custody.ADDRESSED)
            .build();

    assertThat(read(Signal.REVENUE_SURPRISE, release().build(), handedIn).z()).isEmpty();
  }

  @Test
  void surprises_againstAConsensusOfNothing_areNotComputed() {
    Evidence zero = expectations(consensus(Metric.REVENUE, QUARTER, "0", CNY)).build();

    assertThat(read(Signal.REVENUE_SURPRISE, release().build(), zero).z()).isEmpty();
  }

  @Test
  void surprises_areAgainstTheNewestConsensus() {
    Evidence older = expectations(consensus(Metric.REVENUE, QUARTER, "2703741000", CNY)).build();
    Evidence newer =
        Fixtures.item("EST-2026-05-26-2", SourceClass.ESTIMATE_FEED)
            .published("2026-05-26T21:30:00-04:00")
            .custody(Custody.FETCHED)
            .publisher("Estimate Feed")
            .events(
                Stream.concat(
                        Stream.of(
                            (DocumentEvent) consensus(Metric.REVENUE, QUARTER, "2500000000", CNY)),
                        older.extraction().events().stream().skip(1))
                    .toArray(DocumentEvent[]::new))
            .content("newer")
            .build();

    SignalReading reading = read(Signal.REVENUE_SURPRISE, release().build(), older, newer);

    assertThat(reading.source().orElseThrow().toString()).isEqualTo("EST-2026-05-26-2");
    assertThat(reading.reason()).endsWith("against a consensus of 2500000000");
  }

  private static Guidance guided(
      Metric metric, Basis basis, Unit unit, FactPeriod period, Optional<Guidance.Open> open) {
    return new Guidance(
        metric,
        basis,
        dec("1020"),
        open.isPresent() ? dec("1020") : dec("1040"),
        unit,
        period,
        Optional.empty(),
        open,
        passage("1,020 to 1,040"));
  }

  static Stream<Arguments> guidances() {
    Metric m = Metric.REVENUE;
    Basis b = Basis.GAAP;
    Optional<Guidance.Open> closed = Optional.empty();
    return Stream.of(
        Arguments.of("the one asked for", guided(m, b, CNY, NEXT, closed), true),
        Arguments.of("another metric", guided(Metric.EBITDA, b, CNY, NEXT, closed), false),
        Arguments.of("adjusted", guided(m, Basis.NON_GAAP, CNY, NEXT, closed), false),
        Arguments.of("dollars", guided(m, b, Unit.money("USD"), NEXT, closed), false),
        Arguments.of("another quarter", guided(m, b, CNY, QUARTER, closed), false),
        Arguments.of("no last day", guided(m, b, CNY, ENDLESS, closed), false),
        Arguments.of(
            "at least", guided(m, b, CNY, NEXT, Optional.of(Guidance.Open.values()[0])), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guidances")
  void guidance_thatDiffersInOneThing_isNotComparedWithTheConsensus(
      String what, Guidance guidance, boolean used) {
    Evidence expected = expectations(consensus(Metric.REVENUE, NEXT, "1000", CNY)).build();

    assertThat(
            read(Signal.GUIDANCE, release().guidance(guidance).build(), expected).z().isPresent())
        .as(what)
        .isEqualTo(used);
  }

  @Test
  void guidance_againstAConsensusOfNothing_isNotComputed() {
    Evidence zero = expectations(consensus(Metric.REVENUE, NEXT, "0", CNY)).build();
    Guidance guidance = guided(Metric.REVENUE, Basis.GAAP, CNY, NEXT, Optional.empty());

    assertThat(read(Signal.GUIDANCE, release().guidance(guidance).build(), zero).z()).isEmpty();
  }

  private static PriceReaction scaled(Optional<BigDecimal> sigma) {
    PriceReaction r = Fixtures.reaction("0.06", "0.04");
    return new PriceReaction(
        r.symbol(),
        r.benchmark(),
        r.sessions(),
        r.car(),
        sigma,
        r.estimationSessions(),
        List.of(),
        List.of(),
        r.closeBefore(),
        r.marketValueUsd(),
        r.passage());
  }

  @Test
  void abnormalReturn_withoutAScale_isNotUsed() {
    for (Optional<BigDecimal> sigma :
        List.of(Optional.<BigDecimal>empty(), Optional.of(dec("0")))) {
      Evidence flat = prices("0.06", "0.04").events(scaled(sigma)).build();

      assertThat(read(Signal.ABNORMAL_RETURN, release().build(), flat).z()).isEmpty();
    }
  }

  private static ConsensusRevision revised(
      Metric metric, FactPeriod period, String before, String after) {
    return new ConsensusRevision(
        metric,
        Basis.GAAP,
        period,
        dec(before),
        dec(after),
        Unit.perAds("USD"),
        8,
        LocalDate.parse("2026-05-29"),
        passage(after));
  }

  private static Fixtures.Item revisions(ConsensusRevision... first) {
    List<DocumentEvent> all = new ArrayList<>(List.of(first));
    for (Metric m :
        List.of(Metric.EBITDA, Metric.GROSS_PROFIT, Metric.CASH, Metric.CAPEX, Metric.TOTAL_DEBT)) {
      all.add(revised(m, NEXT, "1", "9"));
    }
    return Fixtures.item("EST-2026-06-01", SourceClass.ESTIMATE_FEED)
        .published("2026-06-01T20:30:00-04:00")
        .custody(Custody.FETCHED)
        .publisher("Estimate Feed")
        .events(all.toArray(DocumentEvent[]::new));
  }

  @Test
  void revision_isThatOfEarnings_thenOfRevenue_thenOfTheRest() {
    ConsensusRevision basic = revised(Metric.EPS_BASIC, NEXT, "1", "1.1");
    ConsensusRevision revenue = revised(Metric.REVENUE, NEXT, "1", "1.2");
    ConsensusRevision diluted = revised(Metric.EPS_DILUTED, NEXT, "1", "1.3");

    assertThat(revision(revenue, basic, diluted)).startsWith("consensus eps_diluted");
    assertThat(revision(revenue, basic)).startsWith("consensus eps_basic");
    assertThat(revision(revenue)).startsWith("consensus revenue");
  }

  private static String revision(ConsensusRevision... revisions) {
    return read(Signal.ESTIMATE_REVISION, release().build(), revisions(revisions).build()).reason();
  }

  @Test
  void revision_isThatOfTheNearestPeriod() {
    ConsensusRevision later =
        revised(Metric.EPS_DILUTED, quarter("2026-07-01", "2026-09-30"), "1", "1.5");
    ConsensusRevision next = revised(Metric.EPS_DILUTED, NEXT, "1", "1.25");
    ConsensusRevision some = revised(Metric.EPS_DILUTED, ENDLESS, "1", "1.75");

    assertThat(revision(some, later, next)).isEqualTo("consensus eps_diluted from 1 to 1.25");
    assertThat(revision(some, later)).isEqualTo("consensus eps_diluted from 1 to 1.5");
  }

  @Test
  void revision_ofTwoAlike_doesNotDependOnTheirOrder() {
    ConsensusRevision one = revised(Metric.EPS_DILUTED, NEXT, "1", "1.2");
    ConsensusRevision two = revised(Metric.EPS_DILUTED, NEXT, "1", "1.4");

    assertThat(revision(one, two)).isEqualTo(revision(two, one));
  }

  @Test
  void revision_fromNothing_isLeftOut() {
    ConsensusRevision fromZero = revised(Metric.EPS_DILUTED, NEXT, "0", "0.2");
    ConsensusRevision revenue = revised(Metric.REVENUE, NEXT, "1", "1.1");

    assertThat(revision(fromZero, revenue)).startsWith("consensus revenue");
  }

  @Test
  void revision_thatAPersonHandedIn_isNotUsed() {
    Evidence handedIn =
        revisions(revised(Metric.EPS_DILUTED, NEXT, "1", "1.2")).custody(Custody.ADDRESSED).build();

    assertThat(read(Signal.ESTIMATE_REVISION, release().build(), handedIn).z()).isEmpty();
  }
}

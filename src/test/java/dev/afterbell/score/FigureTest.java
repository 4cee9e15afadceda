package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.CNY;
import static dev.afterbell.score.Fixtures.QUARTER;
import static dev.afterbell.score.Fixtures.YEAR_BEFORE;
import static dev.afterbell.score.Fixtures.consensus;
import static dev.afterbell.score.Fixtures.contract;
import static dev.afterbell.score.Fixtures.dec;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.passage;
import static dev.afterbell.score.Fixtures.peers;
import static dev.afterbell.score.Fixtures.prices;
import static dev.afterbell.score.Fixtures.reaction;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.MarketReading.ConsensusRevision;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which figures of an item are complete, and when two are the same. */
class FigureTest {

  private static final FactPeriod OPEN =
      new FactPeriod(FactPeriod.Kind.QTD, Optional.empty(), Optional.empty());

  /** A fact of which one thing is said otherwise. */
  private static Fact fact(
      Metric metric,
      Fact.Role role,
      FactPeriod period,
      Optional<String> segment,
      boolean compared) {
    Fact f =
        Fixtures.fact(
            "f1",
            metric,
            Basis.GAAP,
            role,
            "5",
            CNY,
            "5",
            compared ? Optional.of("4") : Optional.empty());
    return new Fact(
        f.id(),
        f.metric(),
        f.label(),
        f.value(),
        f.unit(),
        period,
        f.basis(),
        f.role(),
        f.attribution(),
        segment,
        f.comparator(),
        f.checks(),
        f.place(),
        f.passage());
  }

  private static Figure figure(Fact fact) {
    return Figure.of(release().facts(fact).build()).get(0);
  }

  private static Figure reading(String value) {
    return Figure.ofReading("a", dec(value), Unit.PERCENT, false);
  }

  /** Half a last digit of the coarser one is rounding; more than a whole one is another value. */
  @ParameterizedTest
  @CsvSource({
    "2.7,  2.70,  true,  false",
    "2.7,  2.74,  true,  false",
    "2.7,  2.75,  true,  false",
    "2.7,  2.76,  false, false",
    "2.7,  2.80,  false, false",
    "2.7,  2.81,  false, true",
    "2.75, 2.7,   true,  false",
    "2.81, 2.7,   false, true",
    "-2.7, 2.7,   false, true",
  })
  void figures_ofOneSubject_agreeToHalfALastDigitAndContradictBeyondAWhole(
      String a, String b, boolean agree, boolean contradict) {
    assertThat(reading(a).agreesWith(reading(b))).isEqualTo(agree);
    assertThat(reading(a).contradicts(reading(b))).isEqualTo(contradict);
  }

  @Test
  void figures_ofAnotherPeriodSegmentRoleOrMetric_areOfAnotherSubject() {
    Figure revenue = figure(fact(Metric.REVENUE, Fact.Role.LEVEL, QUARTER, Optional.empty(), true));

    List<Figure> others =
        List.of(
            figure(fact(Metric.REVENUE, Fact.Role.LEVEL, YEAR_BEFORE, Optional.empty(), true)),
            figure(fact(Metric.REVENUE, Fact.Role.LEVEL, QUARTER, Optional.of("Cloud"), true)),
            figure(fact(Metric.REVENUE, Fact.Role.QOQ, QUARTER, Optional.empty(), true)),
            figure(fact(Metric.NET_SALES, Fact.Role.LEVEL, QUARTER, Optional.empty(), true)));
    assertThat(others)
        .noneMatch(revenue::agreesWith)
        .noneMatch(revenue::contradicts)
        .extracting(Figure::subject)
        .doesNotContain(revenue.subject());
  }

  @Test
  void figure_withoutALastDay_isNotComplete() {
    Fact open = fact(Metric.REVENUE, Fact.Role.LEVEL, OPEN, Optional.empty(), true);

    assertThat(Figure.of(release().facts(open).build())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "REVENUE, '', true",
    "GROSS_MARGIN, '', true",
    "EPS_BASIC, '', true",
    "REVENUE, Cloud, false",
    "CAPEX, '', false",
    "NET_SALES, '', false",
  })
  void headline_isAFewMeasuresOfTheWholeCompany(Metric metric, String segment, boolean headline) {
    Optional<String> of = Optional.of(segment).filter(s -> !s.isEmpty());

    assertThat(figure(fact(metric, Fact.Role.LEVEL, QUARTER, of, true)).headline())
        .isEqualTo(headline);
  }

  @ParameterizedTest
  @CsvSource({"LEVEL, true, true", "LEVEL, false, false", "YOY, false, true", "QOQ, false, true"})
  void figure_isComparedIfItHasAComparatorOrIsGrowthItself(
      Fact.Role role, boolean comparator, boolean compared) {
    assertThat(figure(fact(Metric.CAPEX, role, QUARTER, Optional.empty(), comparator)).compared())
        .isEqualTo(compared);
  }

  @Test
  void metricOf_aSubject_isItsFirstPartInWords() {
    Figure figure =
        figure(fact(Metric.OPERATING_INCOME, Fact.Role.LEVEL, QUARTER, Optional.empty(), true));

    assertThat(Figure.metricOf(figure.subject())).isEqualTo("operating income");
  }

  @ParameterizedTest
  @CsvSource({
    "5, '0 to 5', 1",
    "0, '5 and 0.0', 0.1",
    "-2703700000, 'RMB2,703.7 million', 100000",
    "50, '5', 10",
    "0.5, '.50', 0.01",
    "2.50, 'nothing', 0.1",
  })
  void lastDigit_isThatOfTheNumberWhichTheValueComesFrom(
      String value, String quote, String expected) {
    assertThat(Figure.lastDigit(dec(value), quote)).isEqualByComparingTo(expected);
  }

  private static DocumentEvent.AnnualCap cap(String subject, FactPeriod period) {
    return new DocumentEvent.AnnualCap(
        subject, period, Optional.empty(), dec("200000000"), CNY, passage("RMB200 million"));
  }

  @Test
  void caps_ofAContract_areFigures_ifTheirYearIsKnown() {
    DocumentEvent.ContractEvent c =
        (DocumentEvent.ContractEvent) contract().build().extraction().events().get(0);
    DocumentEvent.ContractEvent open =
        new DocumentEvent.ContractEvent(
            c.actions(),
            c.signed(),
            c.counterparty(),
            c.instrument(),
            c.connectedPerson(),
            List.of(c.caps().get(0), cap("hosting", QUARTER), cap("storage", OPEN)),
            c.extensions(),
            c.added(),
            c.holding(),
            c.passage());

    List<Figure> figures = Figure.of(contract().events(open).build());

    assertThat(figures)
        .extracting(Figure::subject)
        .containsExactly(
            "annual cap|Big Group|service 1|CNY|QTD to 2026-12-31",
            "annual cap|Big Group|hosting|CNY|QTD to 2026-03-31");
    assertThat(figures).extracting(Figure::compared).containsExactly(true, false);
    assertThat(figures).extracting(f -> f.lastDigit().toPlainString()).containsOnly("1000000");
    assertThat(figures).noneMatch(Figure::headline);
  }

  private static List<String> lines(Fixtures.Item item) {
    return Figure.of(item.build()).stream()
        .map(f -> f.subject() + " = " + f.value() + (f.compared() ? " compared" : ""))
        .toList();
  }

  @Test
  void prices_haveAFigureForEachSessionTheSumAndItsScale() {
    assertThat(lines(prices("-0.25", "0.04")))
        .containsExactly(
            "abnormal return|XMPL|2026-05-27|% = -0.021 compared",
            "abnormal return|XMPL|2026-05-28|% = -0.021 compared",
            "abnormal return|XMPL|2026-05-29|% = -0.021 compared",
            "abnormal return|XMPL|2026-06-01|% = -0.021 compared",
            "abnormal return|XMPL|cumulative|% = -0.25",
            "abnormal return|XMPL|sigma|% = 0.04");
  }

  @Test
  void prices_withoutASession_haveNoFigure() {
    PriceReaction r = reaction("0", "0.04");
    PriceReaction none =
        new PriceReaction(
            r.symbol(),
            r.benchmark(),
            List.of(),
            r.car(),
            r.sigma(),
            0,
            List.of(),
            List.of(),
            r.closeBefore(),
            r.marketValueUsd(),
            r.passage());

    assertThat(lines(prices("0", "0.04").events(none))).isEmpty();
  }

  private static ConsensusRevision revision(FactPeriod period) {
    return new ConsensusRevision(
        Metric.EPS_DILUTED,
        Basis.NON_GAAP,
        period,
        dec("1.00"),
        dec("1.05"),
        Unit.perAds("USD"),
        8,
        LocalDate.parse("2026-05-29"),
        passage("1.05"));
  }

  @Test
  void estimates_areFigures_ifTheEndOfTheirPeriodIsKnown() {
    Fixtures.Item estimates = item("EST-2026-06-01", SourceClass.ESTIMATE_FEED);

    assertThat(
            lines(
                estimates.events(
                    consensus(Metric.REVENUE, QUARTER, "100", CNY),
                    consensus(Metric.REVENUE, OPEN, "100", CNY),
                    revision(QUARTER),
                    revision(OPEN))))
        .containsExactly(
            "consensus|revenue|QTD to 2026-03-31|CNY = 100",
            "consensus revised|adjusted_eps_diluted|QTD to 2026-03-31|USD/ADS = 1.05 compared");
  }

  @Test
  void peers_haveAFigureEach() {
    assertThat(lines(peers("PEER-2026-05-27", "2026-05-27T20:00:00-04:00", 2)))
        .containsExactly(
            "peer return|PEER1|2026-05-27|2026-05-27|% = 0.009 compared",
            "peer return|PEER2|2026-05-27|2026-05-27|% = 0.009 compared");
  }
}

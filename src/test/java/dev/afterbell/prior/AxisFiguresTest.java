package dev.afterbell.prior;

import static dev.afterbell.score.Fixtures.CNY;
import static dev.afterbell.score.Fixtures.QUARTER;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.passage;
import static dev.afterbell.score.Fixtures.quarter;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.Comparator;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Unit;
import dev.afterbell.score.Fixtures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of a document's figures an axis is measured on, and which look like it but are others. */
class AxisFiguresTest {

  private static final Unit USD = Unit.money("USD");

  private static OperatingAxes axes(Fact... facts) {
    return Scoring.score(input(release().facts(facts).build())).axes();
  }

  private static Optional<BigDecimal> economics(int index, Fact... facts) {
    return axes(facts).economics().components().get(index).value();
  }

  private static Fact fact(Metric metric, Unit unit, String value, String before) {
    return Fixtures.fact(
        metric.name() + unit.code(),
        metric,
        Basis.GAAP,
        Fact.Role.LEVEL,
        value,
        unit,
        value,
        Optional.of(before));
  }

  private static Fact of(
      Fact fact, FactPeriod period, Optional<FactPeriod> before, String segment) {
    return new Fact(
        fact.id(),
        fact.metric(),
        fact.label(),
        fact.value(),
        fact.unit(),
        period,
        fact.basis(),
        fact.role(),
        fact.attribution(),
        Optional.of(segment).filter(s -> !s.isEmpty()),
        before.map(p -> new Comparator(new BigDecimal("1000"), p, passage("1,000"))),
        fact.checks(),
        fact.place(),
        fact.passage());
  }

  private static Optional<BigDecimal> growth(Fact... facts) {
    return axes(facts).growth().value();
  }

  @Test
  void growth_isOfNetSalesWhereNoRevenueIsGiven() {
    assertThat(growth(fact(Metric.NET_SALES, CNY, "1200", "1000"))).contains(at("0.5000"));
    assertThat(
            growth(
                fact(Metric.NET_SALES, CNY, "1200", "1000"),
                fact(Metric.REVENUE, CNY, "1300", "1000")))
        .contains(at("1.0000"));
    assertThat(growth(Fixtures.growth("g", Metric.NET_SALES, "20"))).contains(at("0.5000"));
  }

  private static BigDecimal at(String value) {
    return new BigDecimal(value);
  }

  @Test
  void growth_isOfTheReportingCurrency_notOfItsTranslation() {
    assertThat(
            growth(
                fact(Metric.REVENUE, USD, "190", "140"), fact(Metric.REVENUE, CNY, "1200", "1000")))
        .contains(at("0.5000"));
  }

  @Test
  void growth_fromNothing_isAsStatedOrNotAtAll() {
    assertThat(growth(fact(Metric.REVENUE, CNY, "1200", "0"))).isEmpty();
    assertThat(
            growth(
                fact(Metric.REVENUE, CNY, "1200", "0"), Fixtures.growth("g", Metric.REVENUE, "30")))
        .contains(at("1.0000"));
  }

  @Test
  void growth_ofASegmentOrAnotherPeriod_isNotTheCompanys() {
    Fact revenue = fact(Metric.REVENUE, CNY, "1200", "1000");
    Optional<FactPeriod> before = Optional.of(Fixtures.YEAR_BEFORE);

    assertThat(growth(of(revenue, QUARTER, before, "Cloud"))).isEmpty();
    assertThat(growth(of(revenue, Fixtures.YEAR_BEFORE, before, ""))).isEmpty();
    assertThat(
            growth(
                of(
                    revenue,
                    new FactPeriod(FactPeriod.Kind.YTD, QUARTER.start(), QUARTER.end()),
                    before,
                    "")))
        .isEmpty();
    assertThat(growth(of(revenue, QUARTER, Optional.empty(), ""))).isEmpty();
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "2025-01-31, 2025-04-25, true", // 340 days before
    "2025-01-31, 2025-04-26, false",
    "2025-01-01, 2025-03-04, true", // 392 days before
    "2025-01-01, 2025-03-03, false",
  })
  void aYearBefore_is340To392Days(String start, String end, boolean year) {
    Fact revenue = fact(Metric.REVENUE, CNY, "1200", "1000");

    assertThat(growth(of(revenue, QUARTER, Optional.of(quarter(start, end)), "")).isPresent())
        .isEqualTo(year);
  }

  @Test
  void aYearBefore_isOfTheSameKindAndHasALastDay() {
    Fact revenue = fact(Metric.REVENUE, CNY, "1200", "1000");
    FactPeriod year = Fixtures.YEAR_BEFORE;

    assertThat(
            growth(
                of(
                    revenue,
                    QUARTER,
                    Optional.of(new FactPeriod(FactPeriod.Kind.FY, year.start(), year.end())),
                    "")))
        .isEmpty();
    assertThat(
            growth(
                of(
                    revenue,
                    QUARTER,
                    Optional.of(
                        new FactPeriod(FactPeriod.Kind.QTD, year.start(), Optional.empty())),
                    "")))
        .isEmpty();
  }

  @Test
  void margin_ofAProfitInAnotherCurrency_isNotComputed() {
    Fact revenue = fact(Metric.REVENUE, CNY, "1000", "1000");

    assertThat(economics(0, revenue, fact(Metric.GROSS_PROFIT, USD, "130", "100"))).isEmpty();
    assertThat(economics(0, revenue, fact(Metric.GROSS_PROFIT, CNY, "130", "100")))
        .contains(at("1.0000"));
  }

  @ParameterizedTest
  @CsvSource({"0, 1000", "-5, 1000", "1000, 0", "1000, -5"})
  void margin_ofRevenueThatIsNotPositive_isNotComputed(String now, String before) {
    assertThat(
            economics(
                0,
                fact(Metric.REVENUE, CNY, now, before),
                fact(Metric.GROSS_PROFIT, CNY, "130", "100")))
        .isEmpty();
  }

  @Test
  void margin_thatIsStated_comesBeforeOneThatIsComputed() {
    Fact stated = Fixtures.percent("m", Metric.GROSS_MARGIN, Basis.GAAP, "14.5", "13.0");

    assertThat(
            economics(
                0,
                fact(Metric.REVENUE, CNY, "1000", "1000"),
                fact(Metric.GROSS_PROFIT, CNY, "130", "100"),
                stated))
        .contains(at("0.5000"));
  }

  @Test
  void operatingMargin_isComputed_orElseAsStated() {
    Fact stated = Fixtures.percent("m", Metric.OPERATING_MARGIN, Basis.GAAP, "5.0", "2.5");

    assertThat(economics(2, stated)).contains(at("0.5000"));
    assertThat(
            economics(
                2,
                stated,
                fact(Metric.REVENUE, CNY, "1000", "1000"),
                fact(Metric.OPERATING_INCOME, CNY, "150", "100")))
        .contains(at("1.0000"));
  }

  @Test
  void capex_isOfTheSameCurrencyAndOfPositiveRevenue() {
    Fact revenue = fact(Metric.REVENUE, CNY, "1000", "1000");

    assertThat(economics(3, revenue, fact(Metric.CAPEX, USD, "400", "1"))).isEmpty();
    assertThat(economics(3, revenue, fact(Metric.CAPEX, CNY, "400", "1"))).contains(at("-0.5000"));
    for (String none : List.of("0", "-10")) {
      assertThat(
              economics(
                  3, fact(Metric.REVENUE, CNY, none, "1000"), fact(Metric.CAPEX, CNY, "400", "1")))
          .isEmpty();
    }
    assertThat(economics(3, revenue)).isEmpty();
  }

  @Test
  void capex_withLeasedAssets_mayBeAnAdjustedFigure() {
    Fact leased = Fixtures.adjusted("l", Metric.CAPEX_AND_LEASED_ASSETS, "400", "400", "1");

    assertThat(economics(3, fact(Metric.REVENUE, CNY, "1000", "1000"), leased))
        .contains(at("-0.5000"));
  }

  @Test
  void amount_thatIsACount_isNone() {
    assertThat(growth(fact(Metric.REVENUE, Unit.COUNT, "1200", "1000"))).isEmpty();
    assertThat(
            economics(
                3,
                fact(Metric.REVENUE, CNY, "1000", "1000"),
                fact(Metric.CAPEX, Unit.COUNT, "400", "1")))
        .isEmpty();
  }
}

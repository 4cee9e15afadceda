package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.CNY;
import static dev.afterbell.score.Fixtures.QUARTER;
import static dev.afterbell.score.Fixtures.YEAR_BEFORE;
import static dev.afterbell.score.Fixtures.dec;
import static dev.afterbell.score.Fixtures.passage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.Comparator;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stated growth is held against which amounts. */
class GrowthCheckTest {

  private static Fact level(String value, String before, FactPeriod period, FactPeriod earlier) {
    return fact(
        Metric.REVENUE,
        value,
        CNY,
        period,
        Optional.empty(),
        Optional.of(new Comparator(dec(before), earlier, passage(before))));
  }

  private static Fact level(String value, String before) {
    return level(value, before, QUARTER, YEAR_BEFORE);
  }

  private static Fact growth(String percent) {
    return growth(Metric.REVENUE, percent, QUARTER, Optional.empty());
  }

  private static Fact growth(
      Metric metric, String percent, FactPeriod period, Optional<String> segment) {
    Fact f = fact(metric, percent, Unit.PERCENT, period, segment, Optional.empty());
    return new Fact(
        "f2",
        f.metric(),
        f.label(),
        f.value(),
        f.unit(),
        f.period(),
        f.basis(),
        Fact.Role.YOY,
        f.attribution(),
        f.segment(),
        f.comparator(),
        f.checks(),
        f.place(),
        f.passage());
  }

  private static Fact fact(
      Metric metric,
      String value,
      Unit unit,
      FactPeriod period,
      Optional<String> segment,
      Optional<Comparator> before) {
    return new Fact(
        "f1",
        metric,
        Optional.empty(),
        dec(value),
        unit,
        period,
        Basis.GAAP,
        Fact.Role.LEVEL,
        Optional.empty(),
        segment,
        before,
        List.of(),
        Fact.Place.TABLE,
        passage(value));
  }

  /**
   * Half a unit of 1,100 is 0.05 points of growth and half a unit of 1,000 is 0.055: with the 0.15
   * points that are always allowed, 10% may be stated as 10.255%.
   */
  @ParameterizedTest
  @CsvSource({
    "10,     false",
    "10.255, false",
    "9.745,  false",
    "10.256, true",
    "9.744,  true",
  })
  void growth_mayBeOffByTheRoundingOfBothAmounts(String stated, boolean mismatch) {
    assertThat(GrowthCheck.mismatches(List.of(level("1100", "1000"), growth(stated))))
        .hasSize(mismatch ? 1 : 0);
  }

  @Test
  void mismatch_saysWhatIsStatedAndWhatFollows() {
    assertThat(GrowthCheck.mismatches(List.of(level("1100", "1000"), growth("12"))))
        .containsExactly("revenue: stated 12%, recomputed 10.0%");
    assertThat(
            GrowthCheck.mismatches(
                List.of(level("1100", "1000"), growth("12"), growth("12"), level("1100", "1000"))))
        .hasSize(1);
  }

  /** There is no growth from nothing, nor from a loss. */
  @ParameterizedTest
  @CsvSource({"0", "-1000"})
  void growth_fromNothingOrALoss_isNotChecked(String before) {
    assertThat(GrowthCheck.mismatches(List.of(level("1100", before), growth("12")))).isEmpty();
  }

  /** The quarter ends on 2026-03-31; fiscal years of 52 and 53 weeks are years. */
  @ParameterizedTest
  @CsvSource({
    "2025-03-31, true",
    "2025-04-25, true",
    "2025-04-26, false",
    "2025-03-04, true",
    "2025-03-03, false",
    "2025-12-31, false",
  })
  void growth_againstAnAmountOfAYearBefore_isCheckedAndAgainstOthersNot(
      String end, boolean checked) {
    FactPeriod earlier = Fixtures.quarter("2025-01-01", end);

    assertThat(
            GrowthCheck.mismatches(List.of(level("1100", "1000", QUARTER, earlier), growth("12"))))
        .hasSize(checked ? 1 : 0);
  }

  private static FactPeriod period(FactPeriod.Kind kind, Optional<String> end) {
    return new FactPeriod(kind, Optional.empty(), end.map(LocalDate::parse));
  }

  @Test
  void growth_againstAPeriodOfAnotherLengthOrWithoutAnEnd_isNotChecked() {
    FactPeriod year = period(FactPeriod.Kind.FY, Optional.of("2025-03-31"));
    FactPeriod open = period(FactPeriod.Kind.QTD, Optional.empty());

    assertThat(GrowthCheck.mismatches(List.of(level("1100", "1000", QUARTER, year), growth("12"))))
        .isEmpty();
    assertThat(GrowthCheck.mismatches(List.of(level("1100", "1000", QUARTER, open), growth("12"))))
        .isEmpty();
    assertThat(
            GrowthCheck.mismatches(
                List.of(
                    level("1100", "1000", open, YEAR_BEFORE),
                    growth(Metric.REVENUE, "12", open, Optional.empty()))))
        .isEmpty();
  }

  @Test
  void growth_ofAnotherMeasurePeriodOrSegment_isNotHeldAgainstTheAmounts() {
    Fact level = level("1100", "1000");

    assertThat(
            GrowthCheck.mismatches(
                List.of(
                    level,
                    growth(Metric.NET_SALES, "12", QUARTER, Optional.empty()),
                    growth(Metric.REVENUE, "12", YEAR_BEFORE, Optional.empty()),
                    growth(Metric.REVENUE, "12", QUARTER, Optional.of("Cloud")))))
        .isEmpty();
    assertThat(
            GrowthCheck.mismatches(
                List.of(
                    fact(Metric.REVENUE, "1100", CNY, QUARTER, Optional.empty(), Optional.empty()),
                    growth("12"))))
        .isEmpty();
  }
}

package dev.afterbell.prior;

import static dev.afterbell.score.Fixtures.adjusted;
import static dev.afterbell.score.Fixtures.amount;
import static dev.afterbell.score.Fixtures.growth;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.percent;
import static dev.afterbell.score.Fixtures.quarter;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.Comparator;
import dev.afterbell.evidence.DocumentSummary.Kind;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.score.EvidenceScore;
import dev.afterbell.score.Fixtures;
import dev.afterbell.score.ScoreInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxesTest {

  private static OperatingAxes axes(Evidence... evidence) {
    ScoreInput input = input(evidence);
    EvidenceScore score = EvidenceScore.of(input);
    return new AxesReader(score, EarlierResults.of(score, input)).read();
  }

  private static OperatingAxes axesOf(Fact... facts) {
    return axes(release().facts(facts).build());
  }

  private static Fact revenue() {
    return amount("r", Metric.REVENUE, "1000", "1,000", "1000");
  }

  private static AxisComponent economics(OperatingAxes axes, int index) {
    return axes.economics().components().get(index);
  }

  @Test
  void axes_ofTheExample_areConstructiveOnGrowthButCautiousOnEconomics() {
    OperatingAxes axes = axes(release().build());

    assertThat(axes.growth().value().orElseThrow()).isEqualTo("1.0000");
    assertThat(axes.economics().value().orElseThrow()).isEqualTo("-0.3333");
    assertThat(axes.sentence()).contains("constructive on growth but cautious on economics");
    assertThat(axes.mean().orElseThrow()).isEqualTo("0.3334");
    assertThat(axes.economics().components())
        .extracting(c -> c.name() + ": " + c.reason())
        .containsExactly(
            "gross margin change: 12.8% after 16.2%",
            "adjusted EBITDA margin change: 27.6% after 16.2%",
            "operating result to revenue, change: no operating result of the period with its"
                + " comparator was found",
            "capital expenditure to revenue: 111.0% of revenue");
    assertThat(axes.growth().components().get(0).reason())
        .isEqualTo(
            "revenue 37.2% over a year, against the default of 10% without four earlier quarters"
                + " on file");
    assertThat(axes.growth().components().get(0).facts()).containsExactly("f1");
  }

  @Test
  void economics_withAnOperatingLossToo_isTheMeanOfFour() {
    List<Fact> facts = new ArrayList<>(release().facts());
    facts.add(amount("f8", Metric.OPERATING_INCOME, "-369846000", "369,846", "-236631000"));

    OperatingAxes axes = axesOf(facts.toArray(Fact[]::new));

    assertThat(economics(axes, 2).raw().orElseThrow()).isEqualTo("-1.6675");
    assertThat(economics(axes, 2).value().orElseThrow()).isEqualTo("-0.3335");
    assertThat(axes.economics().value().orElseThrow()).isEqualTo("-0.3334");
    assertThat(axes.economics().word()).contains(AxisWord.CAUTIOUS);
  }

  @Test
  void growth_withFourEarlierQuartersOnFile_isMeasuredAgainstTheirMean() {
    OperatingAxes axes =
        axes(
            release().build(),
            earlier("PR-2026-03-20", "2025-10-01", "2025-12-31", "30"),
            earlier("PR-2025-11-19", "2025-07-01", "2025-09-30", "32"),
            earlier("PR-2025-08-20", "2025-04-01", "2025-06-30", "28"),
            earlier("PR-2025-05-28", "2025-01-01", "2025-03-31", "22"),
            earlier("PR-2025-03-19", "2024-10-01", "2024-12-31", "900"));

    assertThat(axes.growth().components().get(0).reason())
        .isEqualTo(
            "revenue 37.2% over a year, against a mean of 28.0% of four quarters before (PR-2026-03-20,"
                + " PR-2025-11-19, PR-2025-08-20, PR-2025-05-28)");
    assertThat(axes.growth().value().orElseThrow()).isEqualTo("0.4622");
  }

  private static Evidence earlier(String id, String start, String end, String yoy) {
    FactPeriod period = quarter(start, end);
    Fact g = growth("f1", Metric.REVENUE, yoy);
    return Fixtures.item(id, SourceClass.ISSUER_RELEASE)
        .published(id.substring(3) + "T06:30:00-04:00")
        .kind(Kind.RESULTS)
        .period(period)
        .facts(
            new Fact(
                g.id(),
                g.metric(),
                g.label(),
                g.value(),
                g.unit(),
                period,
                g.basis(),
                g.role(),
                g.attribution(),
                g.segment(),
                g.comparator(),
                g.checks(),
                g.place(),
                g.passage()))
        .build();
  }

  @ParameterizedTest
  @CsvSource({"30, 1.0000", "20, 0.5000", "10, 0.0000", "0, -0.5000", "-10, -1.0000", "-40, -1"})
  void growth_asStated_isItsDistanceFromTenOverTwenty(String yoy, BigDecimal expected) {
    assertThat(axesOf(growth("f1", Metric.REVENUE, yoy)).growth().value().orElseThrow())
        .isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "13.2, 10.2, 1.0000",
    "11.7, 10.2, 0.5000",
    "10.2, 10.2, 0.0000",
    "8.7, 10.2, -0.5000",
    "2.0, 10.2, -1.0000"
  })
  void grossMargin_change_isOverThreePoints(String now, String before, BigDecimal expected) {
    OperatingAxes axes = axesOf(percent("g", Metric.GROSS_MARGIN, Basis.GAAP, now, before));

    assertThat(economics(axes, 0).value().orElseThrow()).isEqualByComparingTo(expected);
  }

  @Test
  void grossMargin_fromProfitAndRevenue_whereNoMarginIsStated() {
    OperatingAxes axes = axesOf(revenue(), amount("g", Metric.GROSS_PROFIT, "130", "130", "115"));

    assertThat(economics(axes, 0).raw().orElseThrow()).isEqualTo("1.5000");
    assertThat(economics(axes, 0).facts()).containsExactly("g", "r");
  }

  @Test
  void ebitdaMargin_fromAdjustedEbitda_whereNoMarginIsStated() {
    OperatingAxes axes = axesOf(revenue(), adjusted("e", Metric.EBITDA, "125", "125", "100"));

    assertThat(economics(axes, 1).value().orElseThrow()).isEqualTo("0.5000");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "199, 0",
    "200, 0",
    "300, -0.25",
    "400, -0.5",
    "600, -1",
    "1110, -1",
    "-400, -0.5"
  })
  void capex_share_isZeroUpToAFifthAndMinusOneFromThreeFifths(String spent, BigDecimal expected) {
    OperatingAxes axes = axesOf(revenue(), amount("c", Metric.CAPEX, spent, spent, "1"));

    assertThat(economics(axes, 3).value().orElseThrow()).isEqualByComparingTo(expected);
  }

  @Test
  void capex_withLeasedAssets_comesBeforeCapexAlone() {
    OperatingAxes axes =
        axesOf(
            revenue(),
            amount("c", Metric.CAPEX, "100", "100", "1"),
            amount("l", Metric.CAPEX_AND_LEASED_ASSETS, "400", "400", "1"));

    assertThat(economics(axes, 3).facts()).containsExactly("l", "r");
  }

  @Test
  void comparator_ofTheQuarterBefore_isNoYearAgo() {
    Fact margin = percent("g", Metric.GROSS_MARGIN, Basis.GAAP, "12", "16");
    Fact sequential =
        new Fact(
            margin.id(),
            margin.metric(),
            margin.label(),
            margin.value(),
            margin.unit(),
            margin.period(),
            margin.basis(),
            margin.role(),
            margin.attribution(),
            margin.segment(),
            Optional.of(
                new Comparator(
                    new BigDecimal("16"),
                    quarter("2025-10-01", "2025-12-31"),
                    Fixtures.passage("16%"))),
            margin.checks(),
            margin.place(),
            margin.passage());

    assertThat(axesOf(sequential).economics().value()).isEmpty();
  }

  @Test
  void axes_withoutAnyFigure_areAbsentAndSayWhatIsMissing() {
    OperatingAxes axes = axesOf();

    assertThat(axes.growth().value()).isEmpty();
    assertThat(axes.economics().value()).isEmpty();
    assertThat(axes.sentence()).isEmpty();
    assertThat(axes.mean()).isEmpty();
    assertThat(axes.economics().components()).allMatch(c -> c.reason().startsWith("no "));
  }

  @Test
  void axes_ofAMismatchedDocument_areAbsent() {
    assertThat(axes(release().mismatched().build()).growth().value()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "0.25, 0.25, constructive on growth and economics",
        "-0.25, -0.9, cautious on growth and economics",
        "0.24, -0.24, mixed on growth and economics",
        "0.5, -0.5, constructive on growth but cautious on economics",
        "-0.5, 0, cautious on growth but mixed on economics",
        "0.5, -, 'constructive on growth, with economics not measurable'",
        "-, -0.5, 'cautious on economics, with growth not measurable'"
      })
  void sentence_ofTwoWords_joinsOrContrastsThem(BigDecimal g, BigDecimal e, String expected) {
    OperatingAxes axes =
        new OperatingAxes(
            new Axis(Optional.ofNullable(g), List.of()),
            new Axis(Optional.ofNullable(e), List.of()));

    assertThat(axes.sentence()).contains(expected);
  }

  @Test
  void axis_beyondOne_isRefused() {
    assertThatThrownBy(() -> new Axis(Optional.of(new BigDecimal("1.1")), List.of()))
        .hasMessage("An axis is in [-1, 1]: 1.1");
    assertThat(Arrays.stream(AxisWord.values()).map(AxisWord::text))
        .containsExactly("constructive", "mixed", "cautious");
  }
}

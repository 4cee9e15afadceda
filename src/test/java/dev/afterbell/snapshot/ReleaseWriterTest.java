package dev.afterbell.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Passage;
import dev.afterbell.evidence.Unit;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences on releases of several industries; each has its ground, and none is left over. */
class ReleaseWriterTest {

  private static final Unit EUR = Unit.money("EUR");

  private final List<Fact> facts = new ArrayList<>();
  private final List<DocumentEvent> events = new ArrayList<>();
  private int place = 100;

  @Test
  void retailer_fallingRevenueAndRisingMargin() {
    amount(Metric.REVENUE, "2390000000", "2,390.0", "2516000000", "2,516.0");
    growth("-5.0");
    percent(Metric.GROSS_MARGIN, "34.2", "33.1");

    assertThat(summary())
        .isEqualTo(
            "The fetched May 6 company release confirms gross margin expansion, but it also shows lower revenue.");
    assertThat(paragraph())
        .isEqualTo(
            "The May 6 company release reported total revenue of €2,390.0 million, down 5% year over year. "
                + "The same release said gross margin rose to 34.2%, so the core post-print question is whether the higher margin can hold while sales shrink.");
  }

  @Test
  void bank_withoutGrossMargin_saysNothingOfEconomics() {
    amount(Metric.REVENUE, "41300000", "41.3", "38900000", "38.9");
    growth("6.2");
    amount(Metric.NET_INCOME, "12400000", "12.4", "10900000", "10.9");

    assertThat(summary())
        .isEqualTo(
            "The fetched May 6 company release confirms modest top-line growth and higher net income.");
    assertThat(paragraph())
        .isEqualTo(
            "The May 6 company release reported total revenue of €41.3 million, up 6.2% year over year.");
  }

  @Test
  void growthOverAFallingMargin_withoutANamedCause_blamesNoCost() {
    growth("12.5");
    percent(Metric.GROSS_MARGIN, "40.0", "41.0");

    assertThat(summary())
        .isEqualTo(
            "The fetched May 6 company release confirms solid top-line growth, but it also shows lower gross margin.");
    assertThat(paragraph())
        .isEqualTo(
            "The same release said gross margin fell to 40%, so the core post-print question is whether growth can outrun margin pressure.");
  }

  @Test
  void growthOverAFallingMargin_withANamedCause_namesIt() {
    growth("30");
    percent(Metric.GROSS_MARGIN, "40.0", "41.0");
    events.add(
        new DocumentEvent.Driver(
            Metric.COST_OF_REVENUE, true, List.of("freight"), passage("freight costs rose")));

    assertThat(summary()).contains("strong top-line growth", "heavier freight burden");
    assertThat(paragraph()).contains("whether growth can outrun input cost pressure");
  }

  @ParameterizedTest
  @CsvSource({
    "9, 8, 7, whether the pace can hold",
    "-9, 7, 8, whether the decline has found a floor"
  })
  void growthAndMarginTogether_askTheirQuestion(
      String growth, String margin, String before, String question) {
    growth(growth);
    percent(Metric.GROSS_MARGIN, margin, before);

    assertThat(paragraph()).endsWith(question + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "-5, -9, confirms a narrower net loss",
    "-9, -5, shows a wider net loss",
    "-5, 9, shows a swing to a net loss",
    "5, -9, confirms a return to profit",
    "9, 5, confirms higher net income",
    "5, 9, shows lower net income"
  })
  void netIncome_isToldByItsSignAndItsDirection(String now, String before, String words) {
    amount(Metric.NET_INCOME, now + "000000", now + ".0", before + "000000", before + ".0");

    assertThat(summary()).isEqualTo("The fetched May 6 company release " + words + ".");
    assertThat(paragraph()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, -9", "0, 9", "5, 5"})
  void netIncome_ofZeroOrUnchanged_isNotTold(String now, String before) {
    amount(Metric.NET_INCOME, now + "000000", now + ".0", before + "000000", before + ".0");

    assertThat(summary()).isEmpty();
  }

  @Test
  void marginBelowZero_keepsItsSign() {
    percent(Metric.GROSS_MARGIN, "-4.5", "-12.0");

    assertThat(paragraph()).isEqualTo("The same release said gross margin rose to -4.5%.");
  }

  @Test
  void revenueBelowZero_isNotPrintedAsIfAbove() {
    amount(Metric.REVENUE, "-3000000", "(3.0)", "2000000", "2.0");

    assertThat(paragraph()).isEmpty();
  }

  @Test
  void heavyCapex_isToldWithItsQuarter() {
    amount(Metric.REVENUE, "2000000000", "2,000.0", "1900000000", "1,900.0");
    amount(Metric.CAPEX, "900000000", "900.0", "100000000", "100.0");

    assertThat(summary()).endsWith("shows €900.0 million of Q1 capex.");
    assertThat(paragraph()).endsWith("The same release said capex reached €900.0 million in Q1.");
  }

  @Test
  void nothingStated_writesNothing() {
    assertThat(summary()).isEmpty();
    assertThat(paragraph()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-8, an 8% drop",
    "-8.5, an 8.5% drop",
    "11, a sharp 11% gain",
    "-18, a sharp 18% drop",
    "-5, a 5% drop",
    "1.8, a 1.8% gain",
    "-80, a sharp 80% drop"
  })
  void reaction_hasTheArticleOfItsNumber(String percent, String words) {
    Evidence article = claim(percent);

    assertThat(reaction(article))
        .isEqualTo("A secondary market-data article flagged " + words + " after the print.");
  }

  @Test
  void reactionParagraph_hasTheArticleOfItsNumber() {
    Evidence article = claim("-18");
    String text =
        new ThirdPartyWriter(SentenceTemplates.load())
            .paragraph(article, Optional.empty(), Optional.empty()).stream()
                .map(Statement::text)
                .collect(Collectors.joining(" "));

    assertThat(text)
        .startsWith(
            "A secondary market-data article described an 18% drop after the results release.");
  }

  @Test
  void reactionOfZero_isNoReaction() {
    assertThat(reaction(claim("0"))).isEmpty();
  }

  private static Evidence claim(String percent) {
    return Fixtures.article(
        new DocumentEvent.ReactionClaim(
            new BigDecimal(percent),
            DocumentEvent.MarketSession.REGULAR,
            Optional.empty(),
            Fixtures.passage(10, percent.replace("-", "") + "%")));
  }

  private static String reaction(Evidence article) {
    return new ThirdPartyWriter(SentenceTemplates.load())
        .summary(article, Optional.empty())
        .map(s -> grounded(article, s).text())
        .orElse("");
  }

  private String summary() {
    Evidence release = Fixtures.release(facts, events);
    return writer(release).summary().map(s -> grounded(release, s).text()).orElse("");
  }

  private String paragraph() {
    Evidence release = Fixtures.release(facts, events);
    return writer(release).paragraph().stream()
        .map(s -> grounded(release, s).text())
        .collect(Collectors.joining(" "));
  }

  private static ReleaseWriter writer(Evidence release) {
    return new ReleaseWriter(release, MonthDay.of(12, 31), SentenceTemplates.load());
  }

  private static Statement grounded(Evidence item, Statement statement) {
    assertThat(new GroundingCheck(new EvidenceIndex(List.of(item))).check(statement))
        .as(statement.text())
        .isInstanceOf(GroundingCheck.Verdict.Grounded.class);
    return statement;
  }

  private void amount(Metric metric, String value, String quote, String before, String quoteThen) {
    facts.add(
        Fixtures.level(
            "f" + place,
            metric,
            Basis.GAAP,
            value,
            EUR,
            passage(quote),
            Optional.of(Fixtures.comparator(before, passage(quoteThen)))));
  }

  private void percent(Metric metric, String value, String before) {
    facts.add(
        Fixtures.level(
            "f" + place,
            metric,
            Basis.GAAP,
            value,
            Unit.PERCENT,
            passage(value + "%"),
            Optional.of(Fixtures.comparator(before, passage(before + "%")))));
  }

  private void growth(String percent) {
    facts.add(
        Fixtures.yoy(
            "f" + place, Metric.REVENUE, percent, passage(percent.replace("-", "") + "%")));
  }

  private Passage passage(String quote) {
    place += 50;
    return Fixtures.passage(place, quote);
  }
}

package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.filing.Filing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole documents of the shapes that issuers use, each written for this test. */
class FilingExtractorTest {

  @ParameterizedTest
  @CsvSource({
    "adr-6k.html,            REVENUE,             GAAP, QTD, 1204600000, CNY,       1000000000",
    "adr-6k.html,            NET_INCOME,          GAAP, QTD, -52000000,  CNY,       -104000000",
    "adr-6k.html,            EPS_DILUTED,         GAAP, QTD, -0.52,      CNY/ADS,   -1.04",
    "adr-6k.html,            GROSS_PROFIT,        GAAP, QTD, 240920000,  CNY,       180000000",
    "retailer-13-weeks.txt,  REVENUE,             GAAP, QTD, 2500000000, USD,       2380000000",
    "retailer-13-weeks.txt,  NET_SALES,           GAAP, QTD, 2410000000, USD,       2300000000",
    "retailer-13-weeks.txt,  REVENUE,             GAAP, YTD, 7370000000, USD,       7130000000",
    "retailer-13-weeks.txt,  EPS_DILUTED,         GAAP, QTD, 1.44,       USD/share, 1.20",
    "bank.html,              NET_INTEREST_INCOME, GAAP, QTD, 41300000,   USD,       38900000",
    "bank.html,              NET_INCOME,          GAAP, QTD, 12400000,   USD,       10900000",
    "bank.html,              EPS_DILUTED,         GAAP, QTD, 0.82,       USD/share, 0.71",
    "biotech.html,           NET_INCOME,          GAAP, FY,  -61200000,  USD,       -48700000",
    "biotech.html,           OPERATING_INCOME,    GAAP, FY,  -64200000,  USD,       -50300000",
    "biotech.html,           EPS_DILUTED,         GAAP, FY,  -1.53,      USD/share, -1.39",
    "submission-2003.txt,    REVENUE,             GAAP, QTD, 18450000,   USD,       16020000",
    "submission-2003.txt,    NET_INCOME,          GAAP, YTD, 3640000,    USD,       2660000",
    "five-columns.html,      REVENUE,             GAAP, QTD, 310500000,  USD,       270000000",
    "five-columns.html,      REVENUE,             GAAP, FY,  1190200000, USD,       1021700000",
    "five-columns.html,      GROSS_MARGIN,        GAAP, QTD, 75.0,       %,         74.0",
    "five-columns.html,      EPS_DILUTED,     NON_GAAP, QTD, 0.52,       USD/share, 0.36",
  })
  void extract_statement_reportedColumnWithItsYearBefore(
      String file,
      Metric metric,
      Basis basis,
      FactPeriod.Kind kind,
      BigDecimal value,
      String unit,
      BigDecimal before) {
    Fact fact = level(read(file), metric, basis, kind).orElseThrow();

    assertThat(fact.value()).isEqualByComparingTo(value);
    assertThat(fact.unit().code()).isEqualTo(unit);
    assertThat(fact.comparator().orElseThrow().value()).isEqualByComparingTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "adr-6k.html, QTD, 2026-01-01, 2026-03-31",
    "retailer-13-weeks.txt, QTD, 2025-08-03, 2025-11-01",
    "biotech.html, FY, 2025-01-01, 2025-12-31",
    "submission-2003.txt, QTD, 2003-07-01, 2003-09-30",
    "five-columns.html, QTD, 2025-10-01, 2025-12-31",
  })
  void extract_release_periodThatItReports(
      String file, FactPeriod.Kind kind, LocalDate start, LocalDate end) {
    assertThat(read(file).document().period())
        .contains(new FactPeriod(kind, Optional.of(start), Optional.of(end)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "adr-6k.html",
        "retailer-13-weeks.txt",
        "bank.html",
        "biotech.html",
        "submission-2003.txt",
        "five-columns.html"
      })
  void extract_everyFact_standsInTheBytesOfItsSpan(String file) {
    byte[] bytes = bytes(file);
    Extraction extraction = FilingExtractor.extract(Documents.of(bytes), ExtractionContext.NONE);

    assertThat(extraction.document().kind()).isEqualTo(DocumentSummary.Kind.RESULTS);
    assertThat(extraction.facts())
        .isNotEmpty()
        .allSatisfy(
            f ->
                assertThat(Documents.bytes(bytes, f.passage().span()))
                    .isEqualTo(f.passage().quote()));
  }

  @Test
  void extract_translationColumn_checksTheRateAndIsNoFact() {
    Extraction extraction = read("adr-6k.html");

    assertThat(extraction.facts())
        .noneMatch(f -> f.unit().code().startsWith("USD"))
        .anyMatch(f -> f.checks().contains(Fact.Check.FX_CONSISTENT));
  }

  @Test
  void extract_growthThatFollowsFromTheAmounts_isChecked() {
    Fact growth =
        read("adr-6k.html").facts().stream()
            .filter(f -> f.metric() == Metric.REVENUE && f.role() == Fact.Role.YOY)
            .findFirst()
            .orElseThrow();

    assertThat(growth.value()).isEqualByComparingTo("20.5");
    assertThat(growth.checks()).contains(Fact.Check.GROWTH_RECOMPUTED);
  }

  @Test
  void extract_growthThatDoesNotFollow_isAGapAndNoFact() {
    Extraction extraction =
        release(
            "Revenue was $120.0 million, an increase of 35.0% from $100.0 million in the same"
                + " quarter of 2024.");

    assertThat(extraction.facts()).noneMatch(f -> f.role() == Fact.Role.YOY);
    assertThat(extraction.gaps()).anyMatch(g -> g.reason() == Gap.Reason.GROWTH_CHECK);
  }

  @Test
  void extract_growthCarriedOverAnd_yearAndQuarter() {
    Extraction extraction =
        release("Total revenue increased by 27.6% year over year and 12.0% quarter over quarter.");

    assertThat(extraction.facts())
        .filteredOn(f -> f.metric() == Metric.REVENUE)
        .extracting(Fact::role, f -> f.value().toPlainString())
        .contains(
            org.assertj.core.groups.Tuple.tuple(Fact.Role.YOY, "27.6"),
            org.assertj.core.groups.Tuple.tuple(Fact.Role.QOQ, "12"));
  }

  @Test
  void extract_lossThatNarrowed_isNegativeWithItsComparator() {
    Extraction extraction =
        release(
            "Operating loss narrowed by 56.0% to $44.0 million from $100.0 million in the same"
                + " period last year.");

    Fact fact =
        level(extraction, Metric.OPERATING_INCOME, Basis.GAAP, FactPeriod.Kind.QTD).orElseThrow();
    assertThat(fact.value()).isEqualByComparingTo("-44000000");
    assertThat(fact.comparator().orElseThrow().value()).isEqualByComparingTo("-100000000");
  }

  @Test
  void extract_twoComparators_neitherIsTheLevel() {
    Extraction extraction =
        release(
            "Gross margin was 15.2%, compared with 16.8% in the same quarter of 2024 and 19.2% in"
                + " the first quarter of 2025.");

    assertThat(extraction.facts())
        .filteredOn(f -> f.metric() == Metric.GROSS_MARGIN)
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.value()).isEqualByComparingTo("15.2");
              assertThat(f.comparator().orElseThrow().value()).isEqualByComparingTo("16.8");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Costs rose to 40% of revenue, or $5.0 million.",
        "Last year's second quarter revenue was $80.0 million.",
        "We expect revenue of $130.0 million for the second quarter.",
        "The decrease in revenue of $3.0 million was due to weather.",
      })
  void extract_sentenceAboutSomethingElse_noRevenue(String sentence) {
    assertThat(release(sentence).facts()).noneMatch(f -> f.metric() == Metric.REVENUE);
  }

  @Test
  void extract_twoSentencesThatDisagree_isAContradictionAndNoFact() {
    Extraction extraction =
        release("Net income was $12.0 million.</p><p>Net income was $14.0 million.");

    assertThat(level(extraction, Metric.NET_INCOME, Basis.GAAP, FactPeriod.Kind.QTD)).isEmpty();
    assertThat(extraction.gaps()).anyMatch(g -> g.reason() == Gap.Reason.CONTRADICTION);
  }

  @Test
  void extract_measureOfTheIssuersOwn_isNamedByItsLabel() {
    Extraction extraction =
        release(
            "Annual recurring revenue was $410.0 million, up 25.0% year over year from $328.0"
                + " million.");

    assertThat(extraction.facts())
        .filteredOn(f -> f.metric() == Metric.KPI)
        .hasSize(2)
        .allSatisfy(f -> assertThat(f.label()).contains("Annual recurring revenue"))
        .allSatisfy(f -> assertThat(f.checks()).contains(Fact.Check.GROWTH_RECOMPUTED));
  }

  @Test
  void extract_outlook_rangeOfTheComingQuarter() {
    Guidance guidance =
        read("five-columns.html").guidance().stream()
            .filter(g -> g.metric() == Metric.REVENUE)
            .findFirst()
            .orElseThrow();

    assertThat(guidance.low()).isEqualByComparingTo("315000000");
    assertThat(guidance.high()).isEqualByComparingTo("320000000");
    assertThat(guidance.period().end()).contains(LocalDate.of(2026, 3, 31));
  }

  @Test
  void extract_dateOfResults_isANotice() {
    Extraction extraction =
        extract(
            "<h1>Alder Rail to Report Second Quarter 2025 Results on August 5</h1><p>OMAHA, July"
                + " 8, 2025 – Alder Rail, Inc. will release its results before the market opens.");

    assertThat(extraction.document().kind()).isEqualTo(DocumentSummary.Kind.NOTICE);
  }

  @Test
  void extract_monthlySales_isNotResults() {
    Extraction extraction =
        extract(
            "<h1>Fennel Markets Reports May Sales Results</h1><p>DENVER, June 5, 2025 – Fennel"
                + " Markets, Inc. today reported net sales of $1.20 billion for the four weeks"
                + " ended June 1, 2025.");

    assertThat(extraction.document().kind()).isNotEqualTo(DocumentSummary.Kind.RESULTS);
    assertThat(extraction.facts()).isEmpty();
  }

  @Test
  void extract_submission_publishedWhenAccepted() {
    DocumentSummary document = read("submission-2003.txt").document();

    assertThat(document.published()).contains(Instant.parse("2003-10-21T20:30:12Z"));
    assertThat(document.publishedFrom()).contains(DocumentSummary.PublishedFrom.SGML_HEADER);
    assertThat(document.form()).contains("8-K");
  }

  @Test
  void extract_sameBytes_sameExtraction() {
    assertThat(read("adr-6k.html")).isEqualTo(read("adr-6k.html"));
  }

  @Test
  void extract_tableWithoutAScale_isAmbiguousUnlessSentencesTellIt() {
    String table =
        "<table><tr><td></td><td>Three Months Ended June 30, 2025</td><td>Three Months Ended June"
            + " 30, 2024</td></tr><tr><td>Revenue</td><td>$120,000</td><td>$100,000</td></tr>"
            + "<tr><td>Net income</td><td>12,000</td><td>9,000</td></tr></table>";

    Extraction untold = release("</p>" + table + "<p>");
    Extraction told = release("Revenue was $120.0 million.</p>" + table + "<p>");

    assertThat(untold.gaps()).anyMatch(g -> g.reason() == Gap.Reason.UNIT_AMBIGUOUS);
    assertThat(level(told, Metric.NET_INCOME, Basis.GAAP, FactPeriod.Kind.QTD))
        .hasValueSatisfying(f -> assertThat(f.value()).isEqualByComparingTo("12000000"));
  }

  private static Extraction release(String sentences) {
    return extract(
        "<h1>Juniper Dairy Reports Second Quarter 2025 Results</h1><p>BOISE, July 29, 2025 –"
            + " Juniper Dairy, Inc. today reported results for the quarter ended June 30,"
            + " 2025.</p><p>"
            + sentences
            + "</p>");
  }

  private static Extraction extract(String body) {
    Filing filing = Documents.of("<html><body>" + body + "</body></html>");
    return FilingExtractor.extract(filing, ExtractionContext.NONE);
  }

  private static Optional<Fact> level(
      Extraction extraction, Metric metric, Basis basis, FactPeriod.Kind kind) {
    return extraction.facts().stream()
        .filter(f -> f.metric() == metric && f.basis() == basis && f.role() == Fact.Role.LEVEL)
        .filter(f -> f.period().kind() == kind)
        .findFirst();
  }

  private static Extraction read(String file) {
    return FilingExtractor.extract(Documents.of(bytes(file)), ExtractionContext.NONE);
  }

  private static byte[] bytes(String file) {
    try (@Nullable InputStream in = FilingExtractorTest.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("No test document " + file);
      }
      byte[] bytes = in.readAllBytes();
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isNotBlank();
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.filing.ByteSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What confirms a figure, what contradicts it, and what must not be taken for either. */
class ChecksTest {

  private static final String TABLE_HEAD =
      "<table><tr><td>(in thousands)</td><td>Three Months Ended June 30, 2025</td>"
          + "<td>Three Months Ended June 30, 2024</td></tr>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Total revenue was $120.5 million, up 20.5% from $100.0 million in the same quarter of 2024.             | REVENUE      | GROWTH_RECOMPUTED
          Net loss narrowed by 40.0% to $6.0 million from $10.0 million in the same quarter of 2024.              | NET_INCOME   | GROWTH_RECOMPUTED
          Revenue was $80.0 million. Gross profit was $24.8 million. Gross margin was 31.0%.                       | GROSS_MARGIN | MARGIN_RECOMPUTED
          Revenue was $80.0 million. Gross profit was $24.8 million. Gross margin was 31.0%.                       | GROSS_PROFIT | MARGIN_RECOMPUTED
          Revenue was $80.0 million. Gross profit was $24.8 million. Gross margin was 31.0%.                       | REVENUE      | MARGIN_RECOMPUTED
          Revenue was $640.2 million. Operating income was $96.0 million. Operating margin was 15.0%.              | OPERATING_INCOME | MARGIN_RECOMPUTED
          Revenue was $80.0 million. Cost of revenue was $55.2 million. Gross profit was $24.8 million.            | GROSS_PROFIT | TOTAL_RECOMPUTED
          Revenue was $80.0 million. Cost of revenue was $55.2 million. Gross profit was $24.8 million.            | REVENUE      | TOTAL_RECOMPUTED
          Operating cash flow was $31.5 million. Capital expenditures were $12.1 million. Free cash flow was $19.4 million. | FREE_CASH_FLOW | TOTAL_RECOMPUTED
          Operating cash flow was $31.5 million. Capital expenditures were $12.1 million. Free cash flow was $19.4 million. | CAPEX          | TOTAL_RECOMPUTED
          Total revenue was $90.0 million. Revenue from subscriptions was $61.4 million. Revenue from services was $28.6 million. | REVENUE | TOTAL_RECOMPUTED
          Total revenue was $90.0 million. Revenue from subscriptions was $61.4 million. Revenue from services was $28.6 million. | SEGMENT_REVENUE | TOTAL_RECOMPUTED
          """)
  void arithmeticThatFits_withDigitsEnough_confirms(
      String sentences, Metric metric, Fact.Check check) {
    assertThat(read(sentences).facts())
        .filteredOn(f -> f.metric() == metric && f.role() == Fact.Role.LEVEL)
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.checks()).contains(check));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The growth is all rounding: 3, 2 and 50% could each be something else.
        "Revenue was $3 million, up 50% from $2 million in the same quarter of 2024.",
        // Any margin from 0 to 50% would follow from a profit of one digit.
        "Revenue was $4 million. Gross profit was $1 million. Gross margin was 25%.",
        // 2% leaves half of itself open.
        "Revenue was $80.0 million. Net income was $1.6 million. Net margin was 2%.",
        // 5 less 3 gives 2 for many a triple.
        "Revenue was $5 million. Cost of revenue was $3 million. Gross profit was $2 million.",
        // Another currency is another amount.
        "Revenue was $80.0 million. Gross profit was RMB24.8 million. Gross margin was 31.0%.",
        // The cost is of another period.
        "Revenue was $80.0 million. Cost of revenue for the six months ended June 30, 2025 was"
            + " $55.2 million. Gross profit was $24.8 million.",
        // Two parts that are coarse beside the total.
        "Total revenue was $9 million. Revenue from tolls was $6 million. Revenue from parking was"
            + " $3 million.",
        // Parts that are not all of it.
        "Total revenue was $90.0 million. Revenue from tolls was $41.4 million. Revenue from parking"
            + " was $18.6 million.",
        // The only other place is the same sentence.
        "Net income was $12.4 million, and net income was $12.4 million.",
        // A rounded word of mouth confirms nothing.
        "Revenue was $2.31 billion.</p><p>“Revenue was $2 billion,” said the chief executive.",
        // Growth of the quarter before is not growth of the year.
        "Revenue was $120.5 million, up 20.5% from the previous quarter.",
      })
  void arithmeticByChance_confirmsNothing(String sentences) {
    assertThat(read(sentences).facts())
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.checks()).isEmpty());
  }

  @Test
  void sameAmountInASecondPlace_isStatedTwice() {
    assertThat(read("Net income was $12.4 million.</p><p>Net income was $12.4 million.").facts())
        .singleElement()
        .satisfies(f -> assertThat(f.checks()).containsExactly(Fact.Check.STATED_TWICE));
  }

  @Test
  void proseAgainstTable_agreement_isStatedTwice() {
    Extraction extraction =
        read(
            "Net income was $12.4 million.</p>"
                + TABLE_HEAD
                + "<tr><td>Revenue</td><td>$98,310</td><td>$90,118</td></tr>"
                + "<tr><td>Net income</td><td>12,377</td><td>9,871</td></tr></table><p>");

    assertThat(fact(extraction, Metric.NET_INCOME).checks())
        .containsExactly(Fact.Check.STATED_TWICE);
    assertThat(fact(extraction, Metric.NET_INCOME).value()).isEqualByComparingTo("12377000");
    assertThat(fact(extraction, Metric.REVENUE).checks()).isEmpty();
  }

  @Test
  void proseAgainstTable_contradiction_isReportedWithBothPlaces() {
    String text = "Net income was $13.7 million.";
    Extraction extraction =
        read(
            text
                + "</p>"
                + TABLE_HEAD
                + "<tr><td>Revenue</td><td>$98,310</td><td>$90,118</td></tr>"
                + "<tr><td>Net income</td><td>12,377</td><td>9,871</td></tr></table><p>");

    Gap gap = only(extraction, Gap.Reason.CONTRADICTION);
    assertThat(gap.detail()).isEqualTo("Two places give net_income as 12377000 and 13700000.");
    assertThat(List.of(gap.span().orElseThrow(), gap.against().orElseThrow()))
        .doesNotHaveDuplicates();
    assertThat(fact(extraction, Metric.NET_INCOME).value()).isEqualByComparingTo("12377000");
    assertThat(fact(extraction, Metric.NET_INCOME).checks()).isEmpty();
  }

  @Test
  void sentenceOnTheParentsShare_againstItsRow_isReported() {
    Extraction extraction =
        read(
            "Net income attributable to common stockholders was $13.7 million.</p>"
                + TABLE_HEAD
                + "<tr><td>Net income</td><td>12,377</td><td>9,871</td></tr>"
                + "<tr><td>Net income attributable to common stockholders</td>"
                + "<td>11,204</td><td>9,015</td></tr></table><p>");

    assertThat(only(extraction, Gap.Reason.CONTRADICTION).detail())
        .isEqualTo("Two places give net_income as 11204000 and 13700000.");
  }

  @Test
  void twoTablesOfEqualRank_thatDisagree_leaveNoFact() {
    String rows =
        "<tr><td>Revenue</td><td>$98,310</td><td>$90,118</td></tr>"
            + "<tr><td>Net income</td><td>%s</td><td>9,871</td></tr></table><p>";
    Extraction extraction =
        read(
            "</p>"
                + TABLE_HEAD
                + rows.formatted("12,377")
                + "Other figures follow.</p>"
                + TABLE_HEAD
                + rows.formatted("12,737"));

    assertThat(only(extraction, Gap.Reason.CONTRADICTION).detail()).contains("net_income");
    assertThat(extraction.facts()).noneMatch(f -> f.metric() == Metric.NET_INCOME);
  }

  @Test
  void tableOfAPart_doesNotContradictTheWhole() {
    Extraction extraction =
        read(
            "Revenue was $98.3 million.</p>"
                + TABLE_HEAD
                + "<tr><td>Revenue</td><td>$98,310</td><td>$90,118</td></tr>"
                + "<tr><td>Net income</td><td>12,377</td><td>9,871</td></tr></table>"
                + "<p>Northern segment</p>"
                + TABLE_HEAD
                + "<tr><td>Revenue</td><td>$71,204</td><td>$66,020</td></tr></table><p>");

    assertThat(extraction.gaps()).noneMatch(g -> g.reason() == Gap.Reason.CONTRADICTION);
    assertThat(fact(extraction, Metric.REVENUE).value()).isEqualByComparingTo("98310000");
  }

  @Test
  void wordOfMouthOfOneDigit_thatIsCutNotRounded_isNoContradiction() {
    Extraction extraction =
        read(
            "Revenue was $2.61 billion.</p><p>“Revenue was over $2 billion,” said the chief"
                + " executive.");

    assertThat(extraction.gaps()).noneMatch(g -> g.reason() == Gap.Reason.CONTRADICTION);
  }

  @Test
  void growthThatDoesNotFollow_isReportedWithTheAmount() {
    Extraction extraction =
        read(
            "Revenue was $120.0 million, an increase of 35.0% from $100.0 million in the same"
                + " quarter of 2024.");

    Gap gap = only(extraction, Gap.Reason.GROWTH_CHECK);
    assertThat(gap.against()).contains(fact(extraction, Metric.REVENUE).passage().span());
    assertThat(fact(extraction, Metric.REVENUE).checks()).isEmpty();
  }

  @Test
  void marginThatDoesNotFollow_isReported() {
    Extraction extraction =
        read("Revenue was $80.0 million. Gross profit was $24.8 million. Gross margin was 36.0%.");

    assertThat(only(extraction, Gap.Reason.MARGIN_CHECK).detail())
        .isEqualTo("Stated gross_margin is 36.0%; the stated amounts give 31.0%.");
    assertThat(extraction.facts()).allSatisfy(f -> assertThat(f.checks()).isEmpty());
  }

  @Test
  void segmentsThatNearlyAddUp_areReported() {
    Extraction extraction =
        read(
            "Total revenue was $90.0 million. Revenue from subscriptions was $61.4 million. Revenue"
                + " from services was $29.6 million.");

    assertThat(only(extraction, Gap.Reason.TOTAL_CHECK).detail())
        .isEqualTo("The segments named add up to 91000000; the stated total is 90000000.");
    assertThat(extraction.facts()).allSatisfy(f -> assertThat(f.checks()).isEmpty());
  }

  @Test
  void adjustedFigureAlone_isNamedOnce() {
    Extraction alone =
        read(
            "Revenue was $80.0 million. Adjusted net income was $9.1 million. Adjusted EBITDA was"
                + " $15.0 million.");
    Extraction beside =
        read(
            "Net income was $7.0 million. Adjusted net income was $9.1 million. Adjusted EBITDA was"
                + " $15.0 million.");

    assertThat(alone.gaps())
        .filteredOn(g -> g.reason() == Gap.Reason.NONGAAP_ONLY)
        .extracting(Gap::detail)
        .containsExactly("net income", "ebitda");
    assertThat(beside.gaps()).noneMatch(g -> g.reason() == Gap.Reason.NONGAAP_ONLY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RMB7.1500 to US$1.00                                | 102,097 | true  |
          US$1.00 to RMB7.1500                                | 102,097 | true  |
          RMB7.1500 to US$1.00                                | 120,097 | false | implies a rate of 6.0784; the document's is 7.1500.
          RMB7.1500 to US$1.00                                | 1,102,097 | false | without the first digit, which may be a footnote mark.
          RMB6.2000 to US$1.00                                | 102,097 | false | The document states a rate of 6.2000; its translations imply 7.15
          """)
  void translation_againstTheStatedRate(
      String rate, String translated, boolean confirmed, String said) {
    Extraction extraction =
        extract(
            "<h1>Kelp Logistics Announces Second Quarter 2025 Unaudited Results</h1><p>SHENZHEN,"
                + " China, August 20, 2025 – Kelp Logistics today announced its results for the"
                + " quarter ended June 30, 2025.</p><table><tr><td>(in thousands)</td><td>Three"
                + " months ended June 30, 2024 RMB</td><td>Three months ended June 30, 2025"
                + " RMB</td><td>Three months ended June 30, 2025 US$</td></tr>"
                + "<tr><td>Total revenues</td><td>650,120</td><td>730,000</td><td>"
                + translated
                + "</td></tr><tr><td>Cost of revenues</td><td>401,000</td><td>441,155</td><td>61,700</td></tr>"
                + "<tr><td>Net income</td><td>61,000</td><td>71,500</td><td>10,000</td></tr></table>"
                + "<p>Translations into U.S. dollars were made at the rate of "
                + rate
                + ", the rate in effect on June 30, 2025.</p>");

    Fact revenue = fact(extraction, Metric.REVENUE);
    assertThat(revenue.value()).isEqualByComparingTo("730000000");
    assertThat(revenue.checks().contains(Fact.Check.FX_CONSISTENT)).isEqualTo(confirmed);
    if (confirmed) {
      assertThat(extraction.gaps()).noneMatch(g -> g.reason() == Gap.Reason.FX_CHECK);
    } else {
      Gap gap = only(extraction, Gap.Reason.FX_CHECK);
      assertThat(gap.detail()).contains(said);
      assertThat(gap.against()).isPresent();
    }
  }

  @Test
  void gap_withTwoPlaces_survivesItsJson() {
    Extraction extraction =
        read("Net income was $12.0 million.</p><p>Net income was $14.0 million.");

    assertThat(only(extraction, Gap.Reason.CONTRADICTION).against()).isPresent();
    assertThat(ExtractionJson.read(JsonView.of(ExtractionJson.write(extraction))))
        .isEqualTo(extraction);
  }

  @Test
  void candidate_precise_countsDigitsThatTellApart() {
    assertThat(candidate("120500000", "50000").precise(4)).isTrue();
    assertThat(candidate("120500000", "50000").precise(5)).isFalse();
    assertThat(candidate("-3", "0.5").precise(1)).isTrue();
    assertThat(candidate("-3", "0.5").precise(2)).isFalse();
    assertThat(candidate("0", "0.5").precise(1)).isFalse();
  }

  private static Candidate candidate(String value, String half) {
    FactPeriod period = new FactPeriod(FactPeriod.Kind.QTD, Optional.empty(), Optional.empty());
    Candidate.Key key =
        new Candidate.Key(
            Metric.REVENUE,
            Optional.empty(),
            Basis.GAAP,
            Fact.Role.LEVEL,
            Optional.empty(),
            Optional.empty(),
            Unit.money("USD"),
            period);
    return new Candidate(
        key,
        new BigDecimal(value),
        new BigDecimal(half),
        Optional.empty(),
        BigDecimal.ZERO,
        Fact.Place.BODY,
        1,
        10,
        List.of(),
        new Passage(new ByteSpan(0, 1), "x"));
  }

  private static Gap only(Extraction extraction, Gap.Reason reason) {
    List<Gap> gaps = extraction.gaps().stream().filter(g -> g.reason() == reason).toList();
    assertThat(gaps).as(extraction.gaps().toString()).hasSize(1);
    return gaps.get(0);
  }

  private static Fact fact(Extraction extraction, Metric metric) {
    return extraction.facts().stream()
        .filter(f -> f.metric() == metric && f.role() == Fact.Role.LEVEL)
        .findFirst()
        .orElseThrow(() -> new AssertionError(metric + " of " + extraction.facts()));
  }

  private static Extraction read(String sentences) {
    return extract(
        "<h1>Juniper Dairy Reports Second Quarter 2025 Results</h1><p>BOISE, July 29, 2025 –"
            + " Juniper Dairy, Inc. today reported results for the quarter ended June 30,"
            + " 2025.</p><p>"
            + sentences
            + "</p>");
  }

  private static Extraction extract(String body) {
    return FilingExtractor.extract(
        Documents.of("<html><body>" + body + "</body></html>"), ExtractionContext.NONE);
  }
}

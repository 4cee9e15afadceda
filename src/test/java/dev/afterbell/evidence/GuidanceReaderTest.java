package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What issuers expect of themselves, in the words that issuers of many industries use. The release
 * around each sentence reports the second quarter of 2025, which ended on June 30, 2025.
 */
class GuidanceReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          For the third quarter of 2025, the company expects revenue of $120 million to $125 million.                                     | revenue 120000000 125000000 USD QTD 2025-09-30
          We anticipate third-quarter revenue in the range of $4.1 billion to $4.3 billion.                                               | revenue 4100000000 4300000000 USD QTD 2025-09-30
          Third quarter 2025 net sales are expected to be between $34.7 and $34.8 billion.                                                | net_sales 34700000000 34800000000 USD QTD 2025-09-30
          For the full year 2025, net sales are expected to be between $900 million and $940 million.                                     | net_sales 900000000 940000000 USD FY 2025-12-31
          The company expects total revenue for the third quarter of 2025 to be approximately RMB2.4 billion.                             | revenue 2400000000 2400000000 CNY QTD 2025-09-30
          The company now expects fiscal 2025 revenue of €1.20-1.30 billion.                                                              | revenue 1200000000 1300000000 EUR FY 2025-12-31
          Revenue for the third quarter is expected to be $10.0 billion, plus or minus 2%.                                                | revenue 9800000000 10200000000 USD QTD 2025-09-30
          Revenue for the third quarter is expected to be $640 million, plus or minus $15 million.                                        | revenue 625000000 655000000 USD QTD 2025-09-30
          Third quarter revenue is expected to be $640 million ± 3%.                                                                      | revenue 620800000 659200000 USD QTD 2025-09-30
          We expect third quarter gross margin of 48.0%, plus or minus 50 basis points.                                                   | gross_margin 47.5 48.5 % QTD 2025-09-30
          Third quarter gross margin is expected to be 31% to 33%.                                                                        | gross_margin 31 33 % QTD 2025-09-30
          For the full year, gross margin is expected to expand by 50 to 100 basis points.                                                | gross_margin 0.5 1 pp FY 2025-12-31
          Full-year 2025 adjusted operating margin is expected to decline by 30 to 50 basis points.                                       | adjusted_operating_margin -0.5 -0.3 pp FY 2025-12-31
          The company expects full year 2025 diluted earnings per share of $2.10 to $2.25.                                                | eps_diluted 2.10 2.25 USD/share FY 2025-12-31
          Full-year adjusted diluted EPS is now expected to be in the range of $5.70 to $6.50.                                            | adjusted_eps_diluted 5.70 6.50 USD/share FY 2025-12-31
          For the third quarter, we expect a diluted net loss per share of $0.12 to $0.10.                                                | eps_diluted -0.12 -0.10 USD/share QTD 2025-09-30
          Net loss for the full year 2025 is expected to be between $60 million and $70 million.                                          | net_income -70000000 -60000000 USD FY 2025-12-31
          The company expects adjusted EBITDA of $(5) million to $2 million in the third quarter of 2025.                                 | adjusted_ebitda -5000000 2000000 USD QTD 2025-09-30
          For 2025, we project adjusted EBITDA between $310 million and $330 million.                                                     | adjusted_ebitda 310000000 330000000 USD FY 2025-12-31
          We continue to expect adjusted EBITDA of at least $95 million for the full year 2025.                                           | adjusted_ebitda 95000000 95000000 USD FY 2025-12-31 MAINTAINED UPPER
          Full-year 2025 capital expenditures are expected to be up to $400 million.                                                      | capex 400000000 400000000 USD FY 2025-12-31 LOWER
          The airline anticipates 2025 capital expenditures of approximately $1.1 billion.                                                | capex 1100000000 1100000000 USD FY 2025-12-31
          We plan to spend capital expenditures of $80 to $90 million in fiscal year 2025.                                                | capex 80000000 90000000 USD FY 2025-12-31
          Free cash flow for the full year is expected to exceed $250 million.                                                            | free_cash_flow 250000000 250000000 USD FY 2025-12-31 UPPER
          Operating cash flow in fiscal 2025 is forecast to be $500 million or more.                                                      | operating_cash_flow 500000000 500000000 USD FY 2025-12-31 UPPER
          The utility expects 2025 depreciation and amortization of $210 million to $220 million.                                         | depreciation_and_amortization 210000000 220000000 USD FY 2025-12-31
          The bank expects full-year net interest income of $1.52 billion to $1.56 billion.                                               | net_interest_income 1520000000 1560000000 USD FY 2025-12-31
          The company expects full-year 2025 revenue growth of 8% to 10%.                                                                 | revenue 8 10 % FY 2025-12-31
          For fiscal 2025, total revenue is expected to grow 6% to 7%.                                                                    | revenue 6 7 % FY 2025-12-31
          Net sales for the full year are expected to decrease 3% to 5%.                                                                  | net_sales -5 -3 % FY 2025-12-31
          Third quarter revenue is expected to be down 2% to 4% from a year ago.                                                          | revenue -4 -2 % QTD 2025-09-30
          The company raised its full-year 2025 revenue guidance to $410 million to $420 million, from $390 million to $405 million.      | revenue 410000000 420000000 USD FY 2025-12-31 RAISED
          The company raises its full year 2025 revenue guidance from a range of $390 million to $405 million to a range of $410 million to $420 million. | revenue 410000000 420000000 USD FY 2025-12-31 RAISED
          We are lowering our 2025 revenue guidance to $300 million to $310 million (previously $320 million to $330 million).            | revenue 300000000 310000000 USD FY 2025-12-31 LOWERED
          We now expect full-year net sales of $1.02 billion to $1.04 billion, compared to our prior guidance of $1.00 billion to $1.06 billion. | net_sales 1020000000 1040000000 USD FY 2025-12-31 NARROWED
          The hotel group now expects full-year net income of $95 million to $115 million versus a prior range of $100 million to $110 million. | net_income 95000000 115000000 USD FY 2025-12-31 WIDENED
          The company reaffirms its fiscal 2025 revenue guidance of $1.5 billion to $1.6 billion.                                         | revenue 1500000000 1600000000 USD FY 2025-12-31 MAINTAINED
          The company reiterated full-year 2025 diluted EPS guidance of $3.00 to $3.20.                                                   | eps_diluted 3.00 3.20 USD/share FY 2025-12-31 MAINTAINED
          The company narrowed its full year 2025 revenue outlook to a range of $705 million to $715 million.                             | revenue 705000000 715000000 USD FY 2025-12-31 NARROWED
          The company initiates third quarter 2025 revenue guidance of $8.70 billion to $8.72 billion.                                    | revenue 8700000000 8720000000 USD QTD 2025-09-30 INITIATED
          Management cut its full-year revenue forecast to $88 million.                                                                   | revenue 88000000 88000000 USD FY 2025-12-31 LOWERED
          For the next quarter, we expect revenue of $15 million to $16 million.                                                          | revenue 15000000 16000000 USD QTD 2025-09-30
          In the fourth quarter of 2025 the company expects revenue of $20 million.                                                       | revenue 20000000 20000000 USD QTD 2025-12-31
          For the year ending December 31, 2025, the company expects revenue of $66 million to $68 million.                               | revenue 66000000 68000000 USD FY 2025-12-31
          For the quarter ending September 30, 2025, revenue is expected to be between $21.5 million and $22.5 million.                   | revenue 21500000 22500000 USD QTD 2025-09-30
          In the second half of 2025, the shipyard expects revenue of $300 million to $320 million.                                       | revenue 300000000 320000000 USD HY 2025-12-31
          We expect $150 million to $160 million in revenue for the full year 2025.                                                       | revenue 150000000 160000000 USD FY 2025-12-31
          The company's 2025 guidance calls for at least $40 million of free cash flow.                                                   | free_cash_flow 40000000 40000000 USD FY 2025-12-31 UPPER
          We expect next year revenue of $500 million to $520 million.                                                                    | revenue 500000000 520000000 USD FY 2026-12-31
          For fiscal year 2026 we expect capital expenditures of $30 million.                                                             | capex 30000000 30000000 USD FY 2026-12-31
          The group expects full year turnover of £210 million to £220 million.                                                           | revenue 210000000 220000000 GBP FY 2025-12-31
          Revenue for the fiscal year is expected to be INR 450 crore to INR 480 crore.                                                   | revenue 4500000000 4800000000 INR FY 2025-12-31
          """)
  void sentence_thatGuides_isRead(String sentence, String expected) {
    assertThat(read(sentence)).as(sentence).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          For the third quarter, we expect revenue of $90 million to $95 million and adjusted EBITDA of $10 million to $12 million.         | revenue 90000000 95000000 USD QTD 2025-09-30; adjusted_ebitda 10000000 12000000 USD QTD 2025-09-30
          We expect third quarter revenue of $90 million and full year revenue of $370 million.                                              | revenue 90000000 90000000 USD QTD 2025-09-30; revenue 370000000 370000000 USD FY 2025-12-31
          GAAP and non-GAAP gross margins are expected to be 71.2% and 72.5%, respectively, plus or minus 50 basis points, in the third quarter of 2025. | gross_margin 70.7 71.7 % QTD 2025-09-30; adjusted_gross_margin 72 73 % QTD 2025-09-30
          """)
  void sentence_ofTwoMetrics_guidesBoth(String sentence, String expected) {
    assertThat(read(sentence)).as(sentence).containsExactly(expected.split("; "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Revenue for the second quarter was $100 million, above our guidance of $90 million to $95 million.",
        "Second quarter revenue of $100 million exceeded the high end of the guidance range.",
        "Revenue was $100 million, compared to the previously announced outlook of $98 million.",
        "We expect revenue of $1.0 billion by 2030.",
        "Our long-term target is revenue of $2 billion.",
        "Over the next three years we expect revenue growth of 10% to 12% per year.",
        "The company targets an operating margin of 20% in the medium term.",
        "The target operating model calls for a gross margin of 60% in fiscal year 2026.",
        "Analysts expect third quarter revenue of $120 million.",
        "The consensus forecast for full-year revenue is $480 million.",
        "We expect to recognize $831 million of revenue over the next twelve months.",
        "We expect the acquisition to contribute $30 million of revenue in 2025.",
        "The company expects restructuring charges of $12 million in the third quarter.",
        "We expect foreign exchange to reduce third quarter revenue by $5 million.",
        "We expect a headwind to revenue of $5 million in the third quarter.",
        "We expect third quarter subscription revenue of $70 million.",
        "Cloud revenue is expected to be $40 million in the third quarter.",
        "Organic revenue growth for the full year is expected to be 6%.",
        "Comparable net sales are expected to grow 2% to 3% for fiscal 2025.",
        "Revenue is expected to grow 5% in constant currency in fiscal 2025.",
        "Capital expenditures for 2025 are expected to be 5% to 6% of revenue.",
        "We expect revenue of $120 million to $125 million.",
        "In the second quarter of 2024, we expected revenue of $80 million.",
        "We expected second quarter revenue of $95 million.",
        "For fiscal 2029, we project revenue of $900 million.",
        "If the tariffs remain, full-year revenue could be $450 million.",
        "The company expects its effective tax rate to be 21% for the full year 2025.",
        "The company expects third quarter revenue to be higher than in the second quarter.",
        "Interest expense in 2025 is expected to be $40 million.",
        "The company withdrew its guidance for full-year revenue of $450 million to $470 million.",
      })
  void sentence_thatDoesNotGuide_yieldsNone(String sentence) {
    assertThat(read(sentence)).as(sentence).isEmpty();
  }

  @Test
  void listUnderALead_takesItsPeriod() {
    assertThat(
            read(
                "For the third quarter of 2025, the company expects:</p><ul><li>Revenue of $51"
                    + " million to $53 million</li><li>Adjusted EBITDA of $4 million to $5"
                    + " million</li></ul><p>The company will host a call today."))
        .containsExactly(
            "revenue 51000000 53000000 USD QTD 2025-09-30",
            "adjusted_ebitda 4000000 5000000 USD QTD 2025-09-30");
  }

  @Test
  void paragraphsUnderAHeading_takeItsPeriod_untilTheNextHeading() {
    assertThat(
            read(
                "Growth continued.</p><h2>Full Year 2025 Outlook</h2><p>Net sales of $1.1 billion to"
                    + " $1.2 billion.</p><p>Capital expenditures of about $75 million.</p>"
                    + "<h2>Balance Sheet</h2><p>Total debt of $300 million."))
        .containsExactly(
            "net_sales 1100000000 1200000000 USD FY 2025-12-31",
            "capex 75000000 75000000 USD FY 2025-12-31");
  }

  @Test
  void quartersUnderOneOutlook_eachTakeTheirOwnPeriod() {
    assertThat(
            read(
                "Growth continued.</p><h2>Business Outlook</h2><h3>Third Quarter 2025</h3>"
                    + "<p>Revenue of $60 million to $62 million.</p><h3>Full Year 2025</h3>"
                    + "<p>Revenue of $240 million to $244 million."))
        .containsExactly(
            "revenue 60000000 62000000 USD QTD 2025-09-30",
            "revenue 240000000 244000000 USD FY 2025-12-31");
  }

  @Test
  void table_ofPriorAndCurrent_tellsWhatBecameOfIt() {
    assertThat(
            table(
                "Full Year 2025 Guidance",
                "|Prior Guidance|Current Guidance",
                "Net sales|$1.00 billion to $1.05 billion|$1.06 billion to $1.08 billion",
                "Adjusted diluted EPS|$2.00 - $2.20|$2.05 - $2.15",
                "Capital expenditures|$40 million|$40 million",
                "Gross margin|40% - 41%|39% - 40%"))
        .containsExactly(
            "net_sales 1060000000 1080000000 USD FY 2025-12-31 RAISED",
            "adjusted_eps_diluted 2.05 2.15 USD/share FY 2025-12-31 NARROWED",
            "capex 40000000 40000000 USD FY 2025-12-31 MAINTAINED",
            "gross_margin 39 40 % FY 2025-12-31 LOWERED");
  }

  @Test
  void table_ofLowAndHigh_joinsThem_andAppliesItsScale() {
    assertThat(
            table(
                "The following table shows our outlook (in thousands, except per share amounts)",
                "|Three Months Ending September 30, 2025|Three Months Ending September 30, 2025",
                "|Low|High",
                "Total revenue|$51,000|$53,000",
                "Net loss|$(4,000)|$(3,000)",
                "Diluted net loss per share|$(0.08)|$(0.06)"))
        .containsExactly(
            "revenue 51000000 53000000 USD QTD 2025-09-30",
            "net_income -4000000 -3000000 USD QTD 2025-09-30",
            "eps_diluted -0.08 -0.06 USD/share QTD 2025-09-30");
  }

  @Test
  void table_ofQuarterAndYear_readsBothColumns_andGrowthRows() {
    assertThat(
            table(
                "Guidance",
                "|Q3 2025 Guidance|Full Year 2025 Guidance",
                "Revenue|$8.70 - $8.72 Billion|$34.7 - $34.8 Billion",
                "Revenue growth (Y/Y)|11%|11% - 12%",
                "Non-GAAP operating margin|N/A|30.0%",
                "Current backlog|12%|N/A"))
        .containsExactly(
            "revenue 8700000000 8720000000 USD QTD 2025-09-30",
            "revenue 34700000000 34800000000 USD FY 2025-12-31",
            "revenue 11 11 % QTD 2025-09-30",
            "revenue 11 12 % FY 2025-12-31",
            "adjusted_operating_margin 30 30 % FY 2025-12-31");
  }

  @Test
  void table_ofGaapAndAdjusted_keepsThemApart() {
    assertThat(
            table(
                "Third quarter 2025 outlook",
                "|GAAP|Non-GAAP",
                "Gross margin|54.0% - 55.0%|57.0% - 58.0%",
                "Diluted EPS|$0.40 - $0.44|$0.61 - $0.65"))
        .containsExactly(
            "gross_margin 54 55 % QTD 2025-09-30",
            "adjusted_gross_margin 57 58 % QTD 2025-09-30",
            "eps_diluted 0.40 0.44 USD/share QTD 2025-09-30",
            "adjusted_eps_diluted 0.61 0.65 USD/share QTD 2025-09-30");
  }

  @Test
  void table_withActuals_takesOnlyTheGuidance() {
    assertThat(
            table(
                "2025 Outlook ($ in millions)",
                "|2024 Actual|2025 Guidance",
                "Total revenue|$410.2|$430 - $440",
                "Adjusted EBITDA|$61.0|$66 - $70"))
        .containsExactly(
            "revenue 430000000 440000000 USD FY 2025-12-31",
            "adjusted_ebitda 66000000 70000000 USD FY 2025-12-31");
  }

  @Test
  void table_withoutAScale_orOfResults_yieldsNone() {
    assertThat(table("Third quarter 2025 outlook", "|Guidance", "Total revenue|$430 - $440"))
        .isEmpty();
    assertThat(
            table(
                "Results (in millions)",
                "|Three months ended June 30, 2025",
                "Total revenue|$430.0"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 110, 100, 110, MAINTAINED",
    "100, 110, 105, 112, RAISED",
    "100, 110, 105, 110, NARROWED",
    "100, 110, 111, 111, RAISED",
    "100, 110, 105, 105, NARROWED",
    "100, 110, 90, 105, LOWERED",
    "100, 110, 100, 105, NARROWED",
    "100, 110, 95, 110, LOWERED",
    "100, 110, 100, 115, RAISED",
    "100, 110, 95, 115, WIDENED",
    "-20, -10, -15, -5, RAISED",
  })
  void change_betweenTwoRanges(
      BigDecimal lowBefore,
      BigDecimal highBefore,
      BigDecimal low,
      BigDecimal high,
      Guidance.Action action) {
    assertThat(Guidance.change(lowBefore, highBefore, low, high)).isEqualTo(action);
  }

  @Property
  void change_thereAndBack_isOpposite(
      @ForAll @IntRange(max = 50) int a,
      @ForAll @IntRange(max = 50) int b,
      @ForAll @IntRange(max = 50) int c,
      @ForAll @IntRange(max = 50) int d) {
    BigDecimal lowBefore = BigDecimal.valueOf(Math.min(a, b));
    BigDecimal highBefore = BigDecimal.valueOf(Math.max(a, b));
    BigDecimal low = BigDecimal.valueOf(Math.min(c, d));
    BigDecimal high = BigDecimal.valueOf(Math.max(c, d));

    Guidance.Action there = Guidance.change(lowBefore, highBefore, low, high);
    Guidance.Action back = Guidance.change(low, high, lowBefore, highBefore);

    switch (there) {
      case MAINTAINED -> assertThat(back).isEqualTo(Guidance.Action.MAINTAINED);
      case WIDENED -> assertThat(back).isEqualTo(Guidance.Action.NARROWED);
      default ->
          assertThat(back).isNotIn(there, Guidance.Action.MAINTAINED, Guidance.Action.INITIATED);
    }
  }

  @Test
  void since_anEarlierDocument_comparesOnlyTheSameSubject() {
    Guidance now = guidance("For the full year 2025 we expect revenue of $410 to $420 million.");
    Guidance before = guidance("For the full year 2025 we expect revenue of $400 to $405 million.");
    Guidance other = guidance("For the third quarter, we expect revenue of $100 million.");
    Guidance open = guidance("For the full year 2025 we expect revenue of at least $400 million.");

    assertThat(now.since(before)).contains(Guidance.Action.RAISED);
    assertThat(before.since(now)).contains(Guidance.Action.LOWERED);
    assertThat(now.since(other)).isEmpty();
    assertThat(now.since(open)).isEmpty();
  }

  @Test
  void guidance_upsideDownOrOpenRange_isRefused() {
    Guidance g = guidance("For the full year 2025 we expect revenue of $410 to $420 million.");

    assertThatThrownBy(
            () ->
                new Guidance(
                    g.metric(),
                    g.basis(),
                    g.high(),
                    g.low(),
                    g.unit(),
                    g.period(),
                    g.action(),
                    g.passage()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new Guidance(
                    g.metric(),
                    g.basis(),
                    g.low(),
                    g.high(),
                    g.unit(),
                    g.period(),
                    g.action(),
                    Optional.of(Guidance.Open.UPPER),
                    g.passage()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void releaseOfAYear_guidesTheNext() {
    assertThat(
            texts(
                FilingExtractor.extract(
                    Documents.of(
                        "<html><body><h1>Marl Cement Reports Fourth Quarter and Full Year 2025"
                            + " Results</h1><p>TULSA, February 10, 2026 – Marl Cement today reported"
                            + " results for the fourth quarter and year ended December 31,"
                            + " 2025.</p><p>Revenue for the fourth quarter was $80.0 million.</p>"
                            + "<p>For the first quarter we expect revenue of $70 million to $72"
                            + " million. For the full year, we expect revenue of $300 million to"
                            + " $310 million.</p></body></html>"),
                    ExtractionContext.NONE)))
        .containsExactly(
            "revenue 70000000 72000000 USD QTD 2026-03-31",
            "revenue 300000000 310000000 USD FY 2026-12-31");
  }

  private static List<String> table(String caption, String... rows) {
    StringBuilder html = new StringBuilder("Growth continued.</p><p>" + caption + "</p><table>");
    for (String row : rows) {
      html.append("<tr>");
      for (String cell : row.split("\\|", -1)) {
        html.append("<td>").append(cell).append("</td>");
      }
      html.append("</tr>");
    }
    return read(html.append("</table><p>The call is at 5 p.m.").toString());
  }

  private static Guidance guidance(String sentence) {
    return extract(sentence).guidance().get(0);
  }

  private static List<String> read(String sentences) {
    return texts(extract(sentences));
  }

  private static Extraction extract(String sentences) {
    return FilingExtractor.extract(
        Documents.of(
            "<html><body><h1>Juniper Dairy Reports Second Quarter 2025 Results</h1><p>BOISE, July"
                + " 29, 2025 – Juniper Dairy, Inc. today reported results for the second quarter"
                + " ended June 30, 2025.</p><p>Revenue for the second quarter was $101.4"
                + " million.</p><p>"
                + sentences
                + "</p></body></html>"),
        ExtractionContext.NONE);
  }

  private static List<String> texts(Extraction extraction) {
    return extraction.guidance().stream().map(GuidanceReaderTest::text).toList();
  }

  private static String text(Guidance g) {
    return g.metric().text(g.basis())
        + " "
        + shown(g, g.low())
        + " "
        + shown(g, g.high())
        + " "
        + g.unit()
        + " "
        + g.period().kind()
        + " "
        + g.period().end().map(LocalDate::toString).orElse("?")
        + g.action().map(a -> " " + a).orElse("")
        + g.open().map(o -> " " + o).orElse("");
  }

  private static String shown(Guidance g, BigDecimal v) {
    return (g.metric().perShare() ? v.setScale(2) : v).toPlainString();
  }
}

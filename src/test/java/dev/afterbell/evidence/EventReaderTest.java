package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.afterbell.evidence.DocumentEvent.CorporateEvent;
import dev.afterbell.evidence.DocumentEvent.CorporateEventKind;
import dev.afterbell.evidence.DocumentEvent.Driver;
import dev.afterbell.evidence.DocumentEvent.Milestone;
import dev.afterbell.evidence.DocumentEvent.ReactionClaim;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Net sales increased 6% to $4.1 billion, driven by higher prices and new stores, partially offset by lower volumes.        | REVENUE | up | pricing new_stores
          Gross margin contracted 120 basis points due to higher freight and raw materials costs.                                   | GROSS_MARGIN | down | freight raw_materials
          Operating loss narrowed to €4 million, mainly because of cost savings.                                                    | OPERATING_INCOME | up | productivity
          Net loss widened as a result of higher interest expense.                                                                  | NET_INCOME | down | interest
          Cost of sales rose 9%, reflecting wage increases and energy.                                                              | COST_OF_REVENUE | up | wages energy
          Revenue from tolls grew 3%, helped by traffic.                                                                            | SEGMENT_REVENUE | up | volume
          Beverage sales fell 2% owing to bad weather.                                                                              | SEGMENT_REVENUE | down | weather
          The decrease in gross profit margin was primarily due to inventory write-downs.                                           | GROSS_MARGIN | down | inventory
          Net interest income increased, driven by loan growth.                                                                     | NET_INTEREST_INCOME | up | loan_growth
          Capital expenditures were $90 million, up from $60 million, as servers were bought for AI.                                | CAPEX | up | servers ai
          Free cash flow declined because inventory was built ahead of the season.                                                  | FREE_CASH_FLOW | down | inventory
          """)
  void sentence_thatNamesACause_isADriver(
      String sentence, Metric metric, String direction, String themes) {
    assertThat(drivers(sentence))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.metric()).isEqualTo(metric);
              assertThat(d.rose()).isEqualTo(direction.equals("up"));
              assertThat(d.themes()).containsExactly(themes.split(" "));
              assertThat(d.passage().quote()).isEqualTo(sentence);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Net sales could fall due to lower demand for our products.
          We expect gross margin to decline because of tariffs.
          Selling expenses as a percentage of net sales increased due to marketing.
          Gross margin was 41.2%, compared with 40.8% a year earlier.
          Revenue increased, reflecting what management called a good quarter.
          """)
  void sentence_withoutAnActualCause_isNone(String sentence) {
    assertThat(drivers(sentence)).isEmpty();
  }

  @Test
  void theIncrease_speaksOfTheFigureNamedBefore() {
    List<Driver> drivers =
        drivers(
            "Gross margin was 12.0%, compared with 14.5% a year earlier. The decrease was mainly due to heavier"
                + " depreciation.");

    assertThat(drivers).hasSize(1);
    assertThat(drivers.get(0).metric()).isEqualTo(Metric.GROSS_MARGIN);
    assertThat(drivers.get(0).rose()).isFalse();
    assertThat(drivers.get(0).themes()).containsExactly("depreciation");
  }

  @Test
  void driverUnderABoilerplateHeading_isNone() {
    assertThat(
            drivers(
                "<html><body><h2>Safe Harbor Statement</h2><p>Revenue fell due to weaker demand.</p>"
                    + "<h2>Results</h2><p>Sales rose, driven by customers.</p></body></html>"))
        .extracting(Driver::metric)
        .containsExactly(Metric.REVENUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Robotics orders were $41.5 million, up 12%, and represented 52.1% of group orders, more than half for the first time.  | Robotics orders | more than half of group orders for the first time
          Organic food sales exceeded a third of total sales for the first time.                                               | Organic food sales | more than a third of total sales for the first time
          Passenger numbers reached ten million for the first time.                                                             | Passenger numbers | ten million for the first time
          The lending unit turned profitable for the first time.                                                                | lending unit | profitability for the first time
          Free cash flow for the second quarter was a record.                                                                   | Free cash flow | a record
          The company delivered record order intake of $2.1 billion.                                                            | order intake | a record
          """)
  void sentence_withAFirstOrARecord_isAMilestone(
      String sentence, String subject, String statement) {
    assertThat(milestones(sentence))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.subject()).isEqualTo(subject);
              assertThat(m.statement()).isEqualTo(statement);
              assertThat(sentence).contains(m.passage().quote());
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Shareholders of record on May 3 will receive it.
          The record date was set for May 3.
          We saw this for the first time.
          Sales recorded in the period were higher.
          """)
  void sentence_withAnotherKindOfRecord_isNone(String sentence) {
    assertThat(milestones(sentence)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The board of directors authorized a new share repurchase program of up to $50 million.       | BUYBACK
          During the quarter we repurchased 1.2 million shares for $30 million.                        | BUYBACK
          The board declared a quarterly cash dividend of $0.12 per share.                             | DIVIDEND
          Ms. Ito has been appointed as Chief Financial Officer with effect from June 1.               | MANAGEMENT_CHANGE
          The Chief Executive Officer resigned for personal reasons.                                   | MANAGEMENT_CHANGE
          We recorded a goodwill impairment charge of $12 million in the retail segment.               | IMPAIRMENT
          The financial statements for 2023 should no longer be relied upon.                           | RESTATEMENT
          The company announced the pricing of its public offering of 5,000,000 shares.                | OFFERING
          """)
  void sentence_thatAnnouncesACorporateEvent_isOne(String sentence, CorporateEventKind kind) {
    assertThat(corporate(sentence)).containsExactly(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          No impairment charges were recorded in the quarter.
          We may repurchase shares from time to time under market conditions.
          Adjusted profit excludes impairment charges and restructuring.
          The declaration of dividends is at the discretion of the board.
          """)
  void sentence_thatAnnouncesNone_isNone(String sentence) {
    assertThat(corporate(sentence)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Shares of Orchard dropped 23% in pre-market trading on Wednesday.                      | -23  | PRE_MARKET
          The stock jumped as much as 8.5% in after-hours trading.                               | 8.5  | AFTER_HOURS
          Orchard's ADSs closed down 4.2 percent at $11.                                         | -4.2 | REGULAR
          Shares, up 120% this year, fell 3% on Tuesday.                                         | 120 -3 | UNSTATED
          The results sparked a 12% pre-market slide in the shares.                              | -12  | PRE_MARKET
          Revenue rose 9%, yet the stock traded 6% lower.                                        | -6   | UNSTATED
          Hong Kong-listed shares gained 2% in morning trading.                                  | 2    | REGULAR
          """)
  void article_thatReportsAMoveOfTheShares_isAClaimWithSign(
      String sentence, String percents, DocumentEvent.MarketSession session) {
    List<ReactionClaim> claims = claims("Quarterly results", sentence);

    assertThat(claims)
        .extracting(c -> c.percent().toPlainString())
        .containsExactly(percents.split(" "));
    assertThat(claims).allMatch(c -> c.session() == session);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Revenue fell 23% in the quarter.
          The company, whose shares trade in New York, said profit dropped 23%.
          Shareholders own 23% of the unit.
          Shares of Orchard were halted.
          """)
  void article_thatReportsAnotherMove_isNoClaim(String sentence) {
    assertThat(claims("Quarterly results", sentence)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Shares fell 5%. The reaction reads as an earnings miss.                    | earnings miss
          Shares fell 5% after the company cut its full-year guidance.               | guidance cut
          Shares rose 5% as profit topped analysts' estimates.                       | earnings beat
          Investors feared a wider-than-expected net loss. Shares fell 5%.           | earnings miss
          Shares fell 5%. It was not an earnings miss.                               | -
          Shares fell 5%.                                                            | -
          """)
  void claim_takesTheFramingOfTheArticle(String body, String framing) {
    assertThat(claims("Quarterly results", body).get(0).framing())
        .isEqualTo(java.util.Optional.ofNullable(framing));
  }

  @Test
  void claim_inJson_pointsAtTheBytesOfItsFigure() {
    byte[] bytes = Documents.sample("KC/article-2026-05-27.json");
    var read =
        (dev.afterbell.filing.JsonArticle.Outcome.Read)
            dev.afterbell.filing.JsonArticle.read(bytes);
    List<DocumentEvent> events =
        new EventReader().read(read.filing(), DocumentSummary.Kind.ARTICLE);

    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            ReactionClaim.class,
            claim -> {
              assertThat(claim.percent()).isEqualByComparingTo("-23");
              assertThat(claim.session()).isEqualTo(DocumentEvent.MarketSession.PRE_MARKET);
              assertThat(claim.framing()).contains("earnings miss");
              assertThat(Documents.bytes(bytes, claim.passage().span())).isEqualTo("23%");
            });
  }

  @Test
  void sampleRelease_givesItsMilestoneAndTheCausesOfItsMargin() {
    byte[] bytes = Documents.sample("KC/2026-05-27-6-K.txt");
    List<DocumentEvent> events =
        new EventReader().read(Documents.of(bytes), DocumentSummary.Kind.RESULTS);

    assertThat(only(events, Milestone.class))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.subject()).isEqualTo("AI gross billing");
              assertThat(m.statement())
                  .isEqualTo("more than half of public cloud services revenue for the first time");
            });
    assertThat(only(events, Driver.class))
        .anySatisfy(
            d -> {
              assertThat(d.metric()).isEqualTo(Metric.GROSS_MARGIN);
              assertThat(d.rose()).isFalse();
              assertThat(d.themes()).containsExactly("servers", "depreciation");
            })
        .anySatisfy(
            d -> {
              assertThat(d.metric()).isEqualTo(Metric.REVENUE);
              assertThat(d.rose()).isTrue();
              assertThat(d.themes()).startsWith("ai");
            });
  }

  @Test
  void sameDocument_readTwice_givesTheSameEventsInOrder() {
    byte[] bytes = Documents.sample("KC/2026-05-27-6-K.txt");
    List<DocumentEvent> once =
        new EventReader().read(Documents.of(bytes), DocumentSummary.Kind.RESULTS);

    assertThat(new EventReader().read(Documents.of(bytes), DocumentSummary.Kind.RESULTS))
        .isEqualTo(once);
    assertThat(once).isSortedAccordingTo(java.util.Comparator.comparing(e -> e.passage().span()));
  }

  @Test
  void unreadableDocument_tellsNothing() {
    byte[] bytes =
        "{\"title\":\"T\",\"body\":\"Shares f\u00e9ll 5%. Sh\u00e4res fell 5%.\"}"
            .getBytes(StandardCharsets.ISO_8859_1);
    var read =
        (dev.afterbell.filing.JsonArticle.Outcome.Read)
            dev.afterbell.filing.JsonArticle.read(bytes);

    assertThat(read.filing().readable()).isFalse();
    assertThat(new EventReader().read(read.filing(), DocumentSummary.Kind.ARTICLE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "(“Company”) and Acme entered into an agreement until May 3 2024 RMB5 million cap,CONTRACT",
    "shares fell 5% down 5% up,ARTICLE",
    "revenue increased due to a record for the first time,RESULTS",
    "the board approved a share repurchase and declared a dividend,OTHER"
  })
  void textThatNeverEnds_isReadInBoundedTime(String words, DocumentSummary.Kind kind) {
    String endless = (words + " ").repeat(20_000);

    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          new EventReader().read(Documents.article("T", endless), kind);
          ToneReader.read(Documents.article("T", endless));
        });
  }

  @Test
  void everyTheme_isFoundByItsOwnNounAndWordedForTheWriter() {
    assertThat(Themes.keys()).hasSizeGreaterThan(50);
    for (String key : Themes.keys()) {
      Themes.Theme theme = Themes.theme(key);
      assertThat(theme.noun()).isNotBlank();
      assertThat(theme.burden()).doesNotContain(" burden");
      assertThat(theme.key()).matches("[a-z_]+");
    }
  }

  private static List<Driver> drivers(String text) {
    return only(
        new EventReader().read(Documents.of(text), DocumentSummary.Kind.RESULTS), Driver.class);
  }

  private static List<Milestone> milestones(String text) {
    return only(
        new EventReader().read(Documents.of(text), DocumentSummary.Kind.RESULTS), Milestone.class);
  }

  private static List<CorporateEventKind> corporate(String text) {
    return only(
            new EventReader().read(Documents.of(text), DocumentSummary.Kind.OTHER),
            CorporateEvent.class)
        .stream()
        .map(CorporateEvent::kind)
        .toList();
  }

  private static List<ReactionClaim> claims(String title, String body) {
    return only(
        new EventReader().read(Documents.article(title, body), DocumentSummary.Kind.ARTICLE),
        ReactionClaim.class);
  }

  private static <T extends DocumentEvent> List<T> only(List<DocumentEvent> events, Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}

package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentEvent.RevenueShare;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of notes, risk factors and releases on who brings revenue, and their doubles. */
class RevenueShareTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          During the quarter, one customer accounted for 23% of total revenue.                                                                 | one customer                     | 23
          Customer A represented approximately 31% and 27% of net revenues for the quarters ended June 30, 2026 and 2025, respectively.         | Customer A                       | 31
          Customer C represented 18%, 22% and 36% of revenue in 2024, 2025 and 2026, respectively.                                              | Customer C                       | 36
          In the second quarter our largest customer contributed 42% of revenues.                                                               | our largest customer             | 42
          Revenue from Larch and its ecosystem reached RMB691.1 million, accounting for 26% of total revenues.                                  | Larch and its ecosystem          | 26
          Revenues from Orchard Group increased by 45% year-over-year to RMB91.2 million, representing 21.5% of the Company's total revenues.   | Orchard Group                    | 21.5
          Approximately 38 percent of our net sales came from our largest distributor.                                                          | our largest distributor          | 38
          We derived 44.5% of our revenues from a single customer in the semiconductor industry.                                                | a single customer                | 44.5
          Sales to Bellweather Stores, our largest customer, were 29% of net sales for the first half of 2026.                                  | Bellweather Stores               | 29
          Net sales to Customer B were $45.2 million, or 24% of consolidated net sales.                                                         | Customer B                       | 24
          Sales to Harrowgate accounted for 33% of our net sales in the quarter.                                                                | Harrowgate                       | 33
          Harrowgate, a related party, represented 27% of the Group's revenue.                                                                  | Harrowgate                       | 27
          Our parent company and its subsidiaries accounted for 51% of total revenue.                                                           | Our parent company and its subsidiaries | 51
          One payer and its affiliates represented 34% of our revenue for the six months ended June 30, 2026.                                   | One payer and its affiliates     | 34
          The Company's largest tenant contributed 25% of revenue.                                                                              | The Company's largest tenant     | 25
          Royalties under licence agreements fell; one licensee accounted for approximately 61% of revenue.                                      | one licensee                     | 61
          We had one charterer that accounted for more than 40% of our revenues in the quarter.                                                 | one charterer                    | 40
          More than half of our revenue was derived from one off-taker.                                                                         | one off-taker                    | 50
          Two customers accounted for 23% and 15% of revenue.                                                                                   | one of Two customers             | 23
          Two distributors each accounted for 21% of net sales.                                                                                 | each of Two distributors         | 21
          Customer A and Customer B represented 12% and 28% of net revenues, respectively.                                                      | Customer B                       | 28
          A related party accounted for 35% of total revenue, compared with 38% in the prior-year quarter.                                      | A related party                  | 35
          One of our customers accounted for 20% of total revenues and 31% of accounts receivable.                                              | One of our customers             | 20
          Revenues from Larch and the Alder ecosystem were RMB81.1 million, up 61.8% from RMB50.2 million in the same quarter of 2025, and contributed 30.0% of total revenues. | Larch and the Alder ecosystem | 30.0
          24% of our net sales were to one customer.                                                                                            | one customer                     | 24
          """)
  void sentence_thatNamesOneParty_isAShare(String sentence, String party, String percent) {
    assertThat(shares(sentence))
        .as(sentence)
        .extracting(RevenueShare::party, s -> s.percent().toPlainString())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(party, percent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Two customers each accounted for more than 10% of revenue.",
        "One customer accounted for more than 10% of revenue.",
        "Our top five customers accounted for 60% of revenue.",
        "Five customers accounted for 60% of revenue.",
        "Our five largest customers together represented 48% of total revenues.",
        "Customer A and Customer B accounted for 40% of revenue.",
        "No customer accounted for more than 10% of revenue.",
        "No single customer represented 20% of our revenue.",
        "Other than as stated, none of our customers contributed 25% of revenue.",
        "Not one customer accounted for 20% of revenue.",
        "One customer accounted for 31% of accounts receivable.",
        "Receivables from one customer represented 28% of total receivables and revenue rose.",
        "In the prior-year quarter, one customer accounted for 23% of revenue.",
        "One customer accounted for 23% of revenue in the same period of last year.",
        "One customer accounted for 23% of total revenue for the three months ended June 30, 2025.",
        "In 2024, our largest customer contributed 42% of revenues.",
        "Cloud accounted for 60% of revenue.",
        "Revenue from public cloud services was RMB1.2 billion, accounting for 60% of total"
            + " revenues.",
        "Sales to Europe accounted for 44% of net sales.",
        "Sales to North America represented 61% of our revenue.",
        "Sales to OEMs were 55% of net sales.",
        "Revenue from products and services transferred to customers over time accounted for 80%"
            + " and 81% of our revenue.",
        "Revenues from customers outside the U.S. represented 26 percent of net sales.",
        "Online sales, which consist of sales delivered to customer locations, represented 24.4% of"
            + " net sales.",
        "We added 600 new customer sites, which represented more than 33% of our annual revenue.",
        "One customer accounted for 60% of revenue in our Components segment.",
        "One customer accounted for 60% of segment revenue.",
        "One customer accounted for 60% of our revenue growth.",
        "Our largest customer signed in our cloud business, and cloud accounted for 60% of"
            + " revenue.",
        "One customer may account for 25% of revenue, and a new customer could represent 30% of"
            + " revenue.",
        "Two customers accounted for 40% and 38% of revenue for the quarters ended June 30, 2026"
            + " and 2025, respectively.",
        "Subscriptions made up 90% of revenue and our largest customer renewed for three years.",
        "Each customer contributed 1% of revenue on average.",
        "Our competitor's largest customer accounted for 30% of its revenue.",
        "Customer deposits were 25% of sales.",
        "60% of our revenue came from cloud, thanks to our largest customer.",
        "Acme Medical, which we acquired, accounted for 30% of revenue from one customer.",
      })
  void sentence_thatOnlySoundsAlike_isNone(String sentence) {
    assertThat(shares(sentence)).as(sentence).isEmpty();
  }

  @Test
  void share_ofANamedPeriod_hasItsLastDayAndTheBytesOfTheFigure() {
    String text =
        "For the three months ended June 30, 2026 and 2025, one customer accounted for 19% and 33%"
            + " of revenue, respectively.";

    RevenueShare share = shares(text).get(0);

    assertThat(share.percent()).isEqualByComparingTo("19");
    assertThat(share.passage().quote()).isEqualTo("19%");
    assertThat(share.period().orElseThrow())
        .isEqualTo(
            new FactPeriod(
                FactPeriod.Kind.QTD,
                Optional.of(LocalDate.of(2026, 4, 1)),
                Optional.of(LocalDate.of(2026, 6, 30))));
    assertThat(shares("One customer accounted for 23% of revenue.").get(0).period()).isEmpty();
  }

  private static List<RevenueShare> shares(String sentence) {
    return new EventReader()
            .read(
                Documents.of(sentence),
                DocumentSummary.Kind.RESULTS,
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 6, 30)))
            .stream()
            .filter(RevenueShare.class::isInstance)
            .map(RevenueShare.class::cast)
            .toList();
  }
}

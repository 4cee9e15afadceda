package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentEvent.CorporateEvent;
import dev.afterbell.evidence.DocumentEvent.CorporateEventKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of 8-K items, 6-K announcements and releases, and those that only sound alike. */
class CorporateReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          On May 6, 2025, the Board of Directors approved a new share repurchase program of up to $200 million.                  | BUYBACK
          The company increased its existing stock repurchase authorization by $500 million.                                     | BUYBACK
          The board authorized the repurchase of up to 5,000,000 units of the partnership.                                       | BUYBACK
          During the quarter, the bank repurchased 310,000 shares at an average price of $41.20.                                 | BUYBACK
          The issuer bought back 1,200,000 ordinary shares on the Stock Exchange on June 3, 2025.                                | BUYBACK
          On June 2, 2025, the company entered into an accelerated share repurchase agreement with a dealer.                     | BUYBACK
          The Board has resolved to declare an interim dividend of HK$0.12 per ordinary share.                                   | DIVIDEND
          The board declared a quarterly cash dividend of $0.31 per share, payable on September 2, 2025.                         | DIVIDEND
          The trustees declared a monthly distribution of C$0.08 per unit.                                                       | DIVIDEND
          The Board recommends a final dividend of RMB0.35 per share for the year ended December 31, 2024.                       | DIVIDEND
          The company will pay its next quarterly dividend of $0.04 per share on September 30, 2025.                             | DIVIDEND
          The miner suspended its quarterly dividend to preserve cash.                                                           | DIVIDEND
          Directors approved a special distribution of $1.50 per share.                                                          | DIVIDEND
          Ms. Okafor has been appointed as Chief Financial Officer effective July 1, 2025.                                       | MANAGEMENT_CHANGE
          The chief executive officer will step down on August 31, 2025.                                                         | MANAGEMENT_CHANGE
          Mr. Lindqvist notified the company that he will resign as Chief Operating Officer.                                     | MANAGEMENT_CHANGE
          The Board announces that Mr. Chan has tendered his resignation as an executive director with effect from June 1, 2025. | MANAGEMENT_CHANGE
          Dr. Wong has been appointed as an independent non-executive director of the Company.                                   | MANAGEMENT_CHANGE
          The shareholders elected three nominees, and the board named Ana Ruiz as chair.                                        | MANAGEMENT_CHANGE
          The company recorded a goodwill impairment charge of $84 million in its packaging segment.                             | IMPAIRMENT
          On May 9, 2025, management concluded that a material charge for impairment of the refinery is required.                | IMPAIRMENT
          We recognized an impairment loss on the vessel of $7.3 million.                                                        | IMPAIRMENT
          Results include the write-down of inventory held for the closed stores.                                                | IMPAIRMENT
          The audit committee concluded that the financial statements for 2024 should no longer be relied upon.                  | RESTATEMENT
          The company will restate its previously issued financial statements for the first quarter of 2025.                     | RESTATEMENT
          The financial statements for the three quarters of 2024 will be restated.                                              | RESTATEMENT
          The company announced the pricing of an underwritten public offering of 4,000,000 common shares.                       | OFFERING
          On June 5, 2025, the company completed a private placement of $30 million of its common stock.                         | OFFERING
          The Company entered into the placing agreement for the issue of 50,000,000 new shares under the general mandate.       | OFFERING
          The utility priced a $400 million notes offering due 2035.                                                             | OFFERING
          """)
  void sentence_thatAnnounces_isAnEvent(String sentence, CorporateEventKind kind) {
    assertThat(kinds(sentence)).as(sentence).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We may repurchase shares from time to time, depending on market conditions.",
        "Our board could suspend the dividend at any time.",
        "The repurchase program does not obligate the company to repurchase any shares.",
        "We intend to pay dividends in line with our dividend policy.",
        "The company paid cash dividends of $134 million during the first quarter of 2025.",
        "Payments of dividends were $12 million in the first half.",
        "Our credit agreement restricts our ability to pay dividends and repurchase stock.",
        "Dividends received from associates were $4 million.",
        "In 2019, the board authorized a share repurchase program of $100 million.",
        "The company recorded an impairment charge of $55 million during 2022.",
        "On March 3, 2020, Mr. Ortega was appointed Chief Executive Officer.",
        "In 2021 we completed a public offering of 3,000,000 shares.",
        "There were no impairment charges in the second quarter.",
        "Goodwill is tested for impairment every year in the fourth quarter.",
        "Adjusted EBITDA excludes impairment charges and restructuring costs.",
        "The SEC adopted rules on share repurchase disclosure of up to five days.",
        "Securities sold under repurchase agreements increased to $90 million.",
        "Shares withheld for taxes were repurchased at fair value for stock units.",
        "Ms. Bauer, who previously served as chief financial officer of a retailer, was appointed.",
        "This is neither an offer to sell nor a public offering of securities.",
        "The Amended and Restated Credit Agreement was signed with the lenders.",
        "Prior periods were restated to conform to the current presentation of financial statements.",
        "The board declared a dividend of one preferred share purchase right for each share.",
        "Net cash used in financing activities includes dividends and repurchases.",
        "The dividend yield of the index was 2%.",
        "Revenue per share of the fund rose.",
        "If our chief executive officer resigned, our business might suffer.",
        "The auditors tested the offering price allocation.",
      })
  void sentence_thatOnlySoundsAlike_isNone(String sentence) {
    assertThat(kinds(sentence)).as(sentence).isEmpty();
  }

  private static List<CorporateEventKind> kinds(String sentence) {
    return new EventReader()
            .read(
                Documents.of(sentence),
                DocumentSummary.Kind.OTHER,
                Optional.empty(),
                Optional.of(LocalDate.of(2025, 6, 30)))
            .stream()
            .filter(CorporateEvent.class::isInstance)
            .map(e -> ((CorporateEvent) e).kind())
            .toList();
  }
}

package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.filing.Filing;
import dev.afterbell.filing.FilingReader;
import dev.afterbell.filing.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short documents of many kinds, by title and first paragraph. */
class DocumentKindTest {

  private static final String PLACE = "DENVER, August 6, 2025 – ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fennel Markets Reports Second Quarter 2025 Results | Fennel Markets today reported net sales of $1.20 billion for the quarter ended June 30, 2025. | RESULTS
          Fennel Markets Announces First Half Results | For the six months ended June 30, 2025, revenue was €410 million. Net income was €22 million. | RESULTS
          Kelp Logistics Announces Unaudited Second Quarter 2025 Financial Results | Total revenues were RMB730.0 million for the quarter ended June 30, 2025. | RESULTS
          Interim Results Announcement for the Six Months Ended 30 June 2025 | Revenue was HK$812.0 million for the six months ended 30 June 2025. Profit for the period was HK$61.0 million. | RESULTS
          Letter to Shareholders, Second Quarter 2025 | Revenue was $88.0 million for the quarter ended June 30, 2025. Net income was $9.1 million. | RESULTS
          Basalt Bancorp, Inc. Announces Earnings for the Second Quarter of 2025 | Net income for the quarter ended June 30, 2025 was $12.4 million. Net interest income was $41.3 million. | RESULTS
          Marl Cement Posts Record Quarterly Profit | Net income was $31.0 million for the quarter ended June 30, 2025. | RESULTS
          Sedge Therapeutics Reports Second Quarter 2025 Financial Results and Provides Corporate Update | Net loss was $15.2 million for the quarter ended June 30, 2025. | RESULTS
          Fennel Markets to Report Second Quarter 2025 Results on August 20, 2025 | Fennel Markets will release its results before the market opens. | NOTICE
          Fennel Markets Schedules Second Quarter 2025 Earnings Conference Call | The call will be held at 9 a.m. on August 20, 2025. | NOTICE
          Fennel Markets Sets Date for Second Quarter 2025 Earnings Release | Results will be released on August 20, 2025. | NOTICE
          Fennel Markets Announces Date of Second Quarter 2025 Results | The company will announce its results on August 20, 2025. | NOTICE
          Kelp Logistics Will Announce Second Quarter 2025 Financial Results on August 20 | The earnings call will take place on August 20, 2025. | NOTICE
          Date of Board Meeting | The board of directors of Kelp Logistics will hold a meeting on 20 August 2025 to approve the interim results for the six months ended 30 June 2025. | NOTICE
          Notice of Board Meeting | A meeting of the board will be held on 20 August 2025 for the purpose of considering the interim results and their publication. | NOTICE
          Fennel Markets to Host Second Quarter 2025 Earnings Webcast | A webcast will be held on August 20, 2025. | NOTICE
          Fennel Markets Announces Timing of Its Second Quarter Results | Results will be published after the close on August 20, 2025. | NOTICE
          Fennel Markets Reports May Sales Results | Net sales were $1.20 billion for the four weeks ended June 1, 2025. | OTHER
          Fennel Markets Reports Holiday Sales | Sales for the nine weeks ended January 4, 2025 rose 4%. | OTHER
          Kelp Airways Reports July Traffic | Passengers rose 5% in July 2025. | OTHER
          Harrier Motors Announces July 2025 Deliveries | The company delivered 31,205 vehicles in July 2025. | OTHER
          Harrier Motors Announces Second Quarter 2025 Production and Deliveries | The company produced 91,020 vehicles and delivered 88,310 vehicles in the quarter. | OTHER
          Poll Results of the Annual General Meeting | All resolutions were duly passed by way of poll at the annual general meeting held on 12 June 2025. | OTHER
          Fennel Markets Announces Results of Its Annual Meeting of Shareholders | Shareholders elected all directors. | OTHER
          Fennel Markets Declares Quarterly Dividend | The board declared a quarterly cash dividend of $0.12 per share. | OTHER
          Fennel Markets Announces New Share Repurchase Program | The board authorized a repurchase of up to $50 million of shares. | OTHER
          Profit Warning | The board informs shareholders that the group is expected to record a loss for the six months ended 30 June 2025 of between HK$20 million and HK$30 million. | OTHER
          Positive Profit Alert | The group is expected to record a profit of not less than RMB50 million for the six months ended 30 June 2025. | OTHER
          Fennel Markets Appoints New Chief Financial Officer | Ms. Ito has been appointed as Chief Financial Officer. | OTHER
          Fennel Markets to Present at the Autumn Investor Conference | Management will present on September 9, 2025. | OTHER
          Fennel Markets Announces Pricing of Senior Notes Offering | The notes will bear interest at 5.5%. | OTHER
          Sedge Therapeutics Announces Topline Results of Its Phase 3 Study | The study met its primary endpoint. | OTHER
          Fennel Markets Increases Quarterly Dividend by 8% | Fennel Markets had net sales of $4.10 billion and net income of $190 million, or $3.40 per diluted share, in 2024. | OTHER
          Kelp Logistics Appoints Ana Ruiz as Chief Financial Officer | She starts in the third quarter. For the quarter ended March 31, 2025, Kelp Logistics reported revenue of $52.1 million and a net loss of $8.0 million. | OTHER
          Basalt Bancorp Announces $50 Million Share Repurchase Authorization | Net income for the first quarter of 2025 was $21.0 million. | OTHER
          Marl Cement to Acquire Quarry Minerals | Quarry Minerals had revenue of $410 million for the year ended December 31, 2024. The purchase should close in the third quarter of 2025. | OTHER
          Basalt Bancorp Announces Second Quarter Earnings and Declares Dividend | Net income for the quarter ended June 30, 2025 was $12.4 million. | RESULTS
          Fennel Markets Names Two Directors | The board elected two directors. | OTHER
          Monthly Return on Movements in Securities | For the month ended 31 July 2025. | OTHER
          Next Day Disclosure Return | The company repurchased 200,000 shares on 5 August 2025. | OTHER
          Fennel Markets Publishes Its Sustainability Report | The report describes the energy use of stores. | OTHER
          Sedge Therapeutics Reports Phase 2 Trial Results | Net income effects are not known for the quarter ended June 30, 2025. | OTHER
          Quarry Minerals Announces Drill Results at Its Northern Project | Hole 14 returned 12.0 metres at 2.1 grams of gold. | OTHER
          Continuing Connected Transactions: Revision of Annual Caps | On 5 August 2025, the Company entered into a supplemental agreement with Harbour Group to revise the annual caps. | CONTRACT
          Fennel Markets Enters Into Material Definitive Agreement | On August 5, 2025, Fennel Markets entered into a credit agreement with its lenders. | CONTRACT
          Discloseable Transaction: Supply Agreement | On 5 August 2025, the Company entered into a supply agreement with a customer. | CONTRACT
          Renewal of Continuing Connected Transactions | On 5 August 2025, the Company entered into a renewed framework agreement with its parent. | CONTRACT
          """)
  void document_byTitleAndLead_isOfItsKind(String title, String lead, DocumentSummary.Kind kind) {
    Extraction extraction = extract("<h1>" + title + "</h1><p>" + PLACE + lead + "</p>");

    assertThat(extraction.document().kind()).as(title).isEqualTo(kind);
    if (kind != DocumentSummary.Kind.RESULTS) {
      assertThat(extraction.facts()).as(title).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Item 2.02 Results of Operations and Financial Condition | On August 6, 2025, the registrant issued a press release announcing its results for the quarter ended June 30, 2025. | RESULTS
          Item 12. Results of Operations and Financial Condition  | On August 6, 2003, the registrant issued a press release on its results.                                        | RESULTS
          Item 1.01 Entry into a Material Definitive Agreement    | On August 5, 2025, the registrant entered into a lease agreement with a landlord.                               | CONTRACT
          Item 1.02 Termination of a Material Definitive Agreement | The registrant terminated its credit agreement on August 5, 2025.                                              | CONTRACT
          Item 2.05 Costs Associated with Exit or Disposal Activities | The board approved a plan to close two plants.                                                              | OTHER
          Item 2.06 Material Impairments                          | The registrant concluded that a material charge for impairment is required.                                     | OTHER
          Item 4.01 Changes in Registrant's Certifying Accountant | The audit committee dismissed its independent accountant.                                                       | OTHER
          Item 4.02 Non-Reliance on Previously Issued Financial Statements | The statements should no longer be relied upon.                                                        | OTHER
          Item 5.02 Departure of Directors or Certain Officers    | The chief financial officer resigned on August 5, 2025.                                                         | OTHER
          Item 5.07 Submission of Matters to a Vote of Security Holders | The results of the vote are below.                                                                        | OTHER
          Item 7.01 Regulation FD Disclosure                      | The registrant posted a presentation for investors on its site.                                                 | OTHER
          Item 8.01 Other Events                                  | The board declared a quarterly dividend of $0.10 per share.                                                     | OTHER
          """)
  void currentReport_byItsItem_isOfItsKind(String item, String lead, DocumentSummary.Kind kind) {
    Extraction extraction =
        extract(
            "<p>FORM 8-K</p><p>CURRENT REPORT</p><p>Pursuant to Section 13 of the Securities"
                + " Exchange Act</p><p>Sorrel Foods, Inc.</p><p>"
                + item
                + "</p><p>"
                + lead
                + "</p>");

    assertThat(extraction.document().kind()).as(item).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          â€œRevenueâ€\u009d Ã¢â‚¬â€œ Ã©tÃ© Ã¢â‚¬Å“ Â£ Â© Ã¼ Ã± â€” Ã¡ â€¦
          (cid:51)(cid:72)(cid:81)(cid:71)(cid:3)(cid:36)(cid:70)(cid:87)(cid:17)
          5HYHQXH ZDV PLOOLRQ LQ WKH VHFRQG TXDUWHU HQGHG -XQH DQG QHW LQFRPH ZDV PLOOLRQ
          R e v e n u e w a s $ 1 2 . 0 m i l l i o n i n t h e q u a r t e r e n d e d J u n e 3 0 , 2 0 2 5
          """)
  void garbageTextLayer_isUnreadable_andYieldsNothing(String garbage) {
    byte[] bytes = (garbage + "\n").repeat(60).getBytes(StandardCharsets.UTF_8);
    Reading reading = new FilingReader().read(bytes);

    if (reading instanceof Reading.Read read) {
      Extraction extraction = FilingExtractor.extract(read.filing(), ExtractionContext.NONE);
      assertThat(extraction.document().readable()).as(garbage).isFalse();
      assertThat(extraction.facts()).isEmpty();
      assertThat(extraction.guidance()).isEmpty();
      assertThat(extraction.events()).isEmpty();
      assertThat(extraction.gaps()).isEmpty();
    }
  }

  @Test
  void quarterlyReport_withAStatement_isResults() {
    Extraction extraction =
        extract(
            "<p>FORM 10-Q</p><p>For the quarterly period ended June 30, 2025</p><p>Sorrel Foods,"
                + " Inc.</p><p>Condensed Consolidated Statements of Operations</p><p>(in"
                + " thousands)</p><table><tr><td></td><td>Three Months Ended June 30, 2025</td>"
                + "<td>Three Months Ended June 30, 2024</td></tr><tr><td>Net sales</td>"
                + "<td>$120,310</td><td>$101,220</td></tr><tr><td>Net income</td><td>12,004</td>"
                + "<td>9,871</td></tr></table>");

    assertThat(extraction.document().kind()).isEqualTo(DocumentSummary.Kind.RESULTS);
  }

  @Test
  void numberOfAnExhibit_isNoTitle() {
    Filing filing =
        Documents.of(
            "<html><body><p>Exhibit 99.1</p><p>Merganser Holdings Limited Unaudited Information"
                + " </p></body></html>");

    assertThat(FilingExtractor.extract(filing, ExtractionContext.NONE).document().title())
        .contains("Merganser Holdings Limited Unaudited Information");
  }

  @Test
  void languageWithAFewWrongCharacters_isStillReadable() {
    String text =
        "The companyâ€™s revenue was $12.0 million in the quarter, and plan A and plan B were kept."
            + " Each of the stores in the region sold more than in the year before. ";

    assertThat(Documents.of(text.repeat(20)).readable()).isTrue();
  }

  private static Extraction extract(String body) {
    return FilingExtractor.extract(
        Documents.of("<html><body>" + body + "</body></html>"), ExtractionContext.NONE);
  }
}

package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentEvent.AddedScope;
import dev.afterbell.evidence.DocumentEvent.AnnualCap;
import dev.afterbell.evidence.DocumentEvent.ContractAction;
import dev.afterbell.evidence.DocumentEvent.ContractEvent;
import dev.afterbell.filing.Filing;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Announcements of several industries, all written for these tests. */
class ContractReaderTest {

  private static final String AIRPORT =
      """
      <html><body>
      <p><b>Orchard Duty Free Holdings Limited</b></p>
      <p><b>CONTINUING CONNECTED TRANSACTIONS: REVISION OF ANNUAL CAPS UNDER THE RETAIL CONCESSION AGREEMENT</b></p>
      <p>On 14 March 2024, Orchard Duty Free Holdings Limited (the “Company”) and Harbour City Airport Authority
      (the “Authority”) entered into a second supplemental agreement (the “Second Supplemental Agreement”) to the
      Retail Concession Agreement.</p>
      <p>The Authority holds approximately 22.5% of the issued shares of the Company and is therefore a connected
      person of the Company.</p>
      <p><b>Annual caps</b></p>
      <p>(HK$ in thousands)</p>
      <table>
      <tr><td></td><td colspan="3">For the year ending 30 June</td></tr>
      <tr><td></td><td>2024</td><td>2025</td><td>2026</td></tr>
      <tr><td>Existing annual caps for concession fees</td><td>180,000</td><td>190,000</td><td>—</td></tr>
      <tr><td>Revised annual caps for concession fees</td><td>240,500</td><td>265,000</td><td>280,000</td></tr>
      </table>
      <p>The term of the Retail Concession Agreement is extended from 30 June 2025 to 30 June 2026 (both days
      inclusive). The Company will continue to pay rent each month.</p>
      <p>The years in this announcement are years ending 30 June 2024, 2025 and 2026.</p>
      </body></html>
      """;

  @Test
  void airportConcession_capsInRowsAndYearsInColumns_areReadWithScaleAndPair() {
    ContractEvent contract = contract(AIRPORT);

    assertThat(contract.actions()).containsExactly(ContractAction.AMEND, ContractAction.EXTEND);
    assertThat(contract.signed()).contains(LocalDate.of(2024, 3, 14));
    assertThat(contract.counterparty()).contains("Harbour City Airport Authority");
    assertThat(contract.instrument()).contains("Second Supplemental Agreement");
    assertThat(contract.connectedPerson()).isTrue();
    assertThat(contract.holding().orElseThrow().percent()).isEqualByComparingTo("22.5");
    assertThat(contract.caps())
        .extracting(ContractReaderTest::line)
        .containsExactly(
            "concession 2024-06-30 HKD 180000000 -> 240500000",
            "concession 2025-06-30 HKD 190000000 -> 265000000",
            "concession 2026-06-30 HKD none -> 280000000");
    assertThat(contract.extensions())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.subject()).isEqualTo("retail concession");
              assertThat(e.until()).isEqualTo(LocalDate.of(2026, 6, 30));
              assertThat(e.passage().quote()).isEqualTo("30 June 2026");
            });
  }

  @Test
  void everyPassage_ofACap_pointsAtItsFigure() {
    byte[] bytes = AIRPORT.getBytes(StandardCharsets.UTF_8);

    for (AnnualCap cap : contract(AIRPORT).caps()) {
      assertThat(Documents.bytes(bytes, cap.passage().span())).isEqualTo(cap.passage().quote());
      cap.previous()
          .ifPresent(
              p ->
                  assertThat(Documents.bytes(bytes, p.passage().span()))
                      .isEqualTo(p.passage().quote()));
    }
  }

  @Test
  void pharmaSupply_capsInProseListedRespectively_arePairedWithTheirYears() {
    ContractEvent contract =
        contract(
            """
            Alder Biologics Co., Ltd.

            RENEWAL OF CONTINUING CONNECTED TRANSACTIONS

            On December 5, 2023, Alder Biologics Co., Ltd. (the "Company") entered into the 2024 API Supply
            Agreement with Quince Pharma Group Limited ("Quince Pharma"), pursuant to which the Company renewed
            the supply of active ingredients for a term commencing on January 1, 2024 and ending on December 31, 2026.

            The annual caps for the supply of active ingredients are US$12.5 million, US$14 million and
            US$16.2 million for the years ending December 31, 2024, 2025 and 2026, respectively.

            The historical amounts were US$9.1 million for the year ended December 31, 2022.

            Quince Pharma is a controlling shareholder of the Company.
            """);

    assertThat(contract.actions()).contains(ContractAction.RENEW);
    assertThat(contract.counterparty()).contains("Quince Pharma");
    assertThat(contract.instrument()).contains("2024 API Supply Agreement");
    assertThat(contract.caps())
        .extracting(ContractReaderTest::line)
        .containsExactly(
            "active ingredients 2024-12-31 USD none -> 12500000",
            "active ingredients 2025-12-31 USD none -> 14000000",
            "active ingredients 2026-12-31 USD none -> 16200000");
    assertThat(contract.extensions())
        .extracting(e -> e.until().toString())
        .containsExactly("2026-12-31");
    assertThat(contract.connectedPerson()).isTrue();
  }

  @Test
  void bankServices_termsInATable_areRead() {
    ContractEvent contract =
        contract(
            """
            <html><body>
            <p><b>SUPPLEMENTAL AGREEMENT TO THE MASTER SERVICES AGREEMENT</b></p>
            <table>
            <tr><td>Date</td><td>8 May 2025</td></tr>
            <tr><td>Parties</td><td>(1) Larch Bank plc; and (2) Rowan Systems Limited</td></tr>
            <tr><td>Additional services</td><td>IT disaster recovery services, including cold standby; 24/7 desk</td></tr>
            <tr><td>Term of the Master Services Agreement</td><td>extended from 31 March 2026 until 31 March 2029</td></tr>
            <tr><td>Annual caps</td><td>£4.0 million for the year ending 31 March 2026 and £4.5 million for the year ending 31 March 2027</td></tr>
            </table>
            <p>Larch Bank plc (the “Company”) announces that it has signed a supplemental agreement with Rowan Systems
            Limited. Rowan Systems is independent of and not connected with the Company or any connected person.</p>
            </body></html>
            """);

    assertThat(contract.signed()).contains(LocalDate.of(2025, 5, 8));
    assertThat(contract.counterparty()).contains("Rowan Systems");
    assertThat(contract.connectedPerson()).isFalse();
    assertThat(contract.added())
        .extracting(AddedScope::what)
        .containsExactly("IT disaster recovery services");
    assertThat(contract.extensions())
        .extracting(e -> e.subject() + " " + e.until())
        .containsExactly("master services 2029-03-31");
    assertThat(contract.caps())
        .extracting(c -> c.period().end().orElseThrow() + " " + c.revised() + " " + c.unit())
        .containsExactly("2026-03-31 4000000 GBP", "2027-03-31 4500000 GBP");
  }

  @Test
  void item101_ofAnEightK_yieldsPartiesInstrumentAndAction() {
    ContractEvent contract =
        contract(
            """
            Juniper Robotics, Inc.
            (Exact name of registrant as specified in its charter)

            Item 1.01 Entry into a Material Definitive Agreement.

            On September 9, 2025, Juniper Robotics, Inc. ("Juniper") entered into a Manufacturing Services Agreement
            (the "MSA") with Cedar Precision Works LLC, a Texas limited liability company ("Cedar Precision"). The MSA
            may be terminated by either party on ninety days' notice. There is no material relationship between
            Juniper and Cedar Precision other than in respect of the MSA.
            """);

    assertThat(contract.actions()).containsExactly(ContractAction.ENTER);
    assertThat(contract.signed()).contains(LocalDate.of(2025, 9, 9));
    assertThat(contract.counterparty()).contains("Cedar Precision");
    assertThat(contract.instrument()).contains("Manufacturing Services Agreement");
    assertThat(contract.connectedPerson()).isFalse();
    assertThat(contract.caps()).isEmpty();
    assertThat(contract.passage().quote()).startsWith("On September 9, 2025").endsWith(".");
  }

  @Test
  void item102_ofAnEightK_isATermination() {
    ContractEvent contract =
        contract(
            """
            Item 1.02 Termination of a Material Definitive Agreement.

            On February 3, 2025, Birch Foods Corp. (the "Company") terminated the Distribution Agreement dated
            June 1, 2019 with Spruce Logistics Inc. ("Spruce").
            """);

    assertThat(contract.actions()).containsExactly(ContractAction.TERMINATE);
    assertThat(contract.signed()).contains(LocalDate.of(2025, 2, 3));
    assertThat(contract.counterparty()).contains("Spruce");
    assertThat(contract.instrument()).contains("Distribution Agreement");
  }

  @Test
  void scopeExpansion_inProse_isAnAddition() {
    ContractEvent contract =
        contract(
            """
            AMENDMENT TO LICENSE AGREEMENT

            On July 1, 2024, Maple Genomics Inc. (the "Company") and Willow Therapeutics AG ("Willow") entered into
            Amendment No. 2 to the License Agreement to expand the scope to include pediatric indications in Europe.
            The parties added companion diagnostics to the scope of the License Agreement.
            """);

    assertThat(contract.actions()).containsExactly(ContractAction.AMEND);
    assertThat(contract.instrument()).contains("Amendment No. 2 to the License Agreement");
    assertThat(contract.added())
        .extracting(AddedScope::what)
        .containsExactly("pediatric indications", "companion diagnostics");
  }

  @Test
  void bareDollars_besideAnotherDollar_giveNoCap() {
    String text =
        """
        REVISION OF ANNUAL CAP

        On June 2, 2024, Elm Ltd (the "Company") signed a supplemental agreement with Ash Corp ("Ash").
        The annual cap for logistics services was revised from $2 million to $3 million for the year ending
        December 31, 2024.%s
        """;

    assertThat(contract(text.formatted("")).caps())
        .extracting(ContractReaderTest::line)
        .containsExactly("logistics services 2024-12-31 USD 2000000 -> 3000000");
    assertThat(contract(text.formatted(" Fees are paid in HK$ or C$.")).caps()).isEmpty();
  }

  @Test
  void partsOfATotal_areNoCapsOfTheirOwn() {
    ContractEvent contract =
        contract(
            """
            <html><body><p><b>REVISION OF ANNUAL CAPS</b></p>
            <p>On June 2, 2024, Elm Ltd (the “Company”) signed a supplemental agreement with Ash Corp (“Ash”).</p>
            <table>
            <tr><td></td><td>Previous cap RMB million Year ending December 31, 2024</td><td>Revised cap RMB million Year ending December 31, 2024</td></tr>
            <tr><td>Sea freight</td><td>10</td><td>12</td></tr>
            <tr><td>Air freight</td><td>5</td><td>8</td></tr>
            <tr><td>Total freight</td><td>15</td><td>20</td></tr>
            <tr><td>Storage</td><td>3</td><td>4</td></tr>
            </table></body></html>
            """);

    assertThat(contract.caps())
        .extracting(ContractReaderTest::line)
        .containsExactly(
            "freight 2024-12-31 CNY 15000000 -> 20000000",
            "storage 2024-12-31 CNY 3000000 -> 4000000");
  }

  @Test
  void sampleContract_givesWhatItsSnapshotNeeds() {
    Filing filing = Documents.of(Documents.sample("KC/2026-04-23-6-K.txt"));
    ContractEvent contract =
        (ContractEvent) new EventReader().read(filing, DocumentSummary.Kind.CONTRACT).get(0);

    assertThat(contract.counterparty()).contains("Xiaomi");
    assertThat(contract.signed()).contains(LocalDate.of(2026, 4, 23));
    assertThat(contract.actions()).containsExactly(ContractAction.AMEND, ContractAction.EXTEND);
    assertThat(contract.caps())
        .extracting(ContractReaderTest::line)
        .containsExactly(
            "cloud services 2026-12-31 CNY 2270000000 -> 3200000000",
            "cloud services 2027-12-31 CNY 2745000000 -> 4200000000",
            "hardware procurement 2026-12-31 CNY 600000000 -> 1450000000",
            "hardware procurement 2027-12-31 CNY none -> 1680000000");
    assertThat(contract.extensions())
        .extracting(e -> e.subject() + " " + e.until())
        .containsExactly("hardware procurement 2027-12-31");
    assertThat(contract.added())
        .extracting(AddedScope::what)
        .containsExactly("API-related services");
    assertThat(contract.holding().orElseThrow().percent()).isEqualTo(new BigDecimal("10.62"));
    assertThat(contract.connectedPerson()).isTrue();
  }

  private static ContractEvent contract(String text) {
    List<DocumentEvent> events =
        new EventReader().read(Documents.of(text), DocumentSummary.Kind.CONTRACT);
    assertThat(events).hasSize(1);
    return (ContractEvent) events.get(0);
  }

  private static String line(AnnualCap cap) {
    return cap.subject()
        + " "
        + cap.period().end().orElseThrow()
        + " "
        + cap.unit()
        + " "
        + cap.previous().map(p -> p.value().toPlainString()).orElse("none")
        + " -> "
        + cap.revised().toPlainString();
  }
}

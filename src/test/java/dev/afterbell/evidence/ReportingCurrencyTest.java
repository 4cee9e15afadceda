package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document with a bare dollar sign, or with none, reports in. */
class ReportingCurrencyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sales were $12 million. | USD",
        "ABN 00 000 000 000 Appendix 4D. Sales were $12 million. | AUD",
        "ABN 00 000 000 000 Appendix 4E. All amounts are in US dollars. Sales were $12 million. | USD",
        "ABN AMRO lent the company $12 million. | USD",
        "All amounts in Canadian dollars. Sales were $12 million. | CAD",
        "JSE share code: KPV. Sales R'000 6 412 | ZAR",
        "Figures are in millions of Mexican pesos. Sales 31,884 | MXN",
        "(Incorporated in Malaysia) Sales RM'000 212,406 | MYR",
        "Sales in Canadian dollars and in Mexican pesos were $12 million. | USD",
        "ACN 000 000 000, listed on ASX. A New Zealand dollars account. Sales were $12 million. | AUD",
        "A note for holders in Australia on ASX. Sales were $12 million. | USD",
        "Oakes Paper Corporation (TSX: OKP) had sales of $12 million. | CAD",
        "Oakes Paper Corporation (TSX: OKP; NYSE: OKPR) had sales of $12 million. | USD",
        "Oakes Paper Corporation (TSX: OKP) had sales of US$12 million. | USD",
        "Sales 212,406 | ''"
      })
  void find_document_itsCurrency(String text, String currency) {
    assertThat(ReportingCurrency.find(text))
        .isEqualTo(Optional.ofNullable(currency).filter(c -> !c.isEmpty()));
  }
}

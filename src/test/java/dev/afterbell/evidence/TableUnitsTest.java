package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableUnitsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "(in thousands, except per share data)|3|-|false",
        "($ million, except per share data)|6|$|false",
        "Dollars in Millions|6|$|false",
        "RMB'000|3|CNY|false",
        "£m|6|GBP|false",
        "SEK m|6|SEK|false",
        "MSEK|6|SEK|false",
        "TSEK|3|SEK|false",
        "(In ₹ crore, except per equity share data)|7|INR|false",
        "Rs. in lakhs|5|INR|false",
        "Millions of yen|6|JPY|false",
        "(in € million)|6|EUR|false",
        "(In thousands of Canadian dollars)|3|CAD|false",
        "(A$ in millions)|6|AUD|false",
        "(in US$ million, except per share amounts in US cents)|6|USD|true",
        "2024 US cents|-|-|true",
        "(000s omitted)|3|-|false",
        "Number of mills in operation|-|-|false",
        "Sales rose by $5 million|-|$|false",
      })
  void read_textAsIssuersWriteIt_scaleCurrencyAndCents(
      String text, Integer power, String currency, boolean cents) {
    assertThat(TableUnits.read(Wording.of(text)))
        .isEqualTo(
            new TableUnits(Optional.ofNullable(power), Optional.ofNullable(currency), cents));
  }
}

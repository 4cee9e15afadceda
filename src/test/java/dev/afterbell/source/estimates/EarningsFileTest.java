package dev.afterbell.source.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.limit.Limits;
import dev.afterbell.source.estimates.EarningsFile.History;
import dev.afterbell.source.estimates.EarningsFile.Quarter;
import dev.afterbell.source.estimates.EarningsFile.Refused;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarningsFileTest {

  private static final String TWO =
      """
      {"symbol":"ACME","annualEarnings":[],"quarterlyEarnings":[
        {"fiscalDateEnding":"2026-03-31","reportedDate":"2026-05-06","reportedEPS":"0.47",
         "estimatedEPS":"0.52","surprise":"-0.05","surprisePercentage":"-9.6154",
         "reportTime":"pre-market"},
        {"fiscalDateEnding":"2025-12-31","reportedDate":"2026-02-10","reportedEPS":"-0.1",
         "estimatedEPS":"None"}]}
      """;

  @Test
  void read_quarters_standOldestFirst() {
    History history = history(TWO);

    assertThat(history.symbol()).isEqualTo("ACME");
    assertThat(history.quarters())
        .containsExactly(
            new Quarter(
                LocalDate.parse("2025-12-31"),
                Optional.of(LocalDate.parse("2026-02-10")),
                Optional.of(new BigDecimal("-0.1")),
                Optional.empty()),
            new Quarter(
                LocalDate.parse("2026-03-31"),
                Optional.of(LocalDate.parse("2026-05-06")),
                Optional.of(new BigDecimal("0.47")),
                Optional.of(new BigDecimal("0.52"))));
  }

  @Test
  void surprise_isCalculatedHere_andNoneWithoutAnExpectation() {
    History history = history(TWO.replace("\"-0.05\"", "\"9\""));

    assertThat(history.quarters().get(1).surprise()).contains(new BigDecimal("-0.05"));
    assertThat(history.quarters().get(0).surprise()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"None\"", "\"\"", "\" \"", "null", "\"null\""})
  void read_unknownFigure_isNone(String unknown) {
    History history = history(TWO.replace("\"0.47\"", unknown).replace("\"2026-05-06\"", unknown));

    assertThat(history.quarters().get(1).earned()).isEmpty();
    assertThat(history.quarters().get(1).reported()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"0.47\"|\"4.7e1\"|[0].reportedEPS: a number",
        "\"0.47\"|\"about 1\"|[0].reportedEPS: a number",
        "\"2026-05-06\"|\"May 6\"|[0].reportedDate: a day",
        "\"2026-03-31\"|\"None\"|[0]: fiscalDateEnding",
        "\"2025-12-31\"|\"2026-03-31\"|twice",
        "quarterlyEarnings|rows|quarterlyEarnings are expected",
        "\"symbol\":\"ACME\",|''|symbol",
        "{\"symbol\"|{\"symbol|not JSON"
      })
  void read_anotherShape_isRefused(String from, String to, String words) {
    assertThat(refused(TWO.replace(from, to))).contains(words);
  }

  @Test
  void read_moreThanIsRead_isRefused() {
    String rows =
        "{\"fiscalDateEnding\":\"2026-03-31\"},".repeat(Limits.ESTIMATES_MAX)
            + "{\"fiscalDateEnding\":\"2026-03-31\"}";

    assertThat(refused("{\"symbol\":\"ACME\",\"quarterlyEarnings\":[" + rows + "]}"))
        .contains("at most");
    assertThat(EarningsFile.read(new byte[Limits.ESTIMATE_FILE_BYTES_MAX + 1]))
        .isInstanceOf(Refused.class);
  }

  private static History history(String json) {
    return (History) EarningsFile.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String refused(String json) {
    return ((Refused) EarningsFile.read(json.getBytes(StandardCharsets.UTF_8))).message();
  }
}

package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.afterbell.limit.Limits;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchListTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "  "})
  void parse_blank_isNobody(String text) {
    assertThat(WatchList.parse(text)).isEqualTo(WatchList.NOBODY);
  }

  @Test
  void parse_entries_keepTheirOrder() {
    assertThat(WatchList.parse("ACME=1234567, BRK.B = 0000765432").issuers())
        .extracting(w -> w.ticker() + " " + w.cik())
        .containsExactly("ACME 0001234567", "BRK.B 0000765432");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ACME             | TICKER=CIK, not \"ACME\"",
        "ACME=1,          | TICKER=CIK, not \"\"",
        "acme=1           | TICKER=CIK, not \"acme=1\"",
        "ACME=12345678901 | TICKER=CIK",
        "../x=1           | TICKER=CIK",
        "ACME=1,ACME=2    | ACME is to be watched twice",
      })
  void parse_wrongEntry_isNamed(String text, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WatchList.parse(text))
        .withMessageContaining(problem);
  }

  @Test
  void parse_moreThanAreWatched_isRefused() {
    String text =
        IntStream.rangeClosed(0, Limits.WATCHED_MAX)
            .mapToObj(i -> "T" + i + "=" + (i + 1))
            .collect(Collectors.joining(","));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> WatchList.parse(text))
        .withMessageContaining("At most " + Limits.WATCHED_MAX);
  }
}

package dev.afterbell.source.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.afterbell.limit.Limits;
import dev.afterbell.source.prices.PriceFile.Prices;
import dev.afterbell.source.prices.PriceFile.Reason;
import dev.afterbell.source.prices.PriceFile.Refused;
import dev.afterbell.source.prices.PriceFile.Subject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tiingo's JSON list as a price file. */
class TiingoFileTest {

  private static final Subject ACME = new Subject("ACME", Currency.getInstance("USD"));
  private static final LocalDate MONDAY = LocalDate.parse("2026-06-15");
  private static final LocalDate TUESDAY = LocalDate.parse("2026-06-16");
  private static final LocalDate WEDNESDAY = LocalDate.parse("2026-06-17");

  @Test
  void read_splitAndDividend_takesTheAdjustedClosesAndKeepsTheQuotedOnes() {
    Prices prices =
        prices(
            row("2026-06-15", "30.0", "9.8039215686274517", "0.0", "1.0"),
            row("2026-06-16", "10.2", "10.0", "0.0", "3.0"),
            row("2026-06-17", "10.1", "10.1", "0.2", "1.0"));

    assertThat(prices.adjusted()).isTrue();
    assertThat(prices.series().closes())
        .containsExactly(
            Map.entry(MONDAY, new BigDecimal("9.8039215686274517")),
            Map.entry(TUESDAY, new BigDecimal("10")),
            Map.entry(WEDNESDAY, new BigDecimal("10.1")));
    assertThat(prices.quoted().close(MONDAY)).contains(new BigDecimal("30"));
    // 30.0 for three shares, then 10.1 and a dividend of 0.2: 3% and not a third.
    assertThat(prices.series().change(MONDAY, WEDNESDAY).orElseThrow().doubleValue())
        .isCloseTo(10.1 / 9.8039215686274517 - 1, within(1e-12));
  }

  @Test
  void read_anyOrderAndTheSameRowTwice_givesEachDayOnce() {
    String monday = row("2026-06-15", "10", "10", "0.0", "1.0");
    Prices prices = prices(row("2026-06-16", "11", "11", "0.0", "1.0"), monday, monday);

    assertThat(prices.series().closes()).containsOnlyKeys(MONDAY, TUESDAY);
    assertThat(prices.first()).isEqualTo(MONDAY);
    assertThat(prices.last()).isEqualTo(TUESDAY);
  }

  @Test
  void read_adjustedCloseMissingOnADay_isNotFilledFromTheQuotedOne() {
    Prices prices =
        prices(
            row("2026-06-15", "10", "9.5", "0.0", "1.0"),
            row("2026-06-16", "11", "null", "0.0", "1.0"));

    assertThat(prices.series().closes()).containsOnlyKeys(MONDAY);
    assertThat(prices.quoted().closes()).containsOnlyKeys(MONDAY, TUESDAY);
  }

  @Test
  void read_volumeZero_isADayWithoutTrade() {
    Prices prices =
        prices(
            row("2026-06-15", "10", "10", "0.0", "1.0").replace("2500", "0"),
            row("2026-06-16", "10", "10", "0.0", "1.0"));

    assertThat(prices.untraded()).containsExactly(MONDAY);
  }

  @Test
  void read_byteOrderMarkAndWhiteSpaceBefore_isJsonAllTheSame() {
    String json = "\uFEFF \n[" + row("2026-06-15", "10", "10", "0.0", "1.0") + "]";

    assertThat(PriceFile.read(bytes(json), ACME)).isInstanceOf(Prices.class);
  }

  static Stream<Arguments> refusals() {
    String good = row("2026-06-15", "10", "10", "0.0", "1.0");
    return Stream.of(
        Arguments.of("[]", Reason.NO_PRICES, "no row"),
        Arguments.of("[" + good + ",", Reason.BAD_JSON, "cut off"),
        Arguments.of("[" + good + "] x", Reason.BAD_JSON, "not JSON"),
        Arguments.of("{\"detail\":\"Invalid token.\"}", Reason.BAD_JSON, "no list of days"),
        Arguments.of("[1,2]", Reason.BAD_JSON, "no list of days"),
        Arguments.of("[{\"date\":\"2026-06-15\",\"close\":1}]", Reason.BAD_JSON, "adjClose"),
        Arguments.of("[" + good + ",1]", Reason.BAD_DATE, "$[1].date"),
        Arguments.of("[" + good.replace("06-15T", "06-31T") + "]", Reason.BAD_DATE, "no such day"),
        Arguments.of("[" + good.replace("2026-06", "June ") + "]", Reason.BAD_DATE, "2026-01-31"),
        Arguments.of(
            "[" + row("2026-06-15", "0", "1", "0.0", "1.0") + "]", Reason.BAD_NUMBER, "$[0].close"),
        Arguments.of(
            "[" + row("2026-06-15", "1", "-1", "0.0", "1.0") + "]",
            Reason.BAD_NUMBER,
            "$[0].adjClose"),
        Arguments.of(
            "[" + row("2026-06-15", "\"10\"", "1", "0.0", "1.0") + "]",
            Reason.BAD_NUMBER,
            "$[0].close"),
        Arguments.of(
            "[" + row("2026-06-15", "1", "1e99999", "0.0", "1.0") + "]",
            Reason.BAD_NUMBER,
            "$[0].adjClose"),
        Arguments.of(
            "[" + row("2026-06-15", "1", "1." + "1".repeat(60), "0.0", "1.0") + "]",
            Reason.BAD_NUMBER,
            "$[0].adjClose"),
        Arguments.of(
            "[" + row("2026-06-15", "1", "null", "0.0", "1.0") + "]",
            Reason.NO_PRICES,
            "adjusted close"),
        Arguments.of(
            "[" + good + "," + row("2026-06-15", "11", "11", "0.0", "1.0") + "]",
            Reason.REPEATED_DATE,
            "$[1]: 2026-06-15"));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("refusals")
  void read_unusableList_saysWhatIsWrong(String json, Reason reason, String words) {
    Refused refused = (Refused) PriceFile.read(bytes(json), ACME);

    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.message()).contains(words);
  }

  @Test
  void read_moreRowsThanAllowed_refuses() {
    LocalDate first = LocalDate.of(1960, 1, 1);
    String many =
        IntStream.rangeClosed(0, Limits.PRICE_ROWS_MAX)
            .mapToObj(i -> "{\"date\":\"" + first.plusDays(i) + "\",\"close\":1,\"adjClose\":1}")
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(((Refused) PriceFile.read(bytes(many), ACME)).reason()).isEqualTo(Reason.TOO_LARGE);
  }

  private static String row(
      String date, String close, String adjusted, String dividend, String split) {
    return ("{\"date\":\"%sT00:00:00.000Z\",\"close\":%s,\"high\":40.0,\"low\":1.0,\"open\":2.0,"
            + "\"volume\":2500,\"adjClose\":%s,\"adjVolume\":2500,\"divCash\":%s,"
            + "\"splitFactor\":%s}")
        .formatted(date, close, adjusted, dividend, split);
  }

  private static Prices prices(String... rows) {
    return (Prices) PriceFile.read(bytes("[" + String.join(",\n", rows) + "]"), ACME);
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}

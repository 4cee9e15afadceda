package dev.afterbell.source.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.limit.Limits;
import dev.afterbell.source.prices.PriceFile.Prices;
import dev.afterbell.source.prices.PriceFile.Reason;
import dev.afterbell.source.prices.PriceFile.Refused;
import dev.afterbell.source.prices.PriceFile.Subject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceFileTest {

  private static final Subject ACME = new Subject("ACME", Currency.getInstance("USD"));
  private static final LocalDate MONDAY = LocalDate.parse("2026-06-15");
  private static final LocalDate TUESDAY = LocalDate.parse("2026-06-16");

  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of("plain", "Date,Close\n2026-06-15,10.5\n2026-06-16,1234.25\n"),
        Arguments.of("no last line end", "Date,Close\n2026-06-15,10.5\n2026-06-16,1234.25"),
        Arguments.of("newest first", "Date,Close\n2026-06-16,1234.25\n2026-06-15,10.5\n"),
        Arguments.of("byte order mark", "\uFEFFDate,Close\n2026-06-15,10.5\n2026-06-16,1234.25"),
        Arguments.of("CRLF", "Date,Close\r\n2026-06-15,10.5\r\n2026-06-16,1234.25\r\n"),
        Arguments.of("CR", "Date,Close\r2026-06-15,10.5\r2026-06-16,1234.25\r"),
        Arguments.of("blank lines", "Date,Close\n\n2026-06-15,10.5\n,\n2026-06-16,1234.25\n\n"),
        Arguments.of("upper case", "DATE,CLOSE\n2026-06-15,10.5\n2026-06-16,1234.25\n"),
        Arguments.of("spaces", " date , close \n 2026-06-15 , 10.5 \n2026-06-16, 1234.25\n"),
        Arguments.of(
            "dollar signs, thousands separators, US dates, newest first",
            "Date,Close,Volume,Open,High,Low\n"
                + "06/16/2026,\"$1,234.25\",\"2,968,098\",$11.00,$1300.00,$10.00\n"
                + "06/15/2026,$10.50,\"3,844,366\",$10.00,$11.00,$9.50\n"),
        Arguments.of(
            "another order of columns",
            "Volume,Low,High,Open,Close/Last,Date\n"
                + "5,1,2,1,10.5,6/15/2026\n5,1,2,1,1234.25,6/16/2026\n"),
        Arguments.of(
            "quoted fields",
            "\"Date\",\"Close\"\n\"2026-06-15\",\"10.50\"\n2026-06-16,\"1,234.25\""),
        Arguments.of(
            "times behind dates",
            "Date,Close\n2026-06-15T00:00:00.000Z,10.5\n2026-06-16 00:00:00-04:00,1234.25\n"),
        Arguments.of(
            "unknown columns",
            "Name,Date,Close,Change\nx,2026-06-15,10.5,1%\ny,2026-06-16,1234.25,\n"),
        Arguments.of(
            "a day without a close",
            "Date,Close\n2026-06-12,null\n2026-06-15,10.5\n2026-06-16,1234.25\n2026-06-17,N/A\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void read_shape_givesTheClosesOfItsDays(String name, String csv) {
    Prices prices = prices(csv);

    assertThat(prices.series().closes()).containsOnlyKeys(MONDAY, TUESDAY);
    assertThat(prices.series().close(MONDAY).orElseThrow()).isEqualByComparingTo("10.5");
    assertThat(prices.series().close(TUESDAY).orElseThrow()).isEqualByComparingTo("1234.25");
    assertThat(prices.adjusted()).isFalse();
    assertThat(prices.quoted()).isEqualTo(prices.series());
    assertThat(prices.subject()).isEqualTo(ACME);
    assertThat(prices.first()).isEqualTo(MONDAY);
    assertThat(prices.last()).isEqualTo(TUESDAY);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"Adj Close", "adj_close", "Adj. Close", "ADJUSTED", "Adjusted Close", "AdjClose"})
  void read_adjustedColumn_isPreferredAndTheQuotedOneKept(String header) {
    Prices prices = prices("Date,Close," + header + "\n2026-06-15,10,9.5\n2026-06-16,11,10.5\n");

    assertThat(prices.adjusted()).isTrue();
    assertThat(prices.series().closes().values())
        .containsExactly(new BigDecimal("9.5"), new BigDecimal("10.5"));
    assertThat(prices.quoted().closes().values())
        .containsExactly(new BigDecimal("10"), new BigDecimal("11"));
  }

  @Test
  void read_adjustedColumnAlone_hasNoQuotedCloses() {
    Prices prices = prices("Date,Adj Close\n2026-06-15,9.5\n");

    assertThat(prices.adjusted()).isTrue();
    assertThat(prices.quoted().closes()).isEmpty();
  }

  @Test
  void read_adjustedCloseMissingOnADay_isNotFilledFromTheQuotedOne() {
    Prices prices = prices("Date,Close,Adj Close\n2026-06-15,10,9.5\n2026-06-16,11,null\n");

    assertThat(prices.series().closes()).containsOnlyKeys(MONDAY);
    assertThat(prices.quoted().closes()).containsOnlyKeys(MONDAY, TUESDAY);
  }

  @Test
  void read_volumeZero_isADayWithoutTrade() {
    Prices prices =
        prices("Date,Close,Volume\n2026-06-15,10,0\n2026-06-16,10,1200\n2026-06-17,10,\n");

    assertThat(prices.untraded()).containsExactly(MONDAY);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("", Reason.EMPTY, "empty"),
        Arguments.of(" \n\r\n", Reason.EMPTY, "empty"),
        Arguments.of("\uFEFF", Reason.EMPTY, "empty"),
        Arguments.of(",,\n,", Reason.EMPTY, "no row"),
        Arguments.of("<html><body>Checking</body></html>", Reason.BAD_HEADER, "Line 1"),
        Arguments.of("2026-06-15,10.5\n", Reason.BAD_HEADER, "must be named"),
        Arguments.of("Close,Open\n1,2\n", Reason.BAD_HEADER, "at least Date"),
        Arguments.of("Date,Open\n2026-06-15,2\n", Reason.BAD_HEADER, "Close or Adj Close"),
        Arguments.of("Date;Close\n2026-06-15;2\n", Reason.BAD_HEADER, "separated by commas"),
        Arguments.of("Date,Close,Last\n2026-06-15,2,2\n", Reason.BAD_HEADER, "two columns"),
        Arguments.of("Date,Close\n", Reason.NO_PRICES, "no row"),
        Arguments.of("Date,Close\n2026-06-15,null\n", Reason.NO_PRICES, "no row"),
        Arguments.of("Date,Close\n2026-06-15,\"1\n", Reason.NOT_CSV, "Line 2: a quote"),
        Arguments.of("Date,Close\n2026-06-15,\0\n", Reason.NOT_CSV, "not text"),
        Arguments.of("Date,Close\n,1\n", Reason.BAD_DATE, "Line 2: the date is missing"),
        Arguments.of("Date,Close\n2026-06-31,1\n", Reason.BAD_DATE, "no day 2026-06-31"),
        Arguments.of("Date,Close\n1826-06-15,1\n", Reason.BAD_DATE, "1826"),
        Arguments.of("Date,Close\nJune 15,1\n", Reason.BAD_DATE, "\"June 15\" is no date"),
        Arguments.of("Date,Close\n06/15/26,1\n", Reason.BAD_DATE, "2026-01-31"),
        Arguments.of("Date,Close\n2026-06-15,1\n06/16/2026,1\n", Reason.BAD_DATE, "Line 2"),
        Arguments.of(
            "Date,Close\n15/06/2026,1\n16/06/2026,1\n", Reason.BAD_DATE, "put the day first"),
        Arguments.of(
            "Date,Close\n15/06/2026,1\n06/16/2026,1\n", Reason.BAD_DATE, "neither all month first"),
        Arguments.of(
            "Date,Close\n06/02/2026,1\n06/03/2026,1\n", Reason.BAD_DATE, "month from the day"),
        Arguments.of(
            "Date,Close\n01/06/2026,1\n02/06/2026,1\n03/06/2026,1\n04/06/2026,1\n",
            Reason.BAD_DATE,
            "month from the day"),
        Arguments.of(
            "Date,Close\n01/06/2026,1\n01/07/2026,1\n", Reason.BAD_DATE, "month from the day"),
        Arguments.of(
            "Date,Close\n2026-06-15,ten\n", Reason.BAD_NUMBER, "Line 2: the close \"ten\""),
        Arguments.of("Date,Close\n2026-06-15,-1\n", Reason.BAD_NUMBER, "no price"),
        Arguments.of("Date,Close\n2026-06-15,$\n", Reason.BAD_NUMBER, "no price"),
        Arguments.of("Date,Close\n2026-06-15,0.00\n", Reason.BAD_NUMBER, "is 0"),
        Arguments.of("Date,Close\n2026-06-15,1e3\n", Reason.BAD_NUMBER, "no price"),
        Arguments.of("Date,Close\n2026-06-15,\"10,5\"\n", Reason.BAD_NUMBER, "\"10,5\""),
        Arguments.of("Date,Close\n2026-06-15,\"1,2,3.4\"\n", Reason.BAD_NUMBER, "no price"),
        Arguments.of("Date,Close\n2026-06-15,\u0661\u0662\n", Reason.BAD_NUMBER, "no price"),
        Arguments.of("Date,Close,High\n2026-06-15,1,x\n", Reason.BAD_NUMBER, "the high"),
        Arguments.of("Date,Close,Volume\n2026-06-15,1,x\n", Reason.BAD_NUMBER, "the volume"),
        Arguments.of(
            "Date,Close\n2026-06-15,1\n2026-06-15,1.0\n",
            Reason.REPEATED_DATE,
            "Line 3: 2026-06-15 stands in line 2 already, with the same price"),
        Arguments.of(
            "Date,Close\n2026-06-15,1\n2026-06-16,1\n2026-06-15,2\n",
            Reason.REPEATED_DATE,
            "Line 4: 2026-06-15 stands in line 2 already, with another price"));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("refusals")
  void read_unusableFile_saysWhatIsWrong(String csv, Reason reason, String words) {
    Refused refused = refused(csv.getBytes(StandardCharsets.UTF_8));

    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.message()).contains(words);
  }

  @Test
  void read_slashedDatesThatDayFirstWouldPutOnAWeekend_areAmerican() {
    Prices prices = prices("Date,Close\n05/01/2026,1\n05/04/2026,2\n05/08/2026,3\n");

    assertThat(prices.last()).isEqualTo(LocalDate.parse("2026-05-08"));
  }

  @Test
  void read_slashedDatesThatRunToAndFroDayFirst_areAmerican() {
    Prices prices = prices("Date,Close\n05/12/2026,1\n06/11/2026,2\n");

    assertThat(prices.series().closes())
        .containsOnlyKeys(LocalDate.parse("2026-05-12"), LocalDate.parse("2026-06-11"));
  }

  @Test
  void read_sameDayAndMonthThroughout_isReadWithoutDoubt() {
    assertThat(prices("Date,Close\n06/06/2025,1\n").last())
        .isEqualTo(LocalDate.parse("2025-06-06"));
  }

  @Test
  void read_notUtf8_refuses() {
    byte[] utf16 = "Date,Close\n2026-06-15,1\n".getBytes(StandardCharsets.UTF_16);

    assertThat(refused(utf16).reason()).isEqualTo(Reason.NOT_CSV);
  }

  @Test
  void read_asManyRowsAsAllowed_readsThem_oneMoreRefuses() {
    String most = rows(Limits.PRICE_ROWS_MAX);

    assertThat(prices(most).series().closes()).hasSize(Limits.PRICE_ROWS_MAX);
    Refused refused = refused(rows(Limits.PRICE_ROWS_MAX + 1).getBytes(StandardCharsets.UTF_8));
    assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(refused.message()).contains("20000 rows");
  }

  @Test
  void read_tooManyBytesOrColumns_refuses() {
    assertThat(refused(new byte[Limits.PRICE_FILE_BYTES_MAX + 1]).reason())
        .isEqualTo(Reason.TOO_LARGE);
    String wide = "Date,Close" + ",x".repeat(Limits.PRICE_COLUMNS_MAX) + "\n2026-06-15,1\n";
    assertThat(refused(wide.getBytes(StandardCharsets.UTF_8)).message()).contains("64 fields");
  }

  private static String rows(int count) {
    LocalDate first = LocalDate.of(1960, 1, 1);
    return IntStream.range(0, count)
        .mapToObj(i -> first.plusDays(i) + ",1")
        .collect(Collectors.joining("\n", "Date,Close\n", "\n"));
  }

  private static Prices prices(String csv) {
    PriceFile file = PriceFile.read(csv.getBytes(StandardCharsets.UTF_8), ACME);
    assertThat(file).isInstanceOf(Prices.class);
    return (Prices) file;
  }

  private static Refused refused(byte[] bytes) {
    PriceFile file = PriceFile.read(bytes, ACME);
    assertThat(file).isInstanceOf(Refused.class);
    return (Refused) file;
  }
}

package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RMB2,703.7 million|2703700000|CNY|MONEY",
        "RMB(314.6) million|-314600000|CNY|MONEY",
        "US$1196.4 million|1196400000|USD|MONEY",
        "$(0.09)|-0.09|$|MONEY",
        "$53.44 billion|53440000000|$|MONEY",
        "HK$1.2 billion|1200000000|HKD|MONEY",
        "NT$839.25 billion|839250000000|TWD|MONEY",
        "€4.5bn|4500000000|EUR|MONEY",
        "£12m|12000000|GBP|MONEY",
        "Rs. 1,23,456 crore|1234560000000|INR|MONEY",
        "₹12.5 lakh|1250000|INR|MONEY",
        "Rs. 311 cr|3110000000|INR|MONEY",
        "Rs 1,187 Crs|11870000000|INR|MONEY",
        "$864 thousand|864000|$|MONEY",
        "15 cents|0.15||MONEY",
        "37.2%|37.2||PERCENT",
        "8.1 percent|8.1||PERCENT",
        "11.4 percentage points|11.4||POINTS",
        "2.1 pp|2.1||POINTS",
        "340 basis points|340||BASIS_POINTS",
        "50bps|50||BASIS_POINTS",
        "$997.5[1] million|997500000|$|MONEY",
        "1.234,56|1234.56||NUMBER",
        "€1.234.567,8 million|1234567800000|EUR|MONEY",
        "1.234.567|1234567||NUMBER",
        "25.2p|0.252|GBP|MONEY",
        "13.2¢|0.132||MONEY",
        "13.2 US cents|0.132||MONEY",
        "-0|0||NUMBER",
        "1,53,670|153670||NUMBER",
        "SEK 688 M|688000000|SEK|MONEY",
        "SEK 6 188 M|6188000000|SEK|MONEY",
        "SEK -6 188 million|-6188000000|SEK|MONEY",
        "MSEK 688|688000000|SEK|MONEY",
        "MSEK 7 604|7604000000|SEK|MONEY",
        "TSEK -1 204|-1204000|SEK|MONEY",
        "EURm 12.3|12300000|EUR|MONEY",
        "EUR m (12.3)|-12300000|EUR|MONEY",
        "7 604 MSEK|7604000000|SEK|MONEY",
        "12.3 MEUR|12300000|EUR|MONEY",
        "$12 M|12000000|$|MONEY",
        "$12|12|$|MONEY",
      })
  void scan_figureAsWritten_valueAndUnit(
      String written, BigDecimal value, String currency, Figure.Kind kind) {
    List<Figure> figures = NumberReader.scan("It was " + written + " then.");

    assertThat(figures).hasSize(1);
    Figure f = figures.get(0);
    assertThat(f.value()).isEqualByComparingTo(value);
    assertThat(f.currency().orElse(null)).isEqualTo(currency);
    assertThat(f.kind()).isEqualTo(kind);
    assertThat(("It was " + written + " then.").substring(f.from(), f.to())).isEqualTo(written);
  }

  @Test
  void scan_ungroupedFusedFootnote_neverCutShort() {
    assertThat(NumberReader.scan("revenue of US$1196.4 million"))
        .extracting(Figure::printed)
        .containsExactly(new BigDecimal("1196.4"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COVID-19",
        "Form 10-Q",
        "Q1",
        "1,2,3.4abc",
        "12/8/2022",
        "1st",
        "R2D2",
        "1e308",
        "(—)",
        "1.2.3",
        "12,34",
        "123456789012345678901",
        "1.234,567",
        "MSEK 7 604 7 101"
      })
  void scan_partsOfWords_noFigures(String written) {
    assertThat(NumberReader.scan("see " + written + " there")).isEmpty();
  }

  @Test
  void scan_creditOfDollars_noCrores() {
    assertThat(NumberReader.scan("$311 cr").get(0).value()).isEqualByComparingTo("311");
  }

  @Test
  void scan_twoCurrenciesSideBySide_eachWithItsOwn() {
    List<Figure> figures = NumberReader.scan("US$1196.4 million, RMB1,391.0 million");

    assertThat(figures).extracting(f -> f.currency().orElse("")).containsExactly("USD", "CNY");
    assertThat(figures.get(0).value()).isEqualByComparingTo("1196400000");
    assertThat(figures.get(1).value()).isEqualByComparingTo("1391000000");
  }

  @Test
  void scan_translationInParentheses_positiveAndEnclosed() {
    List<Figure> figures = NumberReader.scan("RMB558.0 million (US$80.7 million)");

    assertThat(figures).extracting(Figure::enclosed).containsExactly(false, true);
    assertThat(figures.get(1).value()).isEqualByComparingTo("80700000");
  }

  @Property
  void scan_groupedThousands_valueOfTheDigits(
      @ForAll @IntRange(min = 0, max = 2_000_000_000) int n) {
    String written = String.format(java.util.Locale.ROOT, "%,d", n);

    List<Figure> figures = NumberReader.scan("total " + written + " units");

    assertThat(figures).hasSize(1);
    assertThat(figures.get(0).value()).isEqualByComparingTo(BigDecimal.valueOf(n));
  }

  @Test
  void scan_longHostileRun_readsInLinearTime() {
    String run = "1,".repeat(200_000) + "(".repeat(50_000) + "$ ".repeat(50_000);

    assertThat(NumberReader.scan(run)).hasSizeLessThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1,111", ",111", "1.1", "1-x", "(", "[1]", "US$", "- "})
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void digitsWithoutEnd_costNoMoreThanTheirLength(String piece) {
    String endless = "1" + piece.repeat(100_000 / piece.length()) + ".1.1";

    assertThat(NumberReader.scan(endless + " and then $5.0 million"))
        .last()
        .extracting(Figure::value)
        .isEqualTo(new BigDecimal("5.0").scaleByPowerOfTen(6));
  }
}

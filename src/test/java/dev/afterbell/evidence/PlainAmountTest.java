package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAmountTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in March 31, the ferry       | 31            | 31     | NUMBER
          by 2025 where the fleet      | 2025          | 2025   | NUMBER
          the fleet of 12              | 12            | 12     | NUMBER
          of May 4, 2026, and          | 2026          | 2026   | NUMBER
          sales 500 and                | 500           | 500    | NUMBER
          of 1,204,300 shops, in       | 1,204,300     | 1204300 | NUMBER
          12,345.6                     | 12,345.6      | 12345.6 | NUMBER
          (1,234)                      | (1,234)       | -1234  | NUMBER
          (1,234                       | 1,234         | 1234   | NUMBER
          up 12.5% over                | 12.5%         | 12.5   | PERCENT
          up 12%.                      | 12%           | 12     | PERCENT
          of $0.35, and                | $0.35         | 0.35   | MONEY
          of $1.2 billion. It          | $1.2 billion  | 1.2E9  | MONEY
          losses $7 million in         | $7 million    | 7E6    | MONEY
          $15,000                      | $15,000       | 15000  | MONEY
          """)
  void amount_writtenPlainly_isReadWithoutTheExpression(
      String text, String written, String value, Figure.Kind kind) {
    int digit = firstDigit(text, text.indexOf(written));

    Figure plain = PlainAmount.at(text, 0, digit).orElseThrow();

    assertThat(text.substring(plain.from(), plain.to())).isEqualTo(written);
    assertThat(plain.value()).isEqualByComparingTo(value);
    assertThat(plain.kind()).isEqualTo(kind);
    assertThat(NumberReader.byExpression(text)).contains(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "about 5 million tons",
        "about 5 percent more",
        "about 5 per cent more",
        "about 5 cents a share",
        "about 5 U.S. cents",
        "about 5 bps more",
        "about 5% points more",
        "about $5 millions more",
        "about $5 million cents",
        "about 5.4.3 more",
        "about 5,40 more",
        "about 5,4000 more",
        "about 5.400,5 more",
        "about 5-year bonds",
        "of Rs 5 more",
        "of $ 5 more",
        "about -5 more",
        "about (5) more",
        "about US$5 more"
      })
  void digits_thatMoreMayBelongTo_areLeftToTheExpression(String text) {
    assertThat(PlainAmount.at(text, 0, text.indexOf('5'))).isEmpty();
  }

  @Property(tries = 20_000)
  void anyText_isReadAsByTheExpressionAlone(@ForAll("texts") String text) {
    assertThat(NumberReader.scan(text)).isEqualTo(NumberReader.byExpression(text));
  }

  @Provide
  Arbitrary<String> texts() {
    List<String> pieces =
        List.of(
            "5",
            "12",
            "234",
            "2026",
            ",",
            ".",
            "$",
            "%",
            "(",
            ")",
            " ",
            " ",
            "-",
            "/",
            "s",
            "of",
            "Rs",
            "US",
            "p",
            "points",
            " million",
            " billion",
            "s",
            "and",
            ";",
            "\u20AC",
            "cents",
            "bps",
            "\u00A2",
            "yuan",
            "[",
            "]",
            "K",
            "M",
            "\u00E9");
    return Arbitraries.of(pieces).list().ofMaxSize(12).map(l -> String.join("", l));
  }

  private static int firstDigit(String text, int from) {
    int at = from;
    while (!Character.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }
}

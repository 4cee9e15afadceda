package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BareNumberTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in March 31, the ferry | 31
          by the end of 2025 where the fleet | 2025
          the fleet of 2025. | 2025
          the fleet of 12 | 12
          of May 4, 2026, and | 2026
          """)
  void digits_betweenWords_areReadAsTheyStand(String text, String digits) {
    int at = text.indexOf(digits);

    Figure bare = BareNumber.at(text, 0, at).orElseThrow();

    assertThat(bare.printed().toPlainString()).isEqualTo(digits);
    assertThat(text.substring(bare.from(), bare.to())).isEqualTo(digits);
    assertThat(NumberReader.scan(text)).contains(bare);
    // The same number where brackets keep it from being certain is read by the expression.
    List<Figure> slowly = NumberReader.scan("[" + digits + "]");
    assertThat(slowly.get(0).printed()).isEqualByComparingTo(bare.printed());
    assertThat(slowly.get(0).kind()).isEqualTo(bare.kind());
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
        "about 5% more",
        "about 5.4 more",
        "about 5,400 more",
        "about 5-year bonds",
        "of Rs 5 more",
        "of $ 5 more",
        "about -5 more",
        "about (5) more",
        "about 54321 tons"
      })
  void digits_thatMoreMayBelongTo_areLeftToTheExpression(String text) {
    int at = text.indexOf('5');

    assertThat(BareNumber.at(text, 0, at)).isEmpty();
  }
}

package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The grammar of numbers under any text. */
class NumberReaderFuzzTest {

  private static final Duration READING_MAX = Duration.ofSeconds(20);
  private static final BigDecimal LARGEST = new BigDecimal("1e30");

  @FuzzTest(maxDuration = "10m")
  void anyText_givesDecimalsThatStandInIt(byte[] input) {
    String text = new String(input, 0, Math.min(input.length, 64 * 1024), StandardCharsets.UTF_8);
    long start = System.nanoTime();
    List<Figure> figures = NumberReader.scan(text);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(READING_MAX);
    assertThat(NumberReader.scan(new StringBuilder(text))).isEqualTo(figures);
    int last = 0;
    for (Figure figure : figures) {
      assertThat(figure.from()).isBetween(last, figure.to() - 1);
      assertThat(figure.to()).isLessThanOrEqualTo(text.length());
      String written = text.substring(figure.from(), figure.to());
      String digits = figure.printed().abs().toPlainString();
      String plain = digits.startsWith("0.") ? digits.substring(1) : digits;
      // Thousands have commas or spaces between them, or points and then a decimal comma.
      String grouped = written.replace(",", "").replace(" ", "");
      String continental = written.replace(".", "").replace(',', '.');
      assertThat(grouped.contains(plain) || continental.contains(plain)).as(written).isTrue();
      assertThat(figure.value().abs()).isLessThan(LARGEST);
      assertThat(new BigDecimal(figure.value().toPlainString()))
          .isEqualByComparingTo(figure.value());
      last = figure.to();
    }
  }
}

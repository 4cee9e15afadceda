package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.filing.Filing;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ToneReaderTest {

  @ParameterizedTest
  @CsvFileSource(resources = "tone-sentences.csv", delimiter = '|')
  void sentence_writtenForThisTest_hasItsScore(String sentence, int score) {
    assertThat(ToneReader.sentence(sentence)).isEqualTo(score);
  }

  @Property
  void anyText_staysBetweenMinusTwoAndTwo(@ForAll String text) {
    assertThat(ToneReader.sentence(text)).isBetween(-2, 2);
  }

  @Test
  void document_isTheSumOverTwiceItsSentences() {
    assertThat(ToneReader.tone(List.of(2, 1, -1, 0, 0)))
        .contains(new Tone(new BigDecimal("0.2000"), 5));
    assertThat(ToneReader.tone(List.of(1, 0, 0))).isEmpty();
    assertThat(ToneReader.tone(List.of(-2, -2, -2, -2, -2)))
        .contains(new Tone(new BigDecimal("-1.0000"), 5));
    assertThat(ToneReader.tone(List.of(1, 0, 0, 0, 0, 0, 0)))
        .contains(new Tone(new BigDecimal("0.0714"), 7));
  }

  @Test
  void boilerplateAndHeadings_areNotCounted() {
    Filing filing =
        Documents.of(
            """
            <html><body><h1>Record results and strong growth in every region of the world</h1>
            <p>Revenue increased 12%. Costs fell a little. The board met in May. The report is online.
            Orders grew again.</p>
            <h2>Safe Harbor Statement</h2>
            <p>Results could be negatively affected by weak demand. Losses may increase over time.</p>
            </body></html>
            """);

    assertThat(ToneReader.read(filing)).contains(new Tone(new BigDecimal("0.3000"), 5));
  }

  @Test
  void sampleRelease_hasATone() {
    Tone tone =
        ToneReader.read(Documents.of(Documents.sample("KC/2026-05-27-6-K.txt"))).orElseThrow();

    assertThat(tone.sentences()).isGreaterThan(20);
    assertThat(tone.score()).isBetween(new BigDecimal("-0.5"), new BigDecimal("0.5"));
  }
}

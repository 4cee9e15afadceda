package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences that take guidance back, and sentences that only look like it. */
class WithdrawalReaderTest {

  private static final Path FILE =
      Path.of("src/test/resources/dev/afterbell/evidence/withdrawn-guidance.tsv");

  static Stream<Arguments> sentences() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(l -> !l.startsWith("#"))
        .map(l -> l.split("\t", -1))
        .map(f -> Arguments.of(f[0], f[1]));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void sentence_inARelease_takesBackWhatItSays(String sentence, String subjects) {
    assertThat(printed(extraction(sentence))).isEqualTo(subjects);
  }

  @Test
  void withdrawal_stored_isAnEntryOfGuidanceWithoutFiguresAndReadBack() {
    Extraction extraction =
        extraction("The company withdraws its revenue guidance for fiscal year 2025.");
    var json = ExtractionJson.write(extraction);
    var entry = json.get("guidance").get(0);
    assertThat(entry.get("action").asText()).isEqualTo("withdrawn");
    assertThat(entry.get("metric").asText()).isEqualTo("revenue");
    assertThat(entry.has("low")).isFalse();
    assertThat(ExtractionJson.read(JsonView.of(json)).withdrawn())
        .isEqualTo(extraction.withdrawn())
        .hasSize(1);
  }

  @Test
  void withdrawal_toldTwice_isOneEntry() {
    Extraction extraction =
        extraction(
            "We are withdrawing our full-year guidance. As said, we withdraw our full-year"
                + " guidance.");
    assertThat(extraction.withdrawn()).hasSize(1);
  }

  private static Extraction extraction(String sentence) {
    return FilingExtractor.extract(
        Documents.of(
            "<html><body><h1>Tern Logistics Reports Third Quarter 2025 Results</h1>"
                + "<p>OSLO, October 29, 2025 -- The company today announced results for the"
                + " quarter ended September 30, 2025. Revenue was $412.6 million.</p><p>"
                + sentence
                + "</p></body></html>"),
        ExtractionContext.NONE);
  }

  private static String printed(Extraction extraction) {
    String all =
        extraction.withdrawn().stream()
            .map(
                w ->
                    w.metric().map(m -> m.text(w.basis())).orElse("all")
                        + w.period()
                            .map(
                                p ->
                                    " "
                                        + p.kind().name().toUpperCase(Locale.ROOT)
                                        + p.end().map(e -> " " + e).orElse(""))
                            .orElse(""))
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? "none" : all;
  }
}

package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.ToneLabels.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The reading of tone against a reader's labels; docs/tone.md prints the same figures. */
class ToneLabelsTest {

  private static final Path DOC = Path.of("docs/tone.md");

  @Test
  void labelledSentences_areManyAndOfManyIndustries() {
    List<Labelled> all = ToneLabels.all();

    assertThat(all).hasSizeGreaterThanOrEqualTo(400);
    assertThat(all.stream().map(Labelled::industry).distinct()).hasSizeGreaterThanOrEqualTo(15);
    assertThat(all).extracting(Labelled::sentence).doesNotHaveDuplicates();
    assertThat(all).allMatch(l -> l.first() != l.second() || l.label() == l.first());
  }

  @Test
  void twoPasses_agreeAsTheDocumentSays() throws IOException {
    int[][] passes = ToneLabels.table(ToneLabels.all(), Labelled::first, Labelled::second);

    assertThat(Files.readString(DOC))
        .contains(
            line(
                "| %d | %.1f%% | %.3f |",
                ToneLabels.all().size(),
                100 * ToneLabels.agreement(passes),
                ToneLabels.kappa(passes)));
  }

  @Test
  void rules_onTheDevelopmentPart_keepTheirAccuracy() throws IOException {
    measured("development", ToneLabels.development(), 0.91, 0.90, 4);
  }

  @Test
  void rules_onTheHeldOutPart_keepTheirAccuracy() throws IOException {
    measured("held out", ToneLabels.heldOut(), 0.80, 0.79, 2);
  }

  private static void measured(
      String part, List<Labelled> sentences, double accuracy, double f1, int wrongSigns)
      throws IOException {
    int[][] table = ToneLabels.table(sentences, Labelled::label, Labelled::read);

    assertThat(ToneLabels.agreement(table)).as("accuracy").isGreaterThanOrEqualTo(accuracy);
    assertThat(ToneLabels.macroF1(table)).as("macro F1").isGreaterThanOrEqualTo(f1);
    assertThat(ToneLabels.wrongSign(table)).as("wrong signs").isLessThanOrEqualTo(wrongSigns);
    assertThat(Files.readString(DOC))
        .contains(
            line(
                "| %s | %d | %.3f | %.3f | %d |",
                part,
                sentences.size(),
                ToneLabels.agreement(table),
                ToneLabels.macroF1(table),
                ToneLabels.wrongSign(table)));
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

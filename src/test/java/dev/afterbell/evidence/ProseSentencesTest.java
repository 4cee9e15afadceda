package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentReader.Head;
import dev.afterbell.filing.Prose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What single sentences state, in a release on the third quarter of 2025. */
class ProseSentencesTest {

  private static final Path FILE =
      Path.of("src/test/resources/dev/afterbell/evidence/prose-sentences.tsv");

  static Stream<Arguments> sentences() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(l -> !l.startsWith("#"))
        .map(l -> l.split("\t", -1))
        .map(f -> Arguments.of(f[0], f[1]));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void sentence_inARelease_yieldsItsFactsAndNoOthers(String sentence, String facts) {
    assertThat(read(sentence)).isEqualTo(sorted(facts));
  }

  private static String read(String sentence) {
    Head head =
        DocumentReader.head(
            Documents.of(
                "<html><body><h1>Fenwick Harbor Reports Third Quarter 2025 Results</h1>"
                    + "<p>BERGEN, October 29, 2025 -- Fenwick Harbor ASA (NYSE: FWH) today announced results for the"
                    + " quarter ended September 30, 2025.</p><p>"
                    + sentence
                    + "</p></body></html>"),
            ExtractionContext.NONE);
    List<ProseFacts.Numbered> paragraphs = new ArrayList<>();
    head.blocks().stream()
        .filter(Prose.class::isInstance)
        .map(Prose.class::cast)
        .forEach(p -> paragraphs.add(new ProseFacts.Numbered(paragraphs.size(), Paragraph.of(p))));
    String facts =
        ProseFacts.read(paragraphs, head).candidates().stream()
            .map(ProseSentencesTest::printed)
            .distinct()
            .collect(Collectors.joining("; "));
    return sorted(facts.isEmpty() ? "none" : facts);
  }

  private static String sorted(String facts) {
    return Stream.of(facts.split("; ")).sorted().collect(Collectors.joining("; "));
  }

  private static String printed(Candidate c) {
    Candidate.Key k = c.key();
    String name =
        (k.basis() == Basis.NON_GAAP ? "adjusted_" : "")
            + k.metric().name().toLowerCase(Locale.ROOT)
            + k.attribution().map(a -> "@" + a.name().toLowerCase(Locale.ROOT)).orElse("")
            + k.segment().or(k::label).map(s -> "[" + s + "]").orElse("");
    String end =
        k.period().end().map(Object::toString).filter(e -> !e.equals("2025-09-30")).orElse("");
    return name
        + " "
        + c.value().toPlainString()
        + " "
        + k.unit()
        + " "
        + k.role().name().toLowerCase(Locale.ROOT)
        + " "
        + k.period().kind()
        + end
        + c.comparator().map(b -> " <" + b.value().toPlainString()).orElse("");
  }
}

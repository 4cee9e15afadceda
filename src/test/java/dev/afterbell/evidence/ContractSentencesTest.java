package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentEvent.ContractEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Short announcements of many industries, and what is read of each. */
class ContractSentencesTest {

  private static final Path FILE =
      Path.of("src/test/resources/dev/afterbell/evidence/contract-sentences.tsv");

  static Stream<Arguments> announcements() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(l -> !l.startsWith("#"))
        .map(l -> l.split("\t", 3))
        .map(f -> Arguments.of(f[0], f[1], f[2]));
  }

  @ParameterizedTest
  @MethodSource("announcements")
  void announcement_read_yieldsWhatAPersonReads(String title, String text, String expected) {
    assertThat(read(title, text).map(ContractSentencesTest::printed).orElse("none"))
        .isEqualTo(expected);
  }

  @Test
  void announcements_counted_atLeastForty() throws IOException {
    assertThat(announcements().count()).isGreaterThanOrEqualTo(40);
  }

  private static Optional<ContractEvent> read(String title, String text) {
    String html =
        "<html><body><p><b>Fenwick Harbor Holdings Limited</b></p>"
            + (title.equals("-") ? "" : "<p><b>" + title + "</b></p>")
            + "<p>"
            + text
            + "</p></body></html>";
    return FilingExtractor.extract(Documents.of(html), ExtractionContext.NONE).events().stream()
        .filter(ContractEvent.class::isInstance)
        .map(ContractEvent.class::cast)
        .findFirst();
  }

  private static String printed(ContractEvent c) {
    return Stream.of(
            joined(c.actions().stream().map(Enum::name).toList()),
            c.signed().map(Object::toString).orElse("-"),
            c.counterparty().orElse("-"),
            c.instrument().orElse("-"),
            c.connectedPerson() ? "c" : "-",
            joined(c.extensions().stream().map(e -> e.subject() + "=" + e.until()).toList()),
            joined(c.added().stream().map(a -> a.what()).toList()),
            c.holding().map(h -> h.percent().toPlainString()).orElse("-"))
        .collect(Collectors.joining("\t"));
  }

  private static String joined(List<String> parts) {
    return parts.isEmpty() ? "-" : String.join(",", parts);
  }
}

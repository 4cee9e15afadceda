package dev.afterbell.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.filing.Block;
import dev.afterbell.filing.ByteSpan;
import dev.afterbell.filing.Filing;
import dev.afterbell.filing.FilingDocument;
import dev.afterbell.filing.FilingReader;
import dev.afterbell.filing.Prose;
import dev.afterbell.filing.Reading;
import dev.afterbell.filing.SourceText;
import dev.afterbell.filing.Table;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.parser.Parser;

/** What holds for the reading of any bytes whatever. */
final class ReadingLaws {

  /** Larger inputs prove nothing that smaller ones do not. */
  static final int INPUT_BYTES_MAX = 64 * 1024;

  /** Instrumented and beside other work, a reading of so few bytes takes far less than this. */
  private static final Duration READING_MAX = Duration.ofSeconds(20);

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("windows-1252"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  private ReadingLaws() {}

  /** Reads a file and checks every law; the filing is there if the file was usable. */
  static Optional<Filing> check(byte[] file) {
    Reading reading = new FilingReader().read(file);
    // The second time: while the first one reads, its classes are instrumented.
    long start = System.nanoTime();
    Reading again = new FilingReader().read(file.clone());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(READING_MAX);
    assertThat(again).isEqualTo(reading);
    if (!(reading instanceof Reading.Read read)) {
      return Optional.empty();
    }
    Filing filing = read.filing();
    assertThat(filing.bytes()).isEqualTo(file.length);
    ByteSpan whole = new ByteSpan(0, file.length);
    assertThat(filing.hidden()).isSorted().allMatch(whole::contains);
    for (FilingDocument document : filing.documents()) {
      assertThat(whole.contains(document.span())).isTrue();
      document.blocks().forEach(block -> check(block, document.span(), file));
    }
    return Optional.of(filing);
  }

  private static void check(Block block, ByteSpan document, byte[] file) {
    assertThat(document.contains(block.span())).isTrue();
    texts(block)
        .forEach(
            text -> {
              assertThat(text.length()).isPositive();
              assertThat(document.contains(text.span())).isTrue();
              standsInItsBytes(text, file);
            });
  }

  private static List<SourceText> texts(Block block) {
    List<SourceText> texts = new ArrayList<>();
    if (block instanceof Prose prose) {
      texts.add(prose.text());
      texts.addAll(prose.sentences());
    } else if (block instanceof Table table) {
      table.rows().forEach(row -> row.cells().forEach(cell -> texts.add(cell.text())));
    }
    return texts;
  }

  /** Each character but a space, which folds many, is what its bytes say. */
  private static void standsInItsBytes(SourceText text, byte[] file) {
    ByteSpan last = new ByteSpan(0, 0);
    List<String> says = List.of();
    int i = 0;
    while (i < text.length()) {
      int c = Character.codePointAt(text, i);
      int next = i + Character.charCount(c);
      assertThat(Character.getType(c)).isNotEqualTo((int) Character.SURROGATE);
      if (c != ' ') {
        ByteSpan span = text.span(i, next);
        if (!span.equals(last)) {
          last = span;
          says = decoded(file, span);
        }
        assertThat(says)
            .as("U+%04X", c)
            .anyMatch(s -> s.indexOf(c) >= 0 || (c == 0xFFFD && isBroken(s)));
      }
      i = next;
    }
  }

  /** Whether there is a NUL or half of a pair, for which the replacement character stands. */
  private static boolean isBroken(String text) {
    return text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  private static List<String> decoded(byte[] file, ByteSpan span) {
    List<String> found = new ArrayList<>();
    for (Charset charset : CHARSETS) {
      String bare = new String(file, span.start(), span.length(), charset);
      found.add(bare);
      found.add(Parser.unescapeEntities(bare, false));
    }
    return found;
  }

  /** A file that begins with some text; cut where it grows too large to prove anything. */
  static byte[] file(String head, byte[] rest) {
    byte[] first = head.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(rest.length, INPUT_BYTES_MAX - first.length);
    byte[] file = new byte[first.length + length];
    System.arraycopy(first, 0, file, 0, first.length);
    System.arraycopy(rest, 0, file, first.length, length);
    return file;
  }
}

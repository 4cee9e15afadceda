package dev.afterbell.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads small documents in tests and writes what was read as lines that a person can compare. */
public final class Readings {

  private Readings() {}

  /** The filing that text in UTF-8 makes. */
  public static Filing read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The filing that bytes make. */
  public static Filing read(byte[] bytes) {
    Reading reading = new FilingReader().read(bytes);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).filing();
  }

  /** Why bytes make none. */
  public static Reading.Unusable unusable(byte[] bytes) {
    Reading reading = new FilingReader().read(bytes);
    assertThat(reading).isInstanceOf(Reading.Unusable.class);
    return (Reading.Unusable) reading;
  }

  /**
   * The blocks of all documents: {@code # heading}, {@code paragraph}, {@code | 0 label | 1-2 text}
   * for the cells of a row, with a line {@code ---} after each table.
   */
  public static List<String> lines(Filing filing) {
    List<String> lines = new ArrayList<>();
    for (FilingDocument document : filing.documents()) {
      for (Block block : document.blocks()) {
        if (block instanceof Prose prose) {
          lines.add((prose.heading() ? "# " : "") + prose.text().text());
        } else if (block instanceof Table table) {
          table.rows().forEach(row -> lines.add(line(row)));
          lines.add("---");
        }
      }
    }
    return lines;
  }

  private static String line(Table.Row row) {
    StringBuilder line = new StringBuilder();
    for (Table.Cell cell : row.cells()) {
      String last = cell.columnSpan() > 1 ? "-" + (cell.columnEnd() - 1) : "";
      line.append("| ").append(cell.column()).append(last).append(' ').append(cell.text());
      line.append(' ');
    }
    return line.toString().strip();
  }

  /** Every text of a filing: paragraphs, their sentences, and cells. */
  public static List<SourceText> texts(Filing filing) {
    List<SourceText> texts = new ArrayList<>();
    for (FilingDocument document : filing.documents()) {
      for (Block block : document.blocks()) {
        if (block instanceof Prose prose) {
          texts.add(prose.text());
          texts.addAll(prose.sentences());
        } else if (block instanceof Table table) {
          table.rows().forEach(row -> row.cells().forEach(cell -> texts.add(cell.text())));
        }
      }
    }
    return texts;
  }

  /** The first text that holds some words. */
  public static Optional<SourceText> textWith(Filing filing, String words) {
    return texts(filing).stream().filter(t -> t.text().contains(words)).findFirst();
  }

  /** The bytes of a file behind some words of its first text that has them. */
  public static String bytesBehind(byte[] file, String words) {
    SourceText text = textWith(read(file), words).orElseThrow();
    int at = text.text().indexOf(words);
    ByteSpan span = text.span(at, at + words.length());
    return new String(file, span.start(), span.length(), StandardCharsets.UTF_8);
  }
}

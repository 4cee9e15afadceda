package dev.afterbell.evidence;

import dev.afterbell.filing.Block;
import dev.afterbell.filing.Filing;
import dev.afterbell.filing.FilingDocument;
import dev.afterbell.filing.Prose;
import dev.afterbell.filing.SourceText;
import dev.afterbell.filing.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A filing as a reader goes through it: paragraphs and tables under their headings. */
final class Narrative {

  private static final Pattern BOILERPLATE = RuleTable.anyOf("boilerplate.txt");

  /**
   * Longest text read as one sentence or cell, in characters: what is longer is a list or a table
   * that lost its shape, and rules that look both ways would take quadratic time over it.
   */
  private static final int SENTENCE_CHARS_MAX = 4_000;

  private final List<Part> parts;

  private Narrative(List<Part> parts) {
    this.parts = parts;
  }

  /**
   * A paragraph or a table.
   *
   * @param heading the heading it stands under; empty before the first
   * @param prose the paragraph
   * @param table the table
   * @param lead the paragraph right before a table
   */
  record Part(
      String heading, Optional<Prose> prose, Optional<Table> table, Optional<SourceText> lead) {}

  /** Everything but what stands under a boilerplate heading. */
  static Narrative of(Filing filing) {
    List<Part> parts = new ArrayList<>();
    for (FilingDocument document : filing.documents()) {
      add(document, parts);
    }
    return new Narrative(List.copyOf(parts));
  }

  private static void add(FilingDocument document, List<Part> parts) {
    String heading = "";
    boolean skipping = false;
    Optional<SourceText> lead = Optional.empty();
    for (Block block : Instructions.without(document.blocks())) {
      if (block instanceof Prose prose) {
        if (prose.heading()) {
          heading = prose.text().text();
          skipping = BOILERPLATE.matcher(heading.strip()).find();
        }
        lead = Optional.of(prose.text());
        if (!skipping) {
          parts.add(new Part(heading, Optional.of(prose), Optional.empty(), Optional.empty()));
        }
      } else if (block instanceof Table table && !skipping) {
        parts.add(new Part(heading, Optional.empty(), Optional.of(table), lead));
      }
    }
  }

  /** Paragraphs and tables in order. */
  List<Part> parts() {
    return parts;
  }

  /** Paragraphs in order, headings among them. */
  List<Prose> paragraphs() {
    return parts.stream().flatMap(p -> p.prose().stream()).toList();
  }

  /** Headings in order. */
  List<SourceText> headings() {
    return paragraphs().stream().filter(Prose::heading).map(Prose::text).toList();
  }

  /** Sentences of running text in order, headings left out. */
  List<SourceText> sentences() {
    return paragraphs().stream()
        .filter(p -> !p.heading())
        .flatMap(p -> sentences(p).stream())
        .toList();
  }

  /** Sentences of a paragraph by their length, those that speak to the reader left out. */
  static List<SourceText> sentences(Prose paragraph) {
    return paragraph.sentences().stream()
        .filter(s -> s.length() <= SENTENCE_CHARS_MAX)
        .filter(s -> !Instructions.in(s))
        .toList();
  }

  /** Rows of all tables whose cells a person would read as cells. */
  List<Table.Row> rows() {
    return parts.stream()
        .flatMap(p -> p.table().stream())
        .flatMap(t -> t.rows().stream())
        .filter(r -> r.cells().stream().allMatch(c -> c.text().length() <= SENTENCE_CHARS_MAX))
        .toList();
  }

  /** The words of a text at characters {@code [from, to)}. */
  static Passage passage(SourceText text, int from, int to) {
    return new Passage(text.span(from, to), text.text().substring(from, to));
  }

  /** A whole text. */
  static Passage passage(SourceText text) {
    return passage(text, 0, text.length());
  }
}

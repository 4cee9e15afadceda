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

/** A filing as a reader goes through it: paragraphs and tables under their headings. */
final class Narrative {

  private static final Starts BOILERPLATE = new Starts(RuleTable.anyOf("boilerplate.txt"));

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
      String heading,
      Optional<Paragraph> prose,
      Optional<Table> table,
      Optional<SourceText> lead) {}

  /** Everything but what stands under a boilerplate heading. */
  static Narrative of(Filing filing) {
    return of(filing, new Paragraphs());
  }

  /** The same with paragraphs that other readers of the filing share. */
  static Narrative of(Filing filing, Paragraphs paragraphs) {
    List<Part> parts = new ArrayList<>();
    for (FilingDocument document : filing.documents()) {
      add(document, paragraphs, parts);
    }
    return new Narrative(List.copyOf(parts));
  }

  private static void add(FilingDocument document, Paragraphs paragraphs, List<Part> parts) {
    String heading = "";
    boolean skipping = false;
    Optional<SourceText> lead = Optional.empty();
    for (Block block : paragraphs.withoutInstructions(document.blocks())) {
      if (block instanceof Prose prose) {
        if (prose.heading()) {
          heading = prose.text().text();
          skipping = BOILERPLATE.isIn(heading.strip());
        }
        lead = Optional.of(prose.text());
        if (!skipping) {
          Optional<Paragraph> paragraph = Optional.of(paragraphs.of(prose));
          parts.add(new Part(heading, paragraph, Optional.empty(), Optional.empty()));
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
  List<Paragraph> paragraphs() {
    return parts.stream().flatMap(p -> p.prose().stream()).toList();
  }

  /** Headings in order. */
  List<Wording> headings() {
    return paragraphs().stream().filter(Paragraph::heading).map(Paragraph::whole).toList();
  }

  /** Sentences of running text in order, headings left out. */
  List<Wording> sentences() {
    return paragraphs().stream().filter(p -> !p.heading()).flatMap(p -> p.told().stream()).toList();
  }

  /** Rows of all tables whose cells a person would read as cells. */
  List<Table.Row> rows() {
    return parts.stream()
        .flatMap(p -> p.table().stream())
        .flatMap(t -> t.rows().stream())
        .filter(
            r ->
                r.cells().stream().allMatch(c -> c.text().length() <= Paragraph.SENTENCE_CHARS_MAX))
        .toList();
  }

  /** The words of a text at characters {@code [from, to)}. */
  static Passage passage(SourceText text, int from, int to) {
    return new Passage(text.span(from, to), text.text().substring(from, to));
  }

  /** The words of a text at characters {@code [from, to)}. */
  static Passage passage(Wording text, int from, int to) {
    return passage(text.source(), from, to);
  }

  /** A whole text. */
  static Passage passage(Wording text) {
    return passage(text, 0, text.length());
  }
}

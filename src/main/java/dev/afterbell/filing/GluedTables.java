package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts tables back together that ran into one paragraph: "Three Months Ended June 30, 2025 2024Net
 * sales$ 4,110$ 3,902Cost of sales 2,8412,730". The years or days over the columns say how many
 * figures a row has; a row whose figures cannot be cut into that many in one way keeps its label
 * alone, because a figure cut wrongly is a wrong figure.
 */
final class GluedTables {

  private static final int PARAGRAPH_CHARS_MIN = 120;

  /** Longest paragraph taken apart, in characters. */
  private static final int PARAGRAPH_CHARS_MAX = 60_000;

  private GluedTables() {}

  /** The drafts, with the tables that ran into paragraphs as tables between their other words. */
  static List<Draft> restore(List<Draft> drafts) {
    List<Draft> made = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      if (draft instanceof Draft.Text text
          && text.text().length() >= PARAGRAPH_CHARS_MIN
          && text.text().length() <= PARAGRAPH_CHARS_MAX) {
        restore(text, made);
      } else {
        made.add(draft);
      }
    }
    return made;
  }

  private static void restore(Draft.Text paragraph, List<Draft> made) {
    String text = paragraph.text().text();
    List<GluedHeads> parts = GluedHeads.in(paragraph.text());
    int done = 0;
    for (int i = 0; i < parts.size(); i++) {
      GluedHeads part = parts.get(i);
      int end = i + 1 < parts.size() ? parts.get(i + 1).from() : text.length();
      if (part.from() < done) {
        continue;
      }
      Optional<Made> table = table(paragraph.text(), part, end);
      if (table.isPresent()) {
        addText(paragraph, done, part.from(), made);
        made.add(new Draft.Grid(table.get().table()));
        done = table.get().to();
      }
    }
    if (done == 0) {
      made.add(paragraph);
    } else {
      addText(paragraph, done, text.length(), made);
    }
  }

  private static void addText(Draft.Text paragraph, int from, int to, List<Draft> made) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(paragraph.text().charAt(start))) {
      start++;
    }
    while (start < end && Character.isWhitespace(paragraph.text().charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      made.add(new Draft.Text(paragraph.text().subSequence(start, end), paragraph.heading()));
    }
  }

  /**
   * A table and the character after it.
   *
   * @param table the table
   * @param to where the paragraph goes on
   */
  private record Made(Table table, int to) {}

  private static Optional<Made> table(SourceText source, GluedHeads part, int end) {
    int columns = part.columns().size();
    List<Table.Row> rows = new ArrayList<>();
    if (!part.spans().isEmpty()) {
      rows.add(heads(part.spans(), columns));
    }
    rows.add(heads(part.columns(), columns));
    GluedRows body = GluedRows.read(source, columns, part.to(), end);
    rows.addAll(body.rows());
    return body.believable() ? Optional.of(new Made(new Table(rows), body.to())) : Optional.empty();
  }

  private static Table.Row heads(List<SourceText> heads, int columns) {
    int width = columns / heads.size();
    List<Table.Cell> cells = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      cells.add(new Table.Cell(FlatHeads.unglued(heads.get(i)), 1 + i * width, width, false));
    }
    return new Table.Row(cells);
  }
}

package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts tables back together that lost their grid on the way: every cell is a paragraph of its own,
 * as newswires and web pages without {@code table} elements give them. A table is recognised by its
 * headings, as many column heads as its rows have figures; where the numbers do not agree nothing
 * is put together, because a figure in the wrong column is a wrong figure.
 */
final class StackedTables {

  /** Rows that must have a figure for every column. */
  private static final int WHOLE_ROWS_MIN = 2;

  /** Captions and blank labels between two rows of one table. */
  private static final int CAPTIONS_MAX = 4;

  /** Grid columns a figure takes: the mark before it, itself, the mark after it. */
  private static final int COLUMN_WIDTH = 3;

  private final List<Draft> drafts;
  private final List<StackedCell> cells;

  private StackedTables(List<Draft> drafts) {
    this.drafts = drafts;
    this.cells = drafts.stream().map(StackedCell::of).toList();
  }

  /** The drafts, with runs of paragraphs that were the cells of a table as that table. */
  static List<Draft> restore(List<Draft> drafts) {
    return new StackedTables(drafts).run();
  }

  /**
   * A label and the figures after it.
   *
   * @param label where the label stands
   * @param to after its last figure
   */
  private record Line(int label, int to) {}

  /**
   * Column heads.
   *
   * @param from where the first stands
   * @param to after the last of them
   */
  private record Heads(int from, int to) {}

  private List<Draft> run() {
    List<Draft> made = new ArrayList<>(drafts.size());
    int i = 0;
    while (i < drafts.size()) {
      Optional<Heads> heads = headsAt(i);
      List<Line> lines = heads.map(h -> linesFrom(h.to())).orElse(List.of());
      Optional<Table> table =
          lines.isEmpty() ? Optional.empty() : table(heads.orElseThrow(), lines);
      if (table.isPresent()) {
        made.add(new Draft.Grid(table.get()));
        i = lines.get(lines.size() - 1).to();
      } else {
        int next = heads.map(Heads::to).orElse(i + 1);
        made.addAll(drafts.subList(i, next));
        i = next;
      }
    }
    return made;
  }

  /** The run of column heads that begins here: two or more, not broken by other words. */
  private Optional<Heads> headsAt(int from) {
    int to = from;
    int heads = 0;
    int last = from;
    while (to < cells.size() && (cells.get(to).isHead() || (heads > 0 && cells.get(to).isNote()))) {
      if (cells.get(to).isHead()) {
        heads++;
        last = to + 1;
      }
      to++;
    }
    if (last < cells.size() && cells.get(last).isPart()) {
      // A head right before figures is the label of their row: "Cash at end of year | 12 | 10".
      last--;
      heads--;
    }
    return heads >= 2 ? Optional.of(new Heads(from, last)) : Optional.empty();
  }

  private List<Line> linesFrom(int from) {
    List<Line> lines = new ArrayList<>();
    int i = from;
    int captions = 0;
    while (i < cells.size() && captions <= CAPTIONS_MAX && cells.get(i).isLabel()) {
      int to = i + 1;
      int figures = 0;
      while (to < cells.size() && cells.get(to).isPart()) {
        figures += cells.get(to).isFigure() ? 1 : 0;
        to++;
      }
      if (figures > 0) {
        lines.add(new Line(i, to));
        captions = 0;
      } else if (headsAt(i).isPresent()) {
        break;
      } else {
        captions++;
      }
      i = to;
    }
    return lines;
  }

  private Optional<Table> table(Heads heads, List<Line> lines) {
    List<List<Integer>> levels = levels(heads);
    if (levels.isEmpty()) {
      return Optional.empty();
    }
    int columns = levels.get(levels.size() - 1).size();
    List<List<String>> said =
        levels.stream().map(l -> l.stream().map(this::words).toList()).toList();
    if (!FlatHeads.tellApart(said)) {
      return Optional.empty();
    }
    long whole = lines.stream().filter(line -> figures(line).size() == columns).count();
    if (columns < 2 || whole < WHOLE_ROWS_MIN || whole * 2 <= lines.size()) {
      return Optional.empty();
    }
    List<Table.Row> rows = new ArrayList<>();
    for (int i = heads.from(); i < heads.to(); i++) {
      if (cells.get(i).isNote()) {
        rows.add(new Table.Row(List.of(new Table.Cell(text(i), 0, 1, false))));
      }
    }
    for (List<Integer> level : levels) {
      rows.add(headRow(level, columns));
    }
    int next = heads.to();
    for (Line line : lines) {
      for (int i = next; i < line.label(); i++) {
        rows.add(new Table.Row(List.of(new Table.Cell(text(i), 0, 1, false))));
      }
      rows.add(row(line, columns));
      next = line.to();
    }
    return Optional.of(new Table(rows));
  }

  /**
   * The heads in rows, the lowest last; none if they do not divide among the columns. Years, days
   * and spans of time stand in rows of their own: "Three Months Ended", "September 30,", "2024".
   */
  private List<List<Integer>> levels(Heads heads) {
    List<Integer> all = new ArrayList<>();
    for (int i = heads.from(); i < heads.to(); i++) {
      if (cells.get(i).isHead()) {
        all.add(i);
      }
    }
    StackedCell.Kind lowest = cells.get(all.get(all.size() - 1)).kind();
    int first = all.size();
    while (first > 0 && lowestWith(cells.get(all.get(first - 1)).kind(), lowest)) {
      first--;
    }
    List<Integer> bottom = List.copyOf(all.subList(first, all.size()));
    Map<StackedCell.Kind, List<Integer>> above = new LinkedHashMap<>();
    for (int i : all.subList(0, first)) {
      above.computeIfAbsent(cells.get(i).kind(), k -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> levels = new ArrayList<>(above.values());
    if (levels.stream().anyMatch(level -> bottom.size() % level.size() != 0)) {
      return List.of();
    }
    levels.add(bottom);
    return levels;
  }

  /**
   * Whether two heads stand in one row: "2024 | 2023 | Change" is one, the months above are not.
   */
  private static boolean lowestWith(StackedCell.Kind kind, StackedCell.Kind lowest) {
    return kind == lowest
        || (kind == StackedCell.Kind.YEAR && lowest == StackedCell.Kind.CHANGE)
        || (kind == StackedCell.Kind.CHANGE && lowest == StackedCell.Kind.YEAR);
  }

  private Table.Row headRow(List<Integer> level, int columns) {
    int width = COLUMN_WIDTH * (columns / level.size());
    List<Table.Cell> row = new ArrayList<>();
    for (int i = 0; i < level.size(); i++) {
      row.add(new Table.Cell(FlatHeads.unglued(text(level.get(i))), 1 + i * width, width, false));
    }
    return new Table.Row(row);
  }

  /** Where the figures of a row stand; a note mark after the label is none. */
  private List<Integer> figures(Line line) {
    List<Integer> found = new ArrayList<>();
    for (int i = line.label() + 1; i < line.to(); i++) {
      boolean note = i == line.label() + 1 && cells.get(i).isNoteMark();
      if (cells.get(i).isFigure() && !note) {
        found.add(i);
      }
    }
    return found;
  }

  /** A row; one that lacks a figure keeps its label alone, since its columns cannot be told. */
  private Table.Row row(Line line, int columns) {
    List<Table.Cell> row = new ArrayList<>();
    row.add(new Table.Cell(text(line.label()), 0, 1, false));
    List<Integer> figures = figures(line);
    if (figures.size() != columns) {
      return new Table.Row(row);
    }
    int column = 0;
    for (int i = line.label() + 1; i < line.to(); i++) {
      boolean figure = figures.contains(i);
      if (figure) {
        row.add(new Table.Cell(text(i), 2 + COLUMN_WIDTH * column, 1, false));
        column++;
      } else if (cells.get(i).isMarkBefore() && column < columns) {
        row.add(new Table.Cell(text(i), 1 + COLUMN_WIDTH * column, 1, false));
      } else if (cells.get(i).isMarkAfter() && column > 0) {
        row.add(new Table.Cell(text(i), COLUMN_WIDTH * column, 1, false));
      }
    }
    return new Table.Row(row);
  }

  private String words(int index) {
    return text(index).text();
  }

  private SourceText text(int index) {
    return ((Draft.Text) drafts.get(index)).text();
  }
}

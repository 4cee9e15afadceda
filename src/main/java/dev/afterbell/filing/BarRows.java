package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Reads tables whose cells bars divide and that no line rules, as programs print the tables of a
 * page: {@code Net revenue | 56,365 | 56,777}. Empty cells are spacers of the page, so that a
 * figure belongs to the column that its order tells, and a row with fewer figures than the others
 * keeps its label alone. Heads stand over as many columns each: {@code Three Months Ended | Six
 * Months Ended} over four columns stand over two each.
 */
final class BarRows {

  /** Fewer rows with figures are no table. */
  private static final int ROWS_MIN = 2;

  /** Lines of one table; a longer one goes on as another. */
  private static final int LINES_MAX = 400;

  /** A line without a bar between two rows, and a cell behind the first, are no longer. */
  private static final int WORDS_CHARS_MAX = 90;

  /** Lines without a bar between two rows. */
  private static final int WORDS_LINES_MAX = 2;

  /** A mark of the page beside a figure: its sign of currency, its closing parenthesis. */
  private static final Set<String> BEFORE = Set.of("$", "US$", "RMB", "\u20AC", "\u00A3", "\u00A5");

  private static final Set<String> BEHIND =
      Set.of(")", "%", ")%", ") %", "%)", "bps", "bp", "pts", "pp", "x");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

  /** Grid columns of a figure: the mark before it, itself, and the mark behind. */
  private static final int WIDTH = 3;

  private final String text;
  private final TextLines lines;
  private int barrenTo;

  BarRows(String text, TextLines lines) {
    this.text = text;
    this.lines = lines;
  }

  /** A stretch of the text; {@code filled} tells a spacer from a cell. */
  private record Cell(int from, int to) {
    boolean filled() {
      return to > from;
    }
  }

  /** Whether a table begins at a line. */
  boolean begins(int line) {
    return end(line) > 0;
  }

  /** The line after the table that begins at {@code from}; 0 if none does. */
  int end(int from) {
    boolean named = namesTime(from);
    if (from < barrenTo || !(named || isBar(from))) {
      return 0;
    }
    int rows = 0;
    int end = from;
    int i = named ? from + 1 : from;
    while (i < lines.size() && i - from < LINES_MAX) {
      if (isBar(i)) {
        end = i + 1;
        rows += isRow(filled(i)) ? 1 : 0;
      } else if (!isWords(i)) {
        break;
      }
      i++;
    }
    if (rows < ROWS_MIN) {
      barrenTo = i;
      return 0;
    }
    return end;
  }

  /** "Three Months Ended June 30," right above the heads, over all of them. */
  private boolean namesTime(int line) {
    TextLine words = lines.get(line);
    return words.isText()
        && words.pieces().size() == 1
        && words.to() - words.from() <= WORDS_CHARS_MAX
        && line + 1 < lines.size()
        && BarHeads.TIME.matcher(text.substring(words.from(), words.to())).find()
        && !isBar(line)
        && isBar(line + 1)
        && !isRow(filled(line + 1));
  }

  /** A line that bars divide, none of them before a sentence. */
  private boolean isBar(int line) {
    if (!lines.get(line).isText()) {
      return false;
    }
    List<Cell> cells = cells(line);
    if (cells.size() < 2) {
      return false;
    }
    List<Cell> filled = cells.stream().filter(Cell::filled).toList();
    return !filled.isEmpty()
        && !Glyphs.isBullet(text.charAt(filled.get(0).from()))
        && filled.stream().skip(1).allMatch(c -> c.to() - c.from() <= WORDS_CHARS_MAX)
        && (filled.size() > 1 || cells.size() > 2);
  }

  /** A label or a heading between rows, as long as a row follows soon. */
  private boolean isWords(int line) {
    for (int i = line; i < lines.size() && i < line + WORDS_LINES_MAX; i++) {
      TextLine words = lines.get(i);
      if (!words.isText() || words.to() - words.from() > WORDS_CHARS_MAX) {
        return false;
      }
      if (i + 1 < lines.size() && isBar(i + 1)) {
        return true;
      }
    }
    return false;
  }

  private List<Cell> cells(int line) {
    List<Cell> cells = new ArrayList<>();
    TextLine whole = lines.get(line);
    int from = whole.from();
    for (int i = from; i <= whole.to(); i++) {
      if (i == whole.to() || text.charAt(i) == '|') {
        cells.add(trimmed(from, i));
        from = i + 1;
      }
    }
    return cells;
  }

  private Cell trimmed(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Glyphs.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && Glyphs.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return new Cell(start, end);
  }

  private List<Cell> filled(int line) {
    return cells(line).stream().filter(Cell::filled).toList();
  }

  private String said(Cell cell) {
    return text.substring(cell.from(), cell.to());
  }

  private boolean isFigure(Cell cell) {
    String said = said(cell);
    // "(1,509" has its closing parenthesis in the next cell, or lost it.
    return Figures.isFigure(said) || (said.indexOf('(') >= 0 && Figures.isFigure(said + ")"));
  }

  private boolean isMark(Cell cell) {
    return BEFORE.contains(said(cell)) || BEHIND.contains(said(cell));
  }

  /** Words, and figures behind them that are not all years. */
  private boolean isRow(List<Cell> cells) {
    return cells.size() > 1
        && !cells.stream().skip(1).allMatch(c -> YEAR.matcher(said(c)).matches())
        && !isFigure(cells.get(0))
        && cells.stream().skip(1).allMatch(c -> isFigure(c) || isMark(c))
        && cells.stream().skip(1).anyMatch(this::isFigure);
  }

  private int figures(List<Cell> cells) {
    return (int) cells.stream().skip(1).filter(c -> isFigure(c) && !isMark(c)).count();
  }

  /** The rows of these lines; each run of heads begins a part with columns of its own. */
  List<Table.Row> rows(int from, int to, BiFunction<Integer, Integer, SourceText> words) {
    List<Table.Row> rows = new ArrayList<>();
    int start = from;
    boolean told = false;
    for (int i = from; i < to; i++) {
      boolean row = isRow(filled(i));
      if (told && !row && filled(i).size() > 1) {
        rows.addAll(part(start, i, words));
        start = i;
        told = false;
      }
      told |= row;
    }
    rows.addAll(part(start, to, words));
    return rows;
  }

  private List<Table.Row> part(int from, int to, BiFunction<Integer, Integer, SourceText> words) {
    int columns = columns(from, to);
    List<Integer> lines = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (!filled(i).isEmpty()) {
        lines.add(i);
      }
    }
    List<Integer> heads = lines.stream().takeWhile(i -> !isRow(filled(i))).toList();
    Optional<BarHeads> over = columns == 0 ? Optional.empty() : heads(heads, columns);
    List<Table.Row> rows = new ArrayList<>();
    for (int i : lines) {
      List<Table.Cell> cells;
      if (columns == 0) {
        cells = apart(filled(i), words);
      } else if (over.isEmpty()) {
        cells = label(filled(i).get(0), words);
      } else if (isRow(filled(i))) {
        cells = row(filled(i), columns, words);
      } else if (heads.contains(i)) {
        cells = heads(filled(i), over.get().lines().get(heads.indexOf(i)), words);
      } else {
        // A sum without a label, or a heading.
        Optional<BarHeads> alone = heads(List.of(i), columns);
        cells =
            alone.isPresent()
                ? heads(filled(i), alone.get().lines().get(0), words)
                : label(filled(i).get(0), words);
      }
      if (!cells.isEmpty()) {
        rows.add(new Table.Row(cells));
      }
    }
    return rows;
  }

  private Optional<BarHeads> heads(List<Integer> at, int columns) {
    return BarHeads.of(
        at.stream().map(i -> filled(i).stream().map(this::said).toList()).toList(),
        at.stream().map(i -> !cells(i).get(0).filled()).toList(),
        columns);
  }

  /** Heads that no row stands below. */
  private static List<Table.Cell> apart(
      List<Cell> filled, BiFunction<Integer, Integer, SourceText> words) {
    List<Table.Cell> cells = new ArrayList<>();
    for (int k = 0; k < filled.size(); k++) {
      add(cells, filled.get(k), k * WIDTH, 1, words);
    }
    return cells;
  }

  /** How many figures most rows have. */
  private int columns(int from, int to) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int i = from; i < to; i++) {
      List<Cell> filled = filled(i);
      if (isRow(filled)) {
        counts.merge(figures(filled), 1, Integer::sum);
      }
    }
    int most = 0;
    int columns = 0;
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      if (count.getValue() >= most) {
        most = count.getValue();
        columns = count.getKey();
      }
    }
    return columns;
  }

  private List<Table.Cell> row(
      List<Cell> filled, int columns, BiFunction<Integer, Integer, SourceText> words) {
    List<Table.Cell> cells = new ArrayList<>();
    add(cells, filled.get(0), 0, 1, words);
    if (figures(filled) != columns) {
      return cells;
    }
    int column = 0;
    for (Cell cell : filled.subList(1, filled.size())) {
      if (BEFORE.contains(said(cell))) {
        add(cells, cell, 1 + column * WIDTH, 1, words);
      } else if (BEHIND.contains(said(cell))) {
        add(cells, cell, column * WIDTH, 1, words);
      } else {
        add(cells, cell, 2 + column * WIDTH, 1, words);
        column++;
      }
    }
    return cells;
  }

  /** Heads over the columns, each over as many as {@code level} says. */
  private static List<Table.Cell> heads(
      List<Cell> filled, BarHeads.Level level, BiFunction<Integer, Integer, SourceText> words) {
    List<Table.Cell> cells = new ArrayList<>();
    if (level.label() > 0) {
      cells.addAll(label(filled.get(0), words));
    }
    int column = 0;
    for (int k = 0; k < level.widths().size(); k++) {
      int width = level.widths().get(k);
      add(cells, filled.get(level.label() + k), 1 + column * WIDTH, width * WIDTH, words);
      column += width;
    }
    return cells;
  }

  /** The cell of a label alone; none where nothing of it is seen. */
  private static List<Table.Cell> label(Cell cell, BiFunction<Integer, Integer, SourceText> words) {
    List<Table.Cell> cells = new ArrayList<>();
    add(cells, cell, 0, 1, words);
    return cells;
  }

  private static void add(
      List<Table.Cell> cells,
      Cell cell,
      int column,
      int span,
      BiFunction<Integer, Integer, SourceText> words) {
    SourceText said = words.apply(cell.from(), cell.to());
    if (said.length() > 0 && column < TableBuilder.COLUMNS_MAX) {
      cells.add(new Table.Cell(said, column, span, false));
    }
  }
}

package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Reads tables whose columns only one space divides, as the text of a PDF may have them: {@code
 * Total revenue 88,400 76,900 255,458 219,517}. Lines that say a label and then nothing but figures
 * are rows; several of them with as many figures are a table. Which column a figure belongs to is
 * told by its order alone, so a row with fewer figures keeps its label and no figure.
 */
final class SpacedRows {

  /** Fewer rows are no table. */
  private static final int ROWS_MIN = 3;

  private static final int FIGURES_MAX = 12;

  private static final int LABEL_CHARS_MAX = 130;

  /** A line without figures between two rows is no longer than this. */
  private static final int HEADING_CHARS_MAX = 80;

  /** Lines without figures between two rows. */
  private static final int GAP_LINES_MAX = 3;

  /** Characters of one figure; a longer word is none, and not looked at to its beginning. */
  private static final int FIGURE_CHARS_MAX = 48;

  /** Words of one figure: "$ (6,100)", "$ (6,100) %". */
  private static final int FIGURE_WORDS_MAX = 3;

  /** Lines looked at for how many figures a row has. */
  private static final int LOOK_AHEAD = 12;

  /** Lines between a line of years and the first row below it, and itself. */
  private static final int HEAD_LINES_MAX = 4;

  /** Nothing but years, or names of quarters and halves with their years. */
  private static final Pattern COLUMN_HEADS =
      Pattern.compile(
          "(?i)(?:(?:(?:q[1-4]|[1-4]q|h[12]|[12]h|[369]m|fy) ?)?['’]?(?:19|20)?[0-9]{2}(?:"
              + " |$)){2,12}");

  private static final Pattern NOTE = Pattern.compile("[0-9]{1,2}");

  private static final Set<String> MONEY =
      Set.of("$", "US$", "HK$", "RMB", "\u00A3", "\u20AC", "\u00A5");

  private final String text;
  private final TextLines lines;

  SpacedRows(String text, TextLines lines) {
    this.text = text;
    this.lines = lines;
  }

  /**
   * Label and figures of one line.
   *
   * @param label where the label ends
   * @param figures starts and ends, in turn
   */
  private record Cut(int label, List<Integer> figures) {

    int count() {
      return figures.size() / 2;
    }

    /** The same without the number of a note before {@code columns} figures. */
    Cut without(int columns, String text) {
      boolean note =
          count() == columns + 1
              && NOTE.matcher(text.substring(figures.get(0), figures.get(1))).matches();
      return note ? new Cut(label, figures.subList(2, figures.size())) : this;
    }
  }

  /**
   * How many figures the rows from {@code from} on have, most of them; 0 where that line has none.
   */
  private int columns(int from) {
    if (cut(lines.get(from)).count() < 2) {
      return 0;
    }
    int[] seen = new int[FIGURES_MAX + 1];
    for (int i = from; i < Math.min(lines.size(), from + LOOK_AHEAD); i++) {
      seen[cut(lines.get(i)).count()]++;
    }
    int most = 2;
    for (int n = 3; n < seen.length; n++) {
      most = seen[n] > seen[most] ? n : most;
    }
    return cut(lines.get(from)).without(most, text).count() == most ? most : 0;
  }

  /** The line after the table that begins at {@code from}; 0 if none does. */
  int end(int from) {
    int count = columns(from);
    if (count < 2) {
      return 0;
    }
    int rows = 0;
    int end = from;
    for (int i = from; i < lines.size() && i - from < TableFinder.TABLE_LINES_MAX; i++) {
      TextLine line = lines.get(i);
      int here = cut(line).without(count, text).count();
      if (here == count) {
        rows++;
        end = i + 1;
      } else if (i - end >= GAP_LINES_MAX || (here == 0 && line.isText() && !heads(line))) {
        break;
      }
    }
    return rows >= ROWS_MIN ? end : 0;
  }

  /** Whether a table begins with this line, or with one of the next below years that head it. */
  boolean begins(int line) {
    if (cut(lines.get(line)).count() >= 2 && end(line) > 0) {
      return true;
    }
    TextLine head = lines.get(line);
    if (head.kind() != TextLine.Kind.SINGLE
        || !COLUMN_HEADS.matcher(text.substring(first(head), last(head))).matches()) {
      return false;
    }
    for (int i = line + 1; i < Math.min(lines.size(), line + HEAD_LINES_MAX); i++) {
      if (end(i) > 0) {
        return true;
      }
    }
    return false;
  }

  /** The rows of the lines {@code [from, to)}. */
  List<Table.Row> rows(int from, int to, BiFunction<Integer, Integer, SourceText> words) {
    int count = columns(from);
    List<Table.Row> rows = new ArrayList<>();
    for (int i = from; i < to; i++) {
      TextLine line = lines.get(i);
      if (!line.isText()) {
        continue;
      }
      Cut cut = cut(line).without(count, text);
      List<Table.Cell> cells = new ArrayList<>();
      add(cells, words.apply(first(line), cut.count() == 0 ? last(line) : cut.label()), 0);
      for (int k = 0; cut.count() == count && k < count; k++) {
        add(cells, words.apply(cut.figures().get(2 * k), cut.figures().get(2 * k + 1)), k + 1);
      }
      if (!cells.isEmpty()) {
        rows.add(new Table.Row(cells));
      }
    }
    return rows;
  }

  private static void add(List<Table.Cell> cells, SourceText said, int column) {
    if (said.length() > 0) {
      cells.add(new Table.Cell(said, column, 1, false));
    }
  }

  private static int first(TextLine line) {
    return line.pieces().get(0).from();
  }

  private static int last(TextLine line) {
    return line.pieces().get(line.pieces().size() - 1).to();
  }

  /** Whether a line without figures may head rows. */
  private boolean heads(TextLine line) {
    return line.kind() == TextLine.Kind.SINGLE
        && line.width() <= HEADING_CHARS_MAX
        && text.charAt(last(line) - 1) != '.';
  }

  /** The longest run of figures at the end of a line that a label starts. */
  private Cut cut(TextLine line) {
    if (line.kind() != TextLine.Kind.SINGLE || !starts(text.charAt(first(line)))) {
      return new Cut(0, List.of());
    }
    int from = first(line);
    int at = last(line);
    List<Integer> figures = new ArrayList<>();
    while (at > from && figures.size() < 2 * FIGURES_MAX) {
      int start = figureStart(from, at);
      if (start < 0) {
        break;
      }
      figures.add(0, at);
      figures.add(0, start);
      at = start - 1;
    }
    boolean labelled = !figures.isEmpty() && at > from && at - from <= LABEL_CHARS_MAX;
    return labelled ? new Cut(at, figures) : new Cut(0, List.of());
  }

  /** A label begins with a letter; a heading may begin with a currency or in parentheses. */
  private static boolean starts(char c) {
    return Character.isLetter(c) || c == '(' || MONEY.contains(String.valueOf(c));
  }

  /** The last space before {@code at} and after {@code first}; −1 if there is none. */
  private int spaceBefore(int at, int first) {
    int space = at - 1;
    while (space > first && text.charAt(space) != ' ') {
      space--;
    }
    return space > first ? space : -1;
  }

  /** Where the longest figure of some words that ends at {@code to} starts; −1 if none does. */
  private int figureStart(int from, int to) {
    int found = -1;
    int at = to;
    int first = Math.max(from, to - FIGURE_CHARS_MAX);
    for (int word = 0; word < FIGURE_WORDS_MAX && at > from; word++) {
      at = spaceBefore(at, first);
      if (at <= from) {
        return found;
      }
      String words = text.substring(at + 1, to);
      boolean figure = Figures.isFigure(words);
      boolean grown = found < 0 || MONEY.contains(text.substring(at + 1, found - 1));
      found = figure && grown ? at + 1 : found;
    }
    return found;
  }
}

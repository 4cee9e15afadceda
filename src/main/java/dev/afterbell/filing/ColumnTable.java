package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Finds the columns of a table that is set with spaces.
 *
 * <p>Figures are aligned on the right, more or less: a PDF's text wavers by a few characters. Their
 * right edges are clustered, nearest first, as long as no row would have two figures in one column;
 * words above then stand in the columns that they overlap.
 */
final class ColumnTable {

  /** Right edges of one column may lie this far apart, in characters. */
  private static final int EDGE_DISTANCE_MAX = 7;

  /** A heading over several columns stands in their middle, give or take, in half characters. */
  private static final int OFF_CENTRE_MAX = 10;

  private static final class Column {
    private double edges;
    private int count;
    private int left = Integer.MAX_VALUE;
    private int right;
    private final BitSet rows = new BitSet();

    void add(TextLine.Piece piece, int row) {
      edges += edge(piece);
      count++;
      left = Math.min(left, piece.left());
      right = Math.max(right, piece.right());
      rows.set(row);
    }

    double edge() {
      return edges / count;
    }

    void merge(Column other) {
      edges += other.edges;
      count += other.count;
      left = Math.min(left, other.left);
      right = Math.max(right, other.right);
      rows.or(other.rows);
    }

    private static int edge(TextLine.Piece piece) {
      return piece.right();
    }
  }

  private final List<TextLine> lines;
  private final List<Column> columns;

  /**
   * @param lines the lines of one table, none blank
   */
  ColumnTable(List<TextLine> lines) {
    this.lines = lines;
    this.columns = columns(lines);
  }

  /** Where the first column of figures begins; the width of the page if there is none. */
  int figuresLeft() {
    return columns.isEmpty() ? Integer.MAX_VALUE : columns.get(0).left;
  }

  private static List<Column> columns(List<TextLine> lines) {
    List<Column> found = new ArrayList<>();
    Column[] byEdge = new Column[TextLines.COLUMN_LINE_CHARS_MAX * 8 + 1];
    for (int row = 0; row < lines.size(); row++) {
      List<TextLine.Piece> pieces = lines.get(row).pieces();
      for (int i = 0; i < pieces.size(); i++) {
        TextLine.Piece piece = pieces.get(i);
        if (piece.figure() && (i > 0 || pieces.size() > 1)) {
          Column column = byEdge[piece.right()];
          if (column == null) {
            column = new Column();
            byEdge[piece.right()] = column;
          }
          column.add(piece, row);
        }
      }
    }
    for (Column column : byEdge) {
      if (column != null) {
        found.add(column);
      }
    }
    while (mergeNearest(found)) {
      // Each turn takes one column away.
    }
    return found;
  }

  private static boolean mergeNearest(List<Column> columns) {
    int best = -1;
    double nearest = Double.MAX_VALUE;
    for (int i = 0; i + 1 < columns.size(); i++) {
      Column a = columns.get(i);
      Column b = columns.get(i + 1);
      double distance = b.edge() - a.edge();
      boolean close = distance <= EDGE_DISTANCE_MAX || b.left < a.right;
      if (close && distance < nearest && !a.rows.intersects(b.rows)) {
        best = i;
        nearest = distance;
      }
    }
    if (best < 0) {
      return false;
    }
    columns.get(best).merge(columns.remove(best + 1));
    return true;
  }

  /**
   * The table.
   *
   * @param text makes the text of the characters {@code [from, to)}
   */
  Table table(BiFunction<Integer, Integer, SourceText> text) {
    List<Table.Row> rows = new ArrayList<>(lines.size());
    for (TextLine line : lines) {
      List<Table.Cell> cells = cells(line, text);
      if (!cells.isEmpty()) {
        rows.add(new Table.Row(cells));
      }
    }
    return new Table(rows);
  }

  private List<Table.Cell> cells(TextLine line, BiFunction<Integer, Integer, SourceText> text) {
    List<TextLine.Piece> pieces = line.pieces();
    int[][] spans = place(pieces);
    List<Table.Cell> cells = new ArrayList<>(pieces.size());
    int next = 0;
    for (int i = 0; i < pieces.size(); i++) {
      SourceText words = text.apply(pieces.get(i).from(), pieces.get(i).to());
      if (words.length() == 0) {
        continue;
      }
      int first = Math.max(next, spans[i][0]);
      int last = Math.max(first, spans[i][1]);
      cells.add(new Table.Cell(words, first, last - first + 1, false));
      next = last + 1;
    }
    return cells;
  }

  /** First and last grid column of each piece; column 0 is for labels. */
  private int[][] place(List<TextLine.Piece> pieces) {
    int[][] spans = new int[pieces.size()][];
    boolean headings = true;
    for (int i = 0; i < pieces.size(); i++) {
      TextLine.Piece piece = pieces.get(i);
      if (piece.figure() && pieces.size() > 1) {
        int column = ofFigure(piece) + 1;
        spans[i] = new int[] {column, column};
      } else {
        spans[i] = ofWords(piece, i == 0);
      }
      headings &= !piece.figure();
    }
    if (headings) {
      widen(pieces, spans);
    }
    return spans;
  }

  private int ofFigure(TextLine.Piece piece) {
    int best = 0;
    double nearest = Double.MAX_VALUE;
    for (int c = 0; c < columns.size(); c++) {
      double distance = Math.abs(columns.get(c).edge() - piece.right());
      if (distance < nearest) {
        best = c;
        nearest = distance;
      }
    }
    return best;
  }

  private int[] ofWords(TextLine.Piece piece, boolean first) {
    if (columns.isEmpty()
        || (first
            && piece.left() < columns.get(0).left - 2
            && piece.middle2() < 2 * columns.get(0).left)) {
      return new int[] {0, 0};
    }
    int from = -1;
    int to = -1;
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      if (column.left < piece.right() && piece.left() < column.right) {
        from = from < 0 ? c : from;
        to = c;
      }
    }
    if (from < 0) {
      int nearest = nearest(piece);
      return new int[] {nearest + 1, nearest + 1};
    }
    return new int[] {from + 1, to + 1};
  }

  private int nearest(TextLine.Piece piece) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      int distance = Math.abs(column.left + column.right - piece.middle2());
      if (distance < least) {
        best = c;
        least = distance;
      }
    }
    return best;
  }

  /**
   * A row of headings that are narrower than what they head: shares all columns out among them if
   * each then stands in the middle of its share.
   */
  private void widen(List<TextLine.Piece> pieces, int[][] spans) {
    int first = spans.length > 0 && spans[0][0] == 0 ? 1 : 0;
    int count = spans.length - first;
    if (count == 0 || count >= columns.size()) {
      return;
    }
    int[][] shares = new int[count][];
    int next = 1;
    for (int k = 0; k < count; k++) {
      int[] span = spans[first + k];
      int limit = k + 1 < count ? spans[first + k + 1][0] - 1 : columns.size();
      int end = k + 1 < count ? bestEnd(pieces.get(first + k), next, span[1], limit) : limit;
      if (span[0] < next
          || end < span[1]
          || offCentre(pieces.get(first + k), next, end) > OFF_CENTRE_MAX) {
        return;
      }
      shares[k] = new int[] {next, end};
      next = end + 1;
    }
    System.arraycopy(shares, 0, spans, first, count);
  }

  private int bestEnd(TextLine.Piece piece, int from, int least, int limit) {
    int best = Math.max(from, least);
    for (int end = best; end <= limit; end++) {
      if (offCentre(piece, from, end) < offCentre(piece, from, best)) {
        best = end;
      }
    }
    return best;
  }

  private int offCentre(TextLine.Piece piece, int from, int to) {
    int middle = columns.get(from - 1).left + columns.get(to - 1).right;
    return Math.abs(middle - piece.middle2());
  }
}

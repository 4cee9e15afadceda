package dev.afterbell.filing;

import dev.afterbell.filing.ColumnFinder.Extent;
import dev.afterbell.filing.TextLine.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Puts the pieces of lines into the columns that {@link ColumnFinder} found. Column 0 is for
 * labels; figures go to the column whose right edge they meet, words above to all that they stand
 * over.
 */
final class ColumnTable {

  /** A heading over several columns stands in their middle, give or take, in half characters. */
  private static final int OFF_CENTRE_MAX = 5;

  /** The same for a heading that is alone in its row, and at least so long, in characters. */
  private static final int ALONE_OFF_CENTRE_MAX = 14;

  private static final int LONG_CHARS_MIN = 8;

  /** Labels begin this close to the left margin of the table, headings do not, in characters. */
  private static final int LABEL_INDENT_MAX = 6;

  /** Cost of two figures in one column, against characters off its edge. */
  private static final double SHARED_COST = 40;

  /** Columns that figures are matched to one by one; wider rows keep their order. */
  private static final int MATCHED_COLUMNS_MAX = 64;

  /** Parts of headings that speak of single columns: "% change" stands over two at most. */
  private static final Set<String> NARROW = Words.set("narrow-headings.txt");

  /** Parts of headings that are one thing, whatever columns their words stand over. */
  private static final Set<String> WHOLE = Words.set("whole-headings.txt");

  private final String source;
  private final List<TextLine> lines;
  private final ColumnFinder finder;
  private final int labelLeft;

  /**
   * @param lines the lines of one table, none blank
   * @param source what they are cut from
   */
  ColumnTable(List<TextLine> lines, String source) {
    this.source = source;
    this.lines = lines;
    this.finder = new ColumnFinder(lines);
    this.labelLeft =
        lines.stream()
            .filter(l -> l.kind() == TextLine.Kind.DATA && !l.pieces().get(0).figure())
            .mapToInt(TextLine::left)
            .min()
            .orElse(0);
  }

  /**
   * The rows that say something.
   *
   * @param text makes the text of the characters {@code [from, to)}
   */
  List<Table.Row> rows(BiFunction<Integer, Integer, SourceText> text) {
    List<Table.Row> rows = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      List<Table.Cell> cells = cells(lines.get(i), finder.near(i), text);
      if (!cells.isEmpty()) {
        rows.add(new Table.Row(cells));
      }
    }
    return rows;
  }

  /** A piece, or several that share their columns. */
  private record Placed(Piece piece, int first, int last) {

    Placed with(Placed next) {
      Piece a = piece;
      Piece b = next.piece;
      Piece both = new Piece(a.from(), b.to(), a.left(), b.right(), a.figure() && b.figure());
      return new Placed(both, Math.min(first, next.first), Math.max(last, next.last));
    }
  }

  private List<Table.Cell> cells(
      TextLine line, List<Extent> columns, BiFunction<Integer, Integer, SourceText> text) {
    List<Placed> placed = new ArrayList<>();
    for (Placed next : place(line.pieces(), columns)) {
      int at = placed.size() - 1;
      if (at >= 0 && placed.get(at).last() >= next.first()) {
        placed.set(at, placed.get(at).with(next));
      } else {
        placed.add(next);
      }
    }
    List<Placed> said = new ArrayList<>(placed.size());
    List<SourceText> texts = new ArrayList<>(placed.size());
    for (Placed one : placed) {
      SourceText words = text.apply(one.piece().from(), one.piece().to());
      if (words.length() > 0) {
        said.add(one);
        texts.add(words);
      }
    }
    List<SourceText> packed = SourceText.pack(texts);
    List<Table.Cell> cells = new ArrayList<>(said.size());
    for (int i = 0; i < said.size(); i++) {
      Placed one = said.get(i);
      cells.add(new Table.Cell(packed.get(i), one.first(), one.last() - one.first() + 1, false));
    }
    return cells;
  }

  private List<Placed> place(List<Piece> pieces, List<Extent> columns) {
    boolean data = pieces.size() > 1 && pieces.stream().anyMatch(Piece::figure);
    if (columns.isEmpty()) {
      return inOrder(pieces);
    }
    if (!data) {
      return headings(pieces, columns);
    }
    List<Piece> figures = pieces.stream().filter(Piece::figure).toList();
    int[] matched = match(figures, columns);
    List<Placed> placed = new ArrayList<>(pieces.size());
    int f = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.figure()) {
        placed.add(new Placed(piece, matched[f], matched[f]));
        f++;
      } else if (i == 0) {
        placed.add(new Placed(piece, 0, 0));
      } else {
        placed.add(over(piece, columns));
      }
    }
    return placed;
  }

  private static List<Placed> inOrder(List<Piece> pieces) {
    List<Placed> placed = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      placed.add(new Placed(pieces.get(i), i, i));
    }
    return placed;
  }

  // ---- figures

  /**
   * Grid column of each figure: in order, as near to the columns as can be. Two share a column, or
   * one stays with the label, only where there are more figures than columns, as with the number of
   * a note.
   */
  private static int[] match(List<Piece> figures, List<Extent> columns) {
    int n = figures.size();
    int m = columns.size();
    int[] found = new int[n];
    if (n == m || m > MATCHED_COLUMNS_MAX || n > MATCHED_COLUMNS_MAX) {
      for (int i = 0; i < n; i++) {
        found[i] = Math.min(m, i + 1);
      }
      return found;
    }
    double[][] cost = new double[n + 1][m + 1];
    boolean[][] shares = new boolean[n + 1][m + 1];
    for (int i = 1; i <= n; i++) {
      cost[i][0] = cost[i - 1][0] + SHARED_COST;
      shares[i][0] = true;
      for (int c = 1; c <= m; c++) {
        double own = best(cost[i - 1], c - 1);
        double shared = i > 1 ? cost[i - 1][c] + SHARED_COST : Double.MAX_VALUE;
        shares[i][c] = shared < own;
        cost[i][c] = Math.min(own, shared) + distance(figures.get(i - 1), columns.get(c - 1));
      }
    }
    int c = cheapest(cost[n], m);
    for (int i = n; i >= 1; i--) {
      found[i - 1] = c;
      c = shares[i][c] ? c : cheapest(cost[i - 1], c - 1);
    }
    return found;
  }

  private static double best(double[] costs, int last) {
    return costs[cheapest(costs, last)];
  }

  /** The cheapest of the columns up to one; the rightmost of equals. */
  private static int cheapest(double[] costs, int last) {
    int best = last;
    for (int c = last; c >= 0; c--) {
      best = costs[c] < costs[best] ? c : best;
    }
    return best;
  }

  private static double distance(Piece piece, Extent column) {
    double edges = Math.abs(piece.right() - column.edge());
    int gap = Math.max(column.left() - piece.right(), piece.left() - column.right());
    return gap < 0 ? Math.min(edges, 8) : edges + gap;
  }

  // ---- headings

  private List<Placed> headings(List<Piece> pieces, List<Extent> columns) {
    List<Placed> placed = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean label =
          i == 0
              && piece.left() <= labelLeft + LABEL_INDENT_MAX
              && piece.left() < columns.get(0).left();
      if (label) {
        placed.add(new Placed(piece, 0, 0));
      } else {
        placed.addAll(wordByWord(piece, over(piece, columns), columns));
      }
    }
    boolean labelled = !placed.isEmpty() && placed.get(0).first() == 0;
    int from = labelled ? 1 : 0;
    if (placed.size() - from == columns.size()) {
      for (int i = from; i < placed.size(); i++) {
        placed.set(i, new Placed(placed.get(i).piece(), i - from + 1, i - from + 1));
      }
    } else {
      widen(placed, from, columns);
    }
    return placed;
  }

  private static Placed over(Piece piece, List<Extent> columns) {
    int from = -1;
    int to = -1;
    int nearest = 0;
    int least = Integer.MAX_VALUE;
    for (int c = 0; c < columns.size(); c++) {
      Extent column = columns.get(c);
      if (column.left() < piece.right() && piece.left() < column.right()) {
        from = from < 0 ? c : from;
        to = c;
      }
      int distance = Math.abs(column.left() + column.right() - piece.middle2());
      if (distance < least) {
        nearest = c;
        least = distance;
      }
    }
    return from < 0
        ? new Placed(piece, nearest + 1, nearest + 1)
        : new Placed(piece, from + 1, to + 1);
  }

  /**
   * Cuts headings apart that only one space divides, where each then stands over its own column.
   */
  private List<Placed> wordByWord(Piece piece, Placed whole, List<Extent> columns) {
    int count = whole.last() - whole.first() + 1;
    List<Integer> words = spaces(piece);
    if (count < 2 || words.size() + 1 < count || says(WHOLE, piece)) {
      return List.of(whole);
    }
    int[] starts = new int[count];
    int[] ends = new int[count];
    Arrays.fill(starts, -1);
    int from = 0;
    for (int w = 0; w <= words.size(); w++) {
      int to = w < words.size() ? words.get(w) : piece.to() - piece.from();
      int middle2 = 2 * piece.left() + from + to;
      int column = nearestAmong(middle2, whole, columns);
      if (starts[column] < 0) {
        starts[column] = from;
      }
      ends[column] = to;
      from = to + 1;
    }
    List<Placed> cut = new ArrayList<>(count);
    for (int c = 0; c < count; c++) {
      Extent extent = columns.get(whole.first() - 1 + c);
      if (starts[c] < 0) {
        return List.of(whole);
      }
      Piece part = piece.part(starts[c], ends[c]);
      if (!isHeading(part)) {
        return List.of(whole);
      }
      int off = Math.abs(extent.left() + extent.right() - part.middle2());
      if (off > OFF_CENTRE_MAX && Math.abs(part.right() - extent.right()) > 1) {
        return List.of(whole);
      }
      cut.add(new Placed(part, whole.first() + c, whole.first() + c));
    }
    return cut;
  }

  /** Offsets of the spaces of a piece, from its first character. */
  private List<Integer> spaces(Piece piece) {
    List<Integer> found = new ArrayList<>();
    for (int i = piece.from(); i < piece.to(); i++) {
      if (source.charAt(i) == ' ') {
        found.add(i - piece.from());
      }
    }
    return found;
  }

  /** A part of a heading begins with a letter, or is a year. */
  private boolean isHeading(Piece part) {
    boolean year = part.to() - part.from() == 4 && Character.isDigit(source.charAt(part.to() - 1));
    return year || Character.isLetter(source.charAt(part.from()));
  }

  private static int nearestAmong(int middle2, Placed whole, List<Extent> columns) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int c = whole.first() - 1; c < whole.last(); c++) {
      int distance = Math.abs(columns.get(c).left() + columns.get(c).right() - middle2);
      if (distance < least) {
        best = c - whole.first() + 1;
        least = distance;
      }
    }
    return best;
  }

  /**
   * Headings that are narrower than what they head: shares all columns out among them if each then
   * stands in the middle of its share.
   */
  private void widen(List<Placed> placed, int from, List<Extent> columns) {
    int count = placed.size() - from;
    if (count == 0 || count >= columns.size()) {
      return;
    }
    if (sharesEqually(placed, from, columns)) {
      int share = columns.size() / count;
      for (int k = 0; k < count; k++) {
        Piece piece = placed.get(from + k).piece();
        placed.set(from + k, new Placed(piece, k * share + 1, (k + 1) * share));
      }
      return;
    }
    List<Placed> shares = new ArrayList<>(count);
    int next = 1;
    for (int k = from; k < placed.size(); k++) {
      Placed own = placed.get(k);
      int limit = k + 1 < placed.size() ? placed.get(k + 1).first() - 1 : columns.size();
      int end = k + 1 < placed.size() ? bestEnd(own, next, limit, columns) : limit;
      int off = end < next ? Integer.MAX_VALUE : offCentre(own.piece(), next, end, columns);
      boolean alone = count == 1 && own.piece().right() - own.piece().left() >= LONG_CHARS_MIN;
      int most = alone ? ALONE_OFF_CENTRE_MAX : OFF_CENTRE_MAX;
      if (says(NARROW, own.piece()) || own.first() < next || end < own.last() || off > most) {
        return;
      }
      shares.add(new Placed(own.piece(), next, end));
      next = end + 1;
    }
    for (int k = 0; k < count; k++) {
      placed.set(from + k, shares.get(k));
    }
  }

  private boolean says(Set<String> parts, Piece piece) {
    String words = source.substring(piece.from(), piece.to()).toLowerCase(Locale.ROOT);
    return parts.stream().anyMatch(words::contains);
  }

  /** Whether several headings stand each within an equal share of the columns, not at its side. */
  private boolean sharesEqually(List<Placed> placed, int from, List<Extent> columns) {
    int count = placed.size() - from;
    if (count < 2 || columns.size() % count != 0) {
      return false;
    }
    int share = columns.size() / count;
    for (int k = 0; k < count; k++) {
      Placed own = placed.get(from + k);
      int first = k * share + 1;
      int last = first + share - 1;
      int width = columns.get(last - 1).right() - columns.get(first - 1).left();
      int off = offCentre(own.piece(), first, last, columns);
      boolean within = own.first() >= first && own.last() <= last;
      boolean central = off * 10 <= width * (share == 2 ? 8 : 5);
      boolean wide = own.piece().right() - own.piece().left() >= LONG_CHARS_MIN;
      if (!within || !central || !wide || says(NARROW, own.piece())) {
        return false;
      }
    }
    return true;
  }

  private static int bestEnd(Placed own, int from, int limit, List<Extent> columns) {
    int best = Math.max(from, own.last());
    for (int end = best; end <= limit; end++) {
      if (offCentre(own.piece(), from, end, columns)
          < offCentre(own.piece(), from, best, columns)) {
        best = end;
      }
    }
    return best;
  }

  private static int offCentre(Piece piece, int from, int to, List<Extent> columns) {
    int middle2 = columns.get(from - 1).left() + columns.get(to - 1).right();
    return Math.abs(middle2 - piece.middle2());
  }
}

package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds where the columns of figures stand in a table that is set with spaces.
 *
 * <p>Figures are aligned on the right, more or less: the text of a PDF wavers by a few characters
 * from row to row. So the fullest kind of row gives the number of columns, and each such row tells
 * where they stand around it. Where rows contradict one another (figures staggered over more
 * columns than any row fills), right edges are clustered over the whole table instead, nearest
 * first, as long as no row would have two figures in one column.
 */
final class ColumnFinder {

  /**
   * Where one column stands.
   *
   * @param left of its figures
   * @param right the place after them
   * @param edge right edge to align to
   */
  record Extent(int left, int right, double edge) {}

  /** Right edges of one column may lie this far apart when clustered, in characters. */
  private static final int EDGE_DISTANCE_MAX = 7;

  /** Full rows looked at on either side of a row. */
  private static final int NEIGHBOURS_MAX = 3;

  /** One row in this many must be full for fullness to count as the table's own. */
  private static final int FULL_SHARE = 5;

  /** So many full rows in ten are enough to take figures in their order, wherever they stand. */
  private static final int MOST_IN_TEN = 6;

  private final List<List<TextLine.Piece>> rows;
  private final List<Integer> full;
  private final List<Extent> everywhere;

  /** Looks at all rows of a table. */
  ColumnFinder(List<TextLine> lines) {
    this.rows = lines.stream().map(ColumnFinder::figures).toList();
    this.full = fullRows();
    this.everywhere = full.isEmpty() ? clustered() : List.of();
  }

  /** The figures of a line; one that stands alone in its line is no row of figures. */
  static List<TextLine.Piece> figures(TextLine line) {
    return line.pieces().size() < 2
        ? List.of()
        : line.pieces().stream().filter(TextLine.Piece::figure).toList();
  }

  /** The columns as they stand around a row, left to right. */
  List<Extent> near(int row) {
    if (full.isEmpty()) {
      return everywhere;
    }
    int at = 0;
    while (at < full.size() && full.get(at) < row) {
      at++;
    }
    int from = Math.max(0, at - NEIGHBOURS_MAX);
    int to = Math.min(full.size(), at + NEIGHBOURS_MAX);
    List<Extent> found = new ArrayList<>();
    for (int k = 0; k < rows.get(full.get(0)).size(); k++) {
      found.add(extent(k, full.subList(from, to)));
    }
    return found;
  }

  private Extent extent(int k, List<Integer> among) {
    int left = Integer.MAX_VALUE;
    int right = 0;
    double edges = 0;
    for (int row : among) {
      TextLine.Piece piece = rows.get(row).get(k);
      left = Math.min(left, piece.left());
      right = Math.max(right, piece.right());
      edges += piece.right();
    }
    return new Extent(left, right, edges / among.size());
  }

  /** Rows with as many figures as there are columns; none if rows contradict one another. */
  private List<Integer> fullRows() {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (List<TextLine.Piece> row : rows) {
      if (!row.isEmpty()) {
        counts.merge(row.size(), 1, Integer::sum);
      }
    }
    int data = counts.values().stream().mapToInt(Integer::intValue).sum();
    for (int columns : counts.descendingKeySet()) {
      int support = counts.getOrDefault(columns, 0);
      boolean most = support * 10 >= data * MOST_IN_TEN;
      if (data == 1 || support >= Math.max(2, data / FULL_SHARE)) {
        List<Integer> found = rowsOf(columns);
        boolean sound = (most || !contradictory(found)) && !outsiders(found);
        boolean notes = hasNoteNumbers(columns, counts, data);
        if (sound && !notes) {
          return found;
        }
        if (!notes) {
          return List.of();
        }
      }
    }
    return List.of();
  }

  private List<Integer> rowsOf(int columns) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() == columns) {
        found.add(i);
      }
    }
    return found;
  }

  /**
   * Whether the rows with this many figures only have one more than most because the number of a
   * note stands beside their label.
   */
  private boolean hasNoteNumbers(int columns, Map<Integer, Integer> counts, int data) {
    if (counts.getOrDefault(columns - 1, 0) * 2 <= data) {
      return false;
    }
    for (List<TextLine.Piece> row : rows) {
      if (row.size() == columns) {
        TextLine.Piece first = row.get(0);
        if (first.right() - first.left() > 3) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean contradictory(List<Integer> found) {
    for (int i = 1; i < found.size(); i++) {
      if (contradict(rows.get(found.get(i - 1)), rows.get(found.get(i)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether most figures of one row stand nearer to another column of the other row. */
  private static boolean contradict(List<TextLine.Piece> a, List<TextLine.Piece> b) {
    int strangers = 0;
    for (int k = 0; k < a.size(); k++) {
      int own = Math.abs(a.get(k).right() - b.get(k).right());
      boolean nearer = false;
      for (int j = Math.max(0, k - 1); j <= Math.min(b.size() - 1, k + 1); j++) {
        nearer |= j != k && Math.abs(a.get(k).right() - b.get(j).right()) < own;
      }
      strangers += nearer ? 1 : 0;
    }
    return strangers * 2 > a.size();
  }

  /** Whether several rows have a figure where the full rows have no column. */
  private boolean outsiders(List<Integer> found) {
    if (found.isEmpty()) {
      return false;
    }
    int outside = 0;
    for (int i = 0; i < rows.size(); i++) {
      List<TextLine.Piece> nearest = rows.get(nearest(found, i));
      if (rows.get(i).size() > nearest.size()) {
        continue; // The number of a note beside its label.
      }
      for (TextLine.Piece piece : rows.get(i)) {
        boolean touches = false;
        for (TextLine.Piece column : nearest) {
          touches |=
              piece.left() < column.right() + EDGE_DISTANCE_MAX
                  && column.left() < piece.right() + EDGE_DISTANCE_MAX;
        }
        outside += touches ? 0 : 1;
      }
    }
    return outside > 1;
  }

  private static int nearest(List<Integer> found, int row) {
    int best = found.get(0);
    for (int candidate : found) {
      if (Math.abs(candidate - row) < Math.abs(best - row)) {
        best = candidate;
      }
    }
    return best;
  }

  // ---- clustering

  private static final class Cluster {
    private double edges;
    private int count;
    private int left = Integer.MAX_VALUE;
    private int right;
    private final BitSet rows = new BitSet();

    void add(TextLine.Piece piece, int row) {
      edges += piece.right();
      count++;
      left = Math.min(left, piece.left());
      right = Math.max(right, piece.right());
      rows.set(row);
    }

    double edge() {
      return edges / count;
    }

    void merge(Cluster other) {
      edges += other.edges;
      count += other.count;
      left = Math.min(left, other.left);
      right = Math.max(right, other.right);
      rows.or(other.rows);
    }
  }

  private List<Extent> clustered() {
    TreeMap<Integer, Cluster> byEdge = new TreeMap<>();
    for (int row = 0; row < rows.size(); row++) {
      for (TextLine.Piece piece : rows.get(row)) {
        byEdge.computeIfAbsent(piece.right(), edge -> new Cluster()).add(piece, row);
      }
    }
    List<Cluster> clusters = new ArrayList<>(byEdge.values());
    Optional<Integer> next = nearestPair(clusters);
    while (next.isPresent()) {
      clusters.get(next.get()).merge(clusters.remove(next.get() + 1));
      next = nearestPair(clusters);
    }
    return clusters.stream().map(c -> new Extent(c.left, c.right, c.edge())).toList();
  }

  private static Optional<Integer> nearestPair(List<Cluster> clusters) {
    Optional<Integer> best = Optional.empty();
    double nearest = Double.MAX_VALUE;
    for (int i = 0; i + 1 < clusters.size(); i++) {
      Cluster a = clusters.get(i);
      Cluster b = clusters.get(i + 1);
      double distance = b.edge() - a.edge();
      boolean close = distance <= EDGE_DISTANCE_MAX || b.left < a.right;
      if (close && distance < nearest && !a.rows.intersects(b.rows)) {
        best = Optional.of(i);
        nearest = distance;
      }
    }
    return best;
  }
}

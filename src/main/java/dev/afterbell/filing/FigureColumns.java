package dev.afterbell.filing;

import dev.afterbell.filing.ColumnFinder.Extent;
import dev.afterbell.filing.TextLine.Piece;
import java.util.List;

/** Finds which column each figure of a line belongs to. */
final class FigureColumns {

  /** Cost of two figures in one column, against characters off its edge. */
  private static final double SHARED_COST = 40;

  /** Columns that figures are matched to one by one; wider rows keep their order. */
  private static final int MATCHED_COLUMNS_MAX = 64;

  private FigureColumns() {}

  /**
   * Grid column of each figure: in order, as near to the columns as can be. Two share a column, or
   * one stays with the label, only where there are more figures than columns, as with the number of
   * a note.
   */
  static int[] match(List<Piece> figures, List<Extent> columns) {
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
}

package dev.afterbell.evidence;

import dev.afterbell.evidence.TableGrid.Entry;
import dev.afterbell.evidence.TableGrid.Line;
import dev.afterbell.evidence.TableLayout.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Knows where the columns of figures of a table are, and which figure of a row is in which. */
final class FigureColumns {

  private FigureColumns() {}

  /** The grid columns from {@code from} to before {@code to}. */
  record Interval(int from, int to) {
    boolean overlaps(int a, int b) {
      return a < to && from < b;
    }
  }

  /** So many rows in ten are enough to tell the columns, if all others fit under them. */
  private static final int FULL_ROWS_IN_TEN = 3;

  private static final int FULL_ROWS_MIN = 3;

  /** A number of a note has no more digits. */
  private static final int NOTE_DIGITS_MAX = 2;

  /**
   * The columns of figures: where the fullest rows have theirs, if there are several and the other
   * rows fit under them; else where the rows of the commonest number of figures have theirs.
   */
  static List<Interval> of(List<Line> rows) {
    List<Line> data = rows.stream().filter(Line::hasFigures).toList();
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (Line line : data) {
      counts.merge(line.entries().size(), 1, Integer::sum);
    }
    int common = 0;
    for (Map.Entry<Integer, Integer> e : counts.entrySet()) {
      common = e.getValue() >= counts.getOrDefault(common, 0) ? e.getKey() : common;
    }
    for (Map.Entry<Integer, Integer> e : counts.descendingMap().entrySet()) {
      boolean enough =
          e.getValue() >= FULL_ROWS_MIN && e.getValue() * 10 >= data.size() * FULL_ROWS_IN_TEN;
      if (e.getKey() > common && enough && fit(data, e.getKey())) {
        return columns(data, e.getKey());
      }
    }
    return columns(data, common);
  }

  private static List<Interval> columns(List<Line> data, int n) {
    List<Interval> columns = new ArrayList<>();
    for (Line line : data) {
      if (line.entries().size() == n) {
        merge(columns, line);
      }
    }
    return columns;
  }

  /** Whether all rows fit under the columns of the rows with {@code n} figures. */
  private static boolean fit(List<Line> data, int n) {
    List<Interval> columns = columns(data, n);
    boolean notes =
        data.stream()
            .filter(l -> l.entries().size() == n)
            .allMatch(l -> l.entries().get(0).figure().map(FigureColumns::noteNumber).orElse(true));
    return !notes
        && data.stream()
            .filter(l -> l.entries().size() <= n)
            .allMatch(
                l ->
                    l.entries().stream()
                        .allMatch(
                            e ->
                                columns.stream()
                                        .filter(c -> c.overlaps(e.column(), e.columnEnd()))
                                        .count()
                                    == 1));
  }

  /** Whether a figure can be the number of a note. */
  static boolean noteNumber(Figure f) {
    return f.kind() == Figure.Kind.NUMBER
        && f.printed().scale() == 0
        && f.printed().precision() <= NOTE_DIGITS_MAX;
  }

  private static void merge(List<Interval> columns, Line line) {
    for (int i = 0; i < line.entries().size(); i++) {
      Entry e = line.entries().get(i);
      if (columns.size() <= i) {
        columns.add(new Interval(e.column(), e.columnEnd()));
      } else {
        Interval c = columns.get(i);
        int from = Math.min(c.from(), e.column());
        int to = Math.max(c.to(), e.columnEnd());
        boolean clear =
            (i == 0 || columns.get(i - 1).to() <= from)
                && (i + 1 >= columns.size() || to <= columns.get(i + 1).from());
        if (clear) {
          columns.set(i, new Interval(from, to));
        }
      }
    }
  }

  /** {@code line} with each of its figures in the column it belongs to. */
  static Row row(Line line, List<Interval> columns, TableTexts texts) {
    List<Optional<Entry>> placed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      placed.add(Optional.empty());
    }
    if (line.entries().size() == columns.size()) {
      for (int i = 0; i < columns.size(); i++) {
        placed.set(i, Optional.of(line.entries().get(i)));
      }
      return new Row(texts.label(line.label()), placed);
    }
    List<Entry> nearestFirst = new ArrayList<>(line.entries());
    nearestFirst.sort(
        java.util.Comparator.comparingLong(e -> distance(e, columns.get(nearest(e, columns)))));
    for (Entry e : nearestFirst) {
      int best = nearest(e, columns);
      if (placed.get(best).isEmpty()) {
        placed.set(best, Optional.of(e));
      }
    }
    return new Row(texts.label(line.label()), placed);
  }

  private static int nearest(Entry e, List<Interval> columns) {
    int best = 0;
    long bestDistance = Long.MAX_VALUE;
    for (int i = 0; i < columns.size(); i++) {
      Interval c = columns.get(i);
      long distance = distance(e, c);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = i;
      }
    }
    return best;
  }

  /** How far a figure is from a column; negative where it stands under it. */
  private static long distance(Entry e, Interval c) {
    return c.overlaps(e.column(), e.columnEnd())
        ? (long) Math.max(c.from(), e.column()) - Math.min(c.to(), e.columnEnd())
        : Math.abs((long) c.to() - e.columnEnd());
  }
}

package dev.afterbell.evidence;

import dev.afterbell.evidence.ColumnHeaders.Header;
import dev.afterbell.evidence.FigureColumns.Interval;
import java.util.Arrays;
import java.util.List;

/**
 * Which header of a line stands over which column of figures: by where they overlap, by even groups
 * where that leaves columns or headers over, and around its middle where a length of time does.
 */
final class HeaderOwners {

  private HeaderOwners() {}

  /**
   * For each column the number of the header over it, or -1.
   *
   * @param cells the headers of one line, at least one
   * @param columns the columns of figures
   * @param group how many columns a header has where the line below repeats itself; 0 where it does
   *     not
   */
  static int[] of(List<Header> cells, List<Interval> columns, int group) {
    int n = columns.size();
    int k = cells.size();
    int[] owner = byOverlap(cells, columns);
    if (k > 1 && k * group == n) {
      return even(owner, group);
    }
    boolean everyColumn = Arrays.stream(owner).allMatch(o -> o >= 0);
    boolean everyCell = Arrays.stream(owner).filter(o -> o >= 0).distinct().count() == k;
    if (!(everyColumn && everyCell) && n % k == 0 && k > 1 && !share(cells)) {
      boolean overlapDisagrees = !everyCell || k == n;
      if (overlapDisagrees) {
        even(owner, n / k);
      } else {
        spread(owner, n / k, k);
      }
    }
    return everyColumn ? owner : centred(owner, cells);
  }

  /**
   * Gives a length of time that touches only the middle one of some columns all of them, as where a
   * heading of text is set over the middle of three.
   */
  private static int[] centred(int[] owner, List<Header> cells) {
    int[] told = owner.clone();
    for (int i = 1; i + 1 < owner.length; i++) {
      int cell = owner[i];
      int left = free(owner, i, -1);
      if (cell >= 0
          && left > 0
          && left == free(owner, i, 1)
          && PeriodReader.read(cells.get(cell).text()).hasLength()) {
        Arrays.fill(told, i - left, i + left + 1, cell);
      }
    }
    return told;
  }

  /** How many columns without a header stand beside column {@code at}. */
  private static int free(int[] owner, int at, int step) {
    int n = 0;
    for (int i = at + step; i >= 0 && i < owner.length && owner[i] < 0; i += step) {
      n++;
    }
    return n;
  }

  /** Whether a line heads shares and changes: each of these headers is of one column. */
  private static boolean share(List<Header> cells) {
    return cells.stream().allMatch(c -> c.text().strip().startsWith("%"));
  }

  /** Gives columns without a header that of their group, if the groups are even. */
  private static void spread(int[] owner, int group, int cells) {
    for (int c = 0; c < cells; c++) {
      for (int i = c * group; i < (c + 1) * group; i++) {
        if (owner[i] >= 0 && owner[i] != c) {
          return;
        }
      }
    }
    even(owner, group);
  }

  private static int[] even(int[] owner, int group) {
    for (int i = 0; i < owner.length; i++) {
      owner[i] = i / group;
    }
    return owner;
  }

  private static int[] byOverlap(List<Header> cells, List<Interval> columns) {
    int[] owner = new int[columns.size()];
    for (int i = 0; i < owner.length; i++) {
      owner[i] = -1;
      int best = 0;
      for (int c = 0; c < cells.size(); c++) {
        int shared =
            Math.min(columns.get(i).to(), cells.get(c).to())
                - Math.max(columns.get(i).from(), cells.get(c).from());
        if (shared > best) {
          best = shared;
          owner[i] = c;
        }
      }
    }
    return owner;
  }
}

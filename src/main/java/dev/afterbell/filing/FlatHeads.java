package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The heads over the columns of a table that lost its grid. */
final class FlatHeads {

  private FlatHeads() {}

  /**
   * Whether no two columns have the same heads above them. "Years ended December 31, 2025 2024 2025
   * 2024" does not say which years are whole: what stands there under three months and under a year
   * would be mixed up.
   *
   * @param levels rows of heads, the lowest last; each of a row stands over as many columns
   */
  static boolean tellApart(List<List<String>> levels) {
    int columns = levels.get(levels.size() - 1).size();
    Set<List<String>> seen = new HashSet<>();
    for (int column = 0; column < columns; column++) {
      List<String> heads = new ArrayList<>(levels.size());
      for (List<String> level : levels) {
        int width = level.isEmpty() ? columns : Math.max(1, columns / level.size());
        heads.add(level.isEmpty() ? "" : level.get(Math.min(column / width, level.size() - 1)));
      }
      if (!seen.add(heads)) {
        return false;
      }
    }
    return true;
  }

  /** "Three Months EndedJune 30," with the space that went when its lines were joined. */
  static SourceText unglued(SourceText head) {
    SourceText.Builder apart = new SourceText.Builder();
    for (int i = 0; i < head.length(); i++) {
      boolean glued =
          i > 0
              && Character.isLowerCase(head.charAt(i - 1))
              && Character.isUpperCase(head.charAt(i));
      if (glued) {
        int at = head.span(i, i + 1).start();
        apart.append(' ', at, at);
      }
      apart.append(head.subSequence(i, i + 1));
    }
    return apart.build();
  }
}

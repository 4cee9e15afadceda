package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Rules that an analyst can read and change: lines of a class-path file beside this class. {@code
 * #} starts a comment line; empty lines count for nothing. A table that cannot be used fails when
 * it is loaded, with file and line.
 */
final class RuleTable {

  private static final Pattern BOUND = Pattern.compile("\\{(\\d+);(\\d+)\\}");

  private RuleTable() {}

  /**
   * One row.
   *
   * @param file name of the file
   * @param line line number, from 1
   * @param cells what stands between the commas, trimmed
   */
  record Row(String file, int line, List<String> cells) {

    Row {
      cells = List.copyOf(cells);
    }

    String text(int column) {
      return cells.get(column);
    }

    /**
     * A regular expression, case ignored; a bound is written {@code {0;90}}, for want of commas.
     */
    Pattern pattern(int column) {
      try {
        String text = BOUND.matcher(cells.get(column)).replaceAll("{$1,$2}");
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
      } catch (PatternSyntaxException e) {
        throw new IllegalStateException(at() + "not a pattern: " + e.getMessage(), e);
      }
    }

    /** A constant by its name. */
    <E extends Enum<E>> E constant(int column, Class<E> type) {
      try {
        return Enum.valueOf(type, cells.get(column));
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(
            at() + "no " + type.getSimpleName() + ": " + cells.get(column), e);
      }
    }

    /** Whether the first of two words stands there. */
    boolean either(int column, String yes, String no) {
      String cell = cells.get(column);
      if (!cell.equals(yes) && !cell.equals(no)) {
        throw new IllegalStateException(at() + yes + " or " + no + " is expected, not " + cell);
      }
      return cell.equals(yes);
    }

    private String at() {
      return file + ":" + line + ": ";
    }
  }

  /** All rows of a table, each of the same number of cells. */
  static List<Row> rows(String file, int columns) {
    List<Row> rows = new ArrayList<>();
    List<String> lines = RuleLines.all(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = new ArrayList<>();
      for (String cell : line.split(",", -1)) {
        cells.add(cell.strip());
      }
      if (cells.size() != columns || cells.stream().anyMatch(String::isEmpty)) {
        throw new IllegalStateException(
            file + ":" + (i + 1) + ": " + columns + " cells are expected");
      }
      rows.add(new Row(file, i + 1, cells));
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException(file + ": no rows");
    }
    return List.copyOf(rows);
  }

  /** One pattern that finds what any line of a list finds; lines may hold commas. */
  static Pattern anyOf(String file) {
    List<String> parts = list(file).stream().map(p -> "(?:" + p.pattern() + ")").toList();
    return Pattern.compile(String.join("|", parts), Pattern.CASE_INSENSITIVE);
  }

  /** The patterns of a list, one a line, case ignored; lines may hold commas. */
  static List<Pattern> list(String file) {
    List<Pattern> patterns = new ArrayList<>();
    List<String> lines = RuleLines.all(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        patterns.add(new Row(file, i + 1, List.of(line)).pattern(0));
      }
    }
    return List.copyOf(patterns);
  }
}

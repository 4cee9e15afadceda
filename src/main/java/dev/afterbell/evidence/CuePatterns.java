package dev.afterbell.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions under names, from a tab-separated file beside this class. A file that cannot
 * be used fails when it is loaded, and a name that it does not hold when it is asked for.
 */
final class CuePatterns {

  private static final int COLUMNS = 3;

  private final String file;
  private final Map<String, Pattern> patterns;

  private CuePatterns(String file, Map<String, Pattern> patterns) {
    this.file = file;
    this.patterns = Map.copyOf(patterns);
  }

  /**
   * Loads {@code file}: name, expression and what it finds on each line, {@code #} for comments.
   *
   * @throws IllegalStateException if the file is missing, or a line is malformed or repeats a name
   */
  static CuePatterns of(String file) {
    return of(file, 0);
  }

  /** The same with upper and lower case alike, for text that is not folded. */
  static CuePatterns anyCase(String file) {
    return of(file, Pattern.CASE_INSENSITIVE);
  }

  private static CuePatterns of(String file, int flags) {
    Map<String, Pattern> patterns = new HashMap<>();
    for (String line : RuleLines.of(file)) {
      String[] cells = line.split("\t", -1);
      if (cells.length != COLUMNS || cells[0].isBlank() || cells[1].isEmpty()) {
        throw new IllegalStateException(file + ": three columns expected: " + line);
      }
      if (patterns.put(cells[0], compiled(file, cells, flags)) != null) {
        throw new IllegalStateException(file + ": " + cells[0] + " stands there twice");
      }
    }
    return new CuePatterns(file, patterns);
  }

  /**
   * The expression of that name.
   *
   * @throws IllegalStateException if the file has none
   */
  Pattern get(String name) {
    Pattern pattern = patterns.get(name);
    if (pattern == null) {
      throw new IllegalStateException(file + " has no " + name);
    }
    return pattern;
  }

  /**
   * The expression of that name with the words that it needs.
   *
   * @throws IllegalStateException if the file has none
   */
  Expression expression(String name) {
    return Expression.of(get(name));
  }

  private static Pattern compiled(String file, String[] cells, int flags) {
    try {
      return Pattern.compile(cells[1], flags);
    } catch (PatternSyntaxException e) {
      throw new IllegalStateException(file + ": " + cells[0] + ": " + e.getMessage(), e);
    }
  }
}

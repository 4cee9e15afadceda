package dev.afterbell.evidence;

import dev.afterbell.filing.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads cells of tables that are set as on the European continent: {@code 3 412,5}, {@code
 * 1.204,30}, {@code -2,64}. A table is one where several cells can be read in no other way; there a
 * point groups thousands, and a comma before three digits could be either, so that such a cell is
 * not read.
 */
final class ContinentalFigures {

  /** Cells that must have a decimal comma before a table counts as continental. */
  private static final int CELLS_MIN = 2;

  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<open>\\()?(?<sign>[-−–] ?)?(?<digits>\\d{1,3}(?:[ '’]\\d{3})+\\.\\d{1,2}|(?:\\d{1,3}(?:["
              + " .'’]\\d{3})+|\\d{1,12})(?:,\\d{1,2})?)(?<close>\\))?(?<percent> ?%)?");

  /** No cell that {@link #DECIMAL_COMMA} or {@link #DECIMAL_POINT} takes is longer. */
  private static final int DECIMAL_CHARS_MAX = 24;

  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("[(−–-]?[\\d .]{1,16},\\d{1,2}\\)? ?%?");
  private static final Pattern DECIMAL_POINT =
      Pattern.compile("[(−–-]?[$€£]?[\\d,]{1,16}\\.\\d{1,2}\\)? ?%?");
  private static final Pattern GROUPED =
      Pattern.compile("[(−–-]? ?\\d{1,3}(?:(?: \\d{3})+|(?:['’]\\d{3})+)(?:\\.\\d{1,2})?\\)?");
  private static final Pattern DECIMALS_BEHIND_GROUPS =
      Pattern.compile("\\d{1,3}(?:[ '’]\\d{3})+\\.\\d{1,2}");
  private static final Pattern COMMA_AND_THREE = Pattern.compile(".*\\d,\\d{3}\\b.*");

  private ContinentalFigures() {}

  /** Whether {@code table} has decimal commas and no decimal points. */
  static boolean in(Table table) {
    int commas = 0;
    for (Table.Row row : table.rows()) {
      for (Table.Cell cell : row.cells()) {
        String text = cell.text().text().strip();
        if (text.length() > DECIMAL_CHARS_MAX || !Dated.hasDigit(text)) {
          continue;
        }
        if (text.indexOf('.') >= 0 && DECIMAL_POINT.matcher(text).matches()) {
          return false;
        }
        commas += text.indexOf(',') >= 0 && DECIMAL_COMMA.matcher(text).matches() ? 1 : 0;
      }
    }
    return commas >= CELLS_MIN;
  }

  /** Whether a cell of a continental table is read here, even if it turns out to be no figure. */
  static boolean reads(String text) {
    return FIGURE.matcher(text).matches() || COMMA_AND_THREE.matcher(text).matches();
  }

  /** Whether a cell is digits in groups that spaces or, as in Switzerland, apostrophes divide. */
  static boolean grouped(String text) {
    return GROUPED.matcher(text).matches();
  }

  /** The figure of a whole cell; empty for anything else. */
  static Optional<Figure> read(String text) {
    Matcher m = FIGURE.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    String printed = m.group("digits");
    boolean point = DECIMALS_BEHIND_GROUPS.matcher(printed).matches();
    String digits = printed.replaceAll(point ? "[ '’]" : "[ .'’]", "").replace(',', '.');
    boolean negative =
        m.group("sign") != null || (m.group("open") != null && m.group("close") != null);
    BigDecimal value = new BigDecimal(digits);
    return Optional.of(
        new Figure(
            negative ? value.negate() : value,
            0,
            false,
            m.group("percent") != null ? Figure.Kind.PERCENT : Figure.Kind.NUMBER,
            Optional.empty(),
            false,
            m.start(),
            m.end()));
  }
}

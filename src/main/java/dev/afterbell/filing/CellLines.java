package dev.afterbell.filing;

import java.util.Set;

/**
 * Finds runs of lines each of which was one cell of a table, as programs print the cells of a page
 * below one another: a label, a currency mark, a figure, a closing parenthesis. Each is a paragraph
 * of its own then, and {@link StackedTables} tells what belongs together.
 */
final class CellLines {

  /** Fewer lone figures are no table. */
  private static final int FIGURES_MIN = 6;

  /** Of ten lines so many are figures or marks beside them, at least. */
  private static final int PARTS_OF_TEN_MIN = 4;

  /** Labels and heads between two figures. */
  private static final int WORDS_LINES_MAX = 10;

  /** Lines of one run; a longer one goes on as another. */
  private static final int LINES_MAX = 2_000;

  /** A cell is no wider. */
  private static final int CELL_CHARS_MAX = 120;

  private static final Set<String> MARKS =
      Set.of("$", "US$", "RMB", "\u20AC", "\u00A3", "\u00A5", ")", "%", ")%", "%)");

  private final String text;
  private final TextLines lines;
  private int barrenTo;

  CellLines(String text, TextLines lines) {
    this.text = text;
    this.lines = lines;
  }

  /** The line after the run that begins at {@code from}; 0 if none does. */
  int end(int from) {
    if (from < barrenTo || !isCell(from)) {
      return 0;
    }
    int cells = 0;
    int cellsToLast = 0;
    int parts = 0;
    int figures = 0;
    int end = from;
    int i = from;
    while (i < lines.size() && i - from < LINES_MAX && cells - cellsToLast <= WORDS_LINES_MAX) {
      if (lines.get(i).kind() != TextLine.Kind.BLANK) {
        if (!isCell(i)) {
          break;
        }
        cells++;
        boolean figure = isFigure(i);
        if (figure || MARKS.contains(said(i))) {
          figures += figure ? 1 : 0;
          parts++;
          cellsToLast = cells;
          end = i + 1;
        }
      }
      i++;
    }
    if (figures < FIGURES_MIN || parts * 10 < cellsToLast * PARTS_OF_TEN_MIN) {
      barrenTo = i;
      return 0;
    }
    return end;
  }

  private boolean isCell(int line) {
    TextLine cell = lines.get(line);
    return cell.isText()
        && cell.pieces().size() == 1
        && cell.width() <= CELL_CHARS_MAX
        && !Glyphs.isBullet(text.charAt(cell.pieces().get(0).from()));
  }

  private boolean isFigure(int line) {
    return Figures.isFigure(said(line));
  }

  private String said(int line) {
    TextLine.Piece piece = lines.get(line).pieces().get(0);
    return text.substring(piece.from(), piece.to()).strip();
  }
}

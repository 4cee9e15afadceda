package dev.afterbell.filing;

import java.util.List;

/**
 * A table as laid out: from HTML, from columns of spaces (a PDF's text, an SGML {@code <PRE>}
 * block) or from Markdown pipes. Cells keep the grid column they start in, so that a header that
 * spans columns stands above all of them. Nothing is interpreted here: which rows are headers is
 * for the reader of facts.
 *
 * @param rows at least one row, none of them empty
 */
public record Table(List<Row> rows) implements Block {

  public Table {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("A table has rows");
    }
  }

  /** From its first character to its last; a parser that mends a page may have moved rows. */
  @Override
  public ByteSpan span() {
    int start = rows.stream().mapToInt(r -> r.span().start()).min().orElseThrow();
    int end = rows.stream().mapToInt(r -> r.span().end()).max().orElseThrow();
    return new ByteSpan(start, end);
  }

  /**
   * One row.
   *
   * @param cells the cells that hold text, in order of column; at least one
   */
  public record Row(List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
      if (cells.isEmpty()) {
        throw new IllegalArgumentException("A row has cells");
      }
    }

    ByteSpan span() {
      int start = cells.stream().mapToInt(c -> c.text().span().start()).min().orElse(0);
      int end = cells.stream().mapToInt(c -> c.text().span().end()).max().orElse(start);
      return new ByteSpan(start, end);
    }
  }

  /**
   * One cell with text.
   *
   * @param text what it says, never empty
   * @param column first grid column, from 0
   * @param columnSpan grid columns it covers, at least 1
   * @param header whether the source marks it as a header (th)
   */
  public record Cell(SourceText text, int column, int columnSpan, boolean header) {

    public Cell {
      if (text.length() == 0 || column < 0 || columnSpan < 1) {
        throw new IllegalArgumentException("A cell has text, a column and a span");
      }
    }

    /** The grid column after the last one covered. */
    public int columnEnd() {
      return column + columnSpan;
    }
  }
}

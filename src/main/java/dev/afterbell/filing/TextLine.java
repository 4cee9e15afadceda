package dev.afterbell.filing;

import java.util.List;

/**
 * A line of plain text, cut where two or more spaces stand together.
 *
 * @param from first character of the line in the text
 * @param to the character after its last, without the line end
 * @param pieces what stands between wide gaps, left to right
 * @param kind what the pieces look like
 * @param newPage whether a page begins with it
 * @param edge whether it opens or closes a table by tag
 */
record TextLine(int from, int to, List<Piece> pieces, Kind kind, boolean newPage, Edge edge) {

  /** A table tag of EDGAR's plain text in the line. */
  enum Edge {
    /** None. */
    NONE,
    /** {@code <TABLE>}. */
    OPENS,
    /** {@code </TABLE>}. */
    CLOSES
  }

  /**
   * A piece of a line.
   *
   * @param from first character in the text
   * @param to the character after its last
   * @param left column of its first character on the page, from 0
   * @param right the column after its last
   * @param figure whether it is a figure
   */
  record Piece(int from, int to, int left, int right, boolean figure) {

    /** Twice the column of its middle. */
    int middle2() {
      return left + right;
    }

    /** The part between two offsets. */
    Piece part(int start, int end) {
      return new Piece(from + start, from + end, left + start, left + end, figure);
    }
  }

  /** What a line looks like by itself. */
  enum Kind {
    /** Nothing. */
    BLANK,
    /** Only dashes, equal signs or underscores. */
    RULE,
    /** A figure in a column of its own. */
    DATA,
    /** Several pieces, none of them a figure. */
    SPREAD,
    /** One piece. */
    SINGLE
  }

  TextLine {
    pieces = List.copyOf(pieces);
  }

  /** Whether it holds more than space or a drawn line. */
  boolean isText() {
    return kind != Kind.BLANK && kind != Kind.RULE;
  }

  /** Column of the first character. */
  int left() {
    return pieces.isEmpty() ? 0 : pieces.get(0).left();
  }

  /** The column after the last character. */
  int right() {
    return pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).right();
  }

  /** Width of its text. */
  int width() {
    return right() - left();
  }
}

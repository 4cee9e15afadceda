package dev.afterbell.filing;

import dev.afterbell.filing.TextLine.Piece;

/**
 * A piece of a line, or several that share their columns.
 *
 * @param piece the words
 * @param first the first grid column they stand in; 0 is for labels
 * @param last the last one
 */
record Placed(Piece piece, int first, int last) {

  /** This and the next as one. */
  Placed with(Placed next) {
    Piece a = piece;
    Piece b = next.piece;
    Piece both = new Piece(a.from(), b.to(), a.left(), b.right(), a.figure() && b.figure());
    return new Placed(both, Math.min(first, next.first), Math.max(last, next.last));
  }
}

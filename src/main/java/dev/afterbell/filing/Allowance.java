package dev.afterbell.filing;

import dev.afterbell.limit.Limits;

/** How many more paragraphs and cells a file may have; readers stop when it is spent. */
final class Allowance {

  private int left = Limits.FILING_PIECES_MAX;

  /** Takes a paragraph or a cell. */
  void take() {
    left--;
  }

  /** Whether more was taken than is allowed. */
  boolean isSpent() {
    return left < 0;
  }
}

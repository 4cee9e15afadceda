package dev.afterbell.filing;

import dev.afterbell.limit.Limits;

/** How many more tables, paragraphs and cells a file may have; readers stop when it is spent. */
final class Allowance {

  private int left = Limits.FILING_PIECES_MAX;
  private int tables = Limits.FILING_TABLES_MAX;

  /** Takes a paragraph or a cell. */
  void take() {
    left--;
  }

  /** Takes the tables that begin in the text of a page. */
  void takeTables(String page) {
    for (int at = next(page, 0); at >= 0 && tables >= 0; at = next(page, at + 1)) {
      tables--;
    }
  }

  private static int next(String page, int from) {
    for (int at = page.indexOf('<', from); at >= 0; at = page.indexOf('<', at + 1)) {
      boolean may = at + 1 < page.length() && (page.charAt(at + 1) | 0x20) == 't';
      if (may && page.regionMatches(true, at + 1, "table", 0, "table".length())) {
        return at;
      }
    }
    return -1;
  }

  /** Another that goes on where this one stands, so that what it gives out may be taken back. */
  Allowance fork() {
    Allowance fork = new Allowance();
    fork.left = left;
    fork.tables = tables;
    return fork;
  }

  /** Takes over what a fork gave out. */
  void join(Allowance fork) {
    left = fork.left;
    tables = fork.tables;
  }

  /** Whether more was taken than is allowed. */
  boolean isSpent() {
    return left < 0 || tables < 0;
  }
}

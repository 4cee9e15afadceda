package dev.afterbell.filing;

import java.util.List;

/**
 * Reads an HTML page: what it says, and where each character of that stands in the file. Pages
 * whose tags nest as they should, as most releases do, are read straight from the source; all
 * others as a full parser mends them. Both ways say the same.
 */
final class HtmlReader {

  private HtmlReader() {}

  /**
   * What a page says.
   *
   * @param title the title element, folded; empty if none
   * @param drafts its blocks in order
   */
  record Page(String title, List<Draft> drafts) {}

  /** Reads a page; text that no person would see goes to {@code hidden}. */
  static Page read(ByteText source, HiddenSpans hidden, Allowance allowance) {
    return MarkupWalk.read(source, hidden, allowance)
        .orElseGet(() -> TreeWalk.read(source, hidden, allowance));
  }
}

package dev.afterbell.filing;

import java.util.List;

/** Reads an HTML page: what it says, and where each character of that stands in the file. */
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
    return TreeWalk.read(source, hidden, allowance);
  }
}

package dev.afterbell.filing;

import java.util.BitSet;

/**
 * The lines of a plain text. Only where they start is kept; a line is cut into its pieces when it
 * is looked at, and those looked at last are remembered, so that memory does not grow with the
 * pieces.
 */
final class TextLines {

  /** Longer lines are paragraphs, whatever spaces they have, in characters. */
  static final int COLUMN_LINE_CHARS_MAX = 1000;

  /** Lines remembered; more than any table has. A power of two. */
  private static final int REMEMBERED = 1024;

  private final String text;
  private final int[] starts;
  private final BitSet newPages = new BitSet();
  private final TextLine[] remembered = new TextLine[REMEMBERED];
  private final boolean spaced;

  TextLines(String text) {
    this.text = text;
    this.starts = starts(text);
    this.spaced = SpacedThousands.in(text);
    markPages();
  }

  private static boolean endsLine(String text, int index) {
    char c = text.charAt(index);
    return c == '\n'
        || c == '\f'
        || (c == '\r' && (index + 1 == text.length() || text.charAt(index + 1) != '\n'));
  }

  private static int[] starts(String text) {
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      count += endsLine(text, i) ? 1 : 0;
    }
    int[] found = new int[count];
    int next = 1;
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(text, i)) {
        found[next] = i + 1;
        next++;
      }
    }
    return found;
  }

  /** Marks the first line with text after a form feed or a page tag. */
  private void markPages() {
    boolean pending = false;
    for (int i = 0; i < starts.length; i++) {
      int to = end(i);
      int first = starts[i];
      while (first < to && Glyphs.isSpace(text.charAt(first))) {
        first++;
      }
      if (first < to && text.regionMatches(true, first, "<PAGE>", 0, 6)) {
        pending = true;
      } else if (first < to && pending) {
        newPages.set(i);
        pending = false;
      }
      pending |= to < text.length() && text.charAt(to) == '\f';
    }
  }

  private int end(int index) {
    int to = index + 1 < starts.length ? starts[index + 1] - 1 : text.length();
    return to > starts[index] && text.charAt(to - 1) == '\r' ? to - 1 : to;
  }

  /** How many lines there are, blank ones too. */
  int size() {
    return starts.length;
  }

  /** A line. */
  TextLine get(int index) {
    TextLine line = remembered[index & (REMEMBERED - 1)];
    if (line == null || line.from() != starts[index] || line.to() != end(index)) {
      line = LineCutter.cut(text, starts[index], end(index), newPages.get(index), spaced);
      remembered[index & (REMEMBERED - 1)] = line;
    }
    return line;
  }
}

package dev.afterbell.filing;

import java.io.Reader;

/**
 * Feeds a page to the parser with spaces for line ends, which mean the same in HTML. A parser that
 * tracks positions keeps all line ends and searches them for every node, which costs as much as the
 * parsing itself. The text is read from the source, so nothing is lost where line ends are kept.
 */
final class LineEndsAsSpaces extends Reader {

  private final String source;
  private int position;

  LineEndsAsSpaces(String source) {
    this.source = source;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    int count = Math.min(length, source.length() - position);
    if (count <= 0) {
      return length == 0 ? 0 : -1;
    }
    source.getChars(position, position + count, buffer, offset);
    for (int i = offset; i < offset + count; i++) {
      if (buffer[i] == '\n' || buffer[i] == '\r') {
        buffer[i] = ' ';
      }
    }
    position += count;
    return count;
  }

  @Override
  public void close() {
    position = source.length();
  }
}

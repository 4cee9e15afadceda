package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects the characters of one paragraph: folds white space, drops what is invisible, and knows
 * how much of it is bold.
 */
final class Paragraph {

  /** Longest line that may be taken as a heading, in characters. */
  private static final int HEADING_CHARS_MAX = 160;

  /** A stretch between two cuts. */
  private record Part(int end, boolean bold) {}

  private final SourceText.Builder text = new SourceText.Builder();
  private final List<Part> parts = new ArrayList<>();
  private int spaceStart = -1;
  private int spaceEnd;
  private int inked;
  private int bold;
  private int lastBreak = -1;
  private boolean marked;
  private char high;
  private int highStart;

  /** Adds a character; {@code isBold} tells how it is set. */
  void add(char c, int start, int end, boolean isBold) {
    if (Glyphs.isSpace(c)) {
      addSpace(start, end);
      return;
    }
    if (high != 0) {
      char first = high;
      high = 0;
      if (Glyphs.isInvisiblePair(first, c)) {
        return;
      }
      put(first, highStart, end, isBold);
    }
    if (c == 0xDB40) {
      high = c;
      highStart = start;
    } else if (!Glyphs.isInvisible(c)) {
      put(c, start, end, isBold);
    }
  }

  /**
   * Adds characters of one byte each.
   *
   * @param start the byte of the first
   */
  void addRun(String source, int from, int to, int start, boolean isBold) {
    int i = from;
    while (i < to) {
      int end = high == 0 ? wordsEnd(source, i, to) : i;
      if (end > i) {
        put(source, i, end, start + i - from, isBold);
        i = end;
      } else {
        add(source.charAt(i), start + i - from, start + i - from + 1, isBold);
        i++;
      }
    }
  }

  /** The end of words that stand as they are: plain letters, with one space between two words. */
  private static int wordsEnd(String source, int from, int to) {
    int end = from;
    while (end < to) {
      char c = source.charAt(end);
      boolean plain = isPlain(c);
      boolean between = c == ' ' && end > from && end + 1 < to && isPlain(source.charAt(end + 1));
      if (!plain && !between) {
        break;
      }
      end++;
    }
    return end;
  }

  private static boolean isPlain(char c) {
    return c > ' ' && c < 0x7F;
  }

  private void put(String source, int from, int to, int start, boolean isBold) {
    endSpace();
    text.append(source, from, to, start);
    int ink = to - from;
    for (int i = from; i < to; i++) {
      ink -= source.charAt(i) == ' ' ? 1 : 0;
    }
    inked += ink;
    bold += isBold ? ink : 0;
  }

  /** Adds white space that stands for some bytes. */
  void addSpace(int start, int end) {
    if (spaceStart < 0) {
      spaceStart = start;
    }
    spaceEnd = Math.max(spaceStart, end);
  }

  private void put(char c, int start, int end, boolean isBold) {
    endSpace();
    text.append(c, start, end);
    inked++;
    if (isBold) {
      bold++;
    }
  }

  private void endSpace() {
    if (spaceStart >= 0 && text.length() > 0) {
      text.append(' ', spaceStart, spaceEnd);
    }
    spaceStart = -1;
  }

  /** The whole of it is a heading by its element. */
  void markHeading() {
    marked = true;
  }

  /**
   * A line end that a person sees. It ends the paragraph when it is doubled, when the line was all
   * bold, or when the line ends as sentences do; else it is a space.
   */
  void lineBreak(int start, int end) {
    int length = text.length();
    if (inked > 0 && (lastBreak == length || bold == inked || ".:!?;".indexOf(last()) >= 0)) {
      parts.add(new Part(length, bold == inked));
      bold = 0;
      inked = 0;
    }
    lastBreak = length;
    addSpace(start, end);
  }

  /** Whether nothing with ink was added. */
  boolean isEmpty() {
    return text.length() == 0;
  }

  /** The last character with ink, or NUL. */
  char last() {
    return isEmpty() ? '\0' : text.charAt(text.length() - 1);
  }

  /** Whether white space follows the last character. */
  boolean endsInSpace() {
    return spaceStart >= 0;
  }

  /** Hands over what was collected, and starts anew. */
  void flush(Consumer<Draft> sink) {
    if (text.length() > 0) {
      SourceText whole = text.build();
      int from = 0;
      parts.add(new Part(whole.length(), bold == inked));
      for (Part part : parts) {
        emit(whole, from, part, sink);
        from = part.end();
      }
    }
    reset();
  }

  private void emit(SourceText whole, int from, Part part, Consumer<Draft> sink) {
    int start = from;
    while (start < part.end() && whole.charAt(start) == ' ') {
      start++;
    }
    if (start < part.end()) {
      SourceText text = whole.subSequence(start, part.end());
      boolean heading =
          marked || (text.length() <= HEADING_CHARS_MAX && (part.bold() || isShouted(text)));
      sink.accept(new Draft.Text(text, heading));
    }
  }

  /** Whether text has letters, several of them, and none in lower case. */
  static boolean isShouted(CharSequence text) {
    int upper = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      if (Character.isUpperCase(c)) {
        upper++;
      }
    }
    return upper >= 4;
  }

  private void reset() {
    text.clear();
    parts.clear();
    spaceStart = -1;
    inked = 0;
    bold = 0;
    lastBreak = -1;
    marked = false;
    high = 0;
  }
}

package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text as a reader sees it, with the place of every character in the stored file.
 *
 * <p>The text has entities decoded, runs of white space folded to one space and invisible
 * characters removed; each UTF-16 unit remembers the bytes it came from. A folded space stands for
 * all bytes of its run.
 *
 * <p>Two texts are equal when they read the same and come from the same bytes. A part of a text
 * shares its parent's characters and places, so that sentences cost next to nothing.
 */
public final class SourceText implements CharSequence {

  /** No text, at the start of the file. */
  public static final SourceText EMPTY = new Builder().build();

  /** Integers per run: first character, first byte, bytes per character. */
  private static final int RUN = 3;

  private final String backing;
  private final int[] runs;
  private final int from;
  private final int to;

  private SourceText(String backing, int[] runs, int from, int to) {
    this.backing = backing;
    this.runs = runs;
    this.from = from;
    this.to = to;
  }

  /**
   * Text whose i-th character came from the bytes {@code [starts[i], ends[i])}.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public static SourceText of(String text, int[] starts, int[] ends) {
    if (text.length() != starts.length || text.length() != ends.length) {
      throw new IllegalArgumentException("One start and one end for each character");
    }
    Builder builder = new Builder();
    for (int i = 0; i < starts.length; i++) {
      builder.append(text.charAt(i), starts[i], ends[i]);
    }
    return builder.build();
  }

  /** The parts in order, with one space between each two that stands for the bytes between them. */
  static SourceText join(List<SourceText> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    Builder builder = new Builder();
    int lastEnd = 0;
    for (SourceText part : parts) {
      if (part.length() == 0) {
        continue;
      }
      ByteSpan span = part.span();
      if (builder.length() > 0) {
        builder.append(' ', lastEnd, Math.max(lastEnd, span.start()));
      }
      builder.append(part);
      lastEnd = span.end();
    }
    return builder.build();
  }

  /** The same texts as parts of one, which costs far less than many short ones. */
  static List<SourceText> pack(List<SourceText> texts) {
    Builder builder = new Builder();
    texts.forEach(builder::append);
    SourceText whole = builder.build();
    List<SourceText> packed = new ArrayList<>(texts.size());
    int from = 0;
    for (SourceText text : texts) {
      packed.add(whole.subSequence(from, from + text.length()));
      from += text.length();
    }
    return packed;
  }

  /** Adds the text alone to {@code made}. */
  void appendTo(StringBuilder made) {
    made.append(backing, from, to);
  }

  /** The text alone. */
  public String text() {
    return from == 0 && to == backing.length() ? backing : backing.substring(from, to);
  }

  /**
   * The bytes behind characters {@code [from, to)}.
   *
   * @throws IndexOutOfBoundsException if the range is empty or outside the text
   */
  public ByteSpan span(int from, int to) {
    if (from < 0 || to > length() || from >= to) {
      throw new IndexOutOfBoundsException("[" + from + ", " + to + ") of " + length());
    }
    int start = startOf(this.from + from);
    return new ByteSpan(start, Math.max(start, endOf(this.from + to - 1)));
  }

  /** The bytes behind the whole text; the empty span at 0 when there is no text. */
  public ByteSpan span() {
    return from == to ? new ByteSpan(0, 0) : span(0, length());
  }

  @Override
  public SourceText subSequence(int from, int to) {
    if (from < 0 || to > length() || from > to) {
      throw new IndexOutOfBoundsException("[" + from + ", " + to + ") of " + length());
    }
    return new SourceText(backing, runs, this.from + from, this.from + to);
  }

  @Override
  public int length() {
    return to - from;
  }

  @Override
  public char charAt(int index) {
    return backing.charAt(from + index);
  }

  @Override
  public String toString() {
    return text();
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof SourceText that) || length() != that.length()) {
      return false;
    }
    if (!backing.regionMatches(from, that.backing, that.from, length())) {
      return false;
    }
    for (int i = 0; i < length(); i++) {
      if (startOf(from + i) != that.startOf(that.from + i)
          || endOf(from + i) != that.endOf(that.from + i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return 31 * text().hashCode() + (from == to ? 0 : startOf(from));
  }

  private int startOf(int index) {
    int run = runOf(index);
    return runs[run + 1] + runs[run + 2] * (index - runs[run]);
  }

  private int endOf(int index) {
    int run = runOf(index);
    return runs[run + 1] + runs[run + 2] * (index - runs[run] + 1);
  }

  /** Offset in {@link #runs} of the last run that starts at or before a character. */
  private int runOf(int index) {
    int low = 0;
    int high = runs.length / RUN - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (runs[middle * RUN] <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low * RUN;
  }

  /**
   * Collects characters with their bytes. Neighbours of equal width that follow one another in the
   * file share a run, so plain text costs a few integers for each stretch between markup.
   */
  static final class Builder {

    private final StringBuilder text = new StringBuilder();
    private int[] runs = new int[RUN * 4];
    private int used;
    private int nextByte = -1;

    /** Adds a character that came from the bytes {@code [start, end)}. */
    void append(char c, int start, int end) {
      int width = end - start;
      if (used == 0 || nextByte != start || runs[used - 1] != width) {
        startRun(start, width);
      }
      text.append(c);
      nextByte = end;
    }

    /** Adds characters {@code [from, to)} of one byte each, the first of them at {@code start}. */
    void append(String source, int from, int to, int start) {
      if (used == 0 || nextByte != start || runs[used - 1] != 1) {
        startRun(start, 1);
      }
      text.append(source, from, to);
      nextByte = start + to - from;
    }

    /** Adds another text with its bytes. */
    void append(SourceText other) {
      for (int i = 0; i < other.length(); i++) {
        append(other.charAt(i), other.startOf(other.from + i), other.endOf(other.from + i));
      }
    }

    private void startRun(int start, int width) {
      if (used + RUN > runs.length) {
        runs = Arrays.copyOf(runs, runs.length * 2);
      }
      runs[used] = text.length();
      runs[used + 1] = start;
      runs[used + 2] = width;
      used += RUN;
    }

    int length() {
      return text.length();
    }

    char charAt(int index) {
      return text.charAt(index);
    }

    /** Drops what was collected, keeping the room for more. */
    void clear() {
      text.setLength(0);
      used = 0;
      nextByte = -1;
    }

    SourceText build() {
      return new SourceText(text.toString(), Arrays.copyOf(runs, used), 0, text.length());
    }
  }
}

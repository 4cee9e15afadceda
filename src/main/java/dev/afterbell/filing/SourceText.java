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

  /** Numbers per run: first character, first byte above the text's, bytes per character. */
  private static final int RUN = 3;

  private final String backing;
  private final byte[] runs;
  private final int base;
  private final int from;
  private final int to;

  private SourceText(String backing, byte[] runs, int base, int from, int to) {
    this.backing = backing;
    this.runs = runs;
    this.base = base;
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
    return new SourceText(backing, runs, base, this.from + from, this.from + to);
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
    return byteOf(run) + widthOf(run) * (index - charOf(run));
  }

  private int endOf(int index) {
    int run = runOf(index);
    return byteOf(run) + widthOf(run) * (index - charOf(run) + 1);
  }

  private int charOf(int run) {
    return PackedRuns.get(runs, run * RUN);
  }

  private int byteOf(int run) {
    return base + PackedRuns.get(runs, run * RUN + 1);
  }

  private int widthOf(int run) {
    return PackedRuns.get(runs, run * RUN + 2);
  }

  /** The last run that starts at or before a character. */
  private int runOf(int index) {
    int low = 0;
    int high = PackedRuns.count(runs) / RUN - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (charOf(middle) <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
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
      append(source, from, to, start, 1);
    }

    private void append(String source, int from, int to, int start, int width) {
      if (used == 0 || nextByte != start || runs[used - 1] != width) {
        startRun(start, width);
      }
      text.append(source, from, to);
      nextByte = start + width * (to - from);
    }

    /** Adds another text with its bytes. */
    void append(SourceText other) {
      int index = other.from;
      int count = PackedRuns.count(other.runs) / RUN;
      for (int run = other.length() == 0 ? count : other.runOf(index); index < other.to; run++) {
        int end = run + 1 < count ? Math.min(other.to, other.charOf(run + 1)) : other.to;
        int width = other.widthOf(run);
        int start = other.byteOf(run) + width * (index - other.charOf(run));
        append(other.backing, index, end, start, width);
        index = end;
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
      int base = used == 0 ? 0 : runs[1];
      for (int i = 1; i < used; i += RUN) {
        base = Math.min(base, runs[i]);
      }
      int[] relative = Arrays.copyOf(runs, used);
      for (int i = 1; i < used; i += RUN) {
        relative[i] -= base;
      }
      return new SourceText(
          text.toString(), PackedRuns.pack(relative, used), base, 0, text.length());
    }
  }
}

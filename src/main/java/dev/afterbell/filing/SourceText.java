package dev.afterbell.filing;

import java.util.Arrays;

/**
 * Text as a reader sees it, with the place of every character in the stored file.
 *
 * <p>The text has entities decoded, runs of white space folded to one space and invisible
 * characters removed; each UTF-16 unit remembers the bytes it came from. A folded space stands for
 * all bytes of its run.
 */
public final class SourceText implements CharSequence {

  /** No text, at the start of the file. */
  public static final SourceText EMPTY = new SourceText("", new int[0], new int[0]);

  private final String text;
  private final int[] starts;
  private final int[] ends;

  private SourceText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
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
    return new SourceText(text, starts.clone(), ends.clone());
  }

  /** The text alone. */
  public String text() {
    return text;
  }

  /**
   * The bytes behind characters {@code [from, to)}.
   *
   * @throws IndexOutOfBoundsException if the range is empty or outside the text
   */
  public ByteSpan span(int from, int to) {
    if (from < 0 || to > text.length() || from >= to) {
      throw new IndexOutOfBoundsException("[" + from + ", " + to + ") of " + text.length());
    }
    return new ByteSpan(starts[from], Math.max(starts[from], ends[to - 1]));
  }

  /** The bytes behind the whole text; the empty span at 0 when there is no text. */
  public ByteSpan span() {
    return text.isEmpty() ? new ByteSpan(0, 0) : span(0, text.length());
  }

  @Override
  public SourceText subSequence(int from, int to) {
    return new SourceText(
        text.substring(from, to),
        Arrays.copyOfRange(starts, from, to),
        Arrays.copyOfRange(ends, from, to));
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public String toString() {
    return text;
  }
}

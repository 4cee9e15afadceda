package dev.afterbell.filing;

/**
 * A range of bytes in a stored file.
 *
 * @param start first byte, counted from 0
 * @param end the byte after the last; never below {@code start}
 */
public record ByteSpan(int start, int end) implements Comparable<ByteSpan> {

  /**
   * @throws IllegalArgumentException unless {@code 0 <= start <= end}
   */
  public ByteSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("Not a byte range: [" + start + ", " + end + ")");
    }
  }

  /** Length in bytes. */
  public int length() {
    return end - start;
  }

  /** Whether every byte of {@code other} is in this span. */
  public boolean contains(ByteSpan other) {
    return start <= other.start && other.end <= end;
  }

  @Override
  public int compareTo(ByteSpan other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}

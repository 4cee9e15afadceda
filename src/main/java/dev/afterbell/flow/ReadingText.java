package dev.afterbell.flow;

import dev.afterbell.evidence.Passage;
import dev.afterbell.filing.ByteSpan;
import java.nio.charset.StandardCharsets;

/** Writes the document of a calculation, line by line, and remembers where a figure stands. */
final class ReadingText {

  private final StringBuilder text = new StringBuilder(1024);

  /** A line. */
  ReadingText line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** A line that holds a figure to be cited. */
  Passage cited(String before, String figure, String after) {
    text.append(before);
    int start = bytes();
    text.append(figure);
    Passage passage = new Passage(new ByteSpan(start, bytes()), figure);
    text.append(after).append('\n');
    return passage;
  }

  /** What was written so far. */
  String text() {
    return text.toString();
  }

  private int bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}

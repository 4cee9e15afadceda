package dev.afterbell.filing;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A stretch of the file as characters, with the way back from a character to its bytes.
 *
 * <p>The charset policy is fixed: a byte order mark decides; then whatever is valid UTF-8 is read
 * as UTF-8, for a wrong label is commoner than text that is valid UTF-8 by chance; then a western
 * single-byte label, or none, means windows-1252, as browsers have it; anything else is read as
 * UTF-8 with U+FFFD for what is malformed, and too many of those make the text unreadable.
 */
final class ByteText {

  private static final int STRIDE = 1024;
  private static final String WINDOWS_1252 =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
          + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

  private static final Set<String> WESTERN =
      Set.of(
          "", "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii");

  private enum Width {
    ONE,
    TWO,
    UTF8
  }

  private final byte[] bytes;
  private final int from;
  private final int to;
  private final Width width;
  private final String text;
  private final int[] marks;

  private ByteText(byte[] bytes, int from, int to, Width width, String text) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.width = width;
    this.text = text;
    this.marks = width == Width.UTF8 ? marks() : new int[0];
  }

  /**
   * Decodes {@code bytes[from, to)}.
   *
   * @param declared the charset label found in the document, or the empty text
   */
  static ByteText decode(byte[] bytes, int from, int to, String declared) {
    int length = to - from;
    if (length >= 3
        && at(bytes, from) == 0xEF
        && at(bytes, from + 1) == 0xBB
        && at(bytes, from + 2) == 0xBF) {
      return utf8(bytes, from + 3, to);
    }
    if (length >= 2 && at(bytes, from) == 0xFF && at(bytes, from + 1) == 0xFE) {
      return utf16(bytes, from + 2, to, false);
    }
    if (length >= 2 && at(bytes, from) == 0xFE && at(bytes, from + 1) == 0xFF) {
      return utf16(bytes, from + 2, to, true);
    }
    if (isAscii(bytes, from, to)) {
      String text = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
      return new ByteText(bytes, from, to, Width.ONE, text);
    }
    if (Utf8.isValid(bytes, from, to)) {
      return utf8(bytes, from, to);
    }
    return WESTERN.contains(declared) ? windows1252(bytes, from, to) : utf8(bytes, from, to);
  }

  private static ByteText utf8(byte[] bytes, int from, int to) {
    return new ByteText(bytes, from, to, Width.UTF8, Utf8.text(bytes, from, to));
  }

  private static int at(byte[] bytes, int index) {
    return bytes[index] & 0xFF;
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    for (int block = from; block < to; block += STRIDE) {
      int all = 0;
      int end = Math.min(to, block + STRIDE);
      for (int i = block; i < end; i++) {
        all |= bytes[i];
      }
      if (all < 0) {
        return false;
      }
    }
    return true;
  }

  private static ByteText windows1252(byte[] bytes, int from, int to) {
    char[] chars = new char[to - from];
    for (int i = from; i < to; i++) {
      int b = at(bytes, i);
      chars[i - from] = b >= 0x80 && b < 0xA0 ? WINDOWS_1252.charAt(b - 0x80) : (char) b;
    }
    return new ByteText(bytes, from, to, Width.ONE, new String(chars));
  }

  private static ByteText utf16(byte[] bytes, int from, int to, boolean bigEndian) {
    int even = from + ((to - from) & ~1);
    String text =
        new String(
            bytes,
            from,
            even - from,
            bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    if (text.length() * 2 != even - from) {
      char[] chars = new char[(even - from) / 2];
      for (int i = 0; i < chars.length; i++) {
        int high = at(bytes, from + 2 * i + (bigEndian ? 0 : 1));
        int low = at(bytes, from + 2 * i + (bigEndian ? 1 : 0));
        chars[i] = (char) (high << 8 | low);
      }
      text = Glyphs.paired(chars);
    }
    return new ByteText(bytes, from, even, Width.TWO, text);
  }

  private int[] marks() {
    int[] found = new int[text.length() / STRIDE + 1];
    int position = from;
    int index = 0;
    while (index < text.length()) {
      int step = Utf8.step(bytes, position, to);
      int units = step == 4 ? 2 : 1;
      for (int u = 0; u < units; u++) {
        if ((index + u) % STRIDE == 0) {
          found[(index + u) / STRIDE] = position;
        }
      }
      index += units;
      position += Math.abs(step);
    }
    if (index % STRIDE == 0) {
      found[index / STRIDE] = position;
    }
    return found;
  }

  /** The characters. */
  String text() {
    return text;
  }

  /** The first byte of this stretch. */
  int from() {
    return from;
  }

  /** The byte after its last. */
  int to() {
    return to;
  }

  /** A pointer at the first character. */
  Cursor cursor() {
    return new Cursor();
  }

  /** A character and its bytes; cheap to move forwards. */
  final class Cursor {

    private int index;
    private int start = from;

    /** Moves to a character; its length as an index stands for the end of the text. */
    void seek(int target) {
      if (width != Width.UTF8) {
        index = target;
        start = from + (width == Width.ONE ? target : 2 * target);
        return;
      }
      if (target < index || target - index > STRIDE) {
        index = target / STRIDE * STRIDE;
        start = marks[target / STRIDE];
      }
      while (index < target) {
        next();
      }
    }

    /** Index of the character pointed at. */
    int index() {
      return index;
    }

    /** First byte of that character. */
    int start() {
      return start;
    }

    /** The byte after that character; both halves of a surrogate pair have all four bytes. */
    int end() {
      return switch (width) {
        case ONE -> start + 1;
        case TWO -> start + 2;
        case UTF8 -> start >= to ? to : start + Math.abs(Utf8.step(bytes, start, to));
      };
    }

    /** Moves to a character, and hands over all before it with their bytes. */
    void walk(int target, TextSink sink) {
      while (index < target) {
        int run = width == Width.ONE ? target : width == Width.TWO ? index : asciiEnd(target);
        if (run > index) {
          sink.acceptRun(text, index, run, start);
          start += run - index;
          index = run;
        } else {
          sink.accept(text.charAt(index), start, end());
          next();
        }
      }
    }

    private int asciiEnd(int target) {
      int end = index;
      while (end < target && text.charAt(end) < 0x80) {
        end++;
      }
      return end;
    }

    /** Moves to the next character. */
    void next() {
      boolean highHalf =
          width == Width.UTF8
              && Character.isHighSurrogate(text.charAt(index))
              && index + 1 < text.length();
      if (!highHalf) {
        start = end();
      }
      index++;
    }
  }
}

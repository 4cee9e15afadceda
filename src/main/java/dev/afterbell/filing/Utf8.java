package dev.afterbell.filing;

import java.nio.charset.StandardCharsets;

/** UTF-8 as files have it, broken sequences included; each of these is read as one U+FFFD. */
final class Utf8 {

  private static final int RUN_BYTES = 8_192;

  private Utf8() {}

  /** Whether {@code bytes[from, to)} has no broken sequence. */
  static boolean isValid(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      int step = step(bytes, i, to);
      if (step < 0) {
        return false;
      }
      i += step;
    }
    return true;
  }

  /**
   * The text of {@code bytes[from, to)}, run by run into the room that it needs: decoding a large
   * file at one go takes more memory.
   */
  static String text(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(units(bytes, from, to));
    int run = from;
    int i = from;
    while (i < to) {
      int step = step(bytes, i, to);
      if (step < 0 || i - run >= RUN_BYTES) {
        text.append(new String(bytes, run, i - run, StandardCharsets.UTF_8));
        run = i;
      }
      if (step < 0) {
        text.append('\uFFFD');
        run = i - step;
      }
      i += Math.abs(step);
    }
    text.append(new String(bytes, run, to - run, StandardCharsets.UTF_8));
    return text.toString();
  }

  /** Characters of the decoded text. */
  private static int units(byte[] bytes, int from, int to) {
    int units = 0;
    int i = from;
    while (i < to) {
      int step = step(bytes, i, to);
      units += step == 4 ? 2 : 1;
      i += Math.abs(step);
    }
    return units;
  }

  /**
   * Bytes of the UTF-8 sequence at {@code i}; negative where it is malformed and that many bytes
   * become one U+FFFD (the longest prefix of a sequence, or one byte).
   */
  static int step(byte[] bytes, int i, int to) {
    int lead = bytes[i] & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    int need = lead >= 0xC2 && lead < 0xE0 ? 1 : lead >= 0xE0 && lead < 0xF0 ? 2 : 3;
    if (lead < 0xC2 || lead > 0xF4) {
      return -1;
    }
    for (int k = 1; k <= need; k++) {
      int low = 0x80;
      int high = 0xBF;
      if (k == 1) {
        low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
      }
      if (i + k >= to || (bytes[i + k] & 0xFF) < low || (bytes[i + k] & 0xFF) > high) {
        return -k;
      }
    }
    return need + 1;
  }
}

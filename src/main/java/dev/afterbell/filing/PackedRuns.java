package dev.afterbell.filing;

/**
 * Numbers in as few bytes each as the largest of them needs: most paragraphs are short, and the
 * places of their characters take a quarter of the room of integers.
 */
final class PackedRuns {

  private PackedRuns() {}

  /** The first {@code count} numbers, none of them negative; the first byte tells their width. */
  static byte[] pack(int[] numbers, int count) {
    int all = 0;
    for (int i = 0; i < count; i++) {
      all |= numbers[i];
    }
    int width = all < 1 << 8 ? 1 : all < 1 << 16 ? 2 : 4;
    byte[] packed = new byte[1 + count * width];
    packed[0] = (byte) width;
    for (int i = 0; i < count; i++) {
      for (int b = 0; b < width; b++) {
        packed[1 + i * width + b] = (byte) (numbers[i] >> 8 * b);
      }
    }
    return packed;
  }

  /** How many there are. */
  static int count(byte[] packed) {
    return (packed.length - 1) / packed[0];
  }

  /** One of them. */
  static int get(byte[] packed, int index) {
    int width = packed[0];
    int at = 1 + index * width;
    int number = packed[at] & 0xFF;
    if (width > 1) {
      number |= (packed[at + 1] & 0xFF) << 8;
    }
    if (width > 2) {
      number |= (packed[at + 2] & 0xFF) << 16 | (packed[at + 3] & 0xFF) << 24;
    }
    return number;
  }
}

package dev.afterbell.filing;

/** Which characters a person sees, and which only set them apart. */
final class Glyphs {

  private Glyphs() {}

  /** White space of any width, breaking or not, line ends included. */
  static boolean isSpace(char c) {
    if (c <= ' ') {
      return c == ' ' || (c >= '\t' && c <= '\r');
    }
    return c >= 0x85
        && (c == 0x85
            || c == 0xA0
            || c == 0x1680
            || (c >= 0x2000 && c <= 0x200A)
            || c == 0x2028
            || c == 0x2029
            || c == 0x202F
            || c == 0x205F
            || c == 0x3000);
  }

  /**
   * Characters without ink or width that can hide or reorder text: controls, soft hyphen,
   * zero-width marks and joiners, bidirectional overrides, variation selectors, the byte order
   * mark, and the high half of the tag characters U+E0000–U+E0FFF.
   */
  static boolean isInvisible(char c) {
    if (c < 0xA0) {
      return (c < ' ' && !isSpace(c)) || (c >= 0x7F && c != 0x85);
    }
    return c == 0xAD
        || c == 0x34F
        || c == 0x61C
        || c == 0x115F
        || c == 0x1160
        || (c >= 0x17B4 && c <= 0x17B5)
        || (c >= 0x180B && c <= 0x180F)
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0x3164
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFEFF
        || c == 0xFFA0
        || (c >= 0xFFF0 && c <= 0xFFFB);
  }

  /** Whether a pair of surrogates is a tag character or a supplementary variation selector. */
  static boolean isInvisiblePair(char high, char low) {
    return high == 0xDB40 && low >= 0xDC00 && low <= 0xDFFF;
  }

  /** A mark that starts a list item. */
  static boolean isBullet(char c) {
    if (c < '\u00B7') {
      return false;
    }
    return c == '\u2022'
        || c == '\u25AA'
        || c == '\u25CF'
        || c == '\u25A0'
        || c == '\u25E6'
        || c == '\u2023'
        || c == '\u2043'
        || c == '\u00B7'
        || c == '\uF0B7'
        || c == '\u2756'
        || c == '\u27A2'
        || c == '\u25BA'
        || c == '\u2713';
  }

  /** Text with U+FFFD for each half of a surrogate pair that stands without the other. */
  static String paired(char[] chars) {
    for (int i = 0; i < chars.length; i++) {
      if (i + 1 < chars.length && Character.isSurrogatePair(chars[i], chars[i + 1])) {
        i++;
      } else if (Character.isSurrogate(chars[i])) {
        chars[i] = '\uFFFD';
      }
    }
    return new String(chars);
  }
}

package dev.afterbell.filing;

/**
 * Whether text is language or the debris of a font: a PDF whose fonts lack a map to Unicode gives
 * characters of the private use area, "(cid:12)", or letters shifted along the alphabet.
 */
final class TextQuality {

  /** Replacements and private characters among a hundred visible ones. */
  private static final int BAD_PER_CENT_MAX = 2;

  /** The six commonest letters of European languages are 40–50% of any text. */
  private static final int COMMON_PER_CENT_MIN = 25;

  /** Letters needed to judge by their frequency. */
  private static final int LETTERS_MIN = 200;

  private TextQuality() {}

  /** Whether facts may be taken from the text. */
  static boolean isReadable(String text) {
    int inked = 0;
    int bad = 0;
    int letters = 0;
    int common = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Glyphs.isSpace(c)) {
        continue;
      }
      inked++;
      if (c == '\uFFFD' || (c >= '\uE000' && c <= '\uF8FF' && !Glyphs.isBullet(c))) {
        bad++;
      } else if (c == '(' && text.startsWith("(cid:", i)) {
        bad += 6;
      }
      int lower = c | 0x20;
      if (c < 0x80 && lower >= 'a' && lower <= 'z') {
        letters++;
        common += "eaiont".indexOf(lower) >= 0 ? 1 : 0;
      }
    }
    if (inked == 0 || (bad > 5 && (long) bad * 100 > (long) inked * BAD_PER_CENT_MAX)) {
      return false;
    }
    return letters < LETTERS_MIN || (long) common * 100 >= (long) letters * COMMON_PER_CENT_MIN;
  }
}

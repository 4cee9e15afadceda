package dev.afterbell.filing;

/**
 * Whether text is language or the debris of a font: a PDF whose fonts lack a map to Unicode gives
 * characters of the private use area, "(cid:12)", letters shifted along the alphabet, or every
 * letter apart; text decoded twice by the wrong charset gives "Ã" and "â€" for what it held.
 */
final class TextQuality {

  /** Replacements and private characters among a hundred visible ones. */
  private static final int BAD_PER_CENT_MAX = 2;

  /** The six commonest letters of European languages are 40–50% of any text. */
  private static final int COMMON_PER_CENT_MIN = 25;

  /** Letters that stand alone among a hundred; in language a few are: "a", "I", initials. */
  private static final int LONE_PER_CENT_MAX = 50;

  /** Letters needed to judge by their frequency. */
  private static final int LETTERS_MIN = 200;

  /** One bit for each letter of the alphabet that is one of the six commonest. */
  private static final int COMMON =
      "eaiont".chars().map(letter -> 1 << letter - 'a').reduce(0, (all, bit) -> all | bit);

  private TextQuality() {}

  /** Whether facts may be taken from the text. */
  static boolean isReadable(String text) {
    int inked = 0;
    int bad = 0;
    int letters = 0;
    int common = 0;
    int lone = 0;
    int length = text.length();
    boolean afterSpace = true;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      int lower = c | 0x20;
      if (lower >= 'a' && lower <= 'z') {
        inked++;
        letters++;
        common += COMMON >> lower - 'a' & 1;
        lone += afterSpace && (i + 1 == length || Glyphs.isSpace(text.charAt(i + 1))) ? 1 : 0;
        afterSpace = false;
      } else if (Glyphs.isSpace(c)) {
        afterSpace = true;
      } else {
        inked++;
        afterSpace = false;
        bad += c == '(' || c >= 0x80 ? badness(text, i) : 0;
      }
    }
    if (inked == 0 || (bad > 5 && (long) bad * 100 > (long) inked * BAD_PER_CENT_MAX)) {
      return false;
    }
    return letters < LETTERS_MIN
        || ((long) common * 100 >= (long) letters * COMMON_PER_CENT_MIN
            && (long) lone * 100 <= (long) letters * LONE_PER_CENT_MAX);
  }

  /** For how many bad characters the one at {@code i} counts. */
  private static int badness(String text, int i) {
    char c = text.charAt(i);
    if (c == '\uFFFD' || (c >= '\uE000' && c <= '\uF8FF' && !Glyphs.isBullet(c))) {
      return 1;
    }
    if (c == '(' && text.startsWith("(cid:", i)) {
      return 6;
    }
    return decodedTwice(text, i) ? 1 : 0;
  }

  /** A byte of UTF-8 that leads, read as Latin text, with what follows it. */
  private static boolean decodedTwice(String text, int i) {
    if (i + 1 == text.length()) {
      return false;
    }
    char c = text.charAt(i);
    char next = text.charAt(i + 1);
    return ((c == 'Ã' || c == 'Â') && next >= 0x80 && next != 'Ã' && !Character.isUpperCase(next))
        || (c == 'â' && (next == '€' || next == '‚'));
  }
}

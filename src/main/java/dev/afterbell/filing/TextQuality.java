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

  private TextQuality() {}

  /** Whether facts may be taken from the text. */
  static boolean isReadable(String text) {
    int inked = 0;
    int bad = 0;
    int letters = 0;
    int common = 0;
    int lone = 0;
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
      } else if (decodedTwice(text, i)) {
        bad++;
      }
      int lower = c | 0x20;
      if (c < 0x80 && lower >= 'a' && lower <= 'z') {
        letters++;
        common += "eaiont".indexOf(lower) >= 0 ? 1 : 0;
        lone += alone(text, i) ? 1 : 0;
      }
    }
    if (inked == 0 || (bad > 5 && (long) bad * 100 > (long) inked * BAD_PER_CENT_MAX)) {
      return false;
    }
    return letters < LETTERS_MIN
        || ((long) common * 100 >= (long) letters * COMMON_PER_CENT_MIN
            && (long) lone * 100 <= (long) letters * LONE_PER_CENT_MAX);
  }

  private static boolean alone(String text, int i) {
    boolean before = i == 0 || Glyphs.isSpace(text.charAt(i - 1));
    return before && (i + 1 == text.length() || Glyphs.isSpace(text.charAt(i + 1)));
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

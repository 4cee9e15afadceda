package dev.afterbell.evidence;

/**
 * Which words of the {@link Vocabulary} stand in a text, upper and lower case alike, also inside
 * longer words.
 */
final class WordSet {

  private final long[] bits;
  private final int known;

  WordSet(long[] bits, int known) {
    this.bits = bits;
    this.known = known;
  }

  /** The words of {@code text}, found in one pass. */
  static WordSet of(CharSequence text) {
    return Vocabulary.wordsIn(Wording.fold(text));
  }

  /** How many words were looked for; a word with this number or a higher one may stand there. */
  int known() {
    return known;
  }

  /** Whether one of the words in {@code mask} stands there, of the 64 words of that number. */
  boolean any(int sixtyFour, long mask) {
    return among(sixtyFour, mask) != 0;
  }

  /** Those of the words in {@code mask} that stand there, of the 64 words of that number. */
  long among(int sixtyFour, long mask) {
    return bits[sixtyFour] & mask;
  }
}

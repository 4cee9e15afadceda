package dev.afterbell.filing;

/**
 * How text is set where the reader stands; inherited from element to element.
 *
 * @param gone nothing below can be seen, whatever its own style says
 * @param invisible {@code visibility} is hidden, which a descendant may undo
 * @param tiny the font is too small to be read, which a descendant may undo
 * @param colour of the text, 0xRRGGBB, or {@link Colours#NONE} for transparent
 * @param background behind the text, 0xRRGGBB, or {@link Colours#UNKNOWN} for a picture
 * @param bold at least semi-bold
 * @param preformatted white space is kept, in a {@code pre} element
 */
record Look(
    boolean gone,
    boolean invisible,
    boolean tiny,
    int colour,
    int background,
    boolean bold,
    boolean preformatted) {

  /** Black on white. */
  static final Look PAGE = new Look(false, false, false, 0, 0xFFFFFF, false, false);

  /** Channels that differ by less than this cannot be told apart by eye. */
  private static final int CHANNEL_DIFFERENCE_MIN = 20;

  /** Whether a person would see text set like this. */
  boolean isSeen() {
    return !gone && !invisible && !tiny && !blends();
  }

  private boolean blends() {
    if (colour == Colours.NONE) {
      return true;
    }
    if (colour == Colours.UNKNOWN || background == Colours.UNKNOWN) {
      return false;
    }
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (colour >> shift & 0xFF) - (background >> shift & 0xFF);
      if (Math.abs(difference) >= CHANNEL_DIFFERENCE_MIN) {
        return false;
      }
    }
    return true;
  }

  /** The same, out of sight. */
  Look hide() {
    return gone ? this : new Look(true, invisible, tiny, colour, background, bold, preformatted);
  }

  /** The same, with other weight. */
  Look withBold(boolean value) {
    return bold == value
        ? this
        : new Look(gone, invisible, tiny, colour, background, value, preformatted);
  }

  /** The same, keeping white space. */
  Look keepSpace() {
    return preformatted ? this : new Look(gone, invisible, tiny, colour, background, bold, true);
  }
}

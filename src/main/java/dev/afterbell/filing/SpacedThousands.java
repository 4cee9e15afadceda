package dev.afterbell.filing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises figures whose thousands one space divides, {@code 6 412}, in plain text. There the
 * same characters can be two figures side by side, so they are one only in a text that divides
 * several figures in that way and none by commas.
 */
final class SpacedThousands {

  /** Figures that divide thousands by a space before a text counts as doing so. */
  private static final int FIGURES_MIN = 4;

  private static final Pattern COMMAS = Pattern.compile("[0-9],[0-9]{3}(?![0-9])");
  private static final Pattern APART =
      Pattern.compile("(?<=  [(\u2013\u2212-]?)[0-9]{1,3}(?: [0-9]{3})+(?=\\)|  |\\r?\\n|$)");
  private static final Pattern FIGURE =
      Pattern.compile(
          "[(\u2013\u2212-]?(?:[$\u00A3\u20AC]|[A-Z]{1,3}\\$?)? ?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]{1,2})?\\)?");

  private SpacedThousands() {}

  /** Whether spaces divide the thousands of {@code text}. */
  static boolean in(String text) {
    if (COMMAS.matcher(text).find()) {
      return false;
    }
    Matcher m = APART.matcher(text);
    int found = 0;
    while (found < FIGURES_MIN && m.find()) {
      found++;
    }
    return found == FIGURES_MIN;
  }

  /** Whether {@code words} are one such figure. */
  static boolean isFigure(String words) {
    return words.length() <= 24 && words.indexOf(' ') > 0 && FIGURE.matcher(words).matches();
  }
}

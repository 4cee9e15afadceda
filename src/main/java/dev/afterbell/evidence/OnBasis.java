package dev.afterbell.evidence;

import java.util.regex.Pattern;

/** Knows the words "on a non-GAAP basis" before the name of a figure: the figure is adjusted. */
final class OnBasis {

  private static final Expression ANYWHERE =
      Expression.of("\\bon an? (?:non-gaap|adjusted|core) basis\\b");

  private static final Pattern BEFORE =
      Pattern.compile("\\bon an? (?:non-gaap|adjusted|core) basis,? (?:[a-z']+ ){0,3}$");

  private OnBasis() {}

  /** Whether a sentence has the words somewhere. */
  static boolean mayBeIn(Wording sentence) {
    return sentence.hasFolded(ANYWHERE);
  }

  /** Whether they stand before {@code at}, with nothing but "the company's" between. */
  static boolean before(String folded, int at) {
    return BEFORE.matcher(folded.substring(0, at)).find();
  }
}

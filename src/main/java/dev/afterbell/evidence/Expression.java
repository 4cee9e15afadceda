package dev.afterbell.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression and the words without which it finds nothing, so that it is tried only on
 * the few texts that have them.
 *
 * @param pattern the expression
 * @param needed the words
 */
record Expression(Pattern pattern, NeededWords needed) {

  /** {@code pattern} with the words that it needs. */
  static Expression of(Pattern pattern) {
    return new Expression(pattern, NeededWords.of(pattern));
  }

  /** The expression as written in {@code regex}. */
  static Expression of(String regex) {
    return of(Pattern.compile(regex));
  }

  /** Whether it may find something in {@code text}, as written or folded. */
  boolean mayBeIn(Wording text) {
    return needed.in(text.words());
  }

  /** The expression over {@code text}. */
  Matcher matcher(CharSequence text) {
    return pattern.matcher(text);
  }
}

package dev.afterbell.evidence;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression that is tried only at places where it can start, for expressions that are looked
 * for in nearly every text. What it must not follow has the bounds that {@link Beginnings} sets.
 * Safe for use by several threads.
 */
final class Starts {

  /** So many characters tell nearly every place apart. */
  private static final int DEPTH = 6;

  private final Pattern pattern;
  private final Beginnings beginnings;

  Starts(Pattern pattern) {
    this.pattern = pattern;
    this.beginnings = new Beginnings(List.of(pattern), DEPTH);
  }

  /** Hands on what is found in {@code text}, in order, none inside another. */
  void forEach(String text, Consumer<Matcher> found) {
    int at = beginnings.first(text, 0);
    if (at == text.length()) {
      return;
    }
    Matcher m = matcher(text);
    at = next(m, text, at);
    while (at >= 0) {
      found.accept(m);
      at = next(m, text, Math.max(m.end(), at + 1));
    }
  }

  /** Whether anything is found in {@code text}. */
  boolean in(String text) {
    int at = beginnings.first(text, 0);
    return at < text.length() && next(matcher(text), text, at) >= 0;
  }

  /** A matcher for {@link #next}. */
  Matcher matcher(String text) {
    return Beginnings.free(pattern.matcher(text));
  }

  /**
   * Looks for the expression from {@code from} on.
   *
   * @return where {@code m} found it; −1 if nowhere
   */
  int next(Matcher m, String text, int from) {
    int at = beginnings.first(text, from);
    while (at < text.length()) {
      if (m.region(at, text.length()).lookingAt()) {
        return at;
      }
      at = beginnings.first(text, at + 1);
    }
    return -1;
  }
}

package dev.afterbell.evidence;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An expression that is tried only at places where it can start, by the kind of the character
 * before and the few from there on. Which these are is found out once for each that occurs, by
 * trying the expression on them alone. What must stand before it is taken as given; what must not
 * must be no more than one character, and that a letter or a digit or neither. Safe for use by
 * several threads.
 */
final class Starts {

  private static final int ASCII = 128;

  /** One character of each kind that can stand before: none of the two, a letter, a digit. */
  private static final String BEFORE = " a1";

  /** So many characters tell nearly every place apart. */
  private static final int DEPTH_MAX = 6;

  private static final Pattern STANDS_BEFORE = Pattern.compile("\\(\\?<=[^()]*\\)");

  private final Pattern pattern;
  private final Pattern anywhere;
  private final Beginning[] beginnings = new Beginning[BEFORE.length()];

  Starts(Pattern pattern) {
    this.pattern = pattern;
    this.anywhere =
        Pattern.compile(STANDS_BEFORE.matcher(pattern.pattern()).replaceAll(""), pattern.flags());
    for (int kind = 0; kind < beginnings.length; kind++) {
      beginnings[kind] = new Beginning(BEFORE.substring(kind, kind + 1));
    }
  }

  /** Characters from a place on; those after them lead on to longer ones. */
  private final class Beginning {

    private final String text;
    private final boolean able;
    private final @Nullable Beginning[] longer;

    Beginning(String text) {
      this.text = text;
      Matcher m = free(anywhere.matcher(text)).region(1, text.length());
      this.able = text.length() == 1 || m.lookingAt() || m.hitEnd();
      this.longer = new Beginning[able && text.length() <= DEPTH_MAX ? ASCII : 0];
    }

    /** The same and {@code c}. */
    Beginning with(char c) {
      Beginning known = longer[c];
      if (known == null) {
        known = new Beginning(text + c);
        longer[c] = known;
      }
      return known;
    }
  }

  /** Hands on what is found in {@code text}, in order, none inside another. */
  void forEach(String text, Consumer<Matcher> found) {
    Matcher m = matcher(text);
    int at = next(m, text, 0);
    while (at >= 0) {
      found.accept(m);
      at = next(m, text, Math.max(m.end(), at + 1));
    }
  }

  /** Whether anything is found in {@code text}. */
  boolean in(String text) {
    return next(matcher(text), text, 0) >= 0;
  }

  /** A matcher for {@link #next}. */
  Matcher matcher(String text) {
    return free(pattern.matcher(text));
  }

  /** Looks at what stands around the part it searches. */
  private static Matcher free(Matcher m) {
    return m.useAnchoringBounds(false).useTransparentBounds(true);
  }

  /**
   * Looks for the expression from {@code from} on.
   *
   * @return where {@code m} found it; −1 if nowhere
   */
  int next(Matcher m, String text, int from) {
    int kind = from == 0 ? 0 : kind(text.charAt(from - 1));
    for (int at = from; at < text.length(); at++) {
      if (able(beginnings[kind], text, at) && m.region(at, text.length()).lookingAt()) {
        return at;
      }
      kind = kind(text.charAt(at));
    }
    return -1;
  }

  private static int kind(char c) {
    if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
      return 1;
    }
    return c >= '0' && c <= '9' ? 2 : 0;
  }

  private static boolean able(Beginning before, String text, int at) {
    Beginning beginning = before;
    for (int i = at; beginning.longer.length > 0; i++) {
      if (i == text.length() || text.charAt(i) >= ASCII) {
        return true;
      }
      beginning = beginning.with(text.charAt(i));
    }
    return beginning.able;
  }
}

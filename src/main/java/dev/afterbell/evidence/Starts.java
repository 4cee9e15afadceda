package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression that is tried only at places where it can start, by the kind of the character
 * before and the few from there on. Which these are is found out once for each that occurs, by
 * trying the expression on them alone. What must stand before it is taken as given; what must not
 * must be no more than one character, and that a letter or a digit or neither. Safe for use by
 * several threads.
 */
final class Starts {

  private static final int ASCII = 128;

  /**
   * What can stand before: nothing, no letter or digit, a small letter, a capital, a digit, a
   * letter beyond ASCII.
   */
  private static final List<String> BEFORE = List.of("", " ", "a", "A", "1", "\u00E9");

  private static final int OTHER = 1;
  private static final int LETTER_BEYOND_ASCII = 5;

  /** For each ASCII character, the number in {@link #BEFORE} of what is like it. */
  private static final byte[] KINDS = new byte[ASCII];

  static {
    Arrays.fill(KINDS, (byte) OTHER);
    Arrays.fill(KINDS, 'a', 'z' + 1, (byte) BEFORE.indexOf("a"));
    Arrays.fill(KINDS, 'A', 'Z' + 1, (byte) BEFORE.indexOf("A"));
    Arrays.fill(KINDS, '0', '9' + 1, (byte) BEFORE.indexOf("1"));
  }

  /** So many characters tell nearly every place apart. */
  private static final int DEPTH_MAX = 4;

  /** Room for this many states at first. */
  private static final int STATES_MIN = 8;

  private static final Pattern STANDS_BEFORE = Pattern.compile("\\(\\?<=[^()]*\\)");

  /** What is not known yet, and what was found out. Any other entry is the state that follows. */
  private static final int UNKNOWN = 0;

  private static final int NEVER = -1;
  private static final int MAYBE = -2;

  private final Pattern pattern;

  /** Tries the expression without what must stand before it; used by one thread at a time. */
  private final Matcher trial;

  private final List<State> states = new ArrayList<>();

  /** For each state and ASCII character, what follows. It grows; entries are only ever added. */
  private volatile int[] next = {};

  Starts(Pattern pattern) {
    this.pattern = pattern;
    Pattern anywhere =
        Pattern.compile(STANDS_BEFORE.matcher(pattern.pattern()).replaceAll(""), pattern.flags());
    this.trial = free(anywhere.matcher(""));
    BEFORE.forEach(before -> newState(new State(before, before.length())));
  }

  /** What stands before a place, and from {@code from} on what was read there. */
  private record State(String text, int from) {}

  private int newState(State state) {
    states.add(state);
    int needed = states.size() * ASCII;
    if (needed > next.length) {
      next = Arrays.copyOf(next, Math.max(STATES_MIN * ASCII, 2 * next.length));
    }
    return states.size() - 1;
  }

  /** Finds out what follows a state, by trying the expression. */
  private synchronized int learn(int state, char c) {
    int from = states.get(state).from();
    String text = states.get(state).text() + c;
    trial.reset(text).region(from, text.length());
    int follows = NEVER;
    if (trial.lookingAt() || trial.hitEnd()) {
      boolean deepest = text.length() - from == DEPTH_MAX;
      follows = deepest ? MAYBE : newState(new State(text, from));
    }
    next[state * ASCII + c] = follows;
    return follows;
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
    int[] known = next;
    int kind = from == 0 ? 0 : kind(text.charAt(from - 1));
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean never = c < ASCII && known[kind * ASCII + c] == NEVER;
      if (!never && able(kind, text, at) && m.region(at, text.length()).lookingAt()) {
        return at;
      }
      kind = kind(c);
    }
    return -1;
  }

  /** The number in {@link #BEFORE} of what is like {@code c}. */
  private static int kind(char c) {
    if (c < ASCII) {
      return KINDS[c];
    }
    return Character.isLetterOrDigit(c) ? LETTER_BEYOND_ASCII : OTHER;
  }

  private boolean able(int kind, String text, int at) {
    int[] known = next;
    int state = kind;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        return true;
      }
      int follows = known[state * ASCII + c];
      if (follows == UNKNOWN) {
        follows = learn(state, c);
        known = next;
      }
      if (follows < 0) {
        return follows == MAYBE;
      }
      state = follows;
    }
    return true;
  }
}

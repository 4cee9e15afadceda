package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An expression that is tried only at places where it can start, by the kind of the character
 * before and the few from there on. Which these are is found out once for each that occurs, by
 * trying the expression on them alone. What must stand before it is taken as given; what must not
 * must be no more than one character, and that a letter or a digit or neither ({@link #fits}). Safe
 * for use by several threads.
 */
final class Starts {

  private static final int ASCII = 128;

  /**
   * What can stand before: nothing, no letter or digit, a small letter, a capital, a digit, a
   * letter beyond ASCII, and what expressions take for a letter.
   */
  private static final List<String> BEFORE = List.of("", " ", "a", "A", "1", "\u00E9", "_");

  private static final int OTHER = 1;
  private static final int LETTER_BEYOND_ASCII = 5;

  /** For each ASCII character, the number in {@link #BEFORE} of what is like it. */
  private static final byte[] KINDS = new byte[ASCII];

  static {
    Arrays.fill(KINDS, (byte) OTHER);
    Arrays.fill(KINDS, 'a', 'z' + 1, (byte) BEFORE.indexOf("a"));
    Arrays.fill(KINDS, 'A', 'Z' + 1, (byte) BEFORE.indexOf("A"));
    Arrays.fill(KINDS, '0', '9' + 1, (byte) BEFORE.indexOf("1"));
    KINDS['_'] = (byte) BEFORE.indexOf("_");
  }

  /** So many characters tell nearly every place apart. */
  private static final int DEPTH_MAX = 4;

  /** Room for this many states at first. */
  private static final int STATES_MIN = 8;

  /** A look behind, and what it looks for unless that is made of groups. */
  private static final Pattern LOOKS_BEHIND =
      Pattern.compile("\\(\\?<(?:=|(?<not>!))(?:(?<told>(?:\\[[^\\[\\]()]*\\]|[^\\[\\]()])*)\\))?");

  private static final Pattern STANDS_BEFORE = Pattern.compile("\\(\\?<=[^()]*\\)");

  /** What is not known yet, and what was found out. Any other entry is the state that follows. */
  private static final int UNKNOWN = 0;

  private static final int NEVER = -1;
  private static final int MAYBE = -2;

  /** All that were made while an executable is being built, for {@link #settleAll}. */
  private static final List<Starts> MADE = new CopyOnWriteArrayList<>();

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
    if (Rehearsal.imageIsBuilt()) {
      MADE.add(this);
    }
  }

  /** Settles all that an executable which is being built holds. */
  static void settleAll() {
    MADE.forEach(Starts::settle);
  }

  /**
   * Finds out with which printable characters the expression cannot go on from where it has been so
   * far. Where it can is left to the texts that have them: that takes room, and few will.
   */
  synchronized void settle() {
    for (int state = 0; state < states.size(); state++) {
      for (char c = ' '; c < ASCII - 1; c++) {
        if (next[state * ASCII + c] == UNKNOWN && !goesOn(states.get(state), c)) {
          next[state * ASCII + c] = NEVER;
        }
      }
    }
  }

  /** Whether what an expression says of what stands before it is what can be told apart here. */
  static boolean fits(Pattern pattern) {
    String regex = pattern.pattern();
    if (regex.contains("\\B")) {
      return false;
    }
    Matcher behind = LOOKS_BEHIND.matcher(regex);
    while (behind.find()) {
      String told = behind.group("told");
      boolean mustNot = behind.group("not") != null;
      if (told == null || mustNot && !tellsKinds(told, pattern.flags())) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code regex} takes all single characters of a kind, or none. */
  private static boolean tellsKinds(String regex, int flags) {
    Pattern one = Pattern.compile(regex, flags);
    for (char c = 0; c < ASCII; c++) {
      boolean taken = one.matcher(String.valueOf(c)).matches();
      if (one.matcher(BEFORE.get(kind(c))).matches() && !taken) {
        return false;
      }
    }
    return true;
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
    State before = states.get(state);
    int follows = NEVER;
    if (goesOn(before, c)) {
      State longer = new State(before.text() + c, before.from());
      boolean deepest = longer.text().length() - longer.from() == DEPTH_MAX;
      follows = deepest ? MAYBE : newState(longer);
    }
    next[state * ASCII + c] = follows;
    return follows;
  }

  /** Whether the expression can start with what was read and then {@code c}. */
  private boolean goesOn(State read, char c) {
    String text = read.text() + c;
    trial.reset(text).region(read.from(), text.length());
    return trial.lookingAt() || trial.hitEnd();
  }

  /** Hands on what is found in {@code text}, in order, none inside another. */
  void forEach(String text, Consumer<Matcher> found) {
    Search search = in(text);
    int at = search.next(0);
    while (at >= 0) {
      found.accept(search.found());
      at = search.next(Math.max(search.found().end(), at + 1));
    }
  }

  /**
   * The same for an expression that never starts within a word of ASCII letters, which is tried
   * only where {@code text} has a place.
   */
  void forEach(Wording text, Consumer<Matcher> found) {
    forEach(text.folded(), text.places(), found);
  }

  private void forEach(String text, int[] places, Consumer<Matcher> found) {
    Matcher m = null;
    int from = 0;
    for (int at : places) {
      if (at >= from && able(text, at)) {
        m = m == null ? matcher(text) : m;
        if (m.region(at, text.length()).lookingAt()) {
          found.accept(m);
          from = Math.max(m.end(), at + 1);
        }
      }
    }
  }

  /** Whether it can start at {@code at}, as far as the few characters from there on tell. */
  boolean able(String text, int at) {
    return able(kindBefore(text, at), text, at);
  }

  /** Whether it can start with {@code c}, an ASCII character, behind one of {@code kind}. */
  boolean ableWith(int kind, char c) {
    int follows = next[kind * ASCII + c];
    return (follows == UNKNOWN ? learn(kind, c) : follows) != NEVER;
  }

  /** How many kinds of characters before a place are told apart. */
  static int kinds() {
    return BEFORE.size();
  }

  /** The number of the kind of the character before {@code at}. */
  static int kindBefore(String text, int at) {
    return at == 0 ? 0 : kind(text.charAt(at - 1));
  }

  /** Whether anything is found in {@code text}. */
  boolean isIn(String text) {
    return in(text).next(0) >= 0;
  }

  /** A search of {@code text}. */
  Search in(String text) {
    return new Search(text);
  }

  /** The expression, to be tried at places where it can start. */
  Matcher matcher(String text) {
    return free(pattern.matcher(text));
  }

  /** Looks at what stands around the part it searches. */
  private static Matcher free(Matcher m) {
    return m.useAnchoringBounds(false).useTransparentBounds(true);
  }

  /** Looks for the expression in one text; a matcher is made only where it can start. */
  final class Search {

    private final String text;
    private @Nullable Matcher matcher;

    private Search(String text) {
      this.text = text;
    }

    /** What was found last. */
    Matcher found() {
      return Objects.requireNonNull(matcher);
    }

    /** Where it is found next, from {@code from} on; −1 if nowhere. */
    int next(int from) {
      int[] known = next;
      int kind = kindBefore(text, from);
      for (int at = from; at < text.length(); at++) {
        char c = text.charAt(at);
        boolean never = c < ASCII && known[kind * ASCII + c] == NEVER;
        if (!never && able(kind, text, at) && starts(at)) {
          return at;
        }
        kind = kind(c);
      }
      return -1;
    }

    private boolean starts(int at) {
      if (matcher == null) {
        matcher = matcher(text);
      }
      return matcher.region(at, text.length()).lookingAt();
    }
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

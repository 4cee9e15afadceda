package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which of some expressions can start at a place of a text, by the kind of the character before and
 * the few from there on. That is found out once for each that occurs, by trying the expressions on
 * them alone. What must stand before an expression is taken as given; what must not must be no more
 * than one character, and that a letter or a digit or neither. Safe for use by several threads.
 */
final class Beginnings {

  private static final int ASCII = 128;

  /** What can stand before: nothing, no letter or digit, a small letter, a capital, a digit. */
  private static final List<String> BEFORE = List.of("", " ", "a", "A", "1");

  private static final int OTHER = 1;

  /** For each ASCII character, the number in {@link #BEFORE} of what is like it. */
  private static final byte[] KINDS = new byte[ASCII];

  static {
    Arrays.fill(KINDS, (byte) OTHER);
    Arrays.fill(KINDS, 'a', 'z' + 1, (byte) BEFORE.indexOf("a"));
    Arrays.fill(KINDS, 'A', 'Z' + 1, (byte) BEFORE.indexOf("A"));
    Arrays.fill(KINDS, '0', '9' + 1, (byte) BEFORE.indexOf("1"));
  }

  private static final Pattern STANDS_BEFORE = Pattern.compile("\\(\\?<=[^()]*\\)");

  private static final int UNKNOWN = 0;
  private static final int NEVER = -1;
  private static final int[] NONE = {};

  private final int depth;
  private final List<Pattern> expressions;
  private final List<State> states = new ArrayList<>();

  /** For each state and ASCII character the state after it, which grow in number. */
  private volatile int[] next = {};

  /** For each state the expressions that can still start. */
  private volatile int[][] able = {};

  /** Of these {@code expressions}, told apart by at most {@code depth} characters. */
  Beginnings(List<Pattern> expressions, int depth) {
    this.depth = depth;
    this.expressions =
        expressions.stream()
            .map(p -> Pattern.compile(STANDS_BEFORE.matcher(p.pattern()).replaceAll(""), p.flags()))
            .toList();
    int[] all = IntStream.range(0, expressions.size()).toArray();
    BEFORE.forEach(before -> newState(new State(before, ""), all));
  }

  /** What stands before a place, and what was read from there on. */
  private record State(String before, String read) {}

  private int newState(State state, int[] can) {
    int number = states.size();
    states.add(state);
    int room = Math.max(able.length, Integer.highestOneBit(number + 8) * 2);
    int[][] more = Arrays.copyOf(able, room);
    more[number] = can;
    able = more;
    next = room * ASCII == next.length ? next : Arrays.copyOf(next, room * ASCII);
    return number;
  }

  /** Finds out what follows a state, by trying the expressions. */
  private synchronized int learn(int state, char c) {
    int at = state * ASCII + c;
    if (next[at] == UNKNOWN) {
      State longer = new State(states.get(state).before(), states.get(state).read() + c);
      int[] can = Arrays.stream(able[state]).filter(i -> able(expressions.get(i), longer)).toArray();
      int follows = can.length == 0 ? NEVER : newState(longer, can);
      next[at] = follows;
    }
    return next[at];
  }

  /** Whether {@code expression} matches what was read, or would with more after it. */
  private static boolean able(Pattern expression, State state) {
    Matcher m = free(expression.matcher(state.before() + state.read()));
    m.region(state.before().length(), state.before().length() + state.read().length());
    return m.lookingAt() || m.hitEnd();
  }

  /** A matcher that looks at what stands around the part it searches. */
  static Matcher free(Matcher m) {
    return m.useAnchoringBounds(false).useTransparentBounds(true);
  }

  /** The numbers of the expressions that can start at {@code at}, in order. */
  int[] at(String text, int at) {
    int state = at == 0 ? 0 : kind(text.charAt(at - 1));
    int end = Math.min(text.length(), at + depth);
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        break;
      }
      int follows = next[state * ASCII + c];
      follows = follows == UNKNOWN ? learn(state, c) : follows;
      if (follows == NEVER) {
        return NONE;
      }
      state = follows;
    }
    return able[state];
  }

  private static int kind(char c) {
    return c < ASCII ? KINDS[c] : OTHER;
  }

  /** The first place from {@code from} on where any can start; the end if there is none. */
  int first(String text, int from) {
    int[] known = next;
    int kind = from == 0 ? 0 : kind(text.charAt(from - 1));
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean never = c < ASCII && known[kind * ASCII + c] == NEVER;
      if (!never && at(text, at).length > 0) {
        return at;
      }
      kind = kind(c);
    }
    return text.length();
  }
}

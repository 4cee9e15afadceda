package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many expressions looked for in one pass. Each must start where a word starts, or at a digit or a
 * sign, and must not look behind that. Only those whose needed words stand in a text are tried, and
 * only where a character stands that they can start with.
 */
final class WordRules {

  /** Characters that are told apart before a rule is tried. */
  private static final int ASCII = 128;

  /** So many characters tell nearly all rules apart. */
  private static final int DEPTH_MAX = 4;

  private final List<Pattern> rules;
  private final List<NeededWords> needed;
  private final NeededWords neededByAny;
  private final int[] every;

  private final Beginning beginning;

  WordRules(List<Pattern> rules) {
    this.rules = List.copyOf(rules);
    this.needed = rules.stream().map(NeededWords::of).toList();
    this.neededByAny = NeededWords.ofAny(rules);
    this.every = IntStream.range(0, rules.size()).toArray();
    this.beginning = new Beginning("", every);
  }

  /**
   * What an expression found.
   *
   * @param rule its number in the list
   * @param start the first character
   * @param end the character after the last
   */
  record Found(int rule, int start, int end) {}

  /** All that is found, in the order of the text; what one rule finds does not overlap. */
  List<Found> find(Wording wording) {
    @Nullable Matcher[] matchers = neededByAny.in(wording.words()) ? matchers(wording) : NONE;
    return matchers.length == 0 ? List.of() : find(wording.text(), matchers);
  }

  /** Whether anything is found. */
  boolean any(Wording text) {
    return !find(text).isEmpty();
  }

  private static final @Nullable Matcher[] NONE = {};

  /** A matcher for each rule that may find something; none at all where no rule may. */
  private @Nullable Matcher[] matchers(Wording wording) {
    @Nullable Matcher[] matchers = NONE;
    for (int rule = 0; rule < every.length; rule++) {
      if (needed.get(rule).in(wording.words())) {
        matchers = matchers.length == 0 ? new Matcher[every.length] : matchers;
        matchers[rule] =
            rules
                .get(rule)
                .matcher(wording.text())
                .useAnchoringBounds(false)
                .useTransparentBounds(true);
      }
    }
    return matchers;
  }

  private List<Found> find(String text, @Nullable Matcher[] matchers) {
    List<Found> found = new ArrayList<>();
    int[] free = new int[every.length];
    for (int at = 0; at < text.length(); at++) {
      if (insideWord(text, at)) {
        continue;
      }
      for (int rule : starting(text, at)) {
        Matcher m = matchers[rule];
        if (m != null
            && free[rule] <= at
            && m.region(at, text.length()).lookingAt()
            && m.end() > at) {
          free[rule] = m.end();
          found.add(new Found(rule, at, m.end()));
        }
      }
    }
    return found;
  }

  private static boolean insideWord(CharSequence text, int at) {
    return at > 0 && letter(text.charAt(at)) && word(text.charAt(at - 1));
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean word(char c) {
    return letter(c) || (c >= '0' && c <= '9');
  }

  /** The rules that can start at a place of {@code text}. */
  private int[] starting(String text, int at) {
    Beginning read = beginning;
    int end = Math.min(text.length(), at + DEPTH_MAX);
    for (int i = at; i < end && read.rules.length > 0 && text.charAt(i) < ASCII; i++) {
      read = read.with(text.charAt(i));
    }
    return read.rules;
  }

  /** Characters from a place on, and the rules that can start with them; longer ones when met. */
  private final class Beginning {

    private final String read;
    private final int[] rules;
    private final AtomicReferenceArray<@Nullable Beginning> longer;

    Beginning(String read, int[] rules) {
      this.read = read;
      this.rules = rules;
      this.longer = new AtomicReferenceArray<>(rules.length == 0 ? 0 : ASCII);
    }

    /** The same and {@code c}: the rules that match that, or would with more after it. */
    Beginning with(char c) {
      Beginning known = longer.get(c);
      if (known == null) {
        known = new Beginning(read + c, able(read + c));
        longer.set(c, known);
      }
      return known;
    }

    private int[] able(String text) {
      return Arrays.stream(rules)
          .filter(
              i -> {
                Matcher m = WordRules.this.rules.get(i).matcher(text);
                return m.lookingAt() || m.hitEnd();
              })
          .toArray();
    }
  }
}

package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Many expressions looked for in one pass. Each must start where a word starts, or at a digit or a
 * sign, and must not look behind that. Only those whose needed words stand in a text are tried, and
 * only where a character stands that they can start with.
 */
final class WordRules {

  /** Characters that tell rules apart; with more, many rules would take long to get to know. */
  private static final int DEPTH = 2;

  private final List<Pattern> rules;
  private final List<NeededWords> needed;
  private final NeededWords neededByAny;

  private final Beginnings beginnings;

  WordRules(List<Pattern> rules) {
    this.rules = List.copyOf(rules);
    this.needed = rules.stream().map(NeededWords::of).toList();
    this.neededByAny = NeededWords.ofAny(rules);
    this.beginnings = new Beginnings(rules, DEPTH);
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
    for (int rule = 0; rule < rules.size(); rule++) {
      if (needed.get(rule).in(wording.words())) {
        matchers = matchers.length == 0 ? new Matcher[rules.size()] : matchers;
        matchers[rule] = Beginnings.free(rules.get(rule).matcher(wording.text()));
      }
    }
    return matchers;
  }

  private List<Found> find(String text, @Nullable Matcher[] matchers) {
    List<Found> found = new ArrayList<>();
    int[] free = new int[rules.size()];
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == ' ' || insideWord(text, at)) {
        continue;
      }
      for (int rule : beginnings.at(text, at)) {
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
}

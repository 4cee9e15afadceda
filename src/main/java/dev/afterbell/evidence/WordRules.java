package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many expressions looked for in one text. Each must start where a word starts, or at a digit or a
 * sign, and must not look behind that. Only those whose needed words stand in a text are tried, and
 * only where a character stands that they can start with.
 */
final class WordRules {

  private static final Comparator<Found> BY_PLACE =
      Comparator.comparingInt(Found::start).thenComparingInt(Found::rule);

  private final List<Rule> rules;
  private final NeededWords neededByAny;

  WordRules(List<Pattern> rules) {
    this.rules = rules.stream().map(Rule::of).toList();
    this.neededByAny = NeededWords.ofAny(rules);
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
    if (!neededByAny.in(wording.words())) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      if (rules.get(rule).needed().in(wording.words())) {
        rules.get(rule).find(rule, wording.text(), found);
      }
    }
    found.sort(BY_PLACE);
    return found;
  }

  /** Whether anything is found. */
  boolean any(Wording text) {
    return !find(text).isEmpty();
  }

  private static boolean insideWord(String text, int at) {
    return at > 0 && letter(text.charAt(at)) && word(text.charAt(at - 1));
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean word(char c) {
    return letter(c) || (c >= '0' && c <= '9');
  }

  /** An expression, the words it needs, and what it can start with. */
  private record Rule(NeededWords needed, Starts starts) {

    static Rule of(Pattern pattern) {
      return new Rule(NeededWords.of(pattern), new Starts(pattern));
    }

    void find(int number, String text, List<Found> found) {
      Matcher m = starts.matcher(text);
      int at = starts.next(m, text, 0);
      while (at >= 0) {
        boolean stands = m.end() > at && !insideWord(text, at);
        if (stands) {
          found.add(new Found(number, at, m.end()));
        }
        at = starts.next(m, text, stands ? m.end() : at + 1);
      }
    }
  }
}

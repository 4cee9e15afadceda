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
    this.rules = rules.stream().map(Rule::new).toList();
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
      if (rules.get(rule).needed.in(wording.words())) {
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

  /** An expression and what it can start with. */
  private static final class Rule {

    private static final int ASCII = 128;

    /** What can stand before a sign or a digit; before a word, only the first. */
    private static final List<String> BEFORE = List.of(" ", "a", "1");

    private static final byte NO = 1;
    private static final byte YES = 2;

    private final Pattern pattern;
    private final NeededWords needed;

    /** For each ASCII character whether it can start with it; 0 where that was not tried yet. */
    private final byte[] able = new byte[ASCII];

    Rule(Pattern pattern) {
      this.pattern = pattern;
      this.needed = NeededWords.of(pattern);
    }

    void find(int number, String text, List<Found> found) {
      Matcher m = free(text);
      for (int at = 0; at < text.length(); at++) {
        if (able(text.charAt(at), at)
            && !insideWord(text, at)
            && m.region(at, text.length()).lookingAt()
            && m.end() > at) {
          found.add(new Found(number, at, m.end()));
          at = m.end() - 1;
        }
      }
    }

    private Matcher free(String text) {
      return pattern.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
    }

    private boolean able(char c, int at) {
      if (c >= ASCII || at == 0) {
        return true;
      }
      if (able[c] == 0) {
        able[c] = tried(c) ? YES : NO;
      }
      return able[c] == YES;
    }

    /** Whether the expression matches {@code c} alone, or would with more after it. */
    private boolean tried(char c) {
      for (String before : letter(c) ? BEFORE.subList(0, 1) : BEFORE) {
        Matcher m = free(before + c).region(1, 2);
        if (m.lookingAt() || m.hitEnd()) {
          return true;
        }
      }
      return false;
    }
  }
}

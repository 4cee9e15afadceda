package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Many expressions looked for in one pass. Each must start where a word starts, or at a digit or a
 * sign, and must not look behind that. Which of them can start with two given characters is found
 * out once, so that at most places of a text only a few are tried. Safe for use by several threads.
 */
final class WordRules {

  /** Characters that are indexed; a place with any other is tried with every rule. */
  private static final int ASCII = 128;

  private final List<Pattern> rules;
  private final List<NeededWords> needed;
  private final NeededWords neededByAny;
  private final int[] every;
  private final AtomicReferenceArray<int @Nullable []> starting =
      new AtomicReferenceArray<>(ASCII * ASCII);

  WordRules(List<Pattern> rules) {
    this.rules = List.copyOf(rules);
    this.needed = rules.stream().map(NeededWords::of).toList();
    this.neededByAny = NeededWords.ofAny(rules);
    this.every = new int[rules.size()];
    for (int i = 0; i < every.length; i++) {
      every[i] = i;
    }
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
  List<Found> find(CharSequence characters) {
    String text = characters.toString();
    List<Found> found = new ArrayList<>();
    String lower = NeededWords.lower(text);
    if (!neededByAny.in(lower)) {
      return found;
    }
    @Nullable Matcher[] matchers = new Matcher[rules.size()];
    int[] free = new int[rules.size()];
    for (int at = 0; at < text.length(); at++) {
      if (insideWord(text, at)) {
        continue;
      }
      for (int rule : starting(text, at)) {
        if (free[rule] > at) {
          continue;
        }
        Matcher m = matchers[rule];
        if (m == null) {
          if (!needed.get(rule).in(lower)) {
            free[rule] = text.length();
            continue;
          }
          m = rules.get(rule).matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
          matchers[rule] = m;
        }
        if (m.region(at, text.length()).lookingAt() && m.end() > at) {
          free[rule] = m.end();
          found.add(new Found(rule, at, m.end()));
        }
      }
    }
    return found;
  }

  /** Whether anything is found. */
  boolean any(CharSequence text) {
    return !find(text).isEmpty();
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

  private int[] starting(CharSequence text, int at) {
    char first = text.charAt(at);
    char second = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (first >= ASCII || second >= ASCII) {
      return every;
    }
    int key = Character.toLowerCase(first) * ASCII + Character.toLowerCase(second);
    int[] known = starting.get(key);
    if (known == null) {
      known = able(("" + first + second).toLowerCase(Locale.ROOT));
      starting.set(key, known);
    }
    return known;
  }

  /** The rules that match {@code start}, or would with more after it. */
  private int[] able(String start) {
    return java.util.stream.IntStream.range(0, rules.size())
        .filter(
            i -> {
              Matcher m = rules.get(i).matcher(start);
              return m.lookingAt() || m.hitEnd();
            })
        .toArray();
  }
}

package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Many expressions looked for in one text. Each must start where a word starts, or at a digit or a
 * sign, and must not look behind that. Only those whose needed words stand in a text are tried, and
 * only where a character stands that they can start with.
 */
final class WordRules {

  private static final int ASCII = 128;

  private final List<Starts> starts;
  private final RuleIndex index;

  /** For kind of character before and ASCII character, the rules that can start there. */
  private final AtomicReferenceArray<long[]> able =
      new AtomicReferenceArray<>(Starts.kinds() * ASCII);

  WordRules(List<Pattern> rules) {
    this.starts = rules.stream().map(Starts::new).toList();
    this.index = new RuleIndex(rules.stream().map(NeededWords::of).toList());
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
    long[] possible = index.possible(wording.words());
    return none(possible) ? List.of() : new Search(wording, possible).find();
  }

  private static boolean none(long[] bits) {
    for (long some : bits) {
      if (some != 0) {
        return false;
      }
    }
    return true;
  }

  private long[] able(int kind, char c) {
    long[] known = able.get(kind * ASCII + c);
    if (known == null) {
      known = new long[(starts.size() + Long.SIZE - 1) / Long.SIZE];
      for (int rule = 0; rule < starts.size(); rule++) {
        if (starts.get(rule).ableWith(kind, c)) {
          known[rule / Long.SIZE] |= 1L << rule;
        }
      }
      able.set(kind * ASCII + c, known);
    }
    return known;
  }

  /** Whether anything is found. */
  boolean any(Wording text) {
    return !find(text).isEmpty();
  }

  /** One text, from place to place. */
  private final class Search {

    private final Wording wording;
    private final String text;
    private final long[] possible;
    private final @Nullable Matcher[] matchers = new Matcher[starts.size()];

    /** For each rule, where what it found last ends. */
    private final int[] ends = new int[starts.size()];

    private final List<Found> found = new ArrayList<>();

    Search(Wording wording, long[] possible) {
      this.wording = wording;
      this.text = wording.text();
      this.possible = possible;
    }

    List<Found> find() {
      for (int at : wording.places()) {
        if (!behindDigit(at)) {
          char c = text.charAt(at);
          long[] able = c < ASCII ? able(Starts.kindBefore(text, at), c) : possible;
          for (int i = 0; i < possible.length; i++) {
            for (long left = possible[i] & able[i]; left != 0; left &= left - 1) {
              look(i * Long.SIZE + Long.numberOfTrailingZeros(left), at);
            }
          }
        }
      }
      return found;
    }

    /** Whether a letter stands behind a digit, and so within a word. */
    private boolean behindDigit(int at) {
      return at > 0 && isDigit(text.charAt(at - 1)) && isLetter(text.charAt(at));
    }

    private void look(int rule, int at) {
      if (at < ends[rule] || !starts.get(rule).able(text, at)) {
        return;
      }
      Matcher m = matchers[rule];
      if (m == null) {
        m = starts.get(rule).matcher(text);
        matchers[rule] = m;
      }
      if (m.region(at, text.length()).lookingAt() && m.end() > at) {
        found.add(new Found(rule, at, m.end()));
        ends[rule] = m.end();
      }
    }

    private static boolean isLetter(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }
  }
}

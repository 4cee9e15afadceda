package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Words without which an expression finds nothing in a text, read off the expression: of each of
 * several lists, one word must stand there. To look for them costs far less than to try the
 * expression at every place. An expression that no such words can be told of is never ruled out.
 */
final class NeededWords {

  /** Shorter words stand in most sentences and rule nothing out. */
  private static final int LENGTH_MIN = 3;

  /** The start of a longer word tells as much. */
  private static final int LENGTH_MAX = 8;

  private static final int FLAGS_UNDERSTOOD = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  private static final String CLASSES = "bBwWdDsS";

  /** What nothing is known of: any text may do. */
  private static final NeededWords NOTHING = new NeededWords(List.of());

  private final List<Set<String>> lists;

  /** For each list pairs of a number of 64 words and a mask over them. */
  private final long[][] masks;

  private final int highest;

  private NeededWords(List<Set<String>> lists) {
    this.lists = lists;
    this.masks = new long[lists.size()][];
    int most = -1;
    for (int i = 0; i < masks.length; i++) {
      TreeMap<Integer, Long> bits = new TreeMap<>();
      for (String word : lists.get(i)) {
        int number = Vocabulary.number(word);
        bits.merge(number >> 6, 1L << number, (a, b) -> a | b);
        most = Math.max(most, number);
      }
      masks[i] =
          bits.entrySet().stream()
              .flatMapToLong(e -> LongStream.of(e.getKey(), e.getValue()))
              .toArray();
    }
    this.highest = most;
  }

  /** What {@code pattern} needs. */
  static NeededWords of(Pattern pattern) {
    if ((pattern.flags() & ~FLAGS_UNDERSTOOD) != 0) {
      return NOTHING;
    }
    Reader reader = new Reader(pattern.pattern());
    List<Set<String>> lists = reader.alternatives();
    return reader.understood() ? new NeededWords(lists) : NOTHING;
  }

  /** What at least one of {@code patterns} needs; nothing where one of them needs nothing. */
  static NeededWords ofAny(List<Pattern> patterns) {
    Set<String> all = new TreeSet<>();
    for (Pattern pattern : patterns) {
      Set<String> best = Reader.best(of(pattern).lists);
      if (best.isEmpty()) {
        return NOTHING;
      }
      all.addAll(best);
    }
    return new NeededWords(List.of(all));
  }

  /** The number of the last of all its words; −1 without any. */
  int highest() {
    return highest;
  }

  /** The numbers of the words of that list which stand in the fewest texts; empty without lists. */
  int[] rarest() {
    return Reader.best(lists).stream().mapToInt(Vocabulary::number).toArray();
  }

  /** Whether the expression may find something in a text of these words. */
  boolean in(WordSet words) {
    if (highest >= words.known()) {
      return true;
    }
    for (long[] list : masks) {
      if (!any(list, words)) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(long[] list, WordSet words) {
    for (int i = 0; i < list.length; i += 2) {
      if (words.any((int) list[i], list[i + 1])) {
        return true;
      }
    }
    return false;
  }

  /** Reads an expression from left to right; what it does not understand it gives up on. */
  private static final class Reader {

    private final String text;
    private int at;
    private boolean lost;

    Reader(String text) {
      this.text = text;
    }

    boolean understood() {
      return !lost && at == text.length();
    }

    /** What the alternatives up to the end of the group need. */
    List<Set<String>> alternatives() {
      List<Set<String>> first = sequence();
      if (lost || at >= text.length() || text.charAt(at) != '|') {
        return first;
      }
      Set<String> all = new TreeSet<>(best(first));
      boolean known = !all.isEmpty();
      while (next('|')) {
        Set<String> one = best(sequence());
        known = known && !one.isEmpty();
        all.addAll(one);
      }
      return known ? List.of(all) : List.of();
    }

    private List<Set<String>> sequence() {
      List<Set<String>> lists = new ArrayList<>();
      StringBuilder run = new StringBuilder();
      while (!lost && at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
        if (text.charAt(at) == '(') {
          word(run, lists);
          lists.addAll(group());
        } else {
          int literal = literal();
          boolean repeated = at < text.length() && "?*+{".indexOf(text.charAt(at)) >= 0;
          boolean must = must();
          if (literal >= 0 && must) {
            run.append((char) literal);
          }
          if (literal < 0 || repeated) {
            word(run, lists);
          }
        }
      }
      word(run, lists);
      return lists;
    }

    private static void word(StringBuilder run, List<Set<String>> lists) {
      if (run.length() >= LENGTH_MIN) {
        String word = run.substring(0, Math.min(run.length(), LENGTH_MAX));
        lists.add(Set.of(word.toLowerCase(Locale.ROOT)));
      }
      run.setLength(0);
    }

    /** The list whose shortest word is the longest, for it stands in the fewest texts. */
    private static Set<String> best(List<Set<String>> lists) {
      return lists.stream().max(Comparator.comparingInt(Reader::shortest)).orElse(Set.of());
    }

    private static int shortest(Set<String> words) {
      return words.stream().mapToInt(String::length).min().orElse(0);
    }

    /** A group and its quantifier; none of its words where it may or must be missing. */
    private List<Set<String>> group() {
      at++;
      boolean not = false;
      if (next('?')) {
        int end = at + 1;
        while (text.startsWith("i", at) || text.startsWith("s", at)) {
          at++; // flags: words are looked for in any case
        }
        if (at >= end && next(')')) {
          return List.of();
        }
        boolean behind = text.startsWith("<=", at) || text.startsWith("<!", at);
        not = text.startsWith("!", at) || text.startsWith("<!", at);
        boolean named = !behind && text.startsWith("<", at);
        lost = lost || !(behind || not || named || startsWithAny(":", "="));
        at = named ? text.indexOf('>', at) + 1 : at + (behind ? 2 : 1);
      }
      List<Set<String>> lists = lost ? List.of() : alternatives();
      lost = lost || !next(')');
      return must() && !not ? lists : List.of();
    }

    private boolean startsWithAny(String a, String b) {
      return text.startsWith(a, at) || text.startsWith(b, at);
    }

    /** Takes one character, class or escape; the character if it is a plain ASCII one, or −1. */
    private int literal() {
      char c = text.charAt(at++);
      if (c == '[') {
        skipClass();
        return -1;
      }
      if (c == '\\') {
        char escaped = at < text.length() ? text.charAt(at++) : 'Q';
        boolean plain = !Character.isLetterOrDigit(escaped);
        lost = lost || !plain && CLASSES.indexOf(escaped) < 0;
        return plain && escaped < 128 ? escaped : -1;
      }
      return c == '.' || c == '^' || c == '$' || c >= 128 ? -1 : c;
    }

    private void skipClass() {
      while (!lost && at < text.length() && text.charAt(at) != ']') {
        lost = text.charAt(at) == '[' || text.charAt(at) == '&';
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      lost = lost || !next(']');
    }

    /** Takes a quantifier if there is one; whether what stands before it must stand there. */
    private boolean must() {
      boolean must = true;
      if (next('?') || next('*')) {
        must = false;
      } else if (next('{')) {
        must = at < text.length() && text.charAt(at) != '0';
        int end = text.indexOf('}', at);
        lost = lost || end < 0;
        at = end + 1;
      } else if (!next('+')) {
        return true;
      }
      if (!next('?')) {
        next('+');
      }
      return must;
    }

    private boolean next(char c) {
      boolean there = at < text.length() && text.charAt(at) == c;
      at += there ? 1 : 0;
      return there;
    }
  }
}

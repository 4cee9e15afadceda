package dev.afterbell.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Words one of which stands in every text that an expression finds anything in, read off the
 * expression. To look for them costs far less than to try the expression at every place. An
 * expression that no such words can be told of is never ruled out.
 */
final class NeededWords {

  /** Shorter words stand in most sentences and rule nothing out. */
  private static final int LENGTH_MIN = 3;

  private static final int FLAGS_UNDERSTOOD = Pattern.CASE_INSENSITIVE;
  private static final String CLASSES = "bBwWdDsS";

  private final List<String> words;

  private NeededWords(Set<String> words) {
    this.words = List.copyOf(words);
  }

  /** What {@code pattern} needs. */
  static NeededWords of(Pattern pattern) {
    if ((pattern.flags() & ~FLAGS_UNDERSTOOD) != 0) {
      return new NeededWords(Set.of());
    }
    Reader reader = new Reader(pattern.pattern());
    Set<String> words = reader.alternatives();
    return new NeededWords(reader.understood() ? words : Set.of());
  }

  /** What at least one of {@code patterns} needs; nothing where one of them needs nothing. */
  static NeededWords ofAny(List<Pattern> patterns) {
    Set<String> all = new TreeSet<>();
    for (Pattern pattern : patterns) {
      NeededWords one = of(pattern);
      if (one.words.isEmpty()) {
        return one;
      }
      all.addAll(one.words);
    }
    return new NeededWords(all);
  }

  /** A text as {@link #in} wants it. */
  static String lower(CharSequence text) {
    return text.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether the expression may find something in a text, given in lower case. */
  boolean in(String lower) {
    for (String word : words) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return words.isEmpty();
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

    /** The words of all alternatives up to the end of the group; empty if one has none. */
    Set<String> alternatives() {
      Set<String> all = new TreeSet<>(sequence());
      boolean known = !all.isEmpty();
      while (next('|')) {
        Set<String> one = sequence();
        known = known && !one.isEmpty();
        all.addAll(one);
      }
      return known ? all : Set.of();
    }

    private Set<String> sequence() {
      Set<String> best = Set.of();
      StringBuilder run = new StringBuilder();
      while (!lost && at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
        if (text.charAt(at) == '(') {
          best = better(better(best, word(run)), group());
        } else {
          int literal = literal();
          boolean repeated = at < text.length() && "?*+{".indexOf(text.charAt(at)) >= 0;
          boolean must = must();
          if (literal >= 0 && must) {
            run.append((char) literal);
          }
          if (literal < 0 || repeated) {
            best = better(best, word(run));
          }
        }
      }
      return better(best, word(run));
    }

    private static Set<String> word(StringBuilder run) {
      String word = run.toString();
      run.setLength(0);
      return word.length() < LENGTH_MIN ? Set.of() : Set.of(word.toLowerCase(Locale.ROOT));
    }

    /** The words whose shortest is the longer, for it stands in fewer texts. */
    private static Set<String> better(Set<String> a, Set<String> b) {
      return shortest(b) > shortest(a) ? b : a;
    }

    private static int shortest(Set<String> words) {
      return words.stream().mapToInt(String::length).min().orElse(0);
    }

    /** A group and its quantifier; none of its words where it may be missing or only looks. */
    private Set<String> group() {
      at++;
      boolean looks = false;
      if (next('?')) {
        looks = text.startsWith("=", at) || text.startsWith("!", at);
        looks = looks || text.startsWith("<=", at) || text.startsWith("<!", at);
        boolean named = !looks && text.startsWith("<", at);
        lost = lost || !(looks || named || text.startsWith(":", at));
        at = named ? text.indexOf('>', at) + 1 : at + (text.startsWith("<", at) ? 2 : 1);
      }
      Set<String> words = lost ? Set.of() : alternatives();
      lost = lost || !next(')');
      return must() && !looks ? words : Set.of();
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

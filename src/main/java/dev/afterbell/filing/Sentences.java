package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cuts a paragraph into sentences.
 *
 * <p>A sentence ends at a full stop, question or exclamation mark (and closing quotes or brackets)
 * before white space and a character that can begin one, at the wide stops of Chinese text, and
 * before a bullet. A stop does not end one after an abbreviation (abbreviations.txt), after a
 * single capital, or inside a number. Written out here rather than left to the platform, whose
 * rules differ between Java versions: the same bytes must give the same sentences.
 */
final class Sentences {

  /** When a sentence goes on after an abbreviation. */
  private enum Rule {
    BEFORE_NAME,
    BEFORE_NUMBER,
    MAY_END
  }

  private static final Map<String, Rule> ABBREVIATIONS =
      Words.lines("abbreviations.txt").stream()
          .map(line -> line.split(" "))
          .collect(
              Collectors.toUnmodifiableMap(
                  parts -> parts[0],
                  parts -> Rule.valueOf(parts[1].toUpperCase(Locale.ROOT).replace('-', '_'))));

  private static final Set<String> STARTERS = Words.set("sentence-starters.txt");

  /** Longest abbreviation looked at, in characters. */
  private static final int ABBREVIATION_CHARS_MAX = 10;

  private Sentences() {}

  /** The sentences, without the white space between them; together they hold all other text. */
  static List<SourceText> cut(SourceText text) {
    List<SourceText> sentences = new ArrayList<>(2);
    String chars = text.text();
    int from = 0;
    for (int i = 0; i < chars.length(); i++) {
      char c = chars.charAt(i);
      int end = -1;
      if (isStop(c)) {
        end = endAfterStop(chars, i);
      } else if (Glyphs.isBullet(c) && i > from && chars.charAt(i - 1) == ' ') {
        end = i;
      }
      if (end > from) {
        add(text, chars, from, end, sentences);
        from = end;
        i = Math.max(i, end - 1);
      }
    }
    add(text, chars, from, chars.length(), sentences);
    return sentences;
  }

  private static void add(
      SourceText text, String chars, int from, int to, List<SourceText> sentences) {
    int start = from;
    int end = to;
    while (start < end && chars.charAt(start) == ' ') {
      start++;
    }
    while (end > start && chars.charAt(end - 1) == ' ') {
      end--;
    }
    if (start == 0 && end == text.length()) {
      sentences.add(text);
    } else if (start < end) {
      sentences.add(text.subSequence(start, end));
    }
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?' || isWideStop(c);
  }

  private static boolean isWideStop(char c) {
    return c == '\u3002' || c == '\uFF01' || c == '\uFF1F';
  }

  /** Where the sentence ends whose stop is at {@code stop}; −1 if it goes on. */
  private static int endAfterStop(String chars, int stop) {
    int end = stop + 1;
    while (end < chars.length() && (isStop(chars.charAt(end)) || isCloser(chars.charAt(end)))) {
      end++;
    }
    if (end >= chars.length() || isWideStop(chars.charAt(stop))) {
      return end;
    }
    if (chars.charAt(end) != ' ' || end + 1 >= chars.length()) {
      return -1;
    }
    char next = chars.charAt(end + 1);
    if (Character.isLowerCase(next) || next == ')' || next == ',' || next == ';') {
      return -1;
    }
    return chars.charAt(stop) == '.' && end == stop + 1 && goesOn(chars, stop, next) ? -1 : end;
  }

  private static boolean isCloser(char c) {
    return c == ')'
        || c == ']'
        || c == '"'
        || c == '\''
        || c == '\u201D'
        || c == '\u2019'
        || c == '\u00BB';
  }

  /** Whether the word before a full stop is one that is written with it. */
  private static boolean goesOn(String chars, int stop, char next) {
    int start = stop;
    while (start > 0
        && stop - start <= ABBREVIATION_CHARS_MAX
        && (Character.isLetter(chars.charAt(start - 1)) || chars.charAt(start - 1) == '.')) {
      start--;
    }
    String word = chars.substring(start, stop);
    if (word.isEmpty()) {
      return isListNumber(chars, stop);
    }
    if (word.length() == 1) {
      return Character.isUpperCase(word.charAt(0));
    }
    Rule rule = ABBREVIATIONS.get(word.toLowerCase(Locale.ROOT));
    if (rule == null) {
      return false;
    }
    return switch (rule) {
      case BEFORE_NAME -> true;
      case BEFORE_NUMBER -> Character.isDigit(next);
      case MAY_END -> !STARTERS.contains(wordAt(chars, stop + 2).toLowerCase(Locale.ROOT));
    };
  }

  private static String wordAt(String chars, int from) {
    int end = from;
    while (end < chars.length()
        && end - from <= ABBREVIATION_CHARS_MAX
        && Character.isLetter(chars.charAt(end))) {
      end++;
    }
    return chars.substring(from, end);
  }

  /** Whether only a short number stands before the stop, as in a numbered list. */
  private static boolean isListNumber(String chars, int stop) {
    int start = stop;
    while (start > 0 && Character.isDigit(chars.charAt(start - 1))) {
      start--;
    }
    return start < stop && stop - start <= 2 && (start == 0);
  }
}

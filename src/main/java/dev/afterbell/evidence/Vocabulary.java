package dev.afterbell.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All words that some rule needs, numbered in the order in which rules ask for them, and one
 * machine that finds them all in a text in a single pass (Aho and Corasick, 1975). Rules register
 * their words when they are loaded; the machine is made anew when words came since. Which words are
 * known decides only which rules are tried in vain, never what is found. Safe for use by several
 * threads.
 */
final class Vocabulary {

  private static final int ASCII = 128;
  private static final int[] NONE = {};

  private static final Map<String, Integer> NUMBERS = new HashMap<>();
  private static volatile Machine machine = new Machine(List.of());
  private static volatile int size;

  private Vocabulary() {}

  /** The number of {@code word}, which is ASCII in lower case. */
  static int number(String word) {
    synchronized (NUMBERS) {
      Integer known = NUMBERS.get(word);
      if (known == null) {
        known = NUMBERS.size();
        NUMBERS.put(word, known);
        size = NUMBERS.size();
      }
      return known;
    }
  }

  /** The words known now that stand in {@code text}. */
  static WordSet wordsIn(CharSequence text) {
    Machine ready = machine;
    return (ready.words == size ? ready : rebuilt()).find(text);
  }

  private static Machine rebuilt() {
    synchronized (NUMBERS) {
      if (machine.words != NUMBERS.size()) {
        List<String> words = new ArrayList<>(NUMBERS.keySet());
        words.sort(java.util.Comparator.comparing(NUMBERS::get));
        machine = new Machine(words);
      }
      return machine;
    }
  }

  /** A deterministic automaton: a state is the longest start of a word that was just read. */
  private static final class Machine {

    /** Kind of each ASCII character; 0 for those in no word. */
    private final byte[] kinds = new byte[ASCII];

    private final int words;
    private final int alphabet;

    /** For state and kind of character, the state after it. */
    private int[] next = {};

    /** For each state, the words that end there. */
    private int[][] ending = {};

    private int states = 1;

    Machine(List<String> words) {
      this.words = words.size();
      this.alphabet = numberKinds(words);
      plant(words);
      link();
    }

    private int numberKinds(List<String> words) {
      int kind = 0;
      for (String word : words) {
        for (int i = 0; i < word.length(); i++) {
          char c = word.charAt(i);
          if (kinds[c] == 0) {
            kinds[c] = (byte) ++kind;
            kinds[Character.toUpperCase(c)] = (byte) kind;
          }
        }
      }
      return kind + 1;
    }

    /** Makes the tree of all words. */
    private void plant(List<String> words) {
      int most = 1 + words.stream().mapToInt(String::length).sum();
      next = new int[most * alphabet];
      ending = new int[most][];
      Arrays.fill(ending, NONE);
      for (int number = 0; number < words.size(); number++) {
        int state = 0;
        for (char c : words.get(number).toCharArray()) {
          int at = state * alphabet + kinds[c];
          if (next[at] == 0) {
            next[at] = states++;
          }
          state = next[at];
        }
        ending[state] = with(ending[state], new int[] {number});
      }
      next = Arrays.copyOf(next, states * alphabet);
      ending = Arrays.copyOf(ending, states);
    }

    /** Leads every state on, breadth first, to where its longest other end would lead. */
    private void link() {
      int[] shorter = new int[states];
      ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
      while (!queue.isEmpty()) {
        int state = queue.remove();
        for (int kind = 1; kind < alphabet; kind++) {
          int at = state * alphabet + kind;
          int otherwise = state == 0 ? 0 : next[shorter[state] * alphabet + kind];
          if (next[at] == 0) {
            next[at] = otherwise;
          } else {
            shorter[next[at]] = otherwise;
            ending[next[at]] = with(ending[next[at]], ending[otherwise]);
            queue.add(next[at]);
          }
        }
      }
    }

    private static int[] with(int[] some, int[] more) {
      if (some.length == 0 || more.length == 0) {
        return some.length == 0 ? more : some;
      }
      int[] both = Arrays.copyOf(some, some.length + more.length);
      System.arraycopy(more, 0, both, some.length, more.length);
      return both;
    }

    WordSet find(CharSequence characters) {
      String text = characters.toString();
      long[] bits = new long[(words >> 6) + 1];
      int state = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        char plain = c < ASCII ? c : PeriodReader.fold(c);
        state = plain < ASCII ? next[state * alphabet + kinds[plain]] : 0;
        for (int number : ending[state]) {
          bits[number >> 6] |= 1L << number;
        }
      }
      return new WordSet(bits, words);
    }
  }
}

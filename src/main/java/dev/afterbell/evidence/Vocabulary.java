package dev.afterbell.evidence;

import java.util.ArrayList;
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

  /** The words known now that stand in a text, given folded. */
  static WordSet wordsIn(String folded) {
    Machine ready = machine;
    return (ready.words == size ? ready : rebuilt()).find(folded);
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

    /**
     * For state and kind of character, the state after it. A state is written as the number of its
     * first entry here, which is of no kind and so holds the state's place in {@link #ending}.
     */
    private final int[] next;

    /** For each state, the words that end there. */
    private final int[][] ending;

    /** The states from here on are those that words end at. */
    private final int firstEnding;

    Machine(List<String> words) {
      this.words = words.size();
      this.alphabet = numberKinds(words);
      WordTree tree = new WordTree(words, kinds, alphabet);
      int[] order = tree.wordsLast();
      this.next = new int[order.length * alphabet];
      this.ending = new int[order.length][];
      int first = order.length;
      for (int state = 0; state < order.length; state++) {
        next[order[state] * alphabet] = order[state];
        for (int kind = 1; kind < alphabet; kind++) {
          next[order[state] * alphabet + kind] = order[tree.next(state, kind)] * alphabet;
        }
        ending[order[state]] = tree.ending(state);
        first = tree.ending(state).length > 0 ? Math.min(first, order[state]) : first;
      }
      this.firstEnding = first * alphabet;
    }

    private int numberKinds(List<String> words) {
      int kind = 0;
      for (String word : words) {
        for (int i = 0; i < word.length(); i++) {
          char c = word.charAt(i);
          if (kinds[c] == 0) {
            kinds[c] = (byte) ++kind;
          }
        }
      }
      return kind + 1;
    }

    WordSet find(String text) {
      long[] bits = new long[(words >> 6) + 1];
      int state = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        int kind = c < ASCII ? kinds[c] : 0;
        state = kind == 0 ? 0 : next[state + kind];
        if (state >= firstEnding) {
          for (int number : ending[next[state]]) {
            bits[number >> 6] |= 1L << number;
          }
        }
      }
      return new WordSet(bits, words);
    }
  }
}

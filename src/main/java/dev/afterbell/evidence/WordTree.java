package dev.afterbell.evidence;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * All starts of some words as states, from which each further character leads to the longest start
 * of a word that a text read so far ends with (Aho and Corasick, 1975).
 */
final class WordTree {

  private static final int[] NONE = {};

  private final int alphabet;
  private int states = 1;
  private int[] next;
  private int[][] ending;

  /**
   * Makes the states of {@code words}.
   *
   * @param kinds a number from 1 for each character that occurs
   * @param alphabet the highest of these and one
   */
  WordTree(List<String> words, byte[] kinds, int alphabet) {
    this.alphabet = alphabet;
    int most = 1 + words.stream().mapToInt(String::length).sum();
    this.next = new int[most * alphabet];
    this.ending = new int[most][];
    Arrays.fill(ending, NONE);
    for (int number = 0; number < words.size(); number++) {
      plant(words.get(number), number, kinds);
    }
    this.next = Arrays.copyOf(next, states * alphabet);
    this.ending = Arrays.copyOf(ending, states);
    link();
  }

  /** The state after a character of this kind. */
  int next(int state, int kind) {
    return next[state * alphabet + kind];
  }

  /** The numbers of the words that end at a state. */
  int[] ending(int state) {
    return ending[state];
  }

  /** A new number for each state: 0 for the first, the highest for those that words end at. */
  int[] wordsLast() {
    int[] order = new int[states];
    int number = 0;
    for (boolean ends : new boolean[] {false, true}) {
      for (int state = 0; state < states; state++) {
        if (ending[state].length > 0 == ends) {
          order[state] = number++;
        }
      }
    }
    return order;
  }

  private void plant(String word, int number, byte[] kinds) {
    int state = 0;
    for (int i = 0; i < word.length(); i++) {
      int at = state * alphabet + kinds[word.charAt(i)];
      if (next[at] == 0) {
        next[at] = states++;
      }
      state = next[at];
    }
    ending[state] = both(ending[state], new int[] {number});
  }

  /** Leads every state on, breadth first, to where the next shorter end of its text would lead. */
  private void link() {
    int[] shorter = new int[states];
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
    while (!queue.isEmpty()) {
      int state = queue.remove();
      for (int kind = 1; kind < alphabet; kind++) {
        int at = state * alphabet + kind;
        int otherwise = state == 0 ? 0 : next(shorter[state], kind);
        if (next[at] == 0) {
          next[at] = otherwise;
        } else {
          shorter[next[at]] = otherwise;
          ending[next[at]] = both(ending[next[at]], ending[otherwise]);
          queue.add(next[at]);
        }
      }
    }
  }

  private static int[] both(int[] some, int[] more) {
    if (some.length == 0 || more.length == 0) {
      return some.length == 0 ? more : some;
    }
    int[] both = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, both, some.length, more.length);
    return both;
  }
}

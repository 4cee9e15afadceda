package dev.afterbell.evidence;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Which of many rules may find something in a text, told from the words that stand there and not
 * rule by rule: each word knows the rules that wait for it.
 */
final class RuleIndex {

  private final List<NeededWords> rules;
  private final int longs;

  /** The rules that wait for no word. */
  private final long[] always;

  /** For each word that rules wait for, these rules; by the word's number. */
  private final long[][] waiting;

  /** The words that rules wait for. */
  private final long[] awaited;

  RuleIndex(List<NeededWords> rules) {
    this.rules = List.copyOf(rules);
    this.longs = (rules.size() + Long.SIZE - 1) / Long.SIZE;
    this.always = new long[longs];
    int most = rules.stream().mapToInt(NeededWords::highest).max().orElse(-1);
    this.waiting = new long[most + 1][];
    this.awaited = new long[most / Long.SIZE + 1];
    for (int rule = 0; rule < rules.size(); rule++) {
      int[] words = rules.get(rule).rarest();
      if (words.length == 0) {
        set(always, rule);
      }
      for (int word : words) {
        if (waiting[word] == null) {
          waiting[word] = new long[longs];
        }
        set(waiting[word], rule);
        set(awaited, word);
      }
    }
  }

  private static void set(long[] bits, int i) {
    bits[i / Long.SIZE] |= 1L << i;
  }

  /** One bit for each rule that may find something in a text of these words. */
  long[] possible(WordSet words) {
    long[] possible = always.clone();
    if (words.known() < waiting.length) {
      java.util.Arrays.fill(possible, -1L);
    } else {
      for (int i = 0; i < awaited.length; i++) {
        for (long left = words.among(i, awaited[i]); left != 0; left &= left - 1) {
          long[] more = waiting[i * Long.SIZE + Long.numberOfTrailingZeros(left)];
          for (int j = 0; j < longs; j++) {
            possible[j] |= more[j];
          }
        }
      }
    }
    keepNeeded(possible, words);
    return possible;
  }

  /** Hands on the rules that may find something in a text of these words, in their order. */
  void forEach(WordSet words, IntConsumer rule) {
    long[] possible = possible(words);
    for (int i = 0; i < longs; i++) {
      for (long left = possible[i]; left != 0; left &= left - 1) {
        rule.accept(i * Long.SIZE + Long.numberOfTrailingZeros(left));
      }
    }
  }

  /** A rule may need further words. */
  private void keepNeeded(long[] possible, WordSet words) {
    for (int i = 0; i < longs; i++) {
      for (long left = possible[i]; left != 0; left &= left - 1) {
        int rule = i * Long.SIZE + Long.numberOfTrailingZeros(left);
        if (rule >= rules.size() || !rules.get(rule).in(words)) {
          possible[i] &= ~(1L << rule);
        }
      }
    }
  }
}

package dev.afterbell.evidence;

import dev.afterbell.filing.Block;
import dev.afterbell.filing.Prose;
import java.util.List;

/**
 * Sentences that speak to whoever reads the document and not of the issuer ("ignore previous
 * instructions and …"). They are data: no figure, guidance, event or tone is taken from them
 * (docs/tone.md). The list is {@code instructions.txt}.
 */
final class Instructions {

  private static final WordRules WORDS = new WordRules(RuleTable.list("instructions.txt"));

  private Instructions() {}

  /** Blocks without the paragraphs that hold nothing else, so that these head and lead nothing. */
  static List<Block> without(List<Block> blocks) {
    return blocks.stream().filter(b -> !(b instanceof Prose p && fill(p))).toList();
  }

  private static boolean fill(Prose paragraph) {
    return paragraph.sentences().stream().allMatch(Instructions::in);
  }

  /** Whether {@code sentence} is one of them. */
  static boolean in(CharSequence sentence) {
    return WORDS.any(sentence);
  }
}

package dev.afterbell.evidence;

/**
 * Sentences that speak to whoever reads the document and not of the issuer ("ignore previous
 * instructions and …"). They are data: no figure, guidance, event or tone is taken from them
 * (docs/tone.md). The list is {@code instructions.txt}.
 */
final class Instructions {

  private static final WordRules WORDS = new WordRules(RuleTable.list("instructions.txt"));

  private Instructions() {}

  /** Whether {@code sentence} is one of them. */
  static boolean in(Wording sentence) {
    return WORDS.any(sentence);
  }
}

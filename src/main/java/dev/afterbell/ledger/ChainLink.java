package dev.afterbell.ledger;

import dev.afterbell.filing.Sha256;

/**
 * An entry's place in the hash chain of its book.
 *
 * @param seq from 1, without gaps
 * @param prevHash hash of the entry before; {@link #GENESIS} for the first
 * @param hash of this entry ({@link HashChain#hash})
 */
public record ChainLink(long seq, Sha256 prevHash, Sha256 hash) {

  /** What the first entry of every book follows. */
  public static final Sha256 GENESIS = new Sha256("0".repeat(64));

  /**
   * @throws IllegalArgumentException if {@code seq} is below 1
   */
  public ChainLink {
    if (seq < 1) {
      throw new IllegalArgumentException("Entries count from 1: " + seq);
    }
  }
}

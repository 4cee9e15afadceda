package dev.afterbell.ledger;

import dev.afterbell.filing.Sha256;

/**
 * The end of a book's chain.
 *
 * @param seq place of the last entry; 0 for an empty book
 * @param hash of the last entry; {@link ChainLink#GENESIS} for an empty book
 */
public record ChainHead(long seq, Sha256 hash) {

  /** The head of a book without entries. */
  public static final ChainHead EMPTY = new ChainHead(0, ChainLink.GENESIS);

  /**
   * @throws IllegalArgumentException if {@code seq} is negative
   */
  public ChainHead {
    if (seq < 0) {
      throw new IllegalArgumentException("Entries count from 1: " + seq);
    }
  }

  /** The head after one more entry. */
  public ChainHead after(ChainLink link) {
    if (link.seq() != seq + 1 || !link.prevHash().equals(hash)) {
      throw new IllegalArgumentException("Entry " + link.seq() + " does not follow " + seq);
    }
    return new ChainHead(link.seq(), link.hash());
  }
}

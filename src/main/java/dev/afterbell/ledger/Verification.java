package dev.afterbell.ledger;

import dev.afterbell.filing.Sha256;
import java.util.Optional;

/** Whether a book is what was written into it. */
public sealed interface Verification {

  /**
   * Every entry is there, unaltered and in its place.
   *
   * @param entries how many
   * @param head hash of the last one; {@link ChainLink#GENESIS} for an empty book
   */
  record Intact(long entries, Sha256 head) implements Verification {}

  /**
   * The chain breaks.
   *
   * @param seq place of the first break
   * @param key the entry there, where there is one
   * @param fault what is wrong with it
   * @param detail one sentence
   */
  record Broken(long seq, Optional<String> key, Fault fault, String detail)
      implements Verification {}

  /** How a chain can break. */
  enum Fault {
    /** The entry's content, key, kind or time is not what was chained. */
    ALTERED,
    /** No entry stands at that place. */
    MISSING,
    /** The entry there belongs to another place. */
    REORDERED,
    /** More than one entry claims that place, or there are entries behind the head. */
    INSERTED,
    /** What stands now is not the last version that was chained. */
    CURRENT_DIFFERS
  }
}

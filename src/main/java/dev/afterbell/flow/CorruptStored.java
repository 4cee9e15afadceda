package dev.afterbell.flow;

import dev.afterbell.ledger.CorruptEntry;

/**
 * The one entry that was asked for is there and cannot be used. It must not be taken for an
 * absence: an operator restores it.
 */
public final class CorruptStored extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the entry's key and the closed reason, never its content. */
  CorruptStored(CorruptEntry entry) {
    super(entry.book() + " " + entry.sortKey() + " cannot be used: " + entry.reason());
  }
}

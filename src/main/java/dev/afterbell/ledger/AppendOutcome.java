package dev.afterbell.ledger;

import java.util.List;

/** What came of an append. In every case but the first, nothing was written. */
public sealed interface AppendOutcome {

  /**
   * All of it was written.
   *
   * @param links places in the chain: of the entries, then of the changes that made a version
   */
  record Appended(List<ChainLink> links) implements AppendOutcome {
    public Appended {
      links = List.copyOf(links);
    }
  }

  /**
   * The book holds it already: the same document under whatever key, the same score card, the same
   * rejection. A claim is still open; {@link Ledger#finish} it.
   *
   * @param existing where it stands
   */
  record AlreadyThere(EntryKey existing) implements AppendOutcome {}

  /**
   * Another document stands under that evidence id. Try the next copy number.
   *
   * <p>Copies are thus numbered by arrival. What a citation names never changes, and which document
   * it names is fixed by the entry's digest.
   *
   * @param taken the key
   */
  record KeyTaken(EntryKey taken) implements AppendOutcome {}

  /**
   * An event or profile does not stand at the version that the change names. Read it again.
   *
   * @param key where it stands
   */
  record VersionConflict(EntryKey key) implements AppendOutcome {}

  /** Another has taken over the claim. Fail this item. */
  record FenceLost() implements AppendOutcome {}
}

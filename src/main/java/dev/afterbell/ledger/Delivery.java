package dev.afterbell.ledger;

/**
 * A notice that an object was created.
 *
 * <p>Notices come at least once and in any order. For each object key the newest one wins: a notice
 * older than what was already taken up is stale, the same one again is a duplicate. What an older
 * version of the object gave stays in the ledger.
 *
 * @param book the book of the key's folder, or {@link Book#UNKNOWN}; a function of the key alone,
 *     so that every notice about a key meets the same state
 * @param objectKey decoded key
 * @param sequencer place among the notices about that key
 */
public record Delivery(Book book, String objectKey, Sequencer sequencer) {

  /** Where its state is kept. */
  public EntryKey stateKey() {
    return new EntryKey(book, SortKey.DeliveryOf.objectKey(objectKey));
  }
}

package dev.afterbell.ledger;

/**
 * Where an entry stands.
 *
 * @param book its item collection
 * @param sortKey its place in it
 */
public record EntryKey(Book book, SortKey sortKey) {

  @Override
  public String toString() {
    return book + " " + sortKey;
  }
}

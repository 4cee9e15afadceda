package dev.afterbell.ledger;

import java.util.List;
import java.util.stream.Stream;

/**
 * A range of a book.
 *
 * @param entries what can be used, by key
 * @param corrupt what cannot
 * @param cost what reading it cost
 */
public record LedgerRead(List<LedgerEntry> entries, List<CorruptEntry> corrupt, ReadCost cost) {

  public LedgerRead {
    entries = List.copyOf(entries);
    corrupt = List.copyOf(corrupt);
  }

  /** The entries of one kind, by key. */
  public <T extends LedgerEntry> Stream<T> of(Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast);
  }
}

package dev.afterbell.flow;

import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.LedgerRead;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.ledger.Stored;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A book as it stood before one of its entries: what was chained earlier, and of events the version
 * of that moment. Evidence that came later, however early it is dated, is not in it.
 */
final class BookBefore {

  private BookBefore() {}

  /**
   * @param book all of it
   * @param seq place in the chain of the entry before which it is wanted
   */
  static LedgerRead of(LedgerRead book, long seq) {
    List<LedgerEntry> entries = new ArrayList<>();
    Map<LocalDate, LedgerEntry.EventEntry> events = new TreeMap<>();
    for (LedgerEntry entry : book.entries()) {
      if (entry.stored().link().map(l -> l.seq() >= seq).orElse(true)) {
        continue;
      }
      if (entry instanceof LedgerEntry.VersionEntry version
          && entry.stored().key().sortKey() instanceof SortKey.EventVersion key) {
        events.merge(key.date(), event(version, key), BookBefore::later);
      } else if (!(entry instanceof LedgerEntry.EventEntry)) {
        entries.add(entry);
      }
    }
    entries.addAll(events.values());
    return new LedgerRead(entries, book.corrupt(), book.cost());
  }

  private static LedgerEntry.EventEntry event(
      LedgerEntry.VersionEntry version, SortKey.EventVersion key) {
    Stored stored = version.stored();
    return new LedgerEntry.EventEntry(stored, key.date(), version.version(), Optional.empty());
  }

  private static LedgerEntry.EventEntry later(LedgerEntry.EventEntry a, LedgerEntry.EventEntry b) {
    return a.version() >= b.version() ? a : b;
  }
}

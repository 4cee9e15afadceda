package dev.afterbell.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is written together, or not at all.
 *
 * @param book where
 * @param recordedAt when
 * @param entries new entries, in the order in which they are chained
 * @param changes changes of what stands, chained after the entries
 * @param completes the claim that is finished by this; it must still be the latest
 */
public record Append(
    Book book,
    Instant recordedAt,
    List<NewEntry> entries,
    List<Change> changes,
    Optional<Claim> completes) {

  /** Most entries and changes written together; a transaction takes 100 items, each is up to 4. */
  public static final int PARTS_MAX = 20;

  /**
   * @throws IllegalArgumentException if there is nothing or too much to write, or two for one place
   */
  public Append {
    entries = List.copyOf(entries);
    changes = List.copyOf(changes);
    int parts = entries.size() + changes.size();
    if (parts < 1 || parts > PARTS_MAX) {
      throw new IllegalArgumentException("Write 1 to " + PARTS_MAX + " together, not " + parts);
    }
    long places =
        Stream.concat(entries.stream().map(NewEntry::key), changes.stream().map(Change::key))
            .distinct()
            .count();
    if (places != parts) {
      throw new IllegalArgumentException("Two of them would stand at the same place");
    }
    if (book.equals(Book.ISSUERS)) {
      throw new IllegalArgumentException("The list of issuers is kept by the ledger");
    }
  }

  /** One entry. */
  public static Append of(Book book, Instant recordedAt, NewEntry entry) {
    return new Append(book, recordedAt, List.of(entry), List.of(), Optional.empty());
  }

  /** One change. */
  public static Append of(Book book, Instant recordedAt, Change change) {
    return new Append(book, recordedAt, List.of(), List.of(change), Optional.empty());
  }

  /** The same and one more entry. */
  public Append and(NewEntry entry) {
    return new Append(
        book,
        recordedAt,
        Stream.concat(entries.stream(), Stream.of(entry)).toList(),
        changes,
        completes);
  }

  /** The same and one more change. */
  public Append and(Change change) {
    return new Append(
        book,
        recordedAt,
        entries,
        Stream.concat(changes.stream(), Stream.of(change)).toList(),
        completes);
  }

  /** The same, finishing a claim. */
  public Append completing(Claim claim) {
    return new Append(book, recordedAt, entries, changes, Optional.of(claim));
  }
}

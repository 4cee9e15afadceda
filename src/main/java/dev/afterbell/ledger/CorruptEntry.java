package dev.afterbell.ledger;

/**
 * An entry that is there and cannot be used; served beside the rest, so that the gap shows.
 *
 * @param book its book
 * @param sortKey its key as stored
 * @param reason closed reason
 * @param detail what was found; no content
 */
public record CorruptEntry(Book book, String sortKey, Reason reason, String detail) {

  /** Why an entry cannot be used. */
  public enum Reason {
    /** Its key or an attribute is missing or malformed. Operators restore it from backup. */
    MALFORMED,
    /** Written by a newer version of Afterbell. Operators update this one. */
    FUTURE_SCHEMA,
    /** Its content does not have its recorded digest. Operators verify the chain. */
    DIGEST_MISMATCH,
    /** Its content is kept in the vault, and is not there. Operators restore it. */
    CONTENT_MISSING
  }
}

package dev.afterbell.ledger;

import dev.afterbell.filing.Sha256;
import java.util.Optional;

/**
 * An entry to be remembered: evidence, a score card, a search, a rejection or a removal. Events and
 * profiles are {@linkplain Change changed} instead.
 *
 * @param key where it will stand
 * @param payload what it says
 * @param document digest of the document that it holds; a document is held once in a book, under
 *     whatever key it is dropped
 */
public record NewEntry(SortKey key, Payload payload, Optional<Sha256> document) {

  /**
   * @throws IllegalArgumentException if {@code key} is of another kind
   */
  public NewEntry {
    switch (key.kind()) {
      case EVIDENCE, SCORE, SEARCH, REJECTED, REMOVAL -> {}
      default -> throw new IllegalArgumentException("Not a kind that is appended: " + key.kind());
    }
  }

  /** Evidence from a document of that digest. */
  public static NewEntry evidence(SortKey.EvidenceOf key, Payload payload, Sha256 document) {
    return new NewEntry(key, payload, Optional.of(document));
  }

  /** A score card. */
  public static NewEntry score(SortKey.ScoreAt key, Payload payload) {
    return new NewEntry(key, payload, Optional.empty());
  }

  /** What outside sources were asked. */
  public static NewEntry search(SortKey.SearchAt key, Payload payload) {
    return new NewEntry(key, payload, Optional.empty());
  }

  /** A rejected drop. */
  public static NewEntry rejected(SortKey.RejectedDrop key, Rejection rejection) {
    return new NewEntry(key, DropJson.write(rejection), Optional.empty());
  }

  /** A removed drop. */
  public static NewEntry removal(SortKey.RemovedDrop key, Removal removal) {
    return new NewEntry(key, DropJson.write(removal), Optional.empty());
  }
}

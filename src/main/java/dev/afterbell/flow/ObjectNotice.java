package dev.afterbell.flow;

import dev.afterbell.filing.Sha256;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Rejection;
import dev.afterbell.ledger.RejectionReason;
import dev.afterbell.ledger.Sequencer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What the bucket says of one object.
 *
 * @param change created or removed
 * @param bucket name of the bucket
 * @param key object key, decoded
 * @param versionId version, in a versioned bucket
 * @param sequencer order of events on one key: compared after padding with zeros on the right
 * @param bytes size as the notice gives it; not trusted
 * @param at when it happened
 */
public record ObjectNotice(
    Change change,
    String bucket,
    String key,
    Optional<String> versionId,
    Optional<String> sequencer,
    long bytes,
    Instant at) {

  /** What happened to the object. */
  public enum Change {
    CREATED,
    REMOVED,
    /** An event that Afterbell has no use for. */
    OTHER
  }

  /** Why the object was not used, which was not read. */
  Rejection rejected(RejectionReason reason, String message) {
    return new Rejection(
        reason, message, key, Optional.empty(), Optional.empty(), Math.max(0, bytes));
  }

  /** The book of the issuer in whose folder the object is; that of no issuer for any other key. */
  Book book() {
    return DropKey.parse(key).map(k -> Book.of(k.ticker())).orElse(Book.UNKNOWN);
  }

  /** Where it stands among the notices of its key. */
  Sequencer order() {
    return Sequencer.parse(sequencer.orElse("0"));
  }

  /** Names the object as it was at this notice. */
  Sha256 digest() {
    return Sha256.of((key + " " + sequencer.orElse("")).getBytes(StandardCharsets.UTF_8));
  }

  /** The day of a moment, as the ledger counts days. */
  static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}

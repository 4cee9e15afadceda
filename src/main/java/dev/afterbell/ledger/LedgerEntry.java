package dev.afterbell.ledger;

import dev.afterbell.evidence.EvidenceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** One remembered thing, as it was read. */
public sealed interface LedgerEntry {

  /** Key, payload, time and chain link. */
  Stored stored();

  /**
   * An earnings event as it stands.
   *
   * @param date of the event
   * @param version from 1; what a change must name
   * @param due day on which its refresh is outstanding; absent once done
   */
  record EventEntry(Stored stored, LocalDate date, long version, Optional<LocalDate> due)
      implements LedgerEntry {}

  /**
   * The issuer's profile as it stands.
   *
   * @param version from 1; what a change must name
   */
  record IssuerEntry(Stored stored, long version) implements LedgerEntry {}

  /**
   * One version of an event or a profile.
   *
   * @param version from 1
   */
  record VersionEntry(Stored stored, long version) implements LedgerEntry {
    /** Whether it is a version of the issuer's profile, not of an event. */
    public boolean ofIssuer() {
      return stored.key().sortKey() instanceof SortKey.IssuerVersion;
    }
  }

  /**
   * What one document says.
   *
   * @param id its name
   */
  record EvidenceEntry(Stored stored, EvidenceId id) implements LedgerEntry {}

  /**
   * A score card.
   *
   * @param date of the event
   * @param asOf instant up to which evidence counted
   * @param method version of the method
   */
  record ScoreEntry(Stored stored, LocalDate date, OffsetDateTime asOf, int method)
      implements LedgerEntry {}

  /**
   * What outside sources were asked, and how that ended.
   *
   * @param date of the event
   * @param asOf instant up to which was searched
   */
  record SearchEntry(Stored stored, LocalDate date, OffsetDateTime asOf) implements LedgerEntry {}

  /**
   * A model's text, or why it was refused.
   *
   * @param expiresAt when it stops to count
   */
  record CommentaryEntry(Stored stored, Instant expiresAt) implements LedgerEntry {}

  /**
   * A drop that could not be used.
   *
   * @param rejection why, and what a person can do
   */
  record RejectedEntry(Stored stored, Rejection rejection) implements LedgerEntry {

    /**
     * Reads the payload.
     *
     * @throws dev.afterbell.evidence.CorruptJson if it is no rejection
     */
    public static RejectedEntry of(Stored stored) {
      return new RejectedEntry(stored, DropJson.readRejection(stored.payload()));
    }
  }

  /**
   * A dropped object was removed.
   *
   * @param removal which, and when
   */
  record RemovalEntry(Stored stored, Removal removal) implements LedgerEntry {

    /**
     * Reads the payload.
     *
     * @throws dev.afterbell.evidence.CorruptJson if it is no removal
     */
    public static RemovalEntry of(Stored stored) {
      return new RemovalEntry(stored, DropJson.readRemoval(stored.payload()));
    }
  }
}

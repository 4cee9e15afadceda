package dev.afterbell.ledger;

import dev.afterbell.evidence.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What Afterbell remembers. Entries are only ever added; events and profiles change under a version
 * condition and leave their versions behind; nothing is deleted.
 *
 * <p>Every method throws {@link dev.afterbell.vault.StoreUnavailable} when the store does not
 * answer within its budget: the caller fails its item or answers "try later", and never takes it
 * for an absence.
 */
public interface Ledger {

  /** Writes all of it in one transaction, together with the head of the book's chain. */
  AppendOutcome append(Append append);

  /**
   * All dated entries of a range of days, by key: one consistent query, further pages only beyond 1
   * MB.
   *
   * @param from first day
   * @param to last day
   * @param now entries that expire at or before it are left out
   */
  LedgerRead read(Book book, LocalDate from, LocalDate to, Instant now);

  /** One entry by key; {@code now} as in {@link #read}. */
  Lookup entry(EntryKey key, Instant now);

  /** An issuer's profile as it stands. */
  Lookup issuer(Ticker ticker);

  /** The profiles of all issuers, by ticker. */
  LedgerRead issuers();

  /**
   * The days of an issuer's events, newest first.
   *
   * @param max how many at most
   */
  List<LocalDate> eventDates(Ticker ticker, int max);

  /** The events whose refresh is due on that day and outstanding, by ticker. */
  List<DueEvent> dueOn(LocalDate day);

  /**
   * Caches a model's text until {@code expiresAt}.
   *
   * @return false if one that has not expired is already there; it stays
   */
  boolean keepCommentary(EntryKey key, Payload payload, Instant now, Instant expiresAt);

  /**
   * Claims a delivery, in one conditional write.
   *
   * @param lease how long until another may take over
   */
  ClaimOutcome claim(Delivery delivery, Instant now, Duration lease);

  /**
   * Marks a claimed delivery as dealt with, where nothing is to be written.
   *
   * @return false if another has taken over; fail this item
   */
  boolean finish(Claim claim);

  /** Walks a book's whole chain and names the first break. */
  Verification verify(Book book);
}

package dev.afterbell.ledger;

import java.time.Instant;

/** What came of claiming a delivery. */
public sealed interface ClaimOutcome {

  /** Deal with it now. */
  record Claimed(Claim claim) implements ClaimOutcome {}

  /** It was dealt with before; acknowledge, fetch nothing. */
  record Duplicate() implements ClaimOutcome {}

  /**
   * A newer notice about the same key was taken up before; acknowledge, fetch nothing.
   *
   * @param newest the newest one
   */
  record Stale(Sequencer newest) implements ClaimOutcome {}

  /**
   * Another is dealing with it; fail this item, so that it comes again.
   *
   * @param leaseUntil when the other must be done
   */
  record Busy(Instant leaseUntil) implements ClaimOutcome {}
}

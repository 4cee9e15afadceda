package dev.afterbell.flow;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.ledger.RejectionReason;

/** What came of one notice. In every case it is dealt with and may be acknowledged. */
public sealed interface IngestOutcome {

  /** The document is evidence now. */
  record Stored(EvidenceId id) implements IngestOutcome {}

  /** The issuer's profile is set. */
  record ProfileSet(Ticker ticker) implements IngestOutcome {}

  /** The same content was taken before. */
  record AlreadyKnown() implements IngestOutcome {}

  /** The same notice was dealt with before, or a newer one about the same object. */
  record Outdated() implements IngestOutcome {}

  /** It cannot be used; the ledger says why. */
  record Rejected(RejectionReason reason) implements IngestOutcome {}

  /** The object was removed; the ledger remembers that, and keeps the evidence. */
  record RemovalNoted() implements IngestOutcome {}

  /** Nothing to do with it. */
  record Ignored() implements IngestOutcome {}
}

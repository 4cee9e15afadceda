package dev.afterbell.ledger;

/** What an entry is; part of its hash. */
public enum EntryKind {
  /** An earnings event, as it stands now. */
  EVENT,
  /** The issuer's profile, as it stands now. */
  ISSUER,
  /** What an event or a profile was at some time; chained, never changed. */
  VERSION,
  /** What one document says. */
  EVIDENCE,
  /** A score card. */
  SCORE,
  /** What outside sources were asked for an event, and how that ended. */
  SEARCH,
  /** A text by a language model, or why it was refused; a cache that expires, not chained. */
  COMMENTARY,
  /** A drop that could not be used. */
  REJECTED,
  /** A dropped object was removed; its evidence stays. */
  REMOVAL,
  /** Head of the hash chain. */
  CHAIN,
  /** How far the notices of one dropped object have been dealt with. */
  DELIVERY,
  /** Which entry holds a document. */
  DOCUMENT,
  /** That there is an event on a day. */
  EVENT_DAY,
  /** That there is an issuer. */
  MEMBER
}

package dev.afterbell.ledger;

/** Why a drop was not used. Each says who acts and whether the same bytes are worth another try. */
public enum RejectionReason {
  /** No bytes, or white space only. */
  EMPTY(Actor.SENDER, false),
  /** More bytes than are read. */
  TOO_LARGE(Actor.SENDER, false),
  /** An image, archive or other file that is none of the kinds that can be dropped. */
  UNSUPPORTED(Actor.SENDER, false),
  /** A submission whose end is missing. */
  TRUNCATED(Actor.SENDER, false),
  /** Fits the kind its name promises, but its content breaks that kind's rules. */
  MALFORMED(Actor.SENDER, false),
  /** The text layer cannot be read. */
  UNREADABLE(Actor.SENDER, false),
  /** The object key is not {@code inbox/<TICKER>/<file>}. */
  BAD_KEY(Actor.SENDER, false),
  /** No issuer is registered under the folder's ticker; drop its {@code issuer.json}. */
  UNKNOWN_ISSUER(Actor.SENDER, true),
  /** The document names another issuer. */
  WRONG_ISSUER(Actor.SENDER, false),
  /** No time of publication in the document, its metadata or its side-car. */
  NO_PUBLICATION_TIME(Actor.SENDER, true),
  /** The object was gone when it was fetched. */
  BODY_GONE(Actor.SENDER, true),
  /** The trading calendar does not reach the document's date. */
  CALENDAR_EXHAUSTED(Actor.OPERATOR, true);

  /** Who can do something about it. */
  public enum Actor {
    /** Who dropped it. */
    SENDER,
    /** Who runs Afterbell. */
    OPERATOR
  }

  private final Actor actor;
  private final boolean retryable;

  RejectionReason(Actor actor, boolean retryable) {
    this.actor = actor;
    this.retryable = retryable;
  }

  /** Who acts. */
  public Actor actor() {
    return actor;
  }

  /** Whether dropping the same bytes again can succeed. */
  public boolean retryable() {
    return retryable;
  }
}

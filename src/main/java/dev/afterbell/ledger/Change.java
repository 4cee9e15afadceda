package dev.afterbell.ledger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A change of what stands now, made only if it still stands at the version that the writer has
 * seen. What stood before is kept as a version of its own.
 */
public sealed interface Change {

  /** Version that must stand; 0 if nothing may stand there. */
  long expectedVersion();

  /** Where it stands. */
  SortKey key();

  /**
   * Sets the issuer's profile and lists the issuer.
   *
   * @param payload the profile
   */
  record SetIssuer(Payload payload, long expectedVersion) implements Change {
    @Override
    public SortKey key() {
      return new SortKey.IssuerNow();
    }
  }

  /**
   * Sets an event.
   *
   * @param date of the event
   * @param payload the event
   * @param due day on which its refresh is outstanding
   */
  record SetEvent(LocalDate date, Payload payload, Optional<LocalDate> due, long expectedVersion)
      implements Change {
    @Override
    public SortKey key() {
      return new SortKey.EventNow(date);
    }
  }

  /**
   * Says that an event has been refreshed: it is due no more. Its version stays.
   *
   * @param date of the event
   */
  record ClearDue(LocalDate date, long expectedVersion) implements Change {
    @Override
    public SortKey key() {
      return new SortKey.EventNow(date);
    }
  }
}

package dev.afterbell.prior;

import java.util.Optional;

/**
 * Whether this deployment may make a recommendation at all. It ships off: rules on advice differ by
 * country, and the prior is not calibrated (docs/method.md §3).
 *
 * @param record the scored history that it rests on; absent while it is off
 */
public record FormalMode(Optional<TrackRecord> record) {

  /** No recommendation is made, whatever the evidence. */
  public static final FormalMode OFF = new FormalMode(Optional.empty());

  /**
   * On, by a scored history.
   *
   * @throws IllegalArgumentException if it is of another method than the one that scores
   */
  public static FormalMode on(TrackRecord record) {
    if (!record.methodVersion().equals(ScoreCard.METHOD_VERSION)) {
      throw new IllegalArgumentException(
          "Formal mode needs a history of method "
              + ScoreCard.METHOD_VERSION
              + ", not of "
              + record.methodVersion());
    }
    return new FormalMode(Optional.of(record));
  }
}

package dev.afterbell.vault;

import java.time.Duration;

/**
 * How hard a client may try one request before it gives up with {@link StoreUnavailable}.
 *
 * @param attemptsMax attempts, the first included; between them the client waits with jitter
 * @param attemptTimeout longest single attempt
 * @param totalTimeout longest request, waits included
 */
public record StoreBudget(int attemptsMax, Duration attemptTimeout, Duration totalTimeout) {

  /** For a person who waits: an answer or "try later" within three seconds. */
  public static final StoreBudget READ =
      new StoreBudget(3, Duration.ofMillis(1_000), Duration.ofMillis(3_000));

  /** For a queue that waits: the largest body in one attempt, within the function's deadline. */
  public static final StoreBudget INGEST =
      new StoreBudget(4, Duration.ofSeconds(8), Duration.ofSeconds(20));

  /**
   * @throws IllegalArgumentException if there is no attempt, or no time for one
   */
  public StoreBudget {
    if (attemptsMax < 1
        || attemptTimeout.isNegative()
        || attemptTimeout.isZero()
        || totalTimeout.compareTo(attemptTimeout) < 0) {
      throw new IllegalArgumentException("A budget has an attempt, and time for it");
    }
  }
}

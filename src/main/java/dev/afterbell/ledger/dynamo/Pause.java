package dev.afterbell.ledger.dynamo;

import dev.afterbell.vault.StoreUnavailable;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before trying a transaction again that lost to another one. */
@FunctionalInterface
public interface Pause {

  /**
   * Waits.
   *
   * @param attempt number of the attempt that failed, from 1
   * @throws StoreUnavailable if the thread is interrupted
   */
  void after(int attempt);

  /**
   * Waits for a random time up to {@code base × 2^(attempt-1)} or {@code cap}, whichever is shorter
   * ("full jitter": Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015).
   *
   * @param random the only randomness of the ledger, given from the edge
   */
  static Pause jittered(RandomGenerator random, Duration base, Duration cap) {
    return attempt -> {
      long ceiling = Math.min(cap.toMillis(), base.toMillis() << Math.min(attempt - 1, 20));
      try {
        Thread.sleep(random.nextLong(ceiling + 1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoreUnavailable("Waiting for another transaction", e);
      }
    };
  }
}

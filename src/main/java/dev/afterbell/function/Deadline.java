package dev.afterbell.function;

import dev.afterbell.flow.TryAgain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Time that an invocation may take. Lambda's own context does not reach a Funqy function, so the
 * limit comes from configuration, below the function's timeout.
 *
 * @param clock the edge's clock
 * @param limit from the start of the invocation
 */
record Deadline(Clock clock, Duration limit) {

  Running start() {
    return new Running(this, clock.instant().plus(limit));
  }

  /** A deadline that runs. */
  record Running(Deadline deadline, Instant until) {

    /** Whether there is time for more. */
    boolean timeLeft() {
      return deadline.clock.instant().isBefore(until);
    }

    /**
     * @throws TryAgain when time is up: what is left comes again
     */
    void check() {
      if (!timeLeft()) {
        throw new TryAgain("time is nearly up");
      }
    }
  }
}

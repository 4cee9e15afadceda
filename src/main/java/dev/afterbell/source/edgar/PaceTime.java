package dev.afterbell.source.edgar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time that turns are counted in, and how to wait for them. */
public interface PaceTime {

  /** The time in nanoseconds, see {@link Pace}; only differences mean anything. */
  long nanos();

  /**
   * Waits at least so long.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  void pause(Duration wait) throws InterruptedException;

  /** Time of this process, for {@link Pace#inProcess}. */
  static PaceTime ofProcess() {
    return new PaceTime() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void pause(Duration wait) throws InterruptedException {
        sleep(wait);
      }
    };
  }

  /** Time of a clock that machines share, for a pace that is kept in a table. */
  static PaceTime of(Clock clock) {
    return new PaceTime() {
      @Override
      public long nanos() {
        Instant now = clock.instant();
        return Math.addExact(
            Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
      }

      @Override
      public void pause(Duration wait) throws InterruptedException {
        sleep(wait);
      }
    };
  }

  private static void sleep(Duration wait) throws InterruptedException {
    Thread.sleep(wait.toMillis(), wait.toNanosPart() % 1_000_000);
  }
}

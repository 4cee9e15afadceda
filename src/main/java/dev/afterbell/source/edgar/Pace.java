package dev.afterbell.source.edgar;

import dev.afterbell.limit.Limits;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Whose turn it is to ask EDGAR, so that all functions together stay below 5 requests a second
 * (SEC, "Accessing EDGAR Data", allows 10). Turns stand {@link Limits#EDGAR_SPACING_MILLIS} apart.
 * All holders of one pace share one time, in nanoseconds: {@link System#nanoTime} within a process,
 * the clock's nanoseconds since 1970 between machines. An implementation keeps one number, the last
 * turn given, and replaces it by {@link #after}'s only if nobody else has meanwhile: under a lock
 * in a process, by conditional writes in a table. Counting requests for each second would not do,
 * because five at the end of one and five at the start of the next are ten in one second.
 */
@FunctionalInterface
public interface Pace {

  /**
   * Reserves the next free turn. Never throws: where turns are kept elsewhere and cannot be had,
   * the answer is {@link Unknown}.
   *
   * @param nowNanos the shared time
   */
  Turn reserve(long nowNanos);

  /** What came of it. */
  sealed interface Turn {}

  /**
   * A turn.
   *
   * @param atNanos the shared time from which on the request may be sent, for {@link
   *     Limits#EDGAR_TURN_MILLIS}; whoever comes later reserves another
   */
  record At(long atNanos) implements Turn {

    /** How long to wait for it; zero if it has come. */
    public Duration waitFrom(long nowNanos) {
      return Duration.ofNanos(Math.max(0, atNanos - nowNanos));
    }

    /** Whether it may still be taken. */
    public boolean lasts(long nowNanos) {
      return nowNanos - atNanos <= Duration.ofMillis(Limits.EDGAR_TURN_MILLIS).toNanos();
    }
  }

  /** No turn within {@link Limits#EDGAR_QUEUE_MILLIS_MAX}. */
  record None() implements Turn {}

  /** Where turns are kept could not be asked, so nobody knows whose turn it is. */
  record Unknown() implements Turn {}

  /**
   * The turn after the last one given.
   *
   * @param lastNanos the last turn given, if any was
   * @param nowNanos the shared time
   */
  static Turn after(OptionalLong lastNanos, long nowNanos) {
    long spacing = Duration.ofMillis(Limits.EDGAR_SPACING_MILLIS).toNanos();
    long wait = lastNanos.isPresent() ? Math.max(0, lastNanos.getAsLong() + spacing - nowNanos) : 0;
    return wait > Duration.ofMillis(Limits.EDGAR_QUEUE_MILLIS_MAX).toNanos()
        ? new None()
        : new At(nowNanos + wait);
  }

  /** A pace for one process. */
  static Pace inProcess() {
    return new ProcessPace();
  }
}

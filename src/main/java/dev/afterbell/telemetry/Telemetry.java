package dev.afterbell.telemetry;

import java.io.PrintStream;
import java.time.Clock;

/**
 * Writes one line for each invocation, which is log and metrics in one (CloudWatch Embedded Metric
 * Format). Only counts, durations, class names of failures and function names go in: never a key's
 * value, a document's words or a secret.
 *
 * @param clock the edge's clock
 * @param out where lines go; standard output on Lambda
 */
public record Telemetry(Clock clock, PrintStream out) {

  /** Starts the record of one invocation; closing it writes the line. */
  public Invocation start(String function) {
    return new Invocation(this, function, clock.instant());
  }
}

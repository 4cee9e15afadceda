package dev.afterbell.prior;

import dev.afterbell.filing.Sha256;
import java.math.BigDecimal;

/**
 * A scored history that is long and good enough to speak on: the only thing that can turn the
 * formal mode on (docs/method.md §3).
 *
 * @param methodVersion the method whose cards were scored
 * @param events how many, from {@link #EVENTS_MIN}
 * @param brierSkillLow lower end of the 95% interval of their Brier skill against the uniform
 *     forecast, above 0
 * @param report SHA-256 of the evaluation report that says so
 */
public record TrackRecord(
    String methodVersion, int events, BigDecimal brierSkillLow, Sha256 report) {

  /** A true correlation of 0.04 takes about 4,900 events to tell from none. */
  public static final int EVENTS_MIN = 5_000;

  /**
   * @throws IllegalArgumentException naming the condition that is not met
   */
  public TrackRecord {
    if (events < EVENTS_MIN) {
      throw new IllegalArgumentException(
          "Formal mode needs " + EVENTS_MIN + " scored events, not " + events);
    }
    if (brierSkillLow.signum() <= 0) {
      throw new IllegalArgumentException(
          "Formal mode needs Brier skill whose lower 95% bound is above 0, not "
              + brierSkillLow.toPlainString());
    }
  }
}

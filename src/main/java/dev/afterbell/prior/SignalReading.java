package dev.afterbell.prior;

import dev.afterbell.evidence.EvidenceId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A signal as it stands for one event.
 *
 * @param signal which
 * @param z standardised and clipped to [−3, 3], four decimals; absent if not verified
 * @param reason one line: the arithmetic, or why it is missing
 * @param source the item that gives it
 */
public record SignalReading(
    Signal signal, Optional<BigDecimal> z, String reason, Optional<EvidenceId> source) {

  /**
   * @throws IllegalArgumentException if z is outside [−3, 3]
   */
  public SignalReading {
    if (z.isPresent() && z.get().abs().compareTo(new BigDecimal("3")) > 0) {
      throw new IllegalArgumentException("A signal is clipped to [-3, 3]: " + z.get());
    }
  }
}

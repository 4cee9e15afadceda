package dev.afterbell.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How well a snapshot is supported (docs/method.md §1).
 *
 * @param value in [0, 1], four decimals; absent before the close of T+3 ("pending", which is not 0)
 * @param ungated the same without the gate, at any time
 * @param contradictionFactor k: 0.5 while a secondary item contradicts a headline figure, else 1
 * @param zeroRules the rules that hold, in their order; any of them closes the gate. Z2 can hold
 *     only at T+3
 */
public record EvidenceQuality(
    Optional<BigDecimal> value,
    BigDecimal ungated,
    BigDecimal contradictionFactor,
    List<ZeroRule> zeroRules) {

  public EvidenceQuality {
    zeroRules = List.copyOf(zeroRules);
  }

  /** Whether it is too early for a value. */
  public boolean pending() {
    return value.isEmpty();
  }

  /** 0 if a zero rule holds, else 1. */
  public int gate() {
    return zeroRules.isEmpty() ? 1 : 0;
  }
}

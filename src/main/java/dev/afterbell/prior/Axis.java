package dev.afterbell.prior;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One operating axis: what the results describe, not what the price will do.
 *
 * @param value mean of the components present, in [−1, 1], four decimals; absent without any
 * @param components every measure, present or not
 */
public record Axis(Optional<BigDecimal> value, List<AxisComponent> components) {

  /**
   * @throws IllegalArgumentException if the value is out of range
   */
  public Axis {
    components = List.copyOf(components);
    if (value.isPresent() && value.get().abs().compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("An axis is in [-1, 1]: " + value.get());
    }
  }

  /** The word for the value. */
  public Optional<AxisWord> word() {
    return value.map(AxisWord::of);
  }
}

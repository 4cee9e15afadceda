package dev.afterbell.prior;

import dev.afterbell.evidence.Evidence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Puts measures on an axis of −1 to 1. */
final class AxisScale {

  private static final BigDecimal MINUS_ONE = BigDecimal.ONE.negate();

  private AxisScale() {}

  /** {@code value / cap}, clipped to [−1, 1]. */
  static BigDecimal clipped(BigDecimal value, BigDecimal cap) {
    return value.divide(cap, MathContext.DECIMAL64).max(MINUS_ONE).min(BigDecimal.ONE);
  }

  /**
   * A measure that could be taken, each number rounded to four decimals.
   *
   * @param value on the axis, unrounded
   */
  static AxisComponent measured(
      String name, BigDecimal raw, String unit, BigDecimal value, Evidence source, Reason reason) {
    return new AxisComponent(
        name,
        Optional.of(rounded(raw)),
        unit,
        Optional.of(rounded(value)),
        reason.text(),
        Optional.of(source.id()),
        reason.facts());
  }

  static AxisComponent missing(String name, String unit, String reason) {
    return new AxisComponent(
        name, Optional.empty(), unit, Optional.empty(), reason, Optional.empty(), List.of());
  }

  /** Mean of the components present. */
  static Axis axis(List<AxisComponent> components) {
    List<BigDecimal> present = components.stream().flatMap(c -> c.value().stream()).toList();
    if (present.isEmpty()) {
      return new Axis(Optional.empty(), components);
    }
    BigDecimal sum = present.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Axis(
        Optional.of(sum.divide(BigDecimal.valueOf(present.size()), 4, RoundingMode.HALF_EVEN)),
        components);
  }

  static BigDecimal rounded(BigDecimal value) {
    return value.setScale(4, RoundingMode.HALF_EVEN);
  }

  /** {@code 37.2} for a reader. */
  static String oneDecimal(BigDecimal value) {
    return value.setScale(1, RoundingMode.HALF_EVEN).toPlainString();
  }

  /**
   * Where a measure comes from.
   *
   * @param text the arithmetic in words
   * @param facts ids of the facts used
   */
  record Reason(String text, List<String> facts) {}
}

package dev.afterbell.prior;

import dev.afterbell.evidence.EvidenceId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One measure of an operating axis.
 *
 * @param name e.g. {@code gross margin change}
 * @param raw the measure itself in its unit; absent if it could not be computed
 * @param unit {@code pp} or {@code %}
 * @param value the measure on the axis, in [−1, 1]; absent with {@code raw}
 * @param reason one line: the arithmetic, or what is missing
 * @param source the item that the figures come from
 * @param facts ids of the facts used, in that item
 */
public record AxisComponent(
    String name,
    Optional<BigDecimal> raw,
    String unit,
    Optional<BigDecimal> value,
    String reason,
    Optional<EvidenceId> source,
    List<String> facts) {

  /**
   * @throws IllegalArgumentException if only one of measure and axis value is present
   */
  public AxisComponent {
    facts = List.copyOf(facts);
    if (raw.isPresent() != value.isPresent()) {
      throw new IllegalArgumentException("A measure and its place on the axis go together");
    }
  }
}

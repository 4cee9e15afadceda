package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the issuer expects of itself.
 *
 * @param metric about what
 * @param basis by which rules
 * @param low lower end, full amount; equal to {@code high} for a point
 * @param high upper end
 * @param unit of both
 * @param period expected for; its end may be unknown
 * @param action against the previous guidance, where the document says
 * @param passage the words
 */
public record Guidance(
    Metric metric,
    Basis basis,
    BigDecimal low,
    BigDecimal high,
    Unit unit,
    FactPeriod period,
    Optional<Action> action,
    Passage passage) {

  /**
   * @throws IllegalArgumentException if the range is upside down
   */
  public Guidance {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException("A range goes from low to high: " + low + " " + high);
    }
  }

  /** Change against the previous guidance. */
  public enum Action {
    INITIATED,
    RAISED,
    LOWERED,
    MAINTAINED,
    NARROWED
  }
}

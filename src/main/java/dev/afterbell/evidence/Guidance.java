package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the issuer expects of itself.
 *
 * @param metric about what
 * @param basis by which rules
 * @param low lower end, full amount; equal to {@code high} for a point and where one end is open
 * @param high upper end
 * @param unit of both; {@code %} for a metric that is an amount means expected growth over the year
 *     before, {@code pp} for a margin the expected change of it
 * @param period expected for; its end may be unknown
 * @param action against the previous guidance, where the document says or shows it
 * @param open which end is left open: "at least", "up to"
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
    Optional<Open> open,
    Passage passage) {

  /**
   * @throws IllegalArgumentException if the range is upside down, or one end of a true range is
   *     called open
   */
  public Guidance {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException("A range goes from low to high: " + low + " " + high);
    }
    if (open.isPresent() && low.compareTo(high) != 0) {
      throw new IllegalArgumentException("An open end has no figure: " + low + " " + high);
    }
  }

  /** A range or a point without an open end. */
  public Guidance(
      Metric metric,
      Basis basis,
      BigDecimal low,
      BigDecimal high,
      Unit unit,
      FactPeriod period,
      Optional<Action> action,
      Passage passage) {
    this(metric, basis, low, high, unit, period, action, Optional.empty(), passage);
  }

  /** Change against the previous guidance. */
  public enum Action {
    INITIATED,
    RAISED,
    LOWERED,
    MAINTAINED,
    /** Within the previous range. */
    NARROWED,
    /** Beyond the previous range at both ends. */
    WIDENED
  }

  /** Which end of the range has no figure. */
  public enum Open {
    /** At least so much. */
    UPPER,
    /** At most so much. */
    LOWER
  }

  /** Whether {@code other} is about the same: metric, basis, unit and period. */
  public boolean sameSubject(Guidance other) {
    return metric == other.metric
        && basis == other.basis
        && unit.equals(other.unit)
        && period.equals(other.period);
  }

  /**
   * What became of {@code previous} with this: numerically, a smaller loss is a raise and so is a
   * larger cost. Empty where the two are not about the same, or an end is open.
   */
  public Optional<Action> since(Guidance previous) {
    boolean closed = open.isEmpty() && previous.open.isEmpty();
    return sameSubject(previous) && closed
        ? Optional.of(change(previous.low, previous.high, low, high))
        : Optional.empty();
  }

  /** What happened between two ranges for the same. */
  static Action change(
      BigDecimal lowBefore, BigDecimal highBefore, BigDecimal low, BigDecimal high) {
    int lower = low.compareTo(lowBefore);
    int upper = high.compareTo(highBefore);
    if (lower == 0 && upper == 0) {
      return Action.MAINTAINED;
    }
    if (lower >= 0 && upper <= 0) {
      return Action.NARROWED;
    }
    if (lower >= 0) {
      return Action.RAISED;
    }
    return upper <= 0 ? Action.LOWERED : Action.WIDENED;
  }
}

package dev.afterbell.evidence;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What stretch of time, or which day, a figure is for.
 *
 * @param kind quarter, half-year, year to date, year, or a day
 * @param start first day, where it can be told; absent for a day
 * @param end last day, or the day itself; absent only where the document does not give it
 */
public record FactPeriod(Kind kind, Optional<LocalDate> start, Optional<LocalDate> end) {

  /** How long a period is. */
  public enum Kind {
    /** A fiscal quarter (of 12, 13, 14 or 16 weeks, or three months). */
    QTD,
    /** A half-year. */
    HY,
    /** From the start of the fiscal year, other than a quarter, half-year or year. */
    YTD,
    /** A fiscal year. */
    FY,
    /** A balance-sheet day. */
    INSTANT
  }

  /**
   * @throws IllegalArgumentException if it starts after it ends
   */
  public FactPeriod {
    if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
      throw new IllegalArgumentException(
          "A period starts before it ends: " + start.get() + " " + end.get());
    }
  }
}

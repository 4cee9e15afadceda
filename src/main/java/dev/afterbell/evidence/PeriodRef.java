package dev.afterbell.evidence;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * A period as a document names it, before it is known which days it covers.
 *
 * @param months length in months, 0 for a day or where it is not said
 * @param weeks length in weeks, where it is said in weeks
 * @param quarter number of the fiscal quarter (or 1 and 2 of a half, with six months)
 * @param year the year that goes with the name: fiscal, or of the end
 * @param end last day, where it is said in full
 * @param endDay month and day of the end where the year is said elsewhere
 * @param instant whether it is a day and not a stretch of time
 */
record PeriodRef(
    int months,
    Optional<Integer> weeks,
    Optional<Integer> quarter,
    Optional<Integer> year,
    Optional<LocalDate> end,
    Optional<MonthDay> endDay,
    boolean instant) {

  /** Nothing said. */
  static final PeriodRef NONE =
      new PeriodRef(
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  /** Months of a length that is named and cannot be told; no fiscal year is divided by it. */
  static final int UNTOLD = 1;

  /** The same time under another length. */
  PeriodRef lasting(int other) {
    return new PeriodRef(other, Optional.empty(), Optional.empty(), year, end, endDay, false);
  }

  /** Whether it tells how long it is. */
  boolean hasLength() {
    return months > 0;
  }

  /** Whether it tells anything of when. */
  boolean hasTime() {
    return quarter.isPresent() || year.isPresent() || end.isPresent() || endDay.isPresent();
  }

  /** Whether nothing was said. */
  boolean empty() {
    return !hasLength() && !hasTime() && !instant;
  }

  /** This one, with what it leaves open taken from {@code other}. */
  PeriodRef or(PeriodRef other) {
    return new PeriodRef(
        months > 0 ? months : other.months,
        months > 0 ? weeks : other.weeks,
        quarter.isPresent() ? quarter : other.quarter,
        year.isPresent() ? year : other.year,
        end.isPresent() || hasOwnEnd() ? end : other.end,
        endDay.isPresent() || fiscalName()
            ? endDay
            : other.endDay.or(() -> other.end.map(MonthDay::from)),
        instant || (months == 0 && other.instant));
  }

  /** Whether it is the name of a quarter, whose year need not be that of a day beside it. */
  private boolean fiscalName() {
    return quarter.isPresent() && year.isPresent();
  }

  /** Whether it says when it ends, if only by the year: another's full date is not its own. */
  private boolean hasOwnEnd() {
    return year.isPresent() || endDay.isPresent();
  }

  /** The same a year later. */
  PeriodRef yearLater() {
    return new PeriodRef(
        months,
        weeks,
        quarter,
        year.map(y -> y + 1),
        end.map(e -> e.plusYears(1)),
        endDay,
        instant);
  }

  /** The last day, from its parts. */
  Optional<LocalDate> endDate() {
    if (end.isPresent()) {
      return end;
    }
    if (endDay.isEmpty() || year.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(endDay.get().atYear(year.get()));
  }

  /** The kind of a period of this length. */
  FactPeriod.Kind kind() {
    if (instant && months == 0) {
      return FactPeriod.Kind.INSTANT;
    }
    return switch (months) {
      case 3 -> FactPeriod.Kind.QTD;
      case 6 -> FactPeriod.Kind.HY;
      case 12 -> FactPeriod.Kind.FY;
      default -> FactPeriod.Kind.YTD;
    };
  }
}

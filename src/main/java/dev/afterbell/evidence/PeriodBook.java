package dev.afterbell.evidence;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which period a document reports, and which days its names for periods stand for.
 *
 * @param reported the period reported: its length and, where the document gives them, its last day
 *     and its fiscal label
 * @param ends last days of periods that the document names anywhere
 * @param yearEnds whether a fiscal year can end with the reported period; twelve months to the end
 *     of another quarter are no fiscal year
 */
record PeriodBook(PeriodRef reported, Set<LocalDate> ends, boolean yearEnds) {

  /** Fiscal years of 52 weeks move their end by up to a week; releases round to the month. */
  private static final int DRIFT_DAYS = 9;

  /** A quarter that is said to end with a month may end with a week so near; a day may not. */
  private static final int LENGTH_DAYS = 7;

  private static final int DAY_DAYS = 3;

  PeriodBook {
    ends = new LinkedHashSet<>(ends);
  }

  /**
   * A named period found.
   *
   * @param period with its days
   * @param months its length; 0 for a day
   * @param yearsBack 0 for the reported year, 1 for the year before, and so on; -1 when it ends at
   *     another point of the year
   */
  record Found(FactPeriod period, int months, int yearsBack) {

    boolean current() {
      return yearsBack == 0;
    }
  }

  /** The period that the document reports. */
  Optional<FactPeriod> reportedPeriod() {
    return reported.hasLength()
        ? Optional.of(
            period(reported.months(), reported.weeks(), reported.endDate(), reported.kind()))
        : Optional.empty();
  }

  /** A period of this length that ends on this day. */
  static FactPeriod period(
      int months, Optional<Integer> weeks, Optional<LocalDate> end, FactPeriod.Kind kind) {
    if (kind == FactPeriod.Kind.INSTANT) {
      return new FactPeriod(kind, Optional.empty(), end);
    }
    Optional<LocalDate> start =
        weeks.isPresent()
            ? end.map(e -> e.minusWeeks(weeks.get()).plusDays(1))
            : end.filter(e -> YearMonth.from(e).atEndOfMonth().equals(e))
                .map(e -> YearMonth.from(e).minusMonths(months - 1L).atDay(1));
    return new FactPeriod(kind, start, end);
  }

  /** The period that {@code ref} names; empty where it cannot be told. */
  Optional<Found> find(PeriodRef named) {
    PeriodRef ref = dated(named);
    if (!ref.hasLength() && !ref.instant()) {
      return Optional.empty();
    }
    if (ref.months() == 12 && reported.months() != 12 && !yearEnds) {
      return Optional.empty();
    }
    if (ref.months() == PeriodRef.UNTOLD
        && ref.weeks().isEmpty()
        && reported.months() != PeriodRef.UNTOLD) {
      return Optional.empty(); // a month beside the quarter, or a length that cannot be told
    }
    Optional<LocalDate> reportedEnd = reported.endDate();
    Optional<LocalDate> end = ref.endDate();
    if (end.isPresent()) {
      LocalDate day = end.get();
      int slack = ref.hasLength() ? LENGTH_DAYS : DAY_DAYS;
      int back = reportedEnd.map(r -> yearsBack(r, day, slack)).orElse(-1);
      if (back == 0) {
        return Optional.of(found(ref, Optional.of(reportedEnd.orElse(day)), back));
      }
      boolean pieced = ref.end().isEmpty() && back > 0;
      Optional<LocalDate> known = pieced ? reportedEnd.flatMap(r -> earlier(r, back)) : end;
      return Optional.of(found(ref, known.or(() -> Optional.of(day)), back));
    }
    if (ref.instant() && ref.endDay().isEmpty() && ref.year().isEmpty()) {
      return Optional.empty();
    }
    return byLabel(ref, reportedEnd);
  }

  /**
   * "the quarter ended September 30," without a year, where that is the day of the reported one.
   */
  private PeriodRef dated(PeriodRef ref) {
    boolean same =
        ref.hasLength()
            && ref.year().isEmpty()
            && ref.endDate().isEmpty()
            && ref.endDay().isPresent()
            && reported.endDate().map(MonthDay::from).equals(ref.endDay());
    return same
        ? new PeriodRef(
            ref.months(),
            ref.weeks(),
            ref.quarter(),
            Optional.empty(),
            reported.endDate(),
            Optional.empty(),
            false)
        : ref;
  }

  private Optional<Found> byLabel(PeriodRef ref, Optional<LocalDate> reportedEnd) {
    Optional<Integer> base = reported.year().or(() -> reportedEnd.map(LocalDate::getYear));
    if (ref.year().isEmpty() || base.isEmpty()) {
      boolean sameName =
          ref.year().isEmpty()
              && ref.months() == reported.months()
              && ref.endDay().isEmpty()
              && (ref.quarter().isEmpty()
                  || reported.quarter().isEmpty()
                  || ref.quarter().equals(reported.quarter()));
      if (ref.year().isEmpty() && closed(ref) && reportedEnd.isPresent()) {
        return Optional.of(found(ref, reportedEnd, 0));
      }
      return sameName ? Optional.of(found(ref.or(reported), reportedEnd, 0)) : Optional.empty();
    }
    boolean otherQuarter =
        ref.quarter().isPresent()
            && reported.quarter().isPresent()
            && ref.months() == reported.months()
            && !ref.quarter().equals(reported.quarter());
    boolean partOfYear =
        ref.months() == 12 && reported.months() != 12 && reported.quarter().orElse(0) != 4;
    if (otherQuarter || partOfYear) {
      return Optional.of(found(ref, Optional.empty(), -1));
    }
    int back = base.get() - ref.year().get();
    if (back < 0 || back > 6) {
      return Optional.of(found(ref, Optional.empty(), -1));
    }
    return Optional.of(found(ref, reportedEnd.flatMap(e -> earlier(e, back)), back));
  }

  /** Whether the reported quarter is the last of the months named: "the first nine months". */
  private boolean closed(PeriodRef ref) {
    return reported.months() == 3
        && ref.months() > 3
        && ref.endDay().isEmpty()
        && reported
            .quarter()
            .map(q -> 3 * q == ref.months())
            .orElseGet(() -> calendarYearToDate(ref));
  }

  /** The months from the beginning of the fiscal year to the reported quarter's end, if known. */
  Optional<PeriodRef> yearToDate() {
    Optional<Integer> months =
        reported.months() != 3 ? Optional.empty() : reported.quarter().map(q -> 3 * q);
    return months
        .filter(m -> reported.endDate().isPresent())
        .map(
            m ->
                new PeriodRef(
                    m,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    reported.endDate(),
                    Optional.empty(),
                    false));
  }

  /** Whether so many months end with the reported quarter in a calendar year. */
  private boolean calendarYearToDate(PeriodRef ref) {
    return ref.months() < 12
        && reported.endDate().filter(e -> e.getMonthValue() == ref.months()).isPresent();
  }

  /** The reported end, {@code years} earlier, as the document or the calendar has it. */
  Optional<LocalDate> earlier(LocalDate end, int years) {
    if (years == 0) {
      return Optional.of(end);
    }
    LocalDate exact = end.minusYears(years);
    LocalDate guess =
        YearMonth.from(end).atEndOfMonth().equals(end)
            ? YearMonth.from(exact).atEndOfMonth()
            : exact;
    Optional<LocalDate> known =
        ends.stream()
            .filter(e -> Math.abs(e.toEpochDay() - guess.toEpochDay()) <= DRIFT_DAYS)
            .min(
                java.util.Comparator.comparingLong(
                    e -> Math.abs(e.toEpochDay() - guess.toEpochDay())));
    return known.or(
        () ->
            YearMonth.from(end).atEndOfMonth().equals(end) ? Optional.of(guess) : Optional.empty());
  }

  private static int yearsBack(LocalDate reported, LocalDate day, int slack) {
    for (int years = 0; years <= 6; years++) {
      long days = reported.minusYears(years).toEpochDay() - day.toEpochDay();
      if (Math.abs(days) <= (years == 0 ? slack : DRIFT_DAYS)) {
        return years;
      }
    }
    return -1;
  }

  private Found found(PeriodRef ref, Optional<LocalDate> end, int back) {
    boolean same = ref.months() == reported.months();
    Optional<Integer> weeks = back == 0 && same ? reported.weeks() : ref.weeks();
    return new Found(period(ref.months(), weeks, end, ref.kind()), ref.months(), back);
  }

  /** Collects every last day that {@code texts} name. */
  static Set<LocalDate> endsOf(List<Wording> texts) {
    Set<LocalDate> ends = new LinkedHashSet<>();
    for (Wording text : texts) {
      List<Dated> open = new ArrayList<>();
      for (Dated d : text.dates()) {
        if (text.lengths().stream().anyMatch(l -> l.beginsWith(d))) {
          continue; // "1 July 2024 - 30 June 2025": the first is no last day
        }
        d.date().ifPresent(ends::add);
        if (d.date().isEmpty()) {
          open.add(d);
        }
      }
      if (!open.isEmpty()) {
        PeriodReader.labelYear(text.folded())
            .ifPresent(
                y ->
                    open.stream()
                        .filter(d -> d.monthDay().isValidYear(y))
                        .forEach(d -> ends.add(d.monthDay().atYear(y))));
      }
    }
    return ends;
  }
}

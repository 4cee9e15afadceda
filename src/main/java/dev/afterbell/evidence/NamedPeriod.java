package dev.afterbell.evidence;

import dev.afterbell.evidence.PeriodFinder.Clues;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Finds the reported period by its name alone, "first quarter 2026", where no statement gives its
 * last day.
 */
final class NamedPeriod {

  /** A release that comes later than this is hardly of a quarter of the calendar. */
  private static final int CALENDAR_DAYS_MAX = 135;

  private static final int MONTHS = 12;

  /** The last quarter of a calendar year is reported in the first months of the next. */
  private static final int REPORTED_MONTHS = 4;

  private NamedPeriod() {}

  /**
   * The period that the title or the first paragraphs name.
   *
   * @param want its length in months
   * @param named what the title says of it
   */
  static PeriodRef find(Clues clues, int want, PeriodRef named) {
    PeriodRef ref = named;
    boolean whole = named.hasLength() && named.year().isPresent();
    for (Wording text : whole ? List.<Wording>of() : clues.early()) {
      PeriodRef here = text.period();
      boolean first = !ref.hasLength() || ref.year().isEmpty();
      boolean asked = here.months() == want || here.months() == named.months();
      if (asked && here.year().isPresent() && (first || newer(ref, here, clues))) {
        ref = named.or(here);
      }
    }
    if (!ref.hasLength()) {
      return PeriodRef.NONE;
    }
    PeriodRef found = ref;
    return new PeriodRef(
        ref.months(),
        ref.weeks(),
        ref.quarter(),
        year(found, named, clues),
        calendarEnd(ref, clues.published()).or(() -> PeriodFinder.endOfYearToDate(clues, found)),
        Optional.empty(),
        false);
  }

  /**
   * The year that is named; that of the release where none is, or where the year before stands only
   * beside what is compared with.
   */
  private static Optional<Integer> year(PeriodRef found, PeriodRef named, Clues clues) {
    Optional<Integer> released = yearOf(found, clues.published());
    boolean compared =
        named.year().isEmpty()
            && found.months() == named.months()
            && released.isPresent()
            && found.year().filter(y -> y + 1 == released.get()).isPresent();
    return compared ? released : found.year().or(() -> released);
  }

  /** The year of a quarter or half that is named without one, as that of a release is. */
  private static Optional<Integer> yearOf(PeriodRef ref, Optional<LocalDate> published) {
    boolean last = ref.quarter().map(q -> q * ref.months() == MONTHS).orElse(false);
    return published
        .filter(p -> ref.quarter().isPresent())
        .map(p -> last && p.getMonthValue() <= REPORTED_MONTHS ? p.getYear() - 1 : p.getYear());
  }

  /** Whether {@code here} names the quarter of {@code ref} in a later year that came to its end. */
  private static boolean newer(PeriodRef ref, PeriodRef here, Clues clues) {
    return ref.quarter().isPresent()
        && ref.quarter().equals(here.quarter())
        && here.year().orElse(0) > ref.year().orElse(0)
        && calendarEnd(here, clues.published()).isPresent();
  }

  /** The end of a calendar quarter, half or year, if the release came out soon after it. */
  private static Optional<LocalDate> calendarEnd(PeriodRef ref, Optional<LocalDate> published) {
    if (ref.year().isEmpty() || published.isEmpty()) {
      return Optional.empty();
    }
    boolean fromJanuary = ref.months() == 12 || ref.months() == 9;
    int month = fromJanuary ? ref.months() : ref.quarter().map(q -> q * ref.months()).orElse(0);
    if (month < 1 || month > 12) {
      return Optional.empty();
    }
    LocalDate end = YearMonth.of(ref.year().get(), month).atEndOfMonth();
    long days = published.get().toEpochDay() - end.toEpochDay();
    return days > 0 && days <= CALENDAR_DAYS_MAX ? Optional.of(end) : Optional.empty();
  }
}

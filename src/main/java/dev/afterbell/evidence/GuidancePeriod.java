package dev.afterbell.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds which period guidance is for, counted from the reported one; never one that has ended. */
final class GuidancePeriod {

  private static final Pattern NEXT = GuidanceRange.CUES.get("next");
  private static final Pattern NEXT_YEAR = GuidanceRange.CUES.get("next-year");
  private static final Pattern YEAR = GuidanceRange.CUES.get("year");
  private static final Pattern ONE =
      Pattern.compile("(?: of)?(?: the| its| our)?(?: (?:19|20)\\d\\d)? ?");
  private static final int YEARS_MAX = 1;
  private static final int WORD_CHARS = 14;

  private final PeriodRef reported;

  GuidancePeriod(PeriodBook book) {
    this.reported = book.reported();
  }

  /** The fiscal quarter with which the reported period ends; none where it is not said. */
  private Optional<Integer> quarter() {
    return switch (reported.months()) {
      case 12 -> Optional.of(4);
      case 6 -> reported.quarter().map(h -> 2 * h).or(() -> Optional.of(2));
      case 9 -> Optional.of(3);
      default -> reported.quarter();
    };
  }

  /** The period that the last length in {@code words} names; empty without one. */
  static PeriodRef lastIn(String words) {
    List<Lasting> lengths = Wording.of(words).lengths().stream().filter(Lasting::told).toList();
    if (lengths.isEmpty()) {
      return PeriodRef.NONE;
    }
    Lasting last = lengths.get(lengths.size() - 1);
    PeriodRef ref = PeriodReader.read(words.substring(wordStart(words, last.from())));
    if (lengths.size() == 1) {
      return ref;
    }
    // "second quarter fiscal year 2025", "fiscal year 2025 second quarter": one period, two
    // lengths.
    Lasting before = lengths.get(lengths.size() - 2);
    boolean one =
        before.months() != last.months()
            && ONE.matcher(words.substring(before.to(), last.from())).matches();
    if (!one) {
      return ref;
    }
    PeriodRef both = PeriodReader.read(words.substring(wordStart(words, before.from())));
    return before.months() < last.months()
        ? both
        : PeriodReader.read(words.substring(last.from())).or(both);
  }

  /** The start of a word some way before {@code at}, so that a year before a quarter is seen. */
  private static int wordStart(String words, int at) {
    int start = Math.max(0, at - WORD_CHARS);
    while (start > 0 && start < at && Character.isLetterOrDigit(words.charAt(start - 1))) {
      start++;
    }
    return start;
  }

  /**
   * The period that {@code ref} names in {@code words}; empty where it has ended, lies beyond the
   * next year, or is not told.
   */
  Optional<FactPeriod> find(PeriodRef ref, String words) {
    PeriodRef named = ref.hasLength() ? ref : implied(words);
    if (!named.hasLength()) {
      return Optional.empty();
    }
    if (named.months() == 3
        && named.quarter().isEmpty()
        && named.endDay().isEmpty()
        && named.end().isEmpty()) {
      if (!NEXT.matcher(words).find()) {
        return Optional.empty();
      }
      return ahead(1)
          .map(e -> PeriodBook.period(3, Optional.empty(), Optional.of(e), FactPeriod.Kind.QTD))
          .or(() -> Optional.of(unknown(FactPeriod.Kind.QTD)));
    }
    Optional<LocalDate> end = named.endDate();
    if (end.isPresent()) {
      boolean coming =
          reported
              .endDate()
              .map(r -> end.get().isAfter(r) && end.get().isBefore(r.plusMonths(26)))
              .orElse(true);
      return coming
          ? Optional.of(PeriodBook.period(named.months(), named.weeks(), end, named.kind()))
          : Optional.empty();
    }
    return counted(named, NEXT_YEAR.matcher(words).find());
  }

  private static PeriodRef implied(String words) {
    boolean year = YEAR.matcher(words).find() || NEXT_YEAR.matcher(words).find();
    Optional<Integer> label = PeriodReader.labelYear(words);
    if (NEXT.matcher(words).find()) {
      return length(3, Optional.empty());
    }
    return year || label.isPresent() ? length(12, label) : PeriodRef.NONE;
  }

  private static PeriodRef length(int months, Optional<Integer> year) {
    return new PeriodRef(
        months,
        Optional.empty(),
        Optional.empty(),
        year,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private Optional<FactPeriod> counted(PeriodRef named, boolean nextYear) {
    Optional<Integer> now = quarter();
    int target =
        named.months() == 12
            ? 4
            : named.months() == 6
                ? 2 * named.quarter().orElse(0)
                : named.months() == 3 ? named.quarter().orElse(0) : 0;
    if (target == 0) {
      return Optional.empty();
    }
    Optional<Integer> base = reported.year().or(() -> reported.endDate().map(LocalDate::getYear));
    int years = named.year().isPresent() && base.isPresent() ? named.year().get() - base.get() : 0;
    if (now.isEmpty()) {
      boolean known = named.year().isPresent() && years >= 0 && years <= YEARS_MAX;
      return known && (years > 0 || named.months() == 12)
          ? Optional.of(unknown(named.kind()))
          : Optional.empty();
    }
    int quarters = years * 4 + target - now.get() + (nextYear && named.year().isEmpty() ? 4 : 0);
    if (quarters <= 0 && named.year().isEmpty()) {
      quarters += 4;
    }
    boolean again = quarters == 4 && named.months() == 3 && named.year().isEmpty() && !nextYear;
    boolean tooFar = again || quarters > 4 * YEARS_MAX + 4 - now.get();
    if (quarters <= 0 || tooFar) {
      return Optional.empty();
    }
    return Optional.of(
        ahead(quarters)
            .map(
                e ->
                    PeriodBook.period(
                        named.months(), Optional.empty(), Optional.of(e), named.kind()))
            .orElseGet(() -> unknown(named.kind())));
  }

  private static FactPeriod unknown(FactPeriod.Kind kind) {
    return new FactPeriod(kind, Optional.empty(), Optional.empty());
  }

  /** The last day of a quarter to come, where fiscal quarters end with calendar months. */
  private Optional<LocalDate> ahead(int quarters) {
    return reported
        .endDate()
        .filter(e -> YearMonth.from(e).atEndOfMonth().equals(e))
        .map(e -> YearMonth.from(e).plusMonths(3L * quarters).atEndOfMonth());
  }
}

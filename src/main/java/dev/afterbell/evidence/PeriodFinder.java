package dev.afterbell.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the period that a document reports: from its title and first statements, then from the
 * headers of its tables, and only then from a name like "first quarter 2026".
 */
final class PeriodFinder {

  /** A results release follows its period's end within this many days. */
  private static final int REPORTING_DAYS_MAX = 240;

  /** By then the next quarter has come to its end, and a release is of that one. */
  private static final int NEXT_QUARTER_DAYS_MIN = 95;

  private static final int QUARTER = 3;

  /** A quarter that is said to end with a month ends so near to that with a week. */
  private static final int SAME_DAYS_MAX = 7;

  private PeriodFinder() {}

  /**
   * What is known before the period.
   *
   * @param title headline
   * @param early first paragraphs
   * @param further all paragraphs
   * @param tables the layouts of all tables
   * @param published day of publication, where known
   * @param annual whether the form says that a year is reported
   * @param quarterly whether the form says that a quarter is reported
   */
  record Clues(
      Optional<Wording> title,
      List<Wording> early,
      List<Wording> further,
      List<TableLayout> tables,
      Optional<LocalDate> published,
      boolean annual,
      boolean quarterly) {}

  /** The reported period; {@link PeriodRef#NONE} where nothing tells it. */
  static PeriodRef find(Clues clues) {
    PeriodRef told = FiscalYear.named(told(clues), clues.further(), clues.tables());
    return clues.annual()
        ? told
        : Cumulative.of(clues, QuarterBeside.of(clues.tables(), told).orElse(told));
  }

  private static PeriodRef told(Clues clues) {
    List<List<StatedPeriod>> hits = new ArrayList<>();
    for (Wording text : clues.early()) {
      List<StatedPeriod> here = StatedPeriod.all(text, clues.published());
      if (!here.isEmpty()) {
        hits.add(here);
      }
    }
    PeriodRef named = clues.title().map(Wording::period).orElse(PeriodRef.NONE);
    int want = want(clues, hits);
    Optional<StatedPeriod> chosen = chosen(clues, want, named, hits);
    if (chosen.isPresent()) {
      return newer(clues, want, named, chosen.get()).orElseGet(() -> ref(chosen.get(), named));
    }
    Optional<StatedPeriod> closing =
        want == QUARTER ? closing(clues, named, hits) : Optional.empty();
    if (closing.isPresent()) {
      return ref(closing.get(), named);
    }
    if (!hits.isEmpty() && clues.title().map(t -> lengthsOf(t).isEmpty()).orElse(true)) {
      return ref(hits.get(0).get(0), named);
    }
    return NamedPeriod.find(clues, want, named);
  }

  /** The fourth quarter that a title names, where only the year is stated with its last day. */
  private static Optional<StatedPeriod> closing(
      Clues clues, PeriodRef named, List<List<StatedPeriod>> hits) {
    boolean fourth =
        clues.title().stream()
            .flatMap(t -> t.lengths().stream())
            .anyMatch(l -> l.months() == QUARTER && l.quarter().filter(q -> q == 4).isPresent());
    // Without a year or a day to go by, only what is stated first is sure to be no older year.
    boolean datable = named.year().isPresent() || clues.published().isPresent();
    return hits.stream()
        .limit(datable ? hits.size() : 1)
        .flatMap(List::stream)
        .filter(h -> fourth && h.months() == 4 * QUARTER && inTime(h.end(), clues))
        .filter(h -> named.year().map(y -> agrees(h.end().getYear(), y)).orElse(true))
        .max(java.util.Comparator.comparing(StatedPeriod::end))
        .map(h -> new StatedPeriod(QUARTER, Optional.empty(), Optional.of(4), h.year(), h.end()));
  }

  /** A fiscal year is named after that in which it ends, or after the one before. */
  private static boolean agrees(int end, int name) {
    return end == name || end == name + 1;
  }

  /**
   * The quarter that the title names, where the one stated is too old for the day of the release.
   */
  private static Optional<PeriodRef> newer(
      Clues clues, int want, PeriodRef named, StatedPeriod stated) {
    boolean old =
        clues
            .published()
            .filter(p -> stated.end().isBefore(p.minusDays(NEXT_QUARTER_DAYS_MIN)))
            .isPresent();
    return old && named.quarter().isPresent()
        ? Optional.of(NamedPeriod.find(clues, want, named))
            .filter(n -> n.endDate().filter(stated.end()::isBefore).isPresent())
        : Optional.empty();
  }

  /**
   * The last day of a quarter that is named alone, where the document states the end of the year to
   * date: the first nine months end with the third quarter.
   */
  static Optional<LocalDate> endOfYearToDate(Clues clues, PeriodRef quarter) {
    int months = quarter.months() * quarter.quarter().orElse(0);
    if (quarter.months() != QUARTER || months <= QUARTER) {
      return Optional.empty();
    }
    return clues.further().stream()
        .flatMap(t -> StatedPeriod.all(t, Optional.empty()).stream())
        .filter(h -> h.months() == months && inTime(h.end(), clues))
        .filter(h -> quarter.year().map(y -> Math.abs(h.end().getYear() - y) <= 1).orElse(true))
        .map(StatedPeriod::end)
        .max(LocalDate::compareTo);
  }

  /** The first period stated, unless a later one that came to its end heads a table. */
  private static Optional<StatedPeriod> chosen(
      Clues clues, int want, PeriodRef named, List<List<StatedPeriod>> hits) {
    List<StatedPeriod> fitting = new ArrayList<>();
    for (List<StatedPeriod> here : hits) {
      for (StatedPeriod h : here) {
        boolean otherQuarter =
            named.quarter().isPresent()
                && h.quarter().isPresent()
                && named.months() == h.months()
                && !named.quarter().equals(h.quarter());
        if (h.months() == want && plausible(h.end(), clues) && !otherQuarter) {
          fitting.add(h);
        }
      }
    }
    Optional<StatedPeriod> tabled = tabled(clues, want);
    if (fitting.isEmpty()) {
      return titled(clues, want, named).or(() -> tabled);
    }
    StatedPeriod first = fitting.get(0);
    if (clues.published().isEmpty()) {
      return besideYearBefore(clues, want, first).or(() -> Optional.of(first));
    }
    return tabled.stream()
        .filter(h -> h.end().isAfter(first.end()))
        .findFirst()
        .or(() -> later(clues, want, first))
        .or(() -> Optional.of(first));
  }

  /** The period of a title that goes to its last day: "Half Year Results to 31 December 2024". */
  private static Optional<StatedPeriod> titled(Clues clues, int want, PeriodRef named) {
    if (named.months() != want) {
      return Optional.empty();
    }
    return clues.title().stream()
        .flatMap(t -> t.dates().stream().filter(d -> t.folded().startsWith(" to ", d.from() - 4)))
        .flatMap(d -> d.date().stream())
        .filter(e -> plausible(e, clues))
        .findFirst()
        .map(e -> new StatedPeriod(want, named.weeks(), named.quarter(), named.year(), e));
  }

  /**
   * The next quarter, if a table has it beside that of a year before: the one stated first is what
   * it is compared with.
   */
  private static Optional<StatedPeriod> besideYearBefore(
      Clues clues, int want, StatedPeriod first) {
    return tabled(clues, want)
        .filter(h -> h.end().isAfter(first.end()) && h.end().isBefore(first.end().plusMonths(4)))
        .filter(
            h ->
                clues.tables().stream()
                    .flatMap(t -> t.parts().stream())
                    .map(p -> p.headers().stream().map(Wording::period).toList())
                    .anyMatch(c -> ends(c, want, h.end()) && ends(c, want, h.end().minusYears(1))));
  }

  private static boolean ends(List<PeriodRef> columns, int months, LocalDate end) {
    return columns.stream()
        .anyMatch(c -> c.months() == months && c.endDate().filter(end::equals).isPresent());
  }

  /** A quarter that came to its end after {@code first}, stated further down. */
  private static Optional<StatedPeriod> later(Clues clues, int want, StatedPeriod first) {
    return clues.further().stream()
        .flatMap(t -> StatedPeriod.all(t, Optional.empty()).stream())
        .filter(h -> h.months() == want && inTime(h.end(), clues))
        .filter(h -> h.end().isAfter(first.end().plusDays(SAME_DAYS_MAX)))
        .filter(h -> h.end().isBefore(first.end().plusMonths(4)))
        .max(java.util.Comparator.comparing(StatedPeriod::end));
  }

  private static boolean plausible(LocalDate end, Clues clues) {
    return clues
        .published()
        .map(p -> !end.isAfter(p) && end.isAfter(p.minusDays(500)))
        .orElse(true);
  }

  private static PeriodRef ref(StatedPeriod h, PeriodRef named) {
    Optional<Integer> quarter =
        h.quarter().isPresent() || h.months() != 3 ? h.quarter() : named.quarter();
    Optional<Integer> year = named.year().isPresent() ? named.year() : h.year();
    return new PeriodRef(
        h.months(), h.weeks(), quarter, year, Optional.of(h.end()), Optional.empty(), false);
  }

  private static List<Integer> lengthsOf(Wording text) {
    return text.lengths().stream().filter(Lasting::told).map(Lasting::months).toList();
  }

  private static int want(Clues clues, List<List<StatedPeriod>> hits) {
    if (clues.quarterly()) {
      return 3;
    }
    if (clues.annual()) {
      return 12;
    }
    List<Integer> inTitle = clues.title().map(PeriodFinder::lengthsOf).orElse(List.of());
    for (int months : new int[] {3, 6, 9, 12}) {
      if (inTitle.contains(months)) {
        return months == 9 && hits.stream().flatMap(List::stream).anyMatch(h -> h.months() == 3)
            ? 3
            : months;
      }
    }
    if (!hits.isEmpty()) {
      return hits.get(0).stream().mapToInt(StatedPeriod::months).min().orElse(3);
    }
    for (Wording text : clues.early()) {
      List<Integer> lengths = lengthsOf(text);
      if (!lengths.isEmpty()) {
        return lengths.stream().min(Integer::compare).orElse(3);
      }
    }
    return 3;
  }

  /** The latest end among columns of the wanted length. */
  private static Optional<StatedPeriod> tabled(Clues clues, int want) {
    Map<LocalDate, StatedPeriod> found = new TreeMap<>();
    for (TableLayout table : clues.tables()) {
      for (TableLayout.Part part : table.parts()) {
        PeriodRef caption =
            part.captions().stream().map(Wording::period).reduce(PeriodRef.NONE, (a, b) -> b.or(a));
        if (otherDays(part, caption)) {
          continue;
        }
        for (Wording header : part.headers()) {
          PeriodRef ref = header.period().or(caption);
          Optional<LocalDate> end = ref.endDate();
          if (ref.months() == want && end.isPresent() && inTime(end.get(), clues)) {
            found.putIfAbsent(
                end.get(),
                new StatedPeriod(want, ref.weeks(), ref.quarter(), Optional.empty(), end.get()));
          }
        }
      }
    }
    return found.values().stream().reduce((a, b) -> b);
  }

  /** Whether a caption has a last day that no column has: the columns' days are of other things. */
  private static boolean otherDays(TableLayout.Part part, PeriodRef caption) {
    return caption.hasLength()
        && caption.end().isPresent()
        && part.headers().stream()
            .map(Wording::period)
            .noneMatch(h -> h.end().isEmpty() || h.end().equals(caption.end()));
  }

  private static boolean inTime(LocalDate end, Clues clues) {
    return clues
        .published()
        .map(p -> !end.isAfter(p) && end.isAfter(p.minusDays(REPORTING_DAYS_MAX)))
        .orElse(true);
  }
}

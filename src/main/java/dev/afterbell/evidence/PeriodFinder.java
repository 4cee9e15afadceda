package dev.afterbell.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the period that a document reports: from its title and first statements, then from the
 * headers of its tables, and only then from a name like "first quarter 2026".
 */
final class PeriodFinder {

  private static final Pattern ENDED =
      Pattern.compile("end(?:ed|ing|s)?(?: on)?,? *$|end(?:ed|ing)\\W{0,3}$");
  private static final Pattern OF_THE = Pattern.compile(" of (?:the |our |its )?(?:[a-z]+ )?");
  private static final int ENDED_REACH = 14;
  private static final int LENGTH_REACH = 130;

  /** A results release follows its period's end within this many days. */
  private static final int REPORTING_DAYS_MAX = 240;

  /** By then the next quarter has come to its end, and a release is of that one. */
  private static final int NEXT_QUARTER_DAYS_MIN = 95;

  private static final int QUARTER = 3;

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

  private record Hit(
      int months,
      Optional<Integer> weeks,
      Optional<Integer> quarter,
      Optional<Integer> year,
      LocalDate end) {}

  /** The reported period; {@link PeriodRef#NONE} where nothing tells it. */
  static PeriodRef find(Clues clues) {
    PeriodRef told = FiscalYear.named(told(clues), clues.further(), clues.tables());
    return clues.annual() ? told : QuarterBeside.of(clues.tables(), told).orElse(told);
  }

  private static PeriodRef told(Clues clues) {
    List<List<Hit>> hits = new ArrayList<>();
    for (Wording text : clues.early()) {
      List<Hit> here = hits(text, clues.published());
      if (!here.isEmpty()) {
        hits.add(here);
      }
    }
    PeriodRef named = clues.title().map(Wording::period).orElse(PeriodRef.NONE);
    int want = want(clues, hits);
    Optional<Hit> chosen = chosen(clues, want, named, hits);
    if (chosen.isPresent()) {
      return newer(clues, want, named, chosen.get()).orElseGet(() -> ref(chosen.get(), named));
    }
    if (!hits.isEmpty() && clues.title().map(t -> lengthsOf(t).isEmpty()).orElse(true)) {
      return ref(hits.get(0).get(0), named);
    }
    return NamedPeriod.find(clues, want, named);
  }

  /**
   * The quarter that the title names, where the one stated is too old for the day of the release.
   */
  private static Optional<PeriodRef> newer(Clues clues, int want, PeriodRef named, Hit stated) {
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
        .flatMap(t -> hits(t, Optional.empty()).stream())
        .filter(h -> h.months() == months && inTime(h.end(), clues))
        .filter(h -> quarter.year().map(y -> Math.abs(h.end().getYear() - y) <= 1).orElse(true))
        .map(Hit::end)
        .max(LocalDate::compareTo);
  }

  /** The first period stated, unless a later one that came to its end heads a table. */
  private static Optional<Hit> chosen(
      Clues clues, int want, PeriodRef named, List<List<Hit>> hits) {
    List<Hit> fitting = new ArrayList<>();
    for (List<Hit> here : hits) {
      for (Hit h : here) {
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
    Optional<Hit> tabled = tabled(clues, want);
    if (fitting.isEmpty()) {
      return tabled;
    }
    Hit first = fitting.get(0);
    if (clues.published().isEmpty()) {
      return besideYearBefore(clues, want, first).or(() -> Optional.of(first));
    }
    return tabled.stream()
        .filter(h -> h.end().isAfter(first.end()))
        .findFirst()
        .or(() -> later(clues, want, first))
        .or(() -> Optional.of(first));
  }

  /**
   * The next quarter, if a table has it beside that of a year before: the one stated first is what
   * it is compared with.
   */
  private static Optional<Hit> besideYearBefore(Clues clues, int want, Hit first) {
    return tabled(clues, want)
        .filter(h -> h.end().isAfter(first.end()) && h.end().isBefore(first.end().plusMonths(4)))
        .filter(
            h ->
                clues.tables().stream()
                    .flatMap(t -> t.parts().stream())
                    .map(p -> p.headers().stream().map(PeriodReader::read).toList())
                    .anyMatch(c -> ends(c, want, h.end()) && ends(c, want, h.end().minusYears(1))));
  }

  private static boolean ends(List<PeriodRef> columns, int months, LocalDate end) {
    return columns.stream()
        .anyMatch(c -> c.months() == months && c.endDate().filter(end::equals).isPresent());
  }

  /** A quarter that came to its end after {@code first}, stated further down. */
  private static Optional<Hit> later(Clues clues, int want, Hit first) {
    return clues.further().stream()
        .flatMap(t -> hits(t, Optional.empty()).stream())
        .filter(h -> h.months() == want && inTime(h.end(), clues))
        .filter(h -> h.end().isAfter(first.end()) && h.end().isBefore(first.end().plusMonths(4)))
        .max(java.util.Comparator.comparing(Hit::end));
  }

  private static boolean plausible(LocalDate end, Clues clues) {
    return clues
        .published()
        .map(p -> !end.isAfter(p) && end.isAfter(p.minusDays(500)))
        .orElse(true);
  }

  private static PeriodRef ref(Hit h, PeriodRef named) {
    Optional<Integer> quarter =
        h.quarter().isPresent() || h.months() != 3 ? h.quarter() : named.quarter();
    Optional<Integer> year = named.year().isPresent() ? named.year() : h.year();
    return new PeriodRef(
        h.months(), h.weeks(), quarter, year, Optional.of(h.end()), Optional.empty(), false);
  }

  private static List<Integer> lengthsOf(Wording text) {
    return text.lengths().stream().map(Lasting::months).filter(m -> m > 0).toList();
  }

  private static int want(Clues clues, List<List<Hit>> hits) {
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
      return hits.get(0).stream().mapToInt(Hit::months).min().orElse(3);
    }
    for (Wording text : clues.early()) {
      List<Integer> lengths = lengthsOf(text);
      if (!lengths.isEmpty()) {
        return lengths.stream().min(Integer::compare).orElse(3);
      }
    }
    return 3;
  }

  private static List<Hit> hits(Wording text, Optional<LocalDate> published) {
    if (text.dates().isEmpty() || text.lengths().isEmpty()) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    String folded = text.folded();
    List<Lasting> lengths = text.lengths();
    for (Dated d : text.dates()) {
      String before = folded.substring(Math.max(0, d.from() - ENDED_REACH), d.from());
      boolean ended = ENDED.matcher(before).find();
      Optional<LocalDate> end = d.date().or(() -> published.flatMap(p -> latest(d.monthDay(), p)));
      if (end.isEmpty()) {
        continue;
      }
      for (Lasting l : lengths) {
        boolean near =
            ended
                && l.to() <= d.from()
                && d.from() - l.to() <= LENGTH_REACH
                && !partOf(folded, l, lengths, d);
        boolean range = l.from() < d.from() && l.to() > d.from(); // January-September 2024
        if ((near || range) && l.months() > 0) {
          Optional<Integer> year =
              PeriodReader.labelYear(folded.substring(l.from(), d.from()))
                  .or(() -> labelAfter(folded, d.to(), l.quarter()));
          hits.add(new Hit(l.months(), l.weeks(), l.quarter(), year, end.get()));
        }
      }
    }
    return merged(hits);
  }

  /** "the first quarter of the fiscal year ended March 28": that day is the year's. */
  private static boolean partOf(String folded, Lasting l, List<Lasting> lengths, Dated d) {
    return lengths.stream()
        .filter(o -> o.months() > l.months() && o.from() >= l.to() && o.to() <= d.from())
        .anyMatch(o -> OF_THE.matcher(folded.substring(l.to(), o.from())).matches());
  }

  /** "fourth quarter (13 weeks) ended": one period, the weeks and the number belong together. */
  private static List<Hit> merged(List<Hit> hits) {
    Map<String, Hit> byKey = new java.util.LinkedHashMap<>();
    for (Hit h : hits) {
      byKey.merge(
          h.months() + " " + h.end(),
          h,
          (a, b) ->
              new Hit(
                  a.months(),
                  a.weeks().or(b::weeks),
                  a.quarter().or(b::quarter),
                  a.year().or(b::year),
                  a.end()));
    }
    return new ArrayList<>(byKey.values());
  }

  private static final Pattern LABEL_AFTER =
      Pattern.compile("^[^a-z0-9]{0,6}q([1-4]) ?(?:fy)? ?['’]?(\\d{4}|\\d{2})(?!\\d)");

  private static Optional<Integer> labelAfter(String folded, int at, Optional<Integer> quarter) {
    Matcher m = LABEL_AFTER.matcher(folded.substring(at, Math.min(folded.length(), at + 30)));
    if (!m.find() || quarter.map(q -> q != Integer.parseInt(m.group(1))).orElse(false)) {
      return Optional.empty();
    }
    int y = Integer.parseInt(m.group(2));
    return Optional.of(Dated.inFull(y));
  }

  private static Optional<LocalDate> latest(java.time.MonthDay day, LocalDate published) {
    for (int year = published.getYear(); year >= published.getYear() - 1; year--) {
      LocalDate date = day.atYear(year);
      if (!date.isAfter(published)) {
        return Optional.of(date);
      }
    }
    return Optional.empty();
  }

  /** The latest end among columns of the wanted length. */
  private static Optional<Hit> tabled(Clues clues, int want) {
    Map<LocalDate, Hit> found = new TreeMap<>();
    for (TableLayout table : clues.tables()) {
      for (TableLayout.Part part : table.parts()) {
        PeriodRef caption =
            part.captions().stream()
                .map(PeriodReader::read)
                .reduce(PeriodRef.NONE, (a, b) -> b.or(a));
        for (String header : part.headers()) {
          PeriodRef ref = PeriodReader.read(header).or(caption);
          Optional<LocalDate> end = ref.endDate();
          if (ref.months() == want && end.isPresent() && inTime(end.get(), clues)) {
            found.putIfAbsent(
                end.get(), new Hit(want, ref.weeks(), ref.quarter(), Optional.empty(), end.get()));
          }
        }
      }
    }
    return found.values().stream().reduce((a, b) -> b);
  }

  private static boolean inTime(LocalDate end, Clues clues) {
    return clues
        .published()
        .map(p -> !end.isAfter(p) && end.isAfter(p.minusDays(REPORTING_DAYS_MAX)))
        .orElse(true);
  }
}

package dev.afterbell.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Finds the name of the fiscal year that a reported quarter belongs to, where it is that of the
 * year after its last day: the quarter to June 2026 is the first of fiscal 2027 for who closes the
 * year in March.
 */
final class FiscalYear {

  private static final Expression LABEL =
      Expression.of(
          "\\b(?<q>first|second|third|fourth|q[1-4])(?: fiscal)?(?: quarter)? (?:of |in )?(?:the )?(?:fiscal"
              + "(?: year)?|fy) ?['’]?(?<y>(?:19|20)?\\d{2})(?!\\d)"
              + "|\\b(?:fiscal(?: year)?|fy) ?['’]?(?<y2>(?:19|20)?\\d{2}),? (?<q2>first|second|third|fourth)"
              + " quarter");

  /** Columns of what is expected. */
  private static final Expression AHEAD =
      Expression.of("(?i)\\b(?:outlook|guidance|forecast|expected|ending|estimate[sd]?)\\b");

  private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

  private FiscalYear() {}

  /**
   * The quarter with the name of its fiscal year, and with its number.
   *
   * @param told the reported period
   * @param texts all paragraphs
   * @param tables the layouts of all tables
   */
  static PeriodRef named(PeriodRef told, List<Wording> texts, List<TableLayout> tables) {
    PeriodRef quarter = numbered(told, tables);
    Optional<LocalDate> end = quarter.end();
    if (quarter.year().isPresent() || end.isEmpty() || quarter.quarter().isEmpty()) {
      return quarter;
    }
    int next = end.get().getYear() + 1;
    boolean named = texts.stream().anyMatch(t -> names(t, quarter.quarter().get(), next));
    return named
        ? new PeriodRef(
            quarter.months(),
            quarter.weeks(),
            quarter.quarter(),
            Optional.of(next),
            quarter.end(),
            quarter.endDay(),
            quarter.instant())
        : quarter;
  }

  /**
   * "Q1 2026 | Q4 2025 | Q1 2025" or "H1 FY26 | H1 FY25" over columns: the latest of them is the
   * reported one.
   */
  private static PeriodRef numbered(PeriodRef told, List<TableLayout> tables) {
    Optional<LocalDate> end = told.end();
    boolean part = told.months() == 3 || told.months() == 6;
    boolean named = told.quarter().isPresent() && (told.months() == 3 || told.year().isPresent());
    if (!part || named || end.isEmpty()) {
      return told;
    }
    int year = end.get().getYear();
    return tables.stream()
        .flatMap(t -> t.parts().stream())
        .map(p -> p.headers().stream().filter(h -> !h.has(AHEAD)).map(Wording::period).toList())
        .flatMap(heads -> heads.stream().filter(r -> hasYearBefore(heads, r)))
        .filter(r -> r.months() == told.months())
        .filter(r -> r.quarter().isPresent() && r.year().isPresent())
        .max(
            Comparator.comparingInt((PeriodRef r) -> r.year().get())
                .thenComparingInt(r -> r.quarter().get()))
        .filter(r -> r.year().get() == year || r.year().get() == year + 1)
        .map(
            r ->
                new PeriodRef(
                    told.months(),
                    told.weeks(),
                    r.quarter(),
                    r.year(),
                    end,
                    Optional.empty(),
                    false))
        .orElse(told);
  }

  /** Whether the same quarter of the year before stands beside it: what is ahead has none. */
  private static boolean hasYearBefore(List<PeriodRef> heads, PeriodRef r) {
    return heads.stream()
        .anyMatch(
            o ->
                o.months() == r.months()
                    && o.quarter().equals(r.quarter())
                    && o.year().equals(r.year().map(y -> y - 1)));
  }

  private static boolean names(Wording text, int quarter, int year) {
    int from = 0;
    while (from >= 0) {
      Optional<Matcher> label = LABEL.first(text.folded(), from);
      if (label.filter(m -> names(m, quarter, year)).isPresent()) {
        return true;
      }
      from = label.map(Matcher::end).orElse(-1);
    }
    return false;
  }

  private static boolean names(Matcher m, int quarter, int year) {
    String q = m.group("q") != null ? m.group("q") : m.group("q2");
    int y = Integer.parseInt(m.group("y") != null ? m.group("y") : m.group("y2"));
    int number = ORDINALS.contains(q) ? ORDINALS.indexOf(q) + 1 : q.charAt(1) - '0';
    return number == quarter && Dated.inFull(y) == year;
  }
}

package dev.afterbell.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows reports that are headed by a quarter and tell of the year to date alone, as the summaries
 * of financial results of the Tokyo Stock Exchange: "Results for the Third Quarter Ended" over "the
 * nine months ended" of the same day.
 */
final class Cumulative {

  private static final Expression QUARTER_END = DocumentReader.CUES.expression("quarter-end");
  private static final int QUARTER = 3;
  private static final int YEAR = 12;

  /** So many texts state the year to date; one alone may be an aside. */
  private static final int TEXTS_MIN = 2;

  private Cumulative() {}

  /** The year to date, where nothing but one heading tells of {@code quarter}; else itself. */
  static PeriodRef of(PeriodFinder.Clues clues, PeriodRef quarter) {
    Optional<LocalDate> end = quarter.endDate();
    if (quarter.months() != QUARTER || end.isEmpty()) {
      return quarter;
    }
    List<String> telling =
        Stream.concat(
                clues.title().stream(),
                Stream.concat(
                    clues.further().stream(),
                    clues.tables().stream()
                        .flatMap(t -> t.parts().stream())
                        .flatMap(p -> p.headers().stream())))
            .filter(t -> tells(t, quarter))
            .map(Wording::text)
            .distinct()
            .limit(2)
            .toList();
    if (telling.size() > 1) {
      return quarter;
    }
    List<StatedPeriod> longer =
        clues.further().stream()
            .flatMap(t -> StatedPeriod.all(t, Optional.empty()).stream().limit(1))
            .filter(h -> h.months() > QUARTER && h.months() < YEAR && h.end().equals(end.get()))
            .toList();
    if (longer.size() < TEXTS_MIN) {
      return quarter;
    }
    return new PeriodRef(
        longer.get(0).months(),
        longer.get(0).weeks(),
        Optional.empty(),
        quarter.year(),
        end,
        Optional.empty(),
        false);
  }

  private static boolean tells(Wording text, PeriodRef quarter) {
    return names(text, quarter) && !QUARTER_END.in(text.text());
  }

  /** Whether {@code text} names a quarter that can be this one. */
  private static boolean names(Wording text, PeriodRef quarter) {
    return text.lengths().stream()
        .filter(l -> l.months() == QUARTER)
        .anyMatch(
            l ->
                l.quarter().isEmpty()
                    || quarter.quarter().isEmpty()
                    || l.quarter().equals(quarter.quarter()));
  }
}

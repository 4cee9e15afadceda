package dev.afterbell.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Knows that a period of some kind that ends on a day is one period: a statement counts its weeks
 * and a sentence does not, so that only one of them tells its first day.
 */
final class PeriodStarts {

  private static final int DRIFT_DAYS = 10;

  private record Closed(FactPeriod.Kind kind, LocalDate end) {}

  private PeriodStarts() {}

  /** The readings, each with the first day that the surest reading of its period tells. */
  static List<Candidate> settled(List<Candidate> candidates) {
    List<Candidate> surest = new ArrayList<>(candidates);
    surest.sort(java.util.Comparator.comparing(Candidate::place));
    Map<Closed, LocalDate> starts = new LinkedHashMap<>();
    for (Candidate c : surest) {
      FactPeriod p = c.key().period();
      p.end()
          .ifPresent(e -> p.start().ifPresent(s -> starts.putIfAbsent(new Closed(p.kind(), e), s)));
    }
    return candidates.stream().map(c -> settled(c, starts)).toList();
  }

  private static Candidate settled(Candidate c, Map<Closed, LocalDate> starts) {
    FactPeriod p = c.key().period();
    Optional<LocalDate> start =
        p.end().flatMap(e -> Optional.ofNullable(starts.get(new Closed(p.kind(), e))));
    boolean other =
        start.isPresent()
            && !start.equals(p.start())
            && p.start().map(s -> near(s, start.get())).orElse(true);
    return other ? c.during(new FactPeriod(p.kind(), start, p.end())) : c;
  }

  private static boolean near(LocalDate one, LocalDate other) {
    return Math.abs(one.toEpochDay() - other.toEpochDay()) <= DRIFT_DAYS;
  }
}

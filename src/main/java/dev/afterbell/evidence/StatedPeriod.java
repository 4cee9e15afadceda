package dev.afterbell.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period that a text states with its last day: {@code the second quarter of fiscal 2026 ended
 * December 31, 2025}.
 *
 * @param months how long
 * @param weeks how long, where it is counted in weeks
 * @param quarter its number in the year
 * @param year the name of its year
 * @param end its last day
 */
record StatedPeriod(
    int months,
    Optional<Integer> weeks,
    Optional<Integer> quarter,
    Optional<Integer> year,
    LocalDate end) {

  private static final Pattern ENDED =
      Pattern.compile("end(?:ed|ing|s)?(?: on)?,? *$|end(?:ed|ing)\\W{0,3}$");
  private static final Pattern OF_THE = Pattern.compile(" of (?:the |our |its )?(?:[a-z]+ )?");
  private static final int ENDED_REACH = 14;
  private static final int LENGTH_REACH = 130;

  /**
   * All that a text states.
   *
   * @param published the day of publication, which gives days without a year theirs
   */
  static List<StatedPeriod> all(Wording text, Optional<LocalDate> published) {
    if (text.dates().isEmpty() || text.lengths().isEmpty()) {
      return List.of();
    }
    List<StatedPeriod> hits = new ArrayList<>();
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
        if ((near || range) && l.told()) {
          Optional<Integer> year =
              PeriodReader.labelYear(folded.substring(l.from(), d.from()))
                  .or(() -> labelAfter(folded, d.to(), l.quarter()));
          hits.add(new StatedPeriod(l.months(), l.weeks(), l.quarter(), year, end.get()));
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
  private static List<StatedPeriod> merged(List<StatedPeriod> hits) {
    Map<String, StatedPeriod> byKey = new java.util.LinkedHashMap<>();
    for (StatedPeriod h : hits) {
      byKey.merge(
          h.months() + " " + h.end(),
          h,
          (a, b) ->
              new StatedPeriod(
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
}

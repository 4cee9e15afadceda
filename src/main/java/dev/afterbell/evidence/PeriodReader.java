package dev.afterbell.evidence;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a text says of a period, of all its dates, lengths of time and names of years: {@code
 * three months ended March 31, 2026}, {@code Q4 FY23}, {@code As of}.
 */
final class PeriodReader {

  private static final Starts LABEL_YEAR =
      starts(
          "(?:(?<![a-z])(?:fy|fiscal(?: year)?|cy)"
              + " ?['’]?(?<y>(?:20)?\\d{2})(?!\\d|\\.\\d|,\\d)|[1-4]q"
              + " ?['’]?(?<y2>(?:20)?\\d{2})(?!\\d)|q[1-4] ?['’]?(?:fy"
              + " ?)?['’]?(?<y3>(?:20)?\\d{2})(?!\\d)|(?:h[12]|[12]h|(?:[369]|12)m)"
              + " ?['’]?(?<y6>(?:20)?\\d{2})(?!\\d)|(?<y4>(?:20)?\\d{2}) ?q[1-4](?!\\d)"
              + "|(?<![\\d.,$€£¥])(?<y5>(?:19|20)\\d{2})(?![\\d%]|[.,]\\d))");

  private static final Starts AS_OF =
      starts("(?<![a-z])(?:as (?:of|at)(?![a-z])|at (?=" + MonthNames.ANY + "))");

  private PeriodReader() {}

  private static Starts starts(String regex) {
    return new Starts(Pattern.compile(regex));
  }

  /** Year that stands in a label: {@code FY23}, {@code Q1 2026}, {@code 1Q26} or bare. */
  static Optional<Integer> labelYear(String folded) {
    Starts.Search search = LABEL_YEAR.in(folded);
    if (search.next(0) < 0) {
      return Optional.empty();
    }
    Matcher m = search.found();
    for (String g : List.of("y", "y2", "y3", "y4", "y5", "y6")) {
      if (m.group(g) != null) {
        int y = Integer.parseInt(m.group(g));
        return Optional.of(Dated.inFull(y));
      }
    }
    return Optional.empty();
  }

  private static Optional<MonthDay> rangeEnd(List<Lasting> lengths) {
    return lengths.stream().flatMap(l -> l.last().stream()).findFirst();
  }

  /** Whether a date is where a range of months ends: {@code 1 January - 30 June 2025}. */
  private static boolean ends(List<Lasting> lengths, Dated date) {
    return lengths.stream()
        .anyMatch(
            l ->
                l.last().isPresent()
                    && !l.beginsWith(date)
                    && date.from() < l.to()
                    && date.to() >= l.to());
  }

  /** All that {@code text} says of one period: the first length, the first date, the year. */
  static PeriodRef read(CharSequence text) {
    return read(Wording.of(text));
  }

  /** The same with what was found out of the text before. */
  static PeriodRef read(Wording text) {
    String folded = text.folded();
    List<Lasting> lengths = text.lengths();
    List<Dated> dates = text.dates();
    Optional<Lasting> length = lengths.stream().filter(l -> l.months() > 0).findFirst();
    Optional<Integer> quarter = lengths.stream().flatMap(l -> l.quarter().stream()).findFirst();
    // The end of a period counts before another day, as of a dateline.
    Optional<Dated> dated =
        dates.stream()
            .filter(d -> folded.startsWith("ended", Math.max(0, d.from() - "ended ".length())))
            .findFirst()
            .or(() -> dates.stream().filter(d -> ends(lengths, d)).findFirst())
            .or(() -> dates.stream().findFirst());
    Optional<LocalDate> end = dated.flatMap(Dated::date);
    Optional<Integer> year = end.isPresent() ? Optional.empty() : labelYear(folded);
    boolean asOf = length.isEmpty() && AS_OF.isIn(folded);
    return new PeriodRef(
        length.map(Lasting::months).orElse(0),
        length.flatMap(Lasting::weeks),
        quarter,
        year,
        end,
        end.isPresent() ? Optional.empty() : dated.map(Dated::monthDay).or(() -> rangeEnd(lengths)),
        asOf);
  }
}

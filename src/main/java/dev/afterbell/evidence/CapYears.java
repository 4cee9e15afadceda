package dev.afterbell.evidence;

import dev.afterbell.filing.Filing;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The years that ceilings are for: "the years ending December 31, 2026 and 2027", "2026". A bare
 * year ends on the day on which the document's other years end.
 */
final class CapYears {

  private static final Pattern YEAR_END =
      Pattern.compile(
          "(?i)\\byears?(?: of [a-z ]{1,20})? (?:ending|ended|to|commencing on or before) (?:on )?$");
  private static final Pattern MORE =
      Pattern.compile(
          "\\G(?:, and |,? and |, | & )(?:[A-Z][a-z]+ \\d{1,2}, )?(20\\d{2})\\b(?!,\\d)");
  private static final Pattern BARE =
      Pattern.compile(
          "(?i)\\b(?:for|in|of|during|(?:fiscal|financial|calendar)(?: year)?|FY) ?(20\\d{2})\\b(?! ?(?:million|billion))");
  private static final Pattern BARE_MORE =
      Pattern.compile("\\G(?:, and |,? and |, | & )(20\\d{2})\\b(?!,\\d)");

  private final Optional<MonthDay> yearEnd;

  private CapYears(Optional<MonthDay> yearEnd) {
    this.yearEnd = yearEnd;
  }

  static CapYears of(Filing filing) {
    String text = filing.canonicalText();
    for (WrittenDates.Found date : WrittenDates.scan(text)) {
      if (YEAR_END.matcher(text.substring(Math.max(0, date.from() - 60), date.from())).find()) {
        return new CapYears(Optional.of(MonthDay.from(date.date())));
      }
    }
    return new CapYears(Optional.empty());
  }

  /**
   * Years named together.
   *
   * @param ends last days, in order
   * @param from first character
   * @param to the character after the last
   */
  record Run(List<LocalDate> ends, int from, int to) {}

  /** Runs of years in a sentence. */
  List<Run> scan(String text) {
    List<Run> runs = new ArrayList<>();
    for (WrittenDates.Found date : WrittenDates.scan(text)) {
      boolean covered =
          runs.stream().anyMatch(r -> r.from() <= date.from() && date.from() < r.to());
      if (!covered && YEAR_END.matcher(text.substring(0, date.from())).find()) {
        runs.add(more(text, date.date(), date.from(), date.to(), MORE));
      }
    }
    if (runs.isEmpty() && yearEnd.isPresent()) {
      Matcher bare = BARE.matcher(text);
      int at = 0;
      while (bare.find(at)) {
        Run run =
            more(text, end(bare.group(1), yearEnd.get()), bare.start(), bare.end(), BARE_MORE);
        runs.add(run);
        at = run.to();
      }
    }
    return runs;
  }

  /** The year that a column or a row is for. */
  Optional<LocalDate> heading(String text) {
    List<WrittenDates.Found> dates = WrittenDates.scan(text);
    if (!dates.isEmpty()) {
      return Optional.of(dates.get(dates.size() - 1).date());
    }
    Matcher year = Pattern.compile("\\b(20\\d{2})\\b").matcher(text);
    return year.find() && yearEnd.isPresent()
        ? Optional.of(end(year.group(1), yearEnd.get()))
        : Optional.empty();
  }

  /** A year by its last day. */
  static FactPeriod period(LocalDate end) {
    return new FactPeriod(
        FactPeriod.Kind.FY, Optional.of(end.minusYears(1).plusDays(1)), Optional.of(end));
  }

  private static Run more(String text, LocalDate first, int from, int to, Pattern next) {
    List<LocalDate> ends = new ArrayList<>(List.of(first));
    Matcher m = next.matcher(text).region(to, text.length());
    int end = to;
    while (m.find()) {
      ends.add(end(m.group(1), MonthDay.from(first)));
      end = m.end();
    }
    return new Run(List.copyOf(ends), from, end);
  }

  private static LocalDate end(String year, MonthDay day) {
    return day.atYear(Integer.parseInt(year));
  }
}

package dev.afterbell.source.prices;

import dev.afterbell.source.prices.PriceFile.Reason;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a column of dates. How they are written is decided for the whole column: all ISO, or all
 * American. A column of slashed dates is American only if it cannot be day-first as well: some day
 * is above 12, or read day-first it would fall on weekends or run to and fro.
 */
final class PriceDates {

  private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ][0-9:.+Z-]+)?");
  private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2200, 1, 1);
  private static final String ADVICE = " Write dates as 2026-01-31 or 01/31/2026, all in one way.";

  private PriceDates() {}

  /**
   * One date as it stands in the file.
   *
   * @param row its row
   * @param text as written
   */
  record Written(CsvRows.Row row, String text) {}

  /** The dates, one for each that is written. */
  static List<LocalDate> read(List<Written> column) {
    if (column.stream().allMatch(w -> ISO.matcher(w.text()).matches())) {
      return column.stream().map(PriceDates::iso).toList();
    }
    Optional<Written> other =
        column.stream().filter(w -> !SLASHED.matcher(w.text()).matches()).findFirst();
    if (other.isPresent()) {
      throw bad(
          other.get(),
          "\""
              + shown(other.get().text())
              + "\" is no date, or not written as"
              + " the others are.");
    }
    return american(column);
  }

  private static List<LocalDate> american(List<Written> column) {
    Optional<List<LocalDate>> monthFirst = slashed(column, true);
    Optional<List<LocalDate>> dayFirst = slashed(column, false);
    if (monthFirst.isEmpty()) {
      Written first = column.get(0);
      throw bad(
          first,
          dayFirst.isPresent()
              ? "dates such as \"" + first.text() + "\" put the day first."
              : "the dates are neither all month first nor all day first, or are no dates.");
    }
    if (dayFirst.isPresent() && !dayFirst.equals(monthFirst) && daily(dayFirst.get())) {
      if (daily(monthFirst.get())) {
        throw bad(column.get(0), "nothing in the file tells the month from the day.");
      }
      throw bad(column.get(0), "read month first, the dates are not those of trading days.");
    }
    return monthFirst.get();
  }

  /** Whether these can be trading days in the order of a file. */
  private static boolean daily(List<LocalDate> dates) {
    boolean weekdays =
        dates.stream()
            .allMatch(
                d ->
                    d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY);
    return weekdays && (sorted(dates, 1) || sorted(dates, -1));
  }

  private static boolean sorted(List<LocalDate> dates, int sign) {
    for (int i = 1; i < dates.size(); i++) {
      if (Integer.signum(dates.get(i).compareTo(dates.get(i - 1))) != sign) {
        return false;
      }
    }
    return true;
  }

  private static Optional<List<LocalDate>> slashed(List<Written> column, boolean monthFirst) {
    List<LocalDate> dates = new ArrayList<>(column.size());
    for (Written written : column) {
      Matcher m = SLASHED.matcher(written.text());
      if (!m.matches()) {
        return Optional.empty();
      }
      int month = Integer.parseInt(m.group(monthFirst ? 1 : 2));
      int day = Integer.parseInt(m.group(monthFirst ? 2 : 1));
      try {
        dates.add(inRange(written, LocalDate.of(Integer.parseInt(m.group(3)), month, day)));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    return Optional.of(dates);
  }

  private static LocalDate iso(Written written) {
    Matcher m = ISO.matcher(written.text());
    try {
      if (m.matches()) {
        return inRange(written, LocalDate.parse(m.group(1)));
      }
    } catch (DateTimeException e) {
      throw bad(written, "there is no day " + shown(written.text()) + ".");
    }
    throw bad(written, "\"" + shown(written.text()) + "\" is no date.");
  }

  private static LocalDate inRange(Written written, LocalDate date) {
    if (date.isBefore(FIRST) || !date.isBefore(LAST)) {
      throw bad(written, "no prices are known of the year " + date.getYear() + ".");
    }
    return date;
  }

  private static PriceFault bad(Written written, String problem) {
    return PriceFault.at(written.row(), Reason.BAD_DATE, problem + ADVICE);
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}

package dev.afterbell.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The departures in one venue's calendar as read from its table: weekdays that are not a full
 * session. The table is {@code calendar/<MIC>.csv}: a head line with venue, version and coverage, a
 * column line, then one line a day in order.
 *
 * @param venue whose table it is
 * @param version names this state of the table; stored with everything computed from it
 * @param from first day covered, inclusive
 * @param to last day covered, inclusive
 * @param provisionalFrom first day from which the venue has not confirmed the table, if any
 * @param days the days that are closed or close early, by date
 */
record CalendarTable(
    Venue venue,
    String version,
    LocalDate from,
    LocalDate to,
    Optional<LocalDate> provisionalFrom,
    NavigableMap<LocalDate, Departure> days) {

  private static final Pattern HEAD =
      Pattern.compile(
          "# calendar venue=(\\w+) version=(\\S+) from=(\\S+) to=(\\S+) provisional-from=(\\S+)");
  private static final String COLUMNS = "date,state,close,name,source,standing";

  /** Standing of a day that was announced after the venue had published that year's calendar. */
  private static final String UNSCHEDULED = "unscheduled";

  CalendarTable {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("A calendar ends after it begins: " + from + ", " + to);
    }
    days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
  }

  /**
   * What a listed day is.
   *
   * @param name the holiday or event that causes it
   * @param close local time at which the session ends early; absent if there is no session at all
   * @param source who says so
   * @param unscheduled whether it was announced after the venue had published that year's calendar
   */
  record Departure(String name, Optional<LocalTime> close, String source, boolean unscheduled) {}

  /**
   * Reads and checks a table.
   *
   * @param lines the lines of the file, in order
   * @throws IllegalArgumentException naming the line and what is wrong with it: an unknown head,
   *     state or standing, a day out of order, repeated, outside the coverage or on a weekend, a
   *     close that is missing, not wanted or not early, an empty name or source
   */
  static CalendarTable parse(Venue venue, List<String> lines) {
    if (lines.size() < 2 || !lines.get(1).equals(COLUMNS)) {
      throw new IllegalArgumentException(
          "calendar/" + venue + ".csv: the second line must be " + COLUMNS);
    }
    Matcher head = HEAD.matcher(lines.get(0));
    if (!head.matches() || !head.group(1).equals(venue.mic())) {
      throw bad(venue, 1, "the head must match \"" + HEAD + "\" for " + venue);
    }
    CalendarTable table =
        new CalendarTable(
            venue,
            head.group(2),
            date(venue, 1, head.group(3)),
            date(venue, 1, head.group(4)),
            head.group(5).equals("none")
                ? Optional.empty()
                : Optional.of(date(venue, 1, head.group(5))),
            new TreeMap<>());
    TreeMap<LocalDate, Departure> days = new TreeMap<>();
    for (int i = 2; i < lines.size(); i++) {
      table.read(i + 1, lines.get(i).split(",", -1), days);
    }
    return new CalendarTable(
        venue, table.version, table.from, table.to, table.provisionalFrom, days);
  }

  private void read(int line, String[] fields, NavigableMap<LocalDate, Departure> days) {
    if (fields.length != 6) {
      throw bad(venue, line, "six fields, found " + fields.length);
    }
    LocalDate day = date(venue, line, fields[0]);
    if (!days.isEmpty() && !day.isAfter(days.lastKey())) {
      throw bad(venue, line, day + " is repeated or out of order");
    }
    if (day.isBefore(from) || day.isAfter(to)) {
      throw bad(venue, line, day + " is outside " + from + " to " + to);
    }
    if (isWeekend(day)) {
      throw bad(venue, line, day + " is a weekend, closed anyway");
    }
    if (fields[3].isBlank() || fields[4].isBlank()) {
      throw bad(venue, line, "a day has a name and a source");
    }
    String standing = isProvisional(day) ? "provisional" : "firm";
    boolean unscheduled = fields[5].equals(UNSCHEDULED);
    if (!fields[5].equals(standing) && (!unscheduled || isProvisional(day))) {
      throw bad(venue, line, day + " is " + standing + " by the head line, not " + fields[5]);
    }
    try {
      days.put(
          day,
          new Departure(fields[3], close(venue, fields[1], fields[2]), fields[4], unscheduled));
    } catch (IllegalArgumentException e) {
      throw bad(venue, line, String.valueOf(e.getMessage()));
    }
  }

  /** A table in which every weekday without trade is closed, from the first day to the last. */
  static CalendarTable observed(Venue venue, Collection<LocalDate> traded) {
    TreeSet<LocalDate> open = new TreeSet<>(traded);
    open.removeIf(CalendarTable::isWeekend);
    if (open.isEmpty()) {
      throw new IllegalArgumentException("A calendar has at least one session: " + venue);
    }
    TreeMap<LocalDate, Departure> closed = new TreeMap<>();
    for (LocalDate day = open.first(); day.isBefore(open.last()); day = day.plusDays(1)) {
      if (!isWeekend(day) && !open.contains(day)) {
        closed.put(day, new Departure("no trade", Optional.empty(), "prices", false));
      }
    }
    return new CalendarTable(
        venue,
        venue + "-observed-" + CalendarOverrides.digest(open.toString()),
        open.first(),
        open.last(),
        Optional.empty(),
        closed);
  }

  /**
   * When a day that is not a full session closes; absent if it has none.
   *
   * @throws IllegalArgumentException if state and close are not those of such a day
   */
  static Optional<LocalTime> close(Venue venue, String state, String text) {
    switch (state) {
      case "CLOSED":
        if (!text.isEmpty()) {
          throw new IllegalArgumentException("a closed day has no close");
        }
        return Optional.empty();
      case "EARLY":
        LocalTime close = time(text);
        if (!close.isAfter(venue.regularOpen()) || !close.isBefore(venue.regularClose())) {
          throw new IllegalArgumentException(close + " is not within the regular session");
        }
        return Optional.of(close);
      default:
        throw new IllegalArgumentException("a day is CLOSED or EARLY, not " + state);
    }
  }

  /** The same table with these days over its own, under a version that names them. */
  CalendarTable with(String overrides, Map<LocalDate, Departure> changes) {
    TreeMap<LocalDate, Departure> changed = new TreeMap<>(days);
    changed.putAll(changes);
    return new CalendarTable(venue, version + "+" + overrides, from, to, provisionalFrom, changed);
  }

  /** When the session of a day ends; absent if there is none. */
  Optional<LocalTime> close(LocalDate day) {
    Departure departure = days.get(day);
    if (departure != null) {
      return departure.close();
    }
    return isWeekend(day) ? Optional.empty() : Optional.of(venue.regularClose());
  }

  boolean isProvisional(LocalDate day) {
    return provisionalFrom.isPresent() && !day.isBefore(provisionalFrom.get());
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "an early day has a close as HH:mm, not \"" + text + "\"", e);
    }
  }

  private static LocalDate date(Venue venue, int line, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw bad(venue, line, "a date is yyyy-MM-dd, not \"" + text + "\"");
    }
  }

  private static IllegalArgumentException bad(Venue venue, int line, String what) {
    return new IllegalArgumentException("calendar/" + venue + ".csv, line " + line + ": " + what);
  }
}

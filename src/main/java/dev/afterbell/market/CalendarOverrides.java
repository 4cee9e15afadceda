package dev.afterbell.market;

import dev.afterbell.market.CalendarTable.Departure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Closures and half days that a venue announced after the tables of this build were made: the
 * operator's word, checked against those tables. One row a day, {@code
 * venue,date,CLOSED|EARLY,close,source}, for example {@code XNYS,2025-01-09,CLOSED,,NYSE notice of
 * 2024-12-30}. Rows are parted by line ends or semicolons, so that they fit into a setting;
 * everything after the fourth comma is the source. Empty rows, rows that begin with {@code #} and
 * the head row {@code venue,date,state,close,source} are passed over.
 *
 * <p>Immutable; the order of rows does not matter.
 */
public final class CalendarOverrides {

  private static final String HEAD = "venue,date,state,close,source";
  private static final int DIGEST_DIGITS = 12;

  /** More rows than that are a new table, not a late announcement. */
  private static final int ROWS_MAX = 200;

  private final Map<Venue, SortedMap<LocalDate, Departure>> days;

  private CalendarOverrides(Map<Venue, SortedMap<LocalDate, Departure>> days) {
    this.days = days;
  }

  /**
   * Reads and checks rows.
   *
   * @throws IllegalArgumentException naming the line, counted from 1, and what is wrong with it:
   *     not five fields, an unknown venue, no date, a day beyond the venue's table, a weekend, a
   *     day that is closed or that early anyway, a repeated day, a close that is missing, not
   *     wanted or not within the session, no source
   */
  public static CalendarOverrides parse(String text) {
    Map<Venue, SortedMap<LocalDate, Departure>> days = new EnumMap<>(Venue.class);
    String[] rows = withoutMark(text).split("\\R|;", -1);
    for (int i = 0; i < rows.length; i++) {
      String row = rows[i].strip();
      if (row.isEmpty() || row.startsWith("#") || row.equals(HEAD)) {
        continue;
      }
      if (i >= ROWS_MAX) {
        throw bad(i, "more than " + ROWS_MAX + " rows");
      }
      try {
        read(row.split(",", 5), days);
      } catch (IllegalArgumentException e) {
        throw bad(i, String.valueOf(e.getMessage()));
      }
    }
    return new CalendarOverrides(days);
  }

  private static void read(String[] fields, Map<Venue, SortedMap<LocalDate, Departure>> days) {
    if (fields.length != 5) {
      throw new IllegalArgumentException("a row is " + HEAD);
    }
    Venue venue = Venue.parse(fields[0].strip());
    LocalDate day = date(fields[1].strip());
    Optional<LocalTime> close = CalendarTable.close(venue, fields[2].strip(), fields[3].strip());
    String source = fields[4].strip();
    if (source.isEmpty()) {
      throw new IllegalArgumentException("a row names its source");
    }
    requireChange(venue, day, close);
    Departure before =
        days.computeIfAbsent(venue, v -> new TreeMap<>())
            .putIfAbsent(day, new Departure("Announced late", close, source, true));
    if (before != null) {
      throw new IllegalArgumentException(venue + " " + day + " is repeated");
    }
  }

  private static void requireChange(Venue venue, LocalDate day, Optional<LocalTime> close) {
    SessionCalendar shipped = SessionCalendar.of(venue);
    if (!shipped.covers(day)) {
      throw new IllegalArgumentException(
          day
              + " is outside "
              + shipped.from()
              + " to "
              + shipped.to()
              + ", the table of "
              + venue);
    }
    if (CalendarTable.isWeekend(day)) {
      throw new IllegalArgumentException(day + " is a weekend, closed anyway");
    }
    Optional<LocalTime> regular = shipped.close(day);
    if (regular.isEmpty()) {
      throw new IllegalArgumentException(venue + " is closed on " + day + " anyway");
    }
    if (close.isPresent() && !close.get().isBefore(regular.get())) {
      throw new IllegalArgumentException(
          venue + " closes at " + regular.get() + " on " + day + " anyway");
    }
  }

  /** Spreadsheets begin a file with a byte-order mark. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a date is yyyy-MM-dd, not \"" + text + "\"", e);
    }
  }

  /** The days of a venue. */
  Map<LocalDate, Departure> of(Venue venue) {
    return days.getOrDefault(venue, new TreeMap<>());
  }

  /** Names the days of a venue in its calendar's version: 12 hexadecimal digits of SHA-256. */
  String digest(Venue venue) {
    String rows =
        of(venue).entrySet().stream()
            .map(
                day ->
                    day.getKey()
                        + ","
                        + day.getValue().close().map(LocalTime::toString).orElse("")
                        + ","
                        + day.getValue().source())
            .collect(Collectors.joining("\n"));
    return digest(rows);
  }

  /** What names the days of a text in a calendar's version. */
  static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGEST_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static IllegalArgumentException bad(int index, String what) {
    return new IllegalArgumentException("Calendar overrides, line " + (index + 1) + ": " + what);
  }
}

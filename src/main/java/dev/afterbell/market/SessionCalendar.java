package dev.afterbell.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The trading sessions of one venue, from a reviewed table of closures and early closes. It answers
 * only for the days that the table covers and throws {@link CalendarExhausted} for any other.
 *
 * <p>Immutable. Dates are local to the venue.
 */
public final class SessionCalendar {

  private static final Map<Venue, SessionCalendar> SHIPPED = loadAll();

  private final CalendarTable table;
  private final List<Session> sessions;
  private final List<LocalDate> dates;

  private SessionCalendar(CalendarTable table) {
    this.table = table;
    List<Session> all = new ArrayList<>();
    for (LocalDate day = table.from(); !day.isAfter(table.to()); day = day.plusDays(1)) {
      sessionOn(table, day).ifPresent(all::add);
    }
    this.sessions = List.copyOf(all);
    this.dates = sessions.stream().map(Session::date).toList();
  }

  /** The calendar that ships with this build for {@code venue}. */
  public static SessionCalendar of(Venue venue) {
    SessionCalendar calendar = SHIPPED.get(venue);
    if (calendar == null) {
      throw new IllegalStateException("No calendar ships for " + venue);
    }
    return calendar;
  }

  /**
   * Reads a calendar from the lines of a table.
   *
   * @throws IllegalArgumentException naming the line that is wrong and why
   */
  static SessionCalendar parse(Venue venue, List<String> lines) {
    return new SessionCalendar(CalendarTable.parse(venue, lines));
  }

  /** The venue whose sessions these are. */
  public Venue venue() {
    return table.venue();
  }

  /** Names the state of the table; anything computed from this calendar is stored with it. */
  public String version() {
    return table.version();
  }

  /** First day covered, inclusive. */
  public LocalDate from() {
    return table.from();
  }

  /** Last day covered, inclusive. */
  public LocalDate to() {
    return table.to();
  }

  /** Whether the table says what {@code date} is. */
  public boolean covers(LocalDate date) {
    return !date.isBefore(from()) && !date.isAfter(to());
  }

  /**
   * Whether {@code date} lies in a part of the table that follows from public rules but that the
   * venue has not announced yet.
   */
  public boolean isProvisional(LocalDate date) {
    return table.isProvisional(date);
  }

  /**
   * Whether the venue trades on {@code date}.
   *
   * @throws CalendarExhausted if the table does not cover {@code date}
   */
  public boolean isSession(LocalDate date) {
    return session(date).isPresent();
  }

  /**
   * The session of {@code date}, or empty if the venue is closed that day.
   *
   * @throws CalendarExhausted if the table does not cover {@code date}
   */
  public Optional<Session> session(LocalDate date) {
    require(date);
    int at = Collections.binarySearch(dates, date);
    return at < 0 ? Optional.empty() : Optional.of(sessions.get(at));
  }

  /**
   * The first session strictly after {@code date}.
   *
   * @throws CalendarExhausted if the table does not cover {@code date} or no session follows in it
   */
  public Session next(LocalDate date) {
    require(date);
    return at(countThrough(date));
  }

  /**
   * The first session on or after {@code date}.
   *
   * @throws CalendarExhausted if the table does not cover {@code date} or no session follows in it
   */
  public Session onOrAfter(LocalDate date) {
    return session(date).orElseGet(() -> next(date));
  }

  /**
   * The first session whose close is after {@code instant}: the first at whose close the market can
   * have answered what became public at {@code instant}. Something published at the very moment of
   * a close belongs to the next session.
   *
   * @throws CalendarExhausted if the table does not cover the local date of {@code instant} or ends
   *     before such a session
   */
  public Session firstClosingAfter(Instant instant) {
    Session candidate = onOrAfter(instant.atZone(venue().zone()).toLocalDate());
    return candidate.close().isAfter(instant) ? candidate : next(candidate.date());
  }

  /**
   * The session {@code n} sessions after {@code session}, or before it if {@code n} is negative.
   *
   * @throws IllegalArgumentException if {@code session} is not a session of this calendar
   * @throws CalendarExhausted if the table ends before that session
   */
  public Session plus(Session session, int n) {
    int at = Collections.binarySearch(dates, session.date());
    if (at < 0 || !sessions.get(at).equals(session)) {
      throw new IllegalArgumentException("Not a session of calendar " + version() + ": " + session);
    }
    return at((long) at + n);
  }

  /**
   * How many sessions fall strictly after {@code from} and up to and including {@code to}.
   *
   * @throws IllegalArgumentException if {@code to} is before {@code from}
   * @throws CalendarExhausted if the table does not cover both
   */
  public int sessionsBetween(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("Sessions are counted forwards: " + from + ", " + to);
    }
    require(from);
    require(to);
    return countThrough(to) - countThrough(from);
  }

  /**
   * The sessions from {@code from} to {@code to}, both inclusive, in order.
   *
   * @throws IllegalArgumentException if {@code to} is before {@code from}
   * @throws CalendarExhausted if the table does not cover both
   */
  public List<Session> sessions(LocalDate from, LocalDate to) {
    int count = sessionsBetween(from, to);
    int end = countThrough(to);
    int start = end - count - (isSession(from) ? 1 : 0);
    return sessions.subList(start, end);
  }

  /** Equal calendars are of one venue and have the same version and sessions. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SessionCalendar calendar && table.equals(calendar.table);
  }

  @Override
  public int hashCode() {
    return table.hashCode();
  }

  @Override
  public String toString() {
    return version() + " " + from() + ".." + to();
  }

  /** How many sessions of the table fall on or before {@code date}. */
  private int countThrough(LocalDate date) {
    int at = Collections.binarySearch(dates, date);
    return at < 0 ? -at - 1 : at + 1;
  }

  private Session at(long index) {
    if (index < 0 || index >= sessions.size()) {
      throw exhausted(index < 0 ? from().minusDays(1) : to().plusDays(1));
    }
    return sessions.get((int) index);
  }

  private void require(LocalDate date) {
    if (!covers(date)) {
      throw exhausted(date);
    }
  }

  private CalendarExhausted exhausted(LocalDate date) {
    return new CalendarExhausted(venue(), date, from(), to());
  }

  private static Optional<Session> sessionOn(CalendarTable table, LocalDate day) {
    Venue venue = table.venue();
    CalendarTable.Departure departure = table.days().get(day);
    if (CalendarTable.isWeekend(day) || departure instanceof CalendarTable.Closed) {
      return Optional.empty();
    }
    LocalTime close =
        departure instanceof CalendarTable.Early early ? early.close() : venue.regularClose();
    return Optional.of(
        new Session(
            venue,
            day,
            day.atTime(venue.regularOpen()).atZone(venue.zone()).toInstant(),
            day.atTime(close).atZone(venue.zone()).toInstant(),
            departure != null));
  }

  private static Map<Venue, SessionCalendar> loadAll() {
    Map<Venue, SessionCalendar> calendars = new EnumMap<>(Venue.class);
    for (Venue venue : Venue.values()) {
      calendars.put(venue, load(venue));
    }
    return calendars;
  }

  private static SessionCalendar load(Venue venue) {
    String name = "calendar/" + venue + ".csv";
    try (InputStream in = SessionCalendar.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("This build lacks its own " + name);
      }
      return parse(
          venue,
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}

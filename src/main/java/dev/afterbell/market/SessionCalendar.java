package dev.afterbell.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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

  /** The calendar that ships with this build for {@code venue}, without late announcements. */
  public static SessionCalendar of(Venue venue) {
    return Calendars.SHIPPED.of(venue);
  }

  /**
   * Reads a calendar from the lines of a table.
   *
   * @throws IllegalArgumentException naming the line that is wrong and why
   */
  static SessionCalendar parse(Venue venue, List<String> lines) {
    return new SessionCalendar(CalendarTable.parse(venue, lines));
  }

  /**
   * A calendar read off the days on which something traded at {@code venue}, for years that no
   * table covers: every such day is a full regular session, every other day from the first to the
   * last is none. Its version is the venue, {@code -observed-} and a digest of the days.
   *
   * @param traded the days, in any order; days of a weekend are passed over
   * @throws IllegalArgumentException if there is no weekday among them
   */
  public static SessionCalendar observed(Venue venue, Collection<LocalDate> traded) {
    return new SessionCalendar(CalendarTable.observed(venue, traded));
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
   * A day that the venue shortened or called off after it had published that year's calendar.
   *
   * @param date local to the venue
   * @param close local time at which the session ended; absent if there was none
   * @param source who announced it
   */
  public record Unscheduled(LocalDate date, Optional<LocalTime> close, String source) {}

  /** The days announced late from {@code from} to {@code to}, both inclusive, in order. */
  public List<Unscheduled> unscheduled(LocalDate from, LocalDate to) {
    return table.days().subMap(from, true, to, true).entrySet().stream()
        .filter(day -> day.getValue().unscheduled())
        .map(day -> new Unscheduled(day.getKey(), day.getValue().close(), day.getValue().source()))
        .toList();
  }

  /** This calendar with the days of a file of late announcements, if any is of this venue. */
  SessionCalendar with(CalendarOverrides overrides) {
    Map<LocalDate, CalendarTable.Departure> days = overrides.of(venue());
    return days.isEmpty() ? this : new SessionCalendar(table.with(overrides.digest(venue()), days));
  }

  /** When the session of a day ends, local time; absent if there is none. */
  Optional<LocalTime> close(LocalDate date) {
    require(date);
    return table.close(date);
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

  /** Whether the table has a session before that one. */
  public boolean reachesBack(Session session) {
    return countThrough(session.date()) > 1;
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
    return table
        .close(day)
        .map(
            close ->
                new Session(
                    venue,
                    day,
                    day.atTime(venue.regularOpen()).atZone(venue.zone()).toInstant(),
                    day.atTime(close).atZone(venue.zone()).toInstant(),
                    close.isBefore(venue.regularClose())));
  }
}

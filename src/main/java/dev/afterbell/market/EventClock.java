package dev.afterbell.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The days of an earnings event, counted in sessions of its venue. T0 is the first regular session
 * whose close is after the release; T+k is the k-th session after it (docs/method.md §5).
 *
 * @param calendar the sessions counted
 * @param release when the results became public, the earlier of wire time and EDGAR acceptance
 * @param t0 first session whose close is after {@code release}
 * @param t1 the session after {@code t0}
 * @param t2 the session after {@code t1}
 * @param t3 the session after {@code t2}
 */
public record EventClock(
    SessionCalendar calendar, Instant release, Session t0, Session t1, Session t2, Session t3) {

  /** The time zone in which the refresh of every event is scheduled. */
  public static final ZoneId REFRESH_ZONE = ZoneId.of("America/New_York");

  /** Price feeds have the day's close by 17:30 New York time and its corrections by 20:00. */
  private static final LocalTime REFRESH_TIME = LocalTime.of(20, 30);

  /**
   * @throws IllegalArgumentException unless the sessions are those that {@link #of} finds
   */
  public EventClock {
    if (!calendar.firstClosingAfter(release).equals(t0)
        || !calendar.plus(t0, 1).equals(t1)
        || !calendar.plus(t0, 2).equals(t2)
        || !calendar.plus(t0, 3).equals(t3)) {
      throw new IllegalArgumentException(
          "T0 is the first session to close after the release and T+1 to T+3 follow it: "
              + release
              + ", "
              + t0);
    }
  }

  /**
   * The clock of an event released at {@code release}.
   *
   * @throws CalendarExhausted if the calendar does not reach from the release to T+3
   */
  public static EventClock of(SessionCalendar calendar, Instant release) {
    Session t0 = calendar.firstClosingAfter(release);
    return new EventClock(
        calendar, release, t0, calendar.plus(t0, 1), calendar.plus(t0, 2), calendar.plus(t0, 3));
  }

  /** The venue whose sessions are counted. */
  public Venue venue() {
    return calendar.venue();
  }

  /** Whether the venue has not confirmed yet the calendar in which these days are counted. */
  public boolean provisional() {
    return calendar.isProvisional(t3.date());
  }

  /** Days from the release to T+3 that the venue shortened or called off late, in order. */
  public List<SessionCalendar.Unscheduled> unscheduled() {
    LocalDate released = release.atZone(venue().zone()).toLocalDate();
    return calendar.unscheduled(released, t3.date());
  }

  /** When the T+3 refresh is due: 20:30 New York time on the date of T+3, on every venue. */
  public Instant due() {
    return t3.date().atTime(REFRESH_TIME).atZone(REFRESH_ZONE).toInstant();
  }

  /** The date of {@link #due()} in New York, which is the date of T+3. */
  public LocalDate dueDate() {
    return t3.date();
  }

  /**
   * The session T+n, or T−|n| if {@code n} is negative.
   *
   * @throws CalendarExhausted if the calendar ends before that session
   */
  public Session plus(int n) {
    return calendar.plus(t0, n);
  }
}

package dev.afterbell.market;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Ages in trading sessions, in which the freshness of evidence is counted: a weekend does not make
 * a release older.
 *
 * @param calendar the sessions counted
 */
public record SessionClock(SessionCalendar calendar) {

  /**
   * The session to which something published at {@code published} belongs: the first to close after
   * it.
   *
   * @throws CalendarExhausted if the calendar does not cover it
   */
  public Session sessionOf(Instant published) {
    return calendar.firstClosingAfter(published);
  }

  /**
   * How many sessions after the session of {@code published} fall on or before the venue's date at
   * {@code asOf}; 0 if that session is still to come. A session counts from the start of its date.
   *
   * @throws IllegalArgumentException if {@code published} is after {@code asOf}: such evidence must
   *     not be used at all
   * @throws CalendarExhausted if the calendar does not cover both
   */
  public int age(Instant published, Instant asOf) {
    if (published.isAfter(asOf)) {
      throw new IllegalArgumentException(
          "Evidence of " + published + " does not exist yet at " + asOf);
    }
    return since(sessionOf(published), asOf.atZone(calendar.venue().zone()).toLocalDate());
  }

  /**
   * The same for something whose day of publication is known but not its time: it belongs to the
   * session of that day or, if there is none, the next.
   *
   * @throws IllegalArgumentException if {@code published} is after {@code asOf}
   * @throws CalendarExhausted if the calendar does not cover both
   */
  public int age(LocalDate published, LocalDate asOf) {
    if (published.isAfter(asOf)) {
      throw new IllegalArgumentException(
          "Evidence of " + published + " does not exist yet on " + asOf);
    }
    return since(calendar.onOrAfter(published), asOf);
  }

  private int since(Session session, LocalDate asOf) {
    return asOf.isBefore(session.date()) ? 0 : calendar.sessionsBetween(session.date(), asOf);
  }
}

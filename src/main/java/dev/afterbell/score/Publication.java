package dev.afterbell.score;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.SessionClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When an item became public, and how many sessions ago that was. */
final class Publication {

  private Publication() {}

  /**
   * The stated instant; without one, the last moment of the item's date, so that nothing is used
   * before it can have been public.
   */
  static Instant of(Evidence evidence, ZoneId zone) {
    return evidence
        .extraction()
        .document()
        .published()
        .orElseGet(
            () -> evidence.id().date().plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1));
  }

  /**
   * Sessions from publication to {@code asOf}. What is older than the calendar counts from its
   * first day, which leaves it no freshness to speak of.
   */
  static int age(Evidence evidence, Instant published, ScoreInput input) {
    SessionCalendar calendar = input.calendar();
    ZoneId zone = calendar.venue().zone();
    LocalDate today = input.asOf().atZone(zone).toLocalDate();
    LocalDate date = published.atZone(zone).toLocalDate();
    if (date.isBefore(calendar.from())) {
      return calendar.sessionsBetween(calendar.from(), today);
    }
    SessionClock clock = new SessionClock(calendar);
    return evidence.extraction().document().published().isPresent()
        ? clock.age(published, input.asOf())
        : clock.age(date, today);
  }
}

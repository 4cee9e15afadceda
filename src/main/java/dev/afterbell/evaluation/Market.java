package dev.afterbell.evaluation;

import dev.afterbell.market.EventClock;
import dev.afterbell.market.MarketModel;
import dev.afterbell.market.PriceSeries;
import dev.afterbell.market.Session;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A venue as it was known at the moment of the evaluation.
 *
 * @param venue the venue
 * @param symbol of the benchmark
 * @param benchmark its closes up to {@code known}, at least one
 * @param known last day whose regular close had passed
 * @param table the reviewed calendar
 * @param observed the days on which the benchmark has a close
 */
record Market(
    Venue venue,
    String symbol,
    PriceSeries benchmark,
    LocalDate known,
    SessionCalendar table,
    SessionCalendar observed) {

  /**
   * An event's sessions.
   *
   * @param clock counted from the open of T0, as a card does not say when the release came
   * @param sessions where they are counted
   */
  record Sessions(EventClock clock, Outcome.Sessions sessions) {}

  /** The last day whose regular close at a venue is not after {@code asOf}. */
  static LocalDate known(Venue venue, Instant asOf) {
    LocalDate date = asOf.atZone(venue.zone()).toLocalDate();
    return close(venue, date).isAfter(asOf) ? date.minusDays(1) : date;
  }

  /** The regular close of a day. */
  static Instant close(Venue venue, LocalDate date) {
    return date.atTime(venue.regularClose()).atZone(venue.zone()).toInstant();
  }

  /**
   * The sessions of a card's event: in the table if it reaches back to the first session of the
   * market model, else on the benchmark's days.
   *
   * @return empty if the day of T+3 is no session there, or has no three sessions before it
   */
  Optional<Sessions> sessions(Forecast forecast) {
    LocalDate t3 = forecast.t3().atZone(venue.zone()).toLocalDate();
    Optional<Session> planned = session(table, t3);
    if (planned.isPresent() && before(table, t3) > 4 - MarketModel.ESTIMATION_FIRST) {
      return Optional.of(counted(table, planned.get(), Outcome.Sessions.CALENDAR));
    }
    return session(observed, t3)
        .filter(s -> before(observed, t3) > 4)
        .filter(s -> observed.sessionsBetween(t3, observed.to()) > 0)
        .map(s -> counted(observed, s, Outcome.Sessions.BENCHMARK_DAYS));
  }

  /** Why a card's event has no sessions. */
  Exclusion without(Forecast forecast) {
    LocalDate t3 = forecast.t3().atZone(venue.zone()).toLocalDate();
    if (!observed.to().isAfter(t3)) {
      return Exclusion.PENDING;
    }
    boolean early = !observed.covers(t3) || before(observed, t3) <= 4;
    return early ? Exclusion.SHORT_HISTORY : Exclusion.NO_SESSION;
  }

  private static Sessions counted(SessionCalendar calendar, Session t3, Outcome.Sessions where) {
    Session t0 = calendar.plus(t3, -3);
    return new Sessions(EventClock.of(calendar, t0.open()), where);
  }

  private static Optional<Session> session(SessionCalendar calendar, LocalDate date) {
    return calendar.covers(date) ? calendar.session(date) : Optional.empty();
  }

  private static int before(SessionCalendar calendar, LocalDate date) {
    return calendar.sessionsBetween(calendar.from(), date);
  }
}

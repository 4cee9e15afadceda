package dev.afterbell.evaluation;

import dev.afterbell.market.CalendarExhausted;
import dev.afterbell.market.EventClock;
import dev.afterbell.market.MarketModel;
import dev.afterbell.market.PriceSeries;
import dev.afterbell.market.Reaction;
import dev.afterbell.market.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Measures what came after a card: {@code y = Σ AR_t / (σ_AR·√60)} over sessions 4 to 63 after T0,
 * with the market model that {@link MarketModel} fits on sessions −120 to −11 (docs/method.md §2).
 */
final class OutcomeReader {

  private static final int SESSIONS = Outcome.LAST - Outcome.FIRST + 1;

  private OutcomeReader() {}

  /** Ends the reading of one card. */
  static final class LeftOut extends Exception {

    private static final long serialVersionUID = 1L;

    private final Exclusion reason;
    private final String detail;

    LeftOut(Exclusion reason, String detail) {
      super(detail);
      this.reason = reason;
      this.detail = detail;
    }

    Excluded of(Forecast forecast) {
      return Excluded.of(reason, forecast, detail);
    }
  }

  /**
   * The sessions of the event of a card that was made in time: when T+3 had closed, and not after
   * the open of session 4.
   */
  static Market.Sessions inTime(Forecast forecast, Market market) throws LeftOut {
    if (forecast.asOf().isBefore(forecast.t3())) {
      throw new LeftOut(Exclusion.TOO_EARLY, "T+3 closed at " + forecast.t3());
    }
    Market.Sessions sessions =
        market
            .sessions(forecast)
            .orElseThrow(
                () ->
                    new LeftOut(
                        market.without(forecast),
                        market.symbol()
                            + " has closes from "
                            + market.observed().from()
                            + " to "
                            + market.observed().to()));
    Session fourth = session(sessions.clock(), Outcome.FIRST);
    // At its very open nothing of it has traded yet; Hong Kong's refresh in winter is due then.
    if (forecast.asOf().isAfter(fourth.open())) {
      throw new LeftOut(Exclusion.TOO_LATE, "session 4 opened at " + fourth.open());
    }
    return sessions;
  }

  /**
   * The outcome.
   *
   * @param stock closes of the share, none of them after {@code market.known()}
   */
  static Outcome outcome(PriceSeries stock, Market market, Market.Sessions sessions)
      throws LeftOut {
    EventClock clock = sessions.clock();
    Session last = session(clock, Outcome.LAST);
    if (last.date().isAfter(market.known())) {
      throw new LeftOut(Exclusion.PENDING, "session 63 is " + last.date());
    }
    LocalDate end = stock.closes().lastKey();
    if (end.isBefore(last.date())) {
      throw new LeftOut(Exclusion.PRICES_END, "prices end " + end + ", session 63 " + last.date());
    }
    Reaction reaction = MarketModel.reaction(stock, market.benchmark(), clock, Outcome.LAST);
    if (reaction instanceof Reaction.Incomplete incomplete) {
      throw new LeftOut(
          Exclusion.GAP,
          "share " + gaps(incomplete.stock()) + ", benchmark " + gaps(incomplete.benchmark()));
    }
    Reaction.Measured measured = (Reaction.Measured) reaction;
    return new Outcome(
        y(measured),
        clock.t0().date(),
        last.close(),
        sessions.sessions(),
        measured.expectation().model());
  }

  private static double y(Reaction.Measured measured) throws LeftOut {
    OptionalDouble sigma = measured.expectation().sigma();
    if (sigma.isEmpty()) {
      throw new LeftOut(
          Exclusion.SHORT_HISTORY, measured.expectation().observations() + " returns");
    }
    double sum = 0;
    for (Reaction.Day day : measured.days().subList(Outcome.FIRST, Outcome.LAST + 1)) {
      sum += day.abnormal();
    }
    double y = sum / (sigma.getAsDouble() * StrictMath.sqrt(SESSIONS));
    if (!Double.isFinite(y)) {
      throw new LeftOut(Exclusion.FLAT, "sigma " + sigma.getAsDouble());
    }
    return y;
  }

  /** A session that the calendar may not reach: on observed days, one that has not come yet. */
  private static Session session(EventClock clock, int n) throws LeftOut {
    try {
      return clock.plus(n);
    } catch (CalendarExhausted e) {
      throw new LeftOut(Exclusion.PENDING, "session " + n + " is after " + clock.calendar().to());
    }
  }

  private static String gaps(List<LocalDate> missing) {
    return missing.isEmpty() ? "complete" : "lacks " + missing.size() + " from " + missing.get(0);
  }
}

package dev.afterbell.evaluation;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Sha256;
import dev.afterbell.market.Reaction;
import dev.afterbell.market.Venue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Invented events with known forecasts and outcomes. */
final class Events {

  static final LocalDate FIRST = LocalDate.of(2010, 1, 4);
  static final Probabilities CASE_FOUR = new Probabilities(0.2708, 0.3292, 0.4000);

  private Events() {}

  static ScoredEvent event(int number, LocalDate t0, Probabilities forecast, double y) {
    return event(number, t0, forecast, 0, 0.5, y);
  }

  static ScoredEvent event(
      int number, LocalDate t0, Probabilities forecast, double s, double uncertainty, double y) {
    Instant t3 = t0.plusDays(5).atTime(16, 0).atZone(Venue.XNAS.zone()).toInstant();
    return new ScoredEvent(
        new Forecast(
            new Forecast.Key("m1", new Ticker("T" + number), t0),
            t3.plusSeconds(16_200),
            t3,
            Venue.XNAS,
            forecast,
            s,
            1,
            uncertainty,
            Sha256.of(("card " + number).getBytes(StandardCharsets.UTF_8))),
        new Outcome(
            y,
            t0,
            t0.plusDays(91).atTime(16, 0).atZone(Venue.XNAS.zone()).toInstant(),
            Outcome.Sessions.CALENDAR,
            Reaction.Model.MARKET_MODEL));
  }

  /** An outcome in the middle of a scenario. */
  static double y(Scenario scenario) {
    return switch (scenario) {
      case BEAR -> -1;
      case BASE -> 0;
      case BULL -> 1;
    };
  }

  /**
   * Events of which the truth is known: s is normal with standard deviation {@code spreadS}, y is
   * {@code slope·s} and a normal rest, and what is forecast are the probabilities of {@code
   * told(s)}.
   */
  static List<ScoredEvent> drawn(
      int count, long seed, double spreadS, double slope, DoubleUnaryOperator told) {
    SplitMix random = new SplitMix(seed);
    List<ScoredEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double s = spreadS * normal(random);
      double y = slope * s + normal(random);
      LocalDate t0 = FIRST.plusDays((long) i * 3_000 / count);
      events.add(
          event(
              i,
              t0,
              Probabilities.normal(told.applyAsDouble(s), 1),
              s,
              1 - Math.min(1, StrictMath.abs(s)),
              y));
    }
    return events;
  }

  /** A standard normal number, by Box and Muller. */
  static double normal(SplitMix random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.unit());
  }

  static MethodResult.Measures measured(List<ScoredEvent> events) {
    return MethodResult.of("m1", events, new Resampling(1, 500)).measures().orElseThrow();
  }
}

package dev.afterbell.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The market model of an event study (A. C. MacKinlay, "Event Studies in Economics and Finance",
 * Journal of Economic Literature 35, 1997, sections 4 and 5).
 *
 * <p>With simple returns R of the listing and R_m of the benchmark over n sessions of −120 to −11:
 *
 * <pre>
 *   β = Σ(R_m − R̄_m)(R − R̄) / Σ(R_m − R̄_m)²      α = R̄ − β·R̄_m
 *   σ² = Σ(R − α − β·R_m)² / (n − 2)
 *   AR_t = R_t − (α + β·R_m,t)                      CAR = Σ AR_t over the L sessions 0..k
 *   var(CAR) = σ²·( L + L²/n + (Σ(R_m,t − R̄_m))² / Σ(R_m − R̄_m)² )
 * </pre>
 *
 * <p>Below {@link #OBSERVATIONS_MIN} observations, or with a benchmark that never moved, α = 0, β =
 * 1, σ² = ΣAR²/n and var(CAR) = σ²·L, as nothing was fitted. Sums run in session order and only
 * {@link StrictMath} is used, so that every platform gives the same bits.
 */
public final class MarketModel {

  /** First session of the estimation window, counted from T0. */
  public static final int ESTIMATION_FIRST = -120;

  /** Last session of the estimation window: the ten before T0 may know of the event. */
  public static final int ESTIMATION_LAST = -11;

  /** Fewest observations for which α and β are fitted. */
  public static final int OBSERVATIONS_MIN = 60;

  /**
   * Fewest observations for which σ_AR is given: with 20 its own relative error is about 16 per
   * cent, 1/√(2n).
   */
  public static final int SIGMA_OBSERVATIONS_MIN = 20;

  /** Mean square of a benchmark's deviations below which it never moved: 1e-9 a session. */
  private static final double FLAT = 1e-18;

  private MarketModel() {}

  /**
   * Measures the reaction over the sessions T0 to T+{@code last}.
   *
   * <p>A session counts as an observation if both series have a close for it and for the session
   * before it; sessions before the calendar's table are left out.
   *
   * @param stock the listing on the event's venue
   * @param benchmark an index or fund on the same venue and in the same currency
   * @param clock the event
   * @param last k of the last session, 0 or more
   * @throws IllegalArgumentException if the currencies differ or {@code last} is negative
   * @throws CalendarExhausted if the table does not reach from T−1 to T+{@code last}
   */
  public static Reaction reaction(
      PriceSeries stock, PriceSeries benchmark, EventClock clock, int last) {
    if (last < 0 || !stock.currency().equals(benchmark.currency())) {
      throw new IllegalArgumentException(
          "A reaction is measured from T0 on, in one currency: T+"
              + last
              + ", "
              + stock.currency()
              + ", "
              + benchmark.currency());
    }
    SessionCalendar calendar = clock.calendar();
    List<Session> window = calendar.sessions(clock.plus(-1).date(), clock.plus(last).date());
    List<LocalDate> noStock = missing(stock, window);
    List<LocalDate> noBenchmark = missing(benchmark, window);
    if (!noStock.isEmpty() || !noBenchmark.isEmpty()) {
      return new Reaction.Incomplete(noStock, noBenchmark);
    }
    Fit fit = Fit.of(pairs(stock, benchmark, estimationSessions(clock)));
    return measure(
        fit,
        pairs(stock, benchmark, window),
        stock.change(window.get(0).date(), window.get(window.size() - 1).date()).orElseThrow());
  }

  private static Reaction measure(Fit fit, List<Pair> window, BigDecimal change) {
    List<Reaction.Day> days = new ArrayList<>();
    double car = 0;
    double marketDeviation = 0;
    for (Pair pair : window) {
      double abnormal = fit.abnormal(pair);
      days.add(new Reaction.Day(pair.session, pair.stock, pair.benchmark, abnormal));
      car += abnormal;
      marketDeviation += pair.benchmark - fit.meanMarket;
    }
    return new Reaction.Measured(
        fit.expectation(),
        days,
        change.doubleValue(),
        car,
        fit.standardError(window.size(), marketDeviation));
  }

  /** The session before the estimation window, then its sessions, as far as the table goes. */
  private static List<Session> estimationSessions(EventClock clock) {
    SessionCalendar calendar = clock.calendar();
    List<Session> before = calendar.sessions(calendar.from(), clock.t0().date());
    int t0 = before.size() - 1;
    int end = Math.max(0, t0 + ESTIMATION_LAST + 1);
    return before.subList(Math.max(0, Math.min(end, t0 + ESTIMATION_FIRST - 1)), end);
  }

  private static List<LocalDate> missing(PriceSeries series, List<Session> sessions) {
    return sessions.stream()
        .map(Session::date)
        .filter(date -> series.close(date).isEmpty())
        .toList();
  }

  /** Both returns of each session but the first, where all four closes exist. */
  private static List<Pair> pairs(
      PriceSeries stock, PriceSeries benchmark, List<Session> sessions) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < sessions.size(); i++) {
      LocalDate before = sessions.get(i - 1).date();
      Session session = sessions.get(i);
      Optional<BigDecimal> own = stock.change(before, session.date());
      Optional<BigDecimal> market = benchmark.change(before, session.date());
      if (own.isPresent() && market.isPresent()) {
        pairs.add(new Pair(session, own.get().doubleValue(), market.get().doubleValue()));
      }
    }
    return Collections.unmodifiableList(pairs);
  }

  private record Pair(Session session, double stock, double benchmark) {}

  /** A model of expected returns with what its standard errors need. */
  private record Fit(
      Reaction.Model model,
      double alpha,
      double beta,
      int observations,
      double variance,
      double meanMarket,
      double marketSquares) {

    static Fit of(List<Pair> pairs) {
      int n = pairs.size();
      double meanStock = pairs.stream().mapToDouble(Pair::stock).reduce(0, Double::sum) / n;
      double meanMarket = pairs.stream().mapToDouble(Pair::benchmark).reduce(0, Double::sum) / n;
      double squares = 0;
      double products = 0;
      for (Pair pair : pairs) {
        double market = pair.benchmark - meanMarket;
        squares += market * market;
        products += market * (pair.stock - meanStock);
      }
      if (n < OBSERVATIONS_MIN || squares < n * FLAT) {
        Fit fit = new Fit(Reaction.Model.MARKET_ADJUSTED, 0, 1, n, 0, 0, 0);
        return fit.withVariance(fit.residualSquares(pairs) / n);
      }
      double beta = products / squares;
      double alpha = meanStock - beta * meanMarket;
      Fit fit = new Fit(Reaction.Model.MARKET_MODEL, alpha, beta, n, 0, meanMarket, squares);
      return fit.withVariance(fit.residualSquares(pairs) / (n - 2));
    }

    double abnormal(Pair pair) {
      return pair.stock - (alpha + beta * pair.benchmark);
    }

    Reaction.Expectation expectation() {
      return new Reaction.Expectation(
          model,
          alpha,
          beta,
          observations,
          known() ? OptionalDouble.of(StrictMath.sqrt(variance)) : OptionalDouble.empty());
    }

    OptionalDouble standardError(int sessions, double marketDeviation) {
      if (!known()) {
        return OptionalDouble.empty();
      }
      double fitting =
          model == Reaction.Model.MARKET_ADJUSTED
              ? 0
              : (double) sessions * sessions / observations
                  + marketDeviation * marketDeviation / marketSquares;
      return OptionalDouble.of(StrictMath.sqrt(variance * (sessions + fitting)));
    }

    private boolean known() {
      return observations >= SIGMA_OBSERVATIONS_MIN;
    }

    private double residualSquares(List<Pair> pairs) {
      double sum = 0;
      for (Pair pair : pairs) {
        sum += abnormal(pair) * abnormal(pair);
      }
      return sum;
    }

    private Fit withVariance(double found) {
      return new Fit(model, alpha, beta, observations, found, meanMarket, marketSquares);
    }
  }
}

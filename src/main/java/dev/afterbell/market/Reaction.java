package dev.afterbell.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What prices did in the sessions from T0 to T+k, or why that cannot be said. */
public sealed interface Reaction {

  /** How expected returns were formed. */
  enum Model {
    /** {@code α + β·R_m}, fitted on the estimation window. */
    MARKET_MODEL,
    /** {@code R_m} alone (α = 0, β = 1): too few observations, or a benchmark that never moved. */
    MARKET_ADJUSTED
  }

  /**
   * One session of the window. Returns are simple and fractions: 0.01 is one per cent.
   *
   * @param session the session
   * @param stock the listing's return from the close before to this close
   * @param benchmark the benchmark's return over the same time
   * @param abnormal {@code stock − (α + β·benchmark)}
   */
  record Day(Session session, double stock, double benchmark, double abnormal) {}

  /**
   * The expected-return model.
   *
   * @param model how it was formed
   * @param alpha α, per session
   * @param beta β
   * @param observations sessions of the estimation window with both returns, 0 to 110
   * @param sigma σ_AR, standard deviation of one session's abnormal return; empty below {@link
   *     MarketModel#SIGMA_OBSERVATIONS_MIN} observations
   */
  record Expectation(
      Model model, double alpha, double beta, int observations, OptionalDouble sigma) {

    /** Whether fewer observations exist than a fit needs; a snapshot warns of it. */
    public boolean shortHistory() {
      return observations < MarketModel.OBSERVATIONS_MIN;
    }
  }

  /**
   * A measured reaction.
   *
   * @param expectation the model of normal returns
   * @param days the sessions T0 to T+k, in order; at least one
   * @param change the listing's simple return from the close before T0 to the close of T+k
   * @param car cumulative abnormal return, the sum over {@code days}
   * @param standardError standard error of {@code car} with the error of α and β; empty if σ_AR is
   */
  record Measured(
      Expectation expectation,
      List<Day> days,
      double change,
      double car,
      OptionalDouble standardError)
      implements Reaction {

    /**
     * @throws IllegalArgumentException if there are no days
     */
    public Measured {
      if (days.isEmpty()) {
        throw new IllegalArgumentException("A reaction has at least the session T0");
      }
      days = List.copyOf(days);
    }

    /**
     * {@code car / standardError}; under no reaction roughly Student's t with observations − 2
     * degrees of freedom. Empty if the standard error is unknown or 0.
     */
    public OptionalDouble testStatistic() {
      return ratio(standardError);
    }

    /**
     * {@code car / (σ_AR·√L)} with L sessions in the window: the input to the scenario prior, which
     * leaves the error of α and β out. Not clipped. Empty if σ_AR is unknown or 0.
     */
    public OptionalDouble standardizedCar() {
      OptionalDouble sigma = expectation.sigma();
      return sigma.isEmpty()
          ? sigma
          : ratio(OptionalDouble.of(sigma.getAsDouble() * StrictMath.sqrt(days.size())));
    }

    private OptionalDouble ratio(OptionalDouble divisor) {
      return divisor.isEmpty() || divisor.getAsDouble() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(car / divisor.getAsDouble());
    }
  }

  /**
   * A close that the window needs is missing, so nothing is measured.
   *
   * @param stock sessions of T−1 to T+k without a close of the listing
   * @param benchmark sessions of T−1 to T+k without a close of the benchmark
   */
  record Incomplete(List<LocalDate> stock, List<LocalDate> benchmark) implements Reaction {

    /**
     * @throws IllegalArgumentException if nothing is missing
     */
    public Incomplete {
      if (stock.isEmpty() && benchmark.isEmpty()) {
        throw new IllegalArgumentException("A complete window is measured");
      }
      stock = List.copyOf(stock);
      benchmark = List.copyOf(benchmark);
    }
  }

  /** The measurement, if there is one. */
  default Optional<Measured> measured() {
    return this instanceof Measured measured ? Optional.of(measured) : Optional.empty();
  }
}

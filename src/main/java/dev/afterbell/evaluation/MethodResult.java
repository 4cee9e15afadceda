package dev.afterbell.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How well one version of the method forecast.
 *
 * @param methodVersion the version; versions are never mixed
 * @param events how many were scored
 * @param weeks calendar weeks with a T0 among them
 * @param first T0 of the earliest
 * @param last T0 of the latest
 * @param measures what was measured; absent below {@link #EVENTS_MIN} events
 */
public record MethodResult(
    String methodVersion,
    int events,
    int weeks,
    Optional<LocalDate> first,
    Optional<LocalDate> last,
    Optional<Measures> measures) {

  /** Fewest events of which anything is said. */
  public static final int EVENTS_MIN = 2;

  /**
   * Events that it takes to detect a true correlation of 0.04 between s and y with 80% power at the
   * 5% level, {@code (2.8/0.04)²} (docs/method.md §2).
   */
  public static final int EVENTS_TO_DETECT = 4_900;

  /**
   * All that is measured.
   *
   * @param scores mean scores and skill
   * @param bull reliability of P(bull)
   * @param bear reliability of P(bear)
   * @param choice reliability of the largest probability, with the ECE of Guo et al.
   * @param slope of outcomes on s
   * @param recalibration forecasts with a slope fitted on the past alone
   * @param coverage risk–coverage curve, from 5% to 100%
   */
  public record Measures(
      Scores scores,
      Reliability bull,
      Reliability bear,
      Reliability choice,
      Slope slope,
      Recalibration recalibration,
      List<CoveragePoint> coverage) {

    public Measures {
      coverage = List.copyOf(coverage);
    }
  }

  /**
   * Measures the events of one version, given in any order.
   *
   * @throws IllegalArgumentException if an event is of another version
   */
  public static MethodResult of(
      String methodVersion, List<ScoredEvent> events, Resampling resampling) {
    if (events.stream().anyMatch(e -> !e.forecast().key().methodVersion().equals(methodVersion))) {
      throw new IllegalArgumentException("Versions of the method are not mixed: " + methodVersion);
    }
    List<ScoredEvent> sorted = events.stream().sorted().toList();
    WeekBootstrap bootstrap = WeekBootstrap.of(sorted, resampling);
    return new MethodResult(
        methodVersion,
        sorted.size(),
        bootstrap.weeks(),
        sorted.stream().map(e -> e.outcome().t0()).min(LocalDate::compareTo),
        sorted.stream().map(e -> e.outcome().t0()).max(LocalDate::compareTo),
        sorted.size() < EVENTS_MIN
            ? Optional.empty()
            : Optional.of(measures(sorted, bootstrap, resampling.seed())));
  }

  private static Measures measures(List<ScoredEvent> events, WeekBootstrap bootstrap, long seed) {
    List<Probabilities> forecasts = events.stream().map(ScoredEvent::probabilities).toList();
    List<Scenario> actual = events.stream().map(ScoredEvent::actual).toList();
    return new Measures(
        ScoreMeasure.scores(bootstrap.estimates(new ScoreMeasure(forecasts, actual))),
        bins(events, Scenario.BULL).table(bootstrap, seed),
        bins(events, Scenario.BEAR).table(bootstrap, seed),
        BinMeasure.of(
                events,
                e -> e.probabilities().confidence(),
                e -> e.probabilities().choice() == e.actual())
            .table(bootstrap, seed),
        SlopeMeasure.slope(bootstrap.estimates(new SlopeMeasure(events))),
        Recalibration.of(events, bootstrap),
        new CoverageMeasure(events).curve(bootstrap));
  }

  private static BinMeasure bins(List<ScoredEvent> events, Scenario scenario) {
    return BinMeasure.of(events, e -> e.probabilities().of(scenario), e -> e.actual() == scenario);
  }
}

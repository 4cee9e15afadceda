package dev.afterbell.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * 95% intervals by resampling whole calendar weeks with replacement: what falls into one week moves
 * together, so that single events would be taken for more than they tell (H. R. Künsch, "The
 * jackknife and the bootstrap for general stationary observations", Annals of Statistics 17, 1989;
 * blocks here do not overlap, and the ends are plain percentiles).
 *
 * <p>Outcomes run over 60 sessions, so that neighbouring weeks are not independent either; the
 * intervals are therefore rather too narrow than too wide.
 */
final class WeekBootstrap {

  private static final double TAIL = 0.025;

  private final List<List<Integer>> weeks;
  private final Resampling resampling;

  private WeekBootstrap(List<List<Integer>> weeks, Resampling resampling) {
    this.weeks = weeks;
    this.resampling = resampling;
  }

  /**
   * Blocks of a sample.
   *
   * @param events in their order
   */
  static WeekBootstrap of(List<ScoredEvent> events, Resampling resampling) {
    TreeMap<LocalDate, List<Integer>> weeks = new TreeMap<>();
    for (int i = 0; i < events.size(); i++) {
      weeks.computeIfAbsent(events.get(i).week(), w -> new ArrayList<>()).add(i);
    }
    return new WeekBootstrap(List.copyOf(weeks.values()), resampling);
  }

  /** How many weeks have an event. */
  int weeks() {
    return weeks.size();
  }

  /** Every figure of a measure, with its interval if there are two weeks or more. */
  List<Estimate> estimates(Measure measure) {
    double[][] byWeek = new double[weeks.size()][measure.sums()];
    double[] total = new double[measure.sums()];
    for (int w = 0; w < byWeek.length; w++) {
      for (int event : weeks.get(w)) {
        measure.add(event, byWeek[w]);
      }
      plus(total, byWeek[w]);
    }
    double[] values = measure.figures(total);
    double[][] draws = byWeek.length < 2 ? new double[0][0] : draws(measure, byWeek);
    List<Estimate> estimates = new ArrayList<>();
    for (int figure = 0; figure < values.length; figure++) {
      estimates.add(new Estimate(values[figure], interval(draws, figure)));
    }
    return estimates;
  }

  /** The figures of each resample. */
  private double[][] draws(Measure measure, double[][] byWeek) {
    SplitMix random = new SplitMix(resampling.seed());
    double[][] draws = new double[resampling.resamples()][];
    double[] sums = new double[measure.sums()];
    for (int r = 0; r < draws.length; r++) {
      Arrays.fill(sums, 0);
      for (int w = 0; w < byWeek.length; w++) {
        plus(sums, byWeek[random.below(byWeek.length)]);
      }
      draws[r] = measure.figures(sums);
    }
    return draws;
  }

  private static Optional<Estimate.Interval> interval(double[][] draws, int figure) {
    double[] sorted =
        Arrays.stream(draws).mapToDouble(d -> d[figure]).filter(v -> !Double.isNaN(v)).toArray();
    if (sorted.length < draws.length / 2 || sorted.length == 0) {
      return Optional.empty();
    }
    Arrays.sort(sorted);
    int rank = Math.max(1, (int) StrictMath.floor(sorted.length * TAIL));
    return Optional.of(new Estimate.Interval(sorted[rank - 1], sorted[sorted.length - rank]));
  }

  private static void plus(double[] sums, double[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }
}

package dev.afterbell.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The risk–coverage curve: how bad forecasts are on average if only the surest share of them is
 * kept (Y. Geifman, R. El-Yaniv, "Selective classification for deep neural networks", NIPS 2017).
 * Surest first is by the card's uncertainty U, the lowest first, and among equals by the largest
 * probability. Where equals straddle a share, each counts in part, so that their order has no part
 * in the result.
 */
final class CoverageMeasure implements Measure {

  /** Shares looked at: 5%, 10% to 100%. */
  static final int LEVELS = 20;

  private static final int PARTS = 3;

  private final List<ScoredEvent> events;
  private final double[][] weights;

  CoverageMeasure(List<ScoredEvent> events) {
    this.events = events;
    this.weights = new double[events.size()][LEVELS];
    weigh();
  }

  private void weigh() {
    int n = events.size();
    Comparator<ScoredEvent> surest =
        Comparator.comparingDouble((ScoredEvent e) -> e.forecast().uncertainty())
            .thenComparing(e -> -e.probabilities().confidence());
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparing(events::get, surest))
            .mapToInt(i -> i)
            .toArray();
    int start = 0;
    while (start < n) {
      int end = start + 1;
      while (end < n && surest.compare(events.get(order[start]), events.get(order[end])) == 0) {
        end++;
      }
      for (int level = 0; level < LEVELS; level++) {
        double wanted = (level + 1d) / LEVELS * n;
        double part = Math.max(0, Math.min(1, (wanted - start) / (end - start)));
        for (int rank = start; rank < end; rank++) {
          weights[order[rank]][level] = part;
        }
      }
      start = end;
    }
  }

  @Override
  public int sums() {
    return LEVELS * PARTS;
  }

  @Override
  public void add(int index, double[] sums) {
    ScoredEvent event = events.get(index);
    double brier = event.probabilities().brier(event.actual());
    boolean wrong = event.probabilities().choice() != event.actual();
    for (int level = 0; level < LEVELS; level++) {
      double weight = weights[index][level];
      sums[level * PARTS] += weight;
      sums[level * PARTS + 1] += weight * brier;
      sums[level * PARTS + 2] += wrong ? weight : 0;
    }
  }

  /** Mean Brier score of each share, then share of errors of each. */
  @Override
  public double[] figures(double[] sums) {
    double[] figures = new double[2 * LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      figures[level] = sums[level * PARTS + 1] / sums[level * PARTS];
      figures[LEVELS + level] = sums[level * PARTS + 2] / sums[level * PARTS];
    }
    return figures;
  }

  /** The curve with its intervals. */
  List<CoveragePoint> curve(WeekBootstrap bootstrap) {
    List<Estimate> figures = bootstrap.estimates(this);
    List<CoveragePoint> points = new ArrayList<>();
    for (int level = 0; level < LEVELS; level++) {
      points.add(
          new CoveragePoint(
              (level + 1) * 100 / LEVELS, figures.get(level), figures.get(LEVELS + level)));
    }
    return points;
  }
}

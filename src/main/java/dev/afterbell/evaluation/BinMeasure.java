package dev.afterbell.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What was forecast and what came true, in bins of equally many events by forecast. Equal forecasts
 * stay in one bin, so that bins can be of different size, and fewer.
 *
 * <p>With n_b of N events in bin b, mean forecast f_b, observed share o_b and overall share ō:
 *
 * <pre>
 *   ECE         = Σ n_b/N · |f_b − o_b|
 *   reliability = Σ n_b/N · (f_b − o_b)²     0 is best
 *   resolution  = Σ n_b/N · (o_b − ō)²       more is better
 *   uncertainty = ō·(1 − ō)                  of the outcomes, whatever is forecast
 * </pre>
 *
 * <p>ECE: C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On calibration of modern neural networks",
 * ICML 2017, there with bins of equal width. The other three are the parts of the Brier score: A.
 * H. Murphy, "A new vector partition of the probability score", Journal of Applied Meteorology 12,
 * 1973.
 */
final class BinMeasure implements Measure {

  /** Bins asked for. */
  static final int BINS = 10;

  private static final int PARTS = 3;
  private static final int WHOLE = 4;
  private static final int CALIBRATED_DRAWS = 200;

  private final double[] forecasts;
  private final boolean[] hits;
  private final int[] binOf;
  private final int bins;

  private BinMeasure(double[] forecasts, boolean[] hits) {
    this.forecasts = forecasts;
    this.hits = hits;
    this.binOf = new int[forecasts.length];
    this.bins = assign();
  }

  /**
   * Bins of a sample.
   *
   * @param forecast the probability given to what is watched
   * @param hit whether that came true
   */
  static BinMeasure of(
      List<ScoredEvent> events,
      ToDoubleFunction<ScoredEvent> forecast,
      Predicate<ScoredEvent> hit) {
    boolean[] hits = new boolean[events.size()];
    for (int i = 0; i < hits.length; i++) {
      hits[i] = hit.test(events.get(i));
    }
    return new BinMeasure(events.stream().mapToDouble(forecast).toArray(), hits);
  }

  /** Gives each event its bin: the one into which the first event of its forecast falls. */
  private int assign() {
    int n = forecasts.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> forecasts[i]))
            .mapToInt(i -> i)
            .toArray();
    int used = -1;
    int slot = -1;
    for (int rank = 0; rank < n; rank++) {
      int own = (int) ((long) rank * BINS / n);
      boolean same = rank > 0 && forecasts[order[rank]] == forecasts[order[rank - 1]];
      if (own != slot && !same) {
        slot = own;
        used++;
      }
      binOf[order[rank]] = used;
    }
    return used + 1;
  }

  @Override
  public int sums() {
    return bins * PARTS;
  }

  @Override
  public void add(int index, double[] sums) {
    add(index, hits[index], sums);
  }

  private void add(int index, boolean hit, double[] sums) {
    int at = binOf[index] * PARTS;
    sums[at]++;
    sums[at + 1] += forecasts[index];
    sums[at + 2] += hit ? 1 : 0;
  }

  /** ECE, reliability, resolution, uncertainty, then the observed share of each bin. */
  @Override
  public double[] figures(double[] sums) {
    double n = 0;
    double all = 0;
    for (int b = 0; b < bins; b++) {
      n += sums[b * PARTS];
      all += sums[b * PARTS + 2];
    }
    double[] figures = new double[WHOLE + bins];
    for (int b = 0; b < bins; b++) {
      double count = sums[b * PARTS];
      double share = sums[b * PARTS + 2] / count;
      figures[WHOLE + b] = share;
      if (count > 0) {
        double miss = sums[b * PARTS + 1] / count - share;
        figures[0] += count / n * StrictMath.abs(miss);
        figures[1] += count / n * miss * miss;
        figures[2] += count / n * (share - all / n) * (share - all / n);
      }
    }
    figures[3] = all / n * (1 - all / n);
    return figures;
  }

  /** The table with its intervals. */
  Reliability table(WeekBootstrap bootstrap, long seed) {
    List<Estimate> figures = bootstrap.estimates(this);
    double[] sums = new double[sums()];
    double[] low = new double[bins];
    double[] high = new double[bins];
    Arrays.fill(low, 1);
    for (int i = 0; i < forecasts.length; i++) {
      add(i, sums);
      low[binOf[i]] = Math.min(low[binOf[i]], forecasts[i]);
      high[binOf[i]] = Math.max(high[binOf[i]], forecasts[i]);
    }
    List<Reliability.Bin> rows = new ArrayList<>();
    for (int b = 0; b < bins; b++) {
      int count = (int) sums[b * PARTS];
      rows.add(
          new Reliability.Bin(
              count, low[b], high[b], sums[b * PARTS + 1] / count, figures.get(WHOLE + b)));
    }
    return new Reliability(
        rows, figures.get(0), calibrated(seed), figures.get(1), figures.get(2), figures.get(3));
  }

  /**
   * ECE that forecasts without any fault would show with these bins, as few events never come out
   * as forecast: the mean over outcomes drawn from the forecasts themselves (the idea of J.
   * Bröcker, L. A. Smith, "Increasing the reliability of reliability diagrams", Weather and
   * Forecasting 22, 2007).
   */
  private double calibrated(long seed) {
    SplitMix random = new SplitMix(seed);
    double total = 0;
    for (int draw = 0; draw < CALIBRATED_DRAWS; draw++) {
      double[] sums = new double[sums()];
      for (int i = 0; i < forecasts.length; i++) {
        add(i, random.unit() < forecasts[i], sums);
      }
      total += figures(sums)[0];
    }
    return total / CALIBRATED_DRAWS;
  }
}

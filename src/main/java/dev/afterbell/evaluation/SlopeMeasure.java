package dev.afterbell.evaluation;

import java.util.List;

/**
 * Whether outcomes follow s at all: slope {@code b = Σ s·y / Σ s²} of a line through the origin (1
 * if the weights of the method are right, 0 if s tells nothing) and the correlation of s and y.
 */
final class SlopeMeasure implements Measure {

  private static final int SUMS = 6;

  private final List<ScoredEvent> events;

  SlopeMeasure(List<ScoredEvent> events) {
    this.events = events;
  }

  @Override
  public int sums() {
    return SUMS;
  }

  @Override
  public void add(int index, double[] sums) {
    double s = events.get(index).forecast().mean();
    double y = events.get(index).outcome().y();
    sums[0]++;
    sums[1] += s;
    sums[2] += y;
    sums[3] += s * s;
    sums[4] += y * y;
    sums[5] += s * y;
  }

  /** Slope, correlation, mean of y, standard deviation of y. */
  @Override
  public double[] figures(double[] sums) {
    double n = sums[0];
    double varianceS = Math.max(0, sums[3] / n - sums[1] / n * (sums[1] / n));
    double varianceY = Math.max(0, sums[4] / n - sums[2] / n * (sums[2] / n));
    double covariance = sums[5] / n - sums[1] / n * (sums[2] / n);
    return new double[] {
      sums[5] / sums[3],
      covariance / StrictMath.sqrt(varianceS * varianceY),
      sums[2] / n,
      StrictMath.sqrt(varianceY)
    };
  }

  /** The figures by name. */
  static Slope slope(List<Estimate> figures) {
    return new Slope(figures.get(0), figures.get(1), figures.get(2), figures.get(3));
  }
}

package dev.afterbell.evaluation;

import java.util.List;

/**
 * Mean scores of a series of forecasts and their skill against one third each. Skill is {@code 1 −
 * mean score / mean score of the reference} (A. H. Murphy, "Skill scores based on the mean square
 * error", Monthly Weather Review 116, 1988): 1 is perfect, 0 no better than the reference.
 */
final class ScoreMeasure implements Measure {

  private static final int COUNT = 0;
  private static final int BRIER = 1;
  private static final int RANKED = 2;
  private static final int LOG = 3;
  private static final int WRONG = 4;
  private static final int UNIFORM_BRIER = 5;
  private static final int UNIFORM_RANKED = 6;
  private static final int SHARES = 7;
  private static final int SUMS = SHARES + 3;

  private final List<Probabilities> forecasts;
  private final List<Scenario> actual;

  /**
   * @param forecasts one for each event
   * @param actual what came true, in the same order
   */
  ScoreMeasure(List<Probabilities> forecasts, List<Scenario> actual) {
    this.forecasts = forecasts;
    this.actual = actual;
  }

  @Override
  public int sums() {
    return SUMS;
  }

  @Override
  public void add(int index, double[] sums) {
    Probabilities forecast = forecasts.get(index);
    Scenario truth = actual.get(index);
    sums[COUNT]++;
    sums[BRIER] += forecast.brier(truth);
    sums[RANKED] += forecast.rankedScore(truth);
    sums[LOG] += forecast.logScore(truth);
    sums[WRONG] += forecast.choice() == truth ? 0 : 1;
    sums[UNIFORM_BRIER] += Probabilities.UNIFORM.brier(truth);
    sums[UNIFORM_RANKED] += Probabilities.UNIFORM.rankedScore(truth);
    sums[SHARES] += truth == Scenario.BEAR ? 1 : 0;
    sums[SHARES + 1] += truth == Scenario.BASE ? 1 : 0;
    sums[SHARES + 2] += truth == Scenario.BULL ? 1 : 0;
  }

  @Override
  public double[] figures(double[] sums) {
    double n = sums[COUNT];
    return new double[] {
      sums[BRIER] / n,
      1 - sums[BRIER] / sums[UNIFORM_BRIER],
      sums[RANKED] / n,
      1 - sums[RANKED] / sums[UNIFORM_RANKED],
      sums[LOG] / n,
      sums[WRONG] / n,
      sums[SHARES] / n,
      sums[SHARES + 1] / n,
      sums[SHARES + 2] / n
    };
  }

  /** The figures by name. */
  static Scores scores(List<Estimate> figures) {
    return new Scores(
        figures.get(0),
        figures.get(1),
        figures.get(2),
        figures.get(3),
        figures.get(4),
        figures.get(5),
        figures.get(6),
        figures.get(7),
        figures.get(8));
  }
}

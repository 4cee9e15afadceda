package dev.afterbell.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Forecasts with one fitted slope on s, in the order of time: for each event {@code b = Σ s·y / Σ
 * s²} over the events whose outcome had closed before that event's card was made, and the
 * probabilities of {@code b·s} instead of s. One slope is all that fewer than 5,000 events can
 * carry (docs/method.md §2). Below {@link #EVENTS_MIN} closed events b stays 1, the method's own.
 *
 * @param fitted how many events were forecast with a fitted slope
 * @param scores of the forecasts with slope, over all events
 * @param gain mean Brier score of the method's own forecasts less that of these; above 0 the slope
 *     helps
 */
public record Recalibration(int fitted, Scores scores, Estimate gain) {

  /**
   * Fewest closed events for a slope: with s of a standard deviation of 0.06 the slope's own error
   * is then about 1, as large as the slope that is looked for.
   */
  public static final int EVENTS_MIN = 250;

  /** Slopes for each event, in order; empty where too few outcomes had closed. */
  static List<Double> slopes(List<ScoredEvent> events) {
    List<ScoredEvent> byClose = new ArrayList<>(events);
    byClose.sort(
        Comparator.comparing((ScoredEvent e) -> e.outcome().closed())
            .thenComparing(Comparator.naturalOrder()));
    List<Double> slopes = new ArrayList<>();
    int closed = 0;
    double products = 0;
    double squares = 0;
    for (ScoredEvent event : events) {
      while (closed < byClose.size()
          && byClose.get(closed).outcome().closed().isBefore(event.forecast().asOf())) {
        ScoredEvent past = byClose.get(closed++);
        products += past.forecast().mean() * past.outcome().y();
        squares += past.forecast().mean() * past.forecast().mean();
      }
      slopes.add(closed >= EVENTS_MIN && squares > 0 ? products / squares : Double.NaN);
    }
    return slopes;
  }

  static Recalibration of(List<ScoredEvent> events, WeekBootstrap bootstrap) {
    List<Double> slopes = slopes(events);
    List<Probabilities> forecasts = new ArrayList<>();
    int fitted = 0;
    for (int i = 0; i < events.size(); i++) {
      Forecast own = events.get(i).forecast();
      boolean slope = !slopes.get(i).isNaN();
      fitted += slope ? 1 : 0;
      forecasts.add(
          slope
              ? Probabilities.normal(slopes.get(i) * own.mean(), own.spread())
              : own.probabilities());
    }
    List<Scenario> actual = events.stream().map(ScoredEvent::actual).toList();
    return new Recalibration(
        fitted,
        ScoreMeasure.scores(bootstrap.estimates(new ScoreMeasure(forecasts, actual))),
        bootstrap.estimates(new Gain(events, forecasts)).get(0));
  }

  /** Mean Brier score of the stored forecasts less that of others. */
  private record Gain(List<ScoredEvent> events, List<Probabilities> others) implements Measure {

    @Override
    public int sums() {
      return 2;
    }

    @Override
    public void add(int index, double[] sums) {
      ScoredEvent event = events.get(index);
      sums[0]++;
      sums[1] +=
          event.probabilities().brier(event.actual()) - others.get(index).brier(event.actual());
    }

    @Override
    public double[] figures(double[] sums) {
      return new double[] {sums[1] / sums[0]};
    }
  }
}

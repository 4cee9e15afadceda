package dev.afterbell.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The pictures of a report: SVG files that stand alone, without script, in the colours of the
 * snapshot page, with a title and a description for those who do not see them.
 */
public final class EvaluationCharts {

  private static final Plot.Frame LEFT = new Plot.Frame(80, 96, 330, 330);
  private static final Plot.Frame RIGHT = new Plot.Frame(520, 96, 330, 330);

  private EvaluationCharts() {}

  /** Observed shares over forecasts, for bull and for bear; empty text without measures. */
  public static String reliability(MethodResult result) {
    return result
        .measures()
        .map(
            m -> {
              Plot plot =
                  new Plot(
                      "Reliability of method " + result.methodVersion(),
                      told(result)
                          + ", "
                          + told("bull", m.bull())
                          + "; "
                          + told("bear", m.bear())
                          + ". Points on the diagonal are as often true as forecast; bars are 95%"
                          + " intervals.",
                      subtitle(result));
              reliability(plot, LEFT, "Bull", m.bull());
              reliability(plot, RIGHT, "Bear", m.bear());
              plot.note("Dashed: as often true as forecast. Bars: 95% intervals.");
              return plot.text();
            })
        .orElse("");
  }

  /** Risk over coverage: mean Brier score and share of errors; empty text without measures. */
  public static String riskCoverage(MethodResult result) {
    return result
        .measures()
        .map(
            m -> {
              Plot plot =
                  new Plot(
                      "Risk and coverage of method " + result.methodVersion(),
                      told(result)
                          + ". Mean Brier score and share of errors if only the surest share of"
                          + " events is kept: "
                          + told(m.coverage())
                          + ". Bands are 95% intervals; the dashed line is one third each.",
                      subtitle(result));
              coverage(plot, LEFT, "Mean Brier score", m.coverage(), CoveragePoint::brier, 2 / 3d);
              coverage(
                  plot,
                  RIGHT,
                  "Share of wrong choices",
                  m.coverage(),
                  CoveragePoint::error,
                  2 / 3d);
              plot.note("Dashed: one third each. Bands: 95% intervals.");
              return plot.text();
            })
        .orElse("");
  }

  /** Forecasts and shares have scales of their own: forecasts differ far less. */
  private static void reliability(
      Plot plot, Plot.Frame frame, String title, Reliability reliability) {
    List<Reliability.Bin> bins = reliability.bins();
    double least = bins.get(0).forecast();
    double most = bins.get(bins.size() - 1).forecast();
    double low = least;
    double high = most;
    for (Reliability.Bin bin : bins) {
      low = Math.min(low, low(bin.observed()));
      high = Math.max(high, high(bin.observed()));
    }
    Plot.Panel panel =
        plot.panel(
            frame, title, Plot.Axis.around(least, most, 0, 1), Plot.Axis.around(low, high, 0, 1));
    panel.diagonal();
    String colour = title.toLowerCase(Locale.ROOT);
    for (Reliability.Bin bin : bins) {
      bin.observed()
          .interval()
          .ifPresent(i -> panel.bar(colour, bin.forecast(), i.low(), i.high()));
      panel.point(colour, bin.forecast(), bin.observed().value());
    }
    panel.labels("forecast, in bins of equally many events", "share that came true");
  }

  private static void coverage(
      Plot plot,
      Plot.Frame frame,
      String title,
      List<CoveragePoint> points,
      Function<CoveragePoint, Estimate> figure,
      double reference) {
    double low = reference;
    double high = reference;
    for (CoveragePoint point : points) {
      low = Math.min(low, low(figure.apply(point)));
      high = Math.max(high, high(figure.apply(point)));
    }
    Plot.Panel panel =
        plot.panel(frame, title, new Plot.Axis(0, 1, 0.2), Plot.Axis.around(low, high, 0, 2));
    panel.band(
        points.stream().filter(p -> figure.apply(p).interval().isPresent()).toList(),
        p -> p.percent() / 100d,
        p -> low(figure.apply(p)),
        p -> high(figure.apply(p)));
    panel.line("reference", List.of(0d, 1d), v -> reference);
    panel.line(
        "curve",
        points.stream().map(p -> p.percent() / 100d).toList(),
        v -> figure.apply(points.get((int) StrictMath.round(v * points.size()) - 1)).value());
    panel.labels("share of events kept, surest first", "");
  }

  private static double low(Estimate estimate) {
    return estimate.interval().map(Estimate.Interval::low).orElse(estimate.value());
  }

  private static double high(Estimate estimate) {
    return estimate.interval().map(Estimate.Interval::high).orElse(estimate.value());
  }

  private static String subtitle(MethodResult result) {
    return result.events()
        + " events in "
        + result.weeks()
        + " weeks, "
        + result.first().map(Object::toString).orElse("")
        + " to "
        + result.last().map(Object::toString).orElse("")
        + "; uncalibrated literature prior";
  }

  private static String told(MethodResult result) {
    return result.events() + " events";
  }

  private static String told(String name, Reliability reliability) {
    StringBuilder text = new StringBuilder(name);
    String separator = ": ";
    for (Reliability.Bin bin : reliability.bins()) {
      text.append(separator)
          .append(places(bin.forecast()))
          .append(" forecast, ")
          .append(places(bin.observed().value()))
          .append(" came true");
      separator = "; ";
    }
    return text.toString();
  }

  private static String told(List<CoveragePoint> points) {
    StringBuilder text = new StringBuilder();
    String separator = "";
    for (CoveragePoint point : points) {
      if (point.percent() % 20 == 0) {
        text.append(separator)
            .append(point.percent())
            .append("% kept ")
            .append(places(point.brier().value()))
            .append(" and ")
            .append(places(point.error().value()));
        separator = "; ";
      }
    }
    return text.toString();
  }

  private static String places(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}

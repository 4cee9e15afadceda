package dev.afterbell.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Draws panels with axes into one SVG file. Coordinates have one decimal. */
final class Plot {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 520;
  private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5};
  private static final int TICKS_MAX = 8;

  private static final String STYLE =
      """
      <style>
      svg{--ink:#1c2330;--soft:#566072;--line:#d9dee7;--ground:#fff;--accent:#1f5fa8;--bull:#2c7a4b;--bear:#b0413e}
      @media(prefers-color-scheme:dark){svg{--ink:#e7ebf2;--soft:#a7b1c2;--line:#2f3948;--ground:#1a212c;--accent:#86b8f2;--bull:#63c78d;--bear:#f08c86}}
      text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:var(--ink)}
      .title{font-size:19px;font-weight:600}.panel{font-size:15px;font-weight:600}.soft{fill:var(--soft)}
      .grid{stroke:var(--line)}.axis{stroke:var(--soft)}
      .reference{stroke:var(--soft);stroke-width:1.5;stroke-dasharray:5 4;fill:none}
      .curve{stroke:var(--accent);stroke-width:2.5;fill:none}.band{fill:var(--accent);fill-opacity:.18}
      .bull{fill:var(--bull);stroke:var(--bull)}.bear{fill:var(--bear);stroke:var(--bear)}
      </style>
      """;

  private final StringBuilder svg = new StringBuilder(8192);

  Plot(String title, String description, String subtitle) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " aria-labelledby=\"title description\">\n",
            WIDTH,
            HEIGHT));
    svg.append("<title id=\"title\">").append(escaped(title)).append("</title>\n");
    svg.append("<desc id=\"description\">").append(escaped(description)).append("</desc>\n");
    svg.append(STYLE);
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect width=\"%d\" height=\"%d\" fill=\"var(--ground)\"/>\n",
            WIDTH,
            HEIGHT));
    write("title", 24, 34, "start", title);
    write("soft", 24, 57, "start", subtitle);
  }

  /**
   * Where a panel stands, in the units of the file.
   *
   * @param left of its area
   * @param top of its area
   * @param width of its area
   * @param height of its area
   */
  record Frame(int left, int top, int width, int height) {}

  /**
   * A scale.
   *
   * @param low at its start
   * @param high at its end, above {@code low}
   * @param step between two marks
   */
  record Axis(double low, double high, double step) {

    /** Wide enough for a range, with marks at round figures, within bounds. */
    static Axis around(double low, double high, double least, double most) {
      double step = STEPS[STEPS.length - 1];
      for (int i = STEPS.length - 1; i >= 0; i--) {
        if ((high - low) / STEPS[i] <= TICKS_MAX - 2) {
          step = STEPS[i];
        }
      }
      double from = Math.max(least, StrictMath.floor(low / step) * step);
      double to = Math.min(most, StrictMath.ceil(high / step) * step);
      boolean narrow = to - from < 1.5 * step;
      return narrow
          ? new Axis(Math.max(least, from - step), Math.min(most, to + step), step)
          : new Axis(from, to, step);
    }

    private double place(double value) {
      return (value - low) / (high - low);
    }

    private int marks() {
      return (int) StrictMath.floor((high - low) / step + 1e-9);
    }

    private String mark(int i) {
      int places = step < 0.1 ? 2 : 1;
      return new BigDecimal(low + i * step)
          .setScale(places, RoundingMode.HALF_EVEN)
          .toPlainString();
    }
  }

  /** Adds a panel with its axes. */
  Panel panel(Frame frame, String title, Axis x, Axis y) {
    write("panel", frame.left(), frame.top() - 14, "start", title);
    Panel panel = new Panel(frame, x, y);
    panel.grid();
    return panel;
  }

  /** Says below the panels what is drawn. */
  void note(String text) {
    write("soft", 24, HEIGHT - 16, "start", text);
  }

  /** The file. */
  String text() {
    return svg + "</svg>\n";
  }

  private void write(String style, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
            style,
            x,
            y,
            anchor,
            escaped(text)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** One area with its scales. */
  final class Panel {

    private final Frame frame;
    private final Axis x;
    private final Axis y;

    private Panel(Frame frame, Axis x, Axis y) {
      this.frame = frame;
      this.x = x;
      this.y = y;
    }

    /** The line of equal values on both axes, as far as it lies in the area. */
    void diagonal() {
      line(
          "reference",
          List.of(Math.max(x.low(), y.low()), Math.min(x.high(), y.high())),
          value -> value);
    }

    private double across(double value) {
      return frame.left() + x.place(value) * frame.width();
    }

    private double up(double value) {
      return frame.top() + (1 - y.place(value)) * frame.height();
    }

    private void grid() {
      double bottom = frame.top() + frame.height();
      for (int i = 0; i <= x.marks(); i++) {
        double at = across(x.low() + i * x.step());
        stroke("grid", at, frame.top(), at, bottom);
        write("soft", at, bottom + 20, "middle", x.mark(i));
      }
      for (int i = 0; i <= y.marks(); i++) {
        double at = up(y.low() + i * y.step());
        stroke("grid", frame.left(), at, frame.left() + frame.width(), at);
        write("soft", frame.left() - 9, at + 4.5, "end", y.mark(i));
      }
      stroke("axis", frame.left(), bottom, frame.left() + frame.width(), bottom);
      stroke("axis", frame.left(), frame.top(), frame.left(), bottom);
    }

    private void stroke(String style, double x1, double y1, double x2, double y2) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<path class=\"%s\" d=\"M%.1f %.1fL%.1f %.1f\"/>\n",
              style,
              x1,
              y1,
              x2,
              y2));
    }

    /** A line through values. */
    void line(String style, List<Double> at, ToDoubleFunction<Double> height) {
      StringBuilder path = new StringBuilder();
      for (double value : at) {
        double high = height.applyAsDouble(value);
        if (!Double.isNaN(high)) {
          path.append(
              String.format(
                  Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", across(value), up(high)));
        }
      }
      svg.append("<path class=\"").append(style).append("\" d=\"").append(path).append("\"/>\n");
    }

    /** A point. */
    void point(String colour, double at, double height) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>\n",
              colour,
              across(at),
              up(height)));
    }

    /** An interval over a value. */
    void bar(String colour, double at, double low, double high) {
      stroke(colour, across(at), up(low), across(at), up(high));
    }

    /** The area between two lines. */
    <T> void band(
        List<T> points, Function<T, Double> at, Function<T, Double> low, Function<T, Double> high) {
      if (points.isEmpty()) {
        return;
      }
      StringBuilder path = new StringBuilder();
      for (T point : points) {
        add(path, across(at.apply(point)), up(high.apply(point)));
      }
      for (int i = points.size() - 1; i >= 0; i--) {
        add(path, across(at.apply(points.get(i))), up(low.apply(points.get(i))));
      }
      svg.append("<path class=\"band\" d=\"").append(path).append("Z\"/>\n");
    }

    private static void add(StringBuilder path, double across, double up) {
      path.append(
          String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", across, up));
    }

    /** Names the axes. */
    void labels(String across, String up) {
      write(
          "soft",
          frame.left() + frame.width() / 2d,
          frame.top() + frame.height() + 46,
          "middle",
          across);
      if (!up.isEmpty()) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<text class=\"soft\" transform=\"translate(%d %d) rotate(-90)\""
                    + " text-anchor=\"middle\">%s</text>\n",
                frame.left() - 50,
                frame.top() + frame.height() / 2,
                escaped(up)));
      }
    }
  }
}

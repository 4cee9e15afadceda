package dev.afterbell.snapshot;

import dev.afterbell.prior.ScenarioPrior;
import dev.afterbell.score.Leg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** The page's two pictures, as SVG with a text for those who do not see them. */
final class Charts {

  private static final int WIDTH = 640;
  private static final int LEFT = 250;

  private Charts() {}

  /** One bar of the three probabilities, with the 80% band on the first. */
  static String prior(ScenarioPrior prior) {
    String label =
        String.format(
            Locale.ROOT,
            "Prior: bull %s, base %s, bear %s; 80%% band on bull %s to %s",
            places(prior.bull()),
            places(prior.base()),
            places(prior.bear()),
            places(prior.bullLow()),
            places(prior.bullHigh()));
    double bull = prior.bull().doubleValue() * WIDTH;
    double base = prior.base().doubleValue() * WIDTH;
    double bear = prior.bear().doubleValue() * WIDTH;
    StringBuilder svg = start(label, 74);
    svg.append(bar(0, 14, bull, 26, "bull"))
        .append(bar(bull, 14, base, 26, "base"))
        .append(bar(bull + base, 14, bear, 26, "bear"));
    double low = prior.bullLow().doubleValue() * WIDTH;
    double high = prior.bullHigh().doubleValue() * WIDTH;
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%.1f 6v8M%.1f 10H%.1fM%.1f 6v8\" stroke=\"currentColor\" fill=\"none\" stroke-width=\"1.5\"/>",
            low,
            low,
            high,
            high));
    svg.append(label(0, 60, "bull " + places(prior.bull())))
        .append(label(bull, 60, "base " + places(prior.base())))
        .append(label(bull + base, 60, "bear " + places(prior.bear())));
    return svg.append("</svg>").toString();
  }

  /** One bar for each leg: its weight as an outline, what it adds filled. */
  static String legs(List<Leg> legs) {
    StringBuilder svg =
        start(
            "Legs of evidence quality: weight as outline, verified contribution filled",
            legs.size() * 30 + 4);
    double scale = (WIDTH - LEFT - 60) / 0.40;
    int y = 4;
    for (Leg leg : legs) {
      double weight = leg.kind().weight().doubleValue() * scale;
      double filled = leg.contribution().doubleValue() * scale;
      svg.append(label(0, y + 16, leg.kind().letter() + " " + leg.kind().text()));
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"20\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".45\"/>",
              LEFT + 50,
              y,
              weight));
      svg.append(bar(LEFT + 50, y, filled, 20, "bull"));
      svg.append(
          label(
              LEFT + 56 + weight,
              y + 15,
              leg.verified() ? places(leg.contribution()) : "not verified"));
      y += 30;
    }
    return svg.append("</svg>").toString();
  }

  private static StringBuilder start(String label, int height) {
    return new StringBuilder(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" width=\"100%%\" role=\"img\" aria-label=\"%s\">",
            WIDTH + 60,
            height,
            Html.escaped(label)));
  }

  private static String bar(double x, int y, double width, int height, String colour) {
    return String.format(
        Locale.ROOT,
        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"var(--%s)\"/>",
        x,
        y,
        width,
        height,
        colour);
  }

  private static String label(double x, int y, String text) {
    return String.format(
        Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%s</text>", x, y, Html.escaped(text));
  }

  private static String places(BigDecimal value) {
    return value.setScale(3, RoundingMode.HALF_EVEN).toPlainString();
  }
}

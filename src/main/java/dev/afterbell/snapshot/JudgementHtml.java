package dev.afterbell.snapshot;

import dev.afterbell.prior.AxisComponent;
import dev.afterbell.prior.ScenarioPrior;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.prior.SignalReading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of a page that says how far the evidence carries: stance, axes, quality and prior. */
final class JudgementHtml {

  private final Html html;
  private final ScoreCard card;

  private JudgementHtml(Html html, ScoreCard card) {
    this.html = html;
    this.card = card;
  }

  /** Adds it to {@code html}. */
  static void write(Html html, ScoreCard card) {
    new JudgementHtml(html, card).judgement();
  }

  private void judgement() {
    ScenarioPrior prior = card.prior();
    html.raw(
        "<section aria-labelledby=\"j\"><h2 id=\"j\">How far the evidence carries</h2><dl"
            + " class=\"figures\">");
    tile(
        "Stance",
        card.stance().stance().text(),
        "Rule " + card.stance().rule() + ": " + card.stance().reason());
    tile(
        "Axes",
        card.axes().sentence().orElse("not measurable"),
        "Growth "
            + axis(card.axes().growth().value())
            + ", economics "
            + axis(card.axes().economics().value())
            + ", each from −1 to 1");
    tile(
        "Evidence quality",
        card.quality().value().map(v -> digits(v, 2)).orElse("pending"),
        Judgement.qualityReason(card));
    tile(
        "Uncertainty",
        card.uncertainty().level().text(),
        digits(card.uncertainty().value(), 2)
            + " = 1 − information share "
            + digits(prior.informationShare(), 2)
            + " × evidence quality");
    html.raw("</dl>").raw(Charts.prior(prior));
    html.raw("<p class=\"detail\">")
        .text(
            "Prior, "
                + ScenarioPrior.LABEL
                + ": "
                + ScenarioPrior.CAVEAT
                + ". The bracket is the 80% band on bull, "
                + digits(prior.bullLow(), 3)
                + " to "
                + digits(prior.bullHigh(), 3)
                + ".")
        .raw("</p>");
    html.raw(
        "<details><summary>Inputs of axes and prior</summary><div"
            + " class=\"scroll\"><table><thead><tr><th scope=\"col\">input</th><th"
            + " scope=\"col\">value</th><th scope=\"col\">why</th></tr></thead><tbody>");
    Stream.concat(
            card.axes().growth().components().stream(),
            card.axes().economics().components().stream())
        .forEach(this::component);
    prior.readings().forEach(this::reading);
    html.raw("</tbody></table></div></details></section>");
  }

  private void component(AxisComponent component) {
    row(
        component.name(),
        component.value().map(v -> digits(v, 2)).orElse("missing"),
        component.reason());
  }

  private void reading(SignalReading reading) {
    row(
        reading.signal().text(),
        reading.z().map(z -> "z = " + digits(z, 2)).orElse("missing"),
        reading.reason());
  }

  private void row(String name, String value, String why) {
    html.raw("<tr>")
        .element("td", name)
        .raw("<td class=\"number\">")
        .text(value)
        .raw("</td>")
        .element("td", why)
        .raw("</tr>");
  }

  private void tile(String name, String value, String why) {
    html.raw("<div>")
        .element("dt", name)
        .raw("<dd>")
        .text(value)
        .element("small", why)
        .raw("</dd></div>");
  }

  private static String axis(Optional<BigDecimal> value) {
    return value.map(v -> digits(v, 2)).orElse("not measurable");
  }

  private static String digits(BigDecimal value, int places) {
    return value.setScale(places, RoundingMode.HALF_EVEN).toPlainString().replace('-', '−');
  }
}

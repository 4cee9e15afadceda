package dev.afterbell.prior;

import static dev.afterbell.evidence.JsonTree.decimal;
import static dev.afterbell.evidence.JsonTree.list;
import static dev.afterbell.evidence.JsonTree.optional;
import static dev.afterbell.evidence.JsonTree.optionalString;
import static dev.afterbell.evidence.JsonTree.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.JsonTree;
import dev.afterbell.evidence.JsonView;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Sha256;
import java.util.function.Function;

/**
 * Score cards as JSON, both ways: decimals and instants as strings, lists in their order. Written
 * with {@link dev.afterbell.evidence.CanonicalJson}, equal cards are equal bytes.
 */
public final class ScoreCardJson {

  private ScoreCardJson() {}

  /** The card as a tree. */
  public static ObjectNode write(ScoreCard card) {
    ObjectNode node = JsonTree.object();
    node.put("methodVersion", card.methodVersion());
    node.put("calendarVersion", card.calendarVersion());
    node.put("ticker", card.ticker().symbol());
    node.put("eventDate", card.eventDate().toString());
    node.put("asOf", card.asOf().toString());
    node.put("t3", card.t3().toString());
    node.set("inputs", list(card.inputs(), ScoreCardJson::input));
    node.set("history", list(card.history(), ScoreCardJson::input));
    node.set("items", list(card.items(), EvidenceScoreJson::item));
    node.set("legs", list(card.legs(), EvidenceScoreJson::leg));
    node.set("quality", EvidenceScoreJson.quality(card.quality()));
    node.set("uncertainty", EvidenceScoreJson.uncertainty(card.uncertainty()));
    node.set("flags", list(card.flags(), EvidenceScoreJson::flag));
    node.set("growth", axis(card.axes().growth()));
    node.set("economics", axis(card.axes().economics()));
    node.set("prior", prior(card.prior()));
    ObjectNode stance = node.putObject("stance");
    stance.put("text", card.stance().stance().text());
    stance.put("rule", card.stance().rule());
    stance.put("reason", card.stance().reason());
    node.set("formalMode", optional(card.formalMode().record(), ScoreCardJson::trackRecord));
    ObjectNode recommendation = node.putObject("recommendation");
    recommendation.put("text", card.recommendation().text());
    recommendation.put("reason", card.recommendation().reason());
    return node;
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws dev.afterbell.evidence.CorruptJson naming the member that is missing or malformed
   */
  public static ScoreCard read(JsonNode node) {
    return JsonView.built(JsonView.of(node), ScoreCardJson::card);
  }

  private static ScoreCard card(JsonView view) {
    return new ScoreCard(
        view.text("methodVersion"),
        view.text("calendarVersion"),
        view.parsed("ticker", Ticker::new),
        view.date("eventDate"),
        view.instant("asOf"),
        view.instant("t3"),
        view.list("inputs", ScoreCardJson::input),
        view.list("history", ScoreCardJson::input),
        view.list("items", EvidenceScoreJson::item),
        view.list("legs", EvidenceScoreJson::leg),
        view.build("quality", EvidenceScoreJson::quality),
        view.build("uncertainty", EvidenceScoreJson::uncertainty),
        view.list("flags", EvidenceScoreJson::flag),
        new OperatingAxes(
            view.build("growth", ScoreCardJson::axis),
            view.build("economics", ScoreCardJson::axis)),
        view.build("prior", ScoreCardJson::prior),
        view.build(
            "stance",
            s ->
                new StanceReading(
                    s.parsed("text", Stance::parse), s.integer("rule"), s.text("reason"))),
        new FormalMode(view.optionalBuild("formalMode", ScoreCardJson::trackRecord)),
        view.build("recommendation", r -> new Recommendation(r.text("text"), r.text("reason"))));
  }

  private static ObjectNode trackRecord(TrackRecord record) {
    ObjectNode node = JsonTree.object();
    node.put("methodVersion", record.methodVersion());
    node.put("events", record.events());
    node.set("brierSkillLow", decimal(record.brierSkillLow()));
    node.put("report", record.report().hex());
    return node;
  }

  private static TrackRecord trackRecord(JsonView view) {
    return new TrackRecord(
        view.text("methodVersion"),
        view.integer("events"),
        view.decimal("brierSkillLow"),
        view.parsed("report", Sha256::new));
  }

  private static ObjectNode input(ScoreCard.Input input) {
    ObjectNode node = JsonTree.object();
    node.put("id", input.id().toString());
    node.put("document", input.document().hex());
    node.put("text", input.text().hex());
    node.put("textRead", input.textRead());
    return node;
  }

  private static ScoreCard.Input input(JsonView view) {
    return new ScoreCard.Input(
        view.parsed("id", EvidenceId::parse),
        view.parsed("document", Sha256::new),
        view.parsed("text", Sha256::new),
        view.bool("textRead"));
  }

  private static ObjectNode axis(Axis axis) {
    ObjectNode node = JsonTree.object();
    node.set("value", optional(axis.value(), JsonTree::decimal));
    node.set("word", optional(axis.word(), w -> text(w.text())));
    node.set("components", list(axis.components(), ScoreCardJson::component));
    return node;
  }

  private static Axis axis(JsonView view) {
    return new Axis(
        view.optionalDecimal("value"), view.list("components", ScoreCardJson::component));
  }

  private static ObjectNode component(AxisComponent component) {
    ObjectNode node = JsonTree.object();
    node.put("name", component.name());
    node.set("raw", optional(component.raw(), JsonTree::decimal));
    node.put("unit", component.unit());
    node.set("value", optional(component.value(), JsonTree::decimal));
    node.put("reason", component.reason());
    node.set("source", optionalString(component.source()));
    node.set("facts", list(component.facts(), JsonTree::text));
    return node;
  }

  private static AxisComponent component(JsonView view) {
    return new AxisComponent(
        view.text("name"),
        view.optionalDecimal("raw"),
        view.text("unit"),
        view.optionalDecimal("value"),
        view.text("reason"),
        view.optionalParsed("source", EvidenceId::parse),
        view.texts("facts", Function.identity()));
  }

  private static ObjectNode prior(ScenarioPrior prior) {
    ObjectNode node = JsonTree.object();
    node.put("label", ScenarioPrior.LABEL);
    node.put("caveat", ScenarioPrior.CAVEAT);
    node.set("bull", decimal(prior.bull()));
    node.set("base", decimal(prior.base()));
    node.set("bear", decimal(prior.bear()));
    node.set("bullLow", decimal(prior.bullLow()));
    node.set("bullHigh", decimal(prior.bullHigh()));
    node.set("informationShare", decimal(prior.informationShare()));
    node.set("sizeFactor", decimal(prior.sizeFactor()));
    node.set("signals", list(prior.readings(), ScoreCardJson::reading));
    return node;
  }

  private static ScenarioPrior prior(JsonView view) {
    return new ScenarioPrior(
        view.decimal("bull"),
        view.decimal("base"),
        view.decimal("bear"),
        view.decimal("bullLow"),
        view.decimal("bullHigh"),
        view.decimal("informationShare"),
        view.decimal("sizeFactor"),
        view.list("signals", ScoreCardJson::reading));
  }

  private static ObjectNode reading(SignalReading reading) {
    ObjectNode node = JsonTree.object();
    node.put("signal", reading.signal().text());
    node.set("z", optional(reading.z(), JsonTree::decimal));
    node.put("reason", reading.reason());
    node.set("source", optionalString(reading.source()));
    return node;
  }

  private static SignalReading reading(JsonView view) {
    return new SignalReading(
        view.parsed("signal", Signal::parse),
        view.optionalDecimal("z"),
        view.text("reason"),
        view.optionalParsed("source", EvidenceId::parse));
  }
}

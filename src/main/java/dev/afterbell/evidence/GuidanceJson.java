package dev.afterbell.evidence;

import static dev.afterbell.evidence.JsonTree.decimal;
import static dev.afterbell.evidence.JsonTree.list;
import static dev.afterbell.evidence.JsonTree.lower;
import static dev.afterbell.evidence.JsonTree.lowerOf;
import static dev.afterbell.evidence.JsonTree.optional;
import static dev.afterbell.evidence.JsonTree.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Guidance as stored: one list, in which an entry without figures is guidance taken back. */
final class GuidanceJson {

  private static final String WITHDRAWN = "withdrawn";

  private GuidanceJson() {}

  static ArrayNode write(Extraction extraction) {
    ArrayNode node = list(extraction.guidance(), GuidanceJson::guidance);
    extraction.withdrawn().forEach(w -> node.add(withdrawal(w)));
    return node;
  }

  /** The entries with figures. */
  static List<Guidance> given(List<JsonView> entries) {
    return entries.stream().filter(e -> !withdrawn(e)).map(GuidanceJson::guidance).toList();
  }

  /** The entries that take guidance back. */
  static List<GuidanceWithdrawal> withdrawn(List<JsonView> entries) {
    return entries.stream().filter(GuidanceJson::withdrawn).map(GuidanceJson::withdrawal).toList();
  }

  private static ObjectNode guidance(Guidance guidance) {
    ObjectNode node = JsonTree.object();
    node.put("metric", guidance.metric().text(guidance.basis()));
    node.put("basis", guidance.basis().name());
    node.set("low", decimal(guidance.low()));
    node.set("high", decimal(guidance.high()));
    node.put("unit", guidance.unit().code());
    node.set("period", ExtractionJson.period(guidance.period()));
    node.set("action", optional(guidance.action(), a -> text(lower(a))));
    guidance.open().ifPresent(o -> node.put("open", lower(o)));
    ExtractionJson.passage(node, guidance.passage());
    return node;
  }

  private static Guidance guidance(JsonView view) {
    Basis basis = view.parsed("basis", Basis::valueOf);
    return new Guidance(
        ExtractionJson.metric(view, basis),
        basis,
        view.decimal("low"),
        view.decimal("high"),
        view.parsed("unit", Unit::new),
        view.build("period", ExtractionJson::period),
        view.optionalParsed("action", lowerOf(Guidance.Action.class)),
        view.optionalParsed("open", lowerOf(Guidance.Open.class)),
        ExtractionJson.passage(view));
  }

  private static ObjectNode withdrawal(GuidanceWithdrawal withdrawal) {
    ObjectNode node = JsonTree.object();
    node.set("metric", optional(withdrawal.metric(), m -> text(m.text(withdrawal.basis()))));
    node.put("basis", withdrawal.basis().name());
    node.set("period", optional(withdrawal.period(), ExtractionJson::period));
    node.put("action", WITHDRAWN);
    ExtractionJson.passage(node, withdrawal.passage());
    return node;
  }

  private static boolean withdrawn(JsonView view) {
    return view.optionalText("action").filter(WITHDRAWN::equals).isPresent();
  }

  private static GuidanceWithdrawal withdrawal(JsonView view) {
    Basis basis = view.parsed("basis", Basis::valueOf);
    return new GuidanceWithdrawal(
        view.has("metric") ? Optional.of(ExtractionJson.metric(view, basis)) : Optional.empty(),
        basis,
        view.optionalBuild("period", ExtractionJson::period),
        ExtractionJson.passage(view));
  }
}

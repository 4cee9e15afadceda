package dev.afterbell.prior;

import static dev.afterbell.evidence.JsonTree.decimal;
import static dev.afterbell.evidence.JsonTree.list;
import static dev.afterbell.evidence.JsonTree.lower;
import static dev.afterbell.evidence.JsonTree.lowerOf;
import static dev.afterbell.evidence.JsonTree.optional;
import static dev.afterbell.evidence.JsonTree.optionalString;
import static dev.afterbell.evidence.JsonTree.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.JsonTree;
import dev.afterbell.evidence.JsonView;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.score.Component;
import dev.afterbell.score.EvidenceQuality;
import dev.afterbell.score.Flag;
import dev.afterbell.score.FlagCode;
import dev.afterbell.score.ItemQuality;
import dev.afterbell.score.Leg;
import dev.afterbell.score.LegKind;
import dev.afterbell.score.LookedFor;
import dev.afterbell.score.Severity;
import dev.afterbell.score.Uncertainty;
import dev.afterbell.score.ZeroRule;

/** The evidence half of a score card as JSON and back; part of {@link ScoreCardJson}. */
final class EvidenceScoreJson {

  private EvidenceScoreJson() {}

  static ObjectNode item(ItemQuality item) {
    ObjectNode node = JsonTree.object();
    node.put("id", item.id().toString());
    node.put("sourceClass", lower(item.sourceClass()));
    node.put("admiralty", item.admiralty());
    node.set("leg", optional(item.leg(), k -> text(k.letter())));
    node.set("verification", component(item.verification()));
    node.set("specificity", component(item.specificity()));
    node.set("directness", component(item.directness()));
    node.set("freshness", component(item.freshness()));
    node.set("corroboration", component(item.corroboration()));
    node.set("quality", decimal(item.quality()));
    node.put("credibility", item.credibility());
    node.put("cluster", item.cluster());
    node.set("novelty", decimal(item.novelty()));
    return node;
  }

  static ItemQuality item(JsonView view) {
    return new ItemQuality(
        view.parsed("id", EvidenceId::parse),
        view.parsed("sourceClass", lowerOf(SourceClass.class)),
        view.optionalParsed("leg", LegKind::parse),
        view.build("verification", EvidenceScoreJson::component),
        view.build("specificity", EvidenceScoreJson::component),
        view.build("directness", EvidenceScoreJson::component),
        view.build("freshness", EvidenceScoreJson::component),
        view.build("corroboration", EvidenceScoreJson::component),
        view.decimal("quality"),
        view.integer("credibility"),
        view.text("cluster"),
        view.decimal("novelty"));
  }

  private static ObjectNode component(Component component) {
    ObjectNode node = JsonTree.object();
    node.set("value", decimal(component.value()));
    node.put("reason", component.reason());
    return node;
  }

  private static Component component(JsonView view) {
    return new Component(view.decimal("value"), view.text("reason"));
  }

  static ObjectNode leg(Leg leg) {
    ObjectNode node = JsonTree.object();
    node.put("leg", leg.kind().letter());
    node.put("name", leg.kind().text());
    node.set("strength", decimal(leg.strength()));
    node.put("verified", leg.verified());
    node.set("best", optionalString(leg.best()));
    node.put("reason", leg.reason());
    node.set("lookedFor", list(leg.lookedFor(), EvidenceScoreJson::lookedFor));
    return node;
  }

  static Leg leg(JsonView view) {
    return new Leg(
        view.parsed("leg", LegKind::parse),
        view.decimal("strength"),
        view.bool("verified"),
        view.optionalParsed("best", EvidenceId::parse),
        view.text("reason"),
        view.list("lookedFor", EvidenceScoreJson::lookedFor));
  }

  private static ObjectNode lookedFor(LookedFor search) {
    ObjectNode node = JsonTree.object();
    node.put("what", search.what());
    node.put("where", search.where());
    node.put("when", search.when().toString());
    node.put("outcome", search.outcome().text());
    search.reason().ifPresent(reason -> node.put("reason", reason));
    return node;
  }

  private static LookedFor lookedFor(JsonView view) {
    return new LookedFor(
        view.text("what"),
        view.text("where"),
        view.instant("when"),
        view.parsed("outcome", LookedFor.Outcome::parse),
        view.optionalText("reason"));
  }

  static ObjectNode quality(EvidenceQuality quality) {
    ObjectNode node = JsonTree.object();
    node.set("value", optional(quality.value(), JsonTree::decimal));
    node.set("ungated", decimal(quality.ungated()));
    node.put("gate", quality.gate());
    node.set("contradictionFactor", decimal(quality.contradictionFactor()));
    node.set("zeroRules", list(quality.zeroRules(), EvidenceScoreJson::zeroRule));
    return node;
  }

  private static ObjectNode zeroRule(ZeroRule rule) {
    ObjectNode node = JsonTree.object();
    node.put("code", rule.name());
    node.put("reason", rule.reason());
    return node;
  }

  static EvidenceQuality quality(JsonView view) {
    return new EvidenceQuality(
        view.optionalDecimal("value"),
        view.decimal("ungated"),
        view.decimal("contradictionFactor"),
        view.list("zeroRules", r -> r.parsed("code", ZeroRule::valueOf)));
  }

  static ObjectNode uncertainty(Uncertainty uncertainty) {
    ObjectNode node = JsonTree.object();
    node.set("value", decimal(uncertainty.value()));
    node.put("level", uncertainty.level().text());
    return node;
  }

  static Uncertainty uncertainty(JsonView view) {
    return new Uncertainty(view.decimal("value"), view.parsed("level", Uncertainty.Level::parse));
  }

  static ObjectNode flag(Flag flag) {
    ObjectNode node = JsonTree.object();
    node.put("code", flag.code().name());
    node.put("severity", lower(flag.severity()));
    node.put("text", flag.text());
    node.put("detail", flag.detail());
    node.set("lookedFor", list(flag.lookedFor(), EvidenceScoreJson::lookedFor));
    return node;
  }

  static Flag flag(JsonView view) {
    return new Flag(
        view.parsed("code", FlagCode::valueOf),
        view.parsed("severity", lowerOf(Severity.class)),
        view.text("text"),
        view.text("detail"),
        view.list("lookedFor", EvidenceScoreJson::lookedFor));
  }
}

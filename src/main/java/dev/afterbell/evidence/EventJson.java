package dev.afterbell.evidence;

import static dev.afterbell.evidence.ExtractionJson.passage;
import static dev.afterbell.evidence.ExtractionJson.period;
import static dev.afterbell.evidence.JsonTree.byText;
import static dev.afterbell.evidence.JsonTree.decimal;
import static dev.afterbell.evidence.JsonTree.list;
import static dev.afterbell.evidence.JsonTree.lower;
import static dev.afterbell.evidence.JsonTree.lowerOf;
import static dev.afterbell.evidence.JsonTree.optional;
import static dev.afterbell.evidence.JsonTree.optionalString;
import static dev.afterbell.evidence.JsonTree.optionalText;
import static dev.afterbell.evidence.JsonTree.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.DocumentEvent.AddedScope;
import dev.afterbell.evidence.DocumentEvent.AnnualCap;
import dev.afterbell.evidence.DocumentEvent.ContractAction;
import dev.afterbell.evidence.DocumentEvent.ContractEvent;
import dev.afterbell.evidence.DocumentEvent.CorporateEvent;
import dev.afterbell.evidence.DocumentEvent.CorporateEventKind;
import dev.afterbell.evidence.DocumentEvent.Driver;
import dev.afterbell.evidence.DocumentEvent.Holding;
import dev.afterbell.evidence.DocumentEvent.MarketSession;
import dev.afterbell.evidence.DocumentEvent.Milestone;
import dev.afterbell.evidence.DocumentEvent.ReactionClaim;
import dev.afterbell.evidence.DocumentEvent.RevenueShare;
import dev.afterbell.evidence.DocumentEvent.TermExtension;
import java.util.function.Function;

/** Events of a document as JSON and back; each says its {@code type}. */
final class EventJson {

  private EventJson() {}

  static ObjectNode write(DocumentEvent event) {
    ObjectNode node = JsonTree.object();
    if (event instanceof ContractEvent contract) {
      contract(node.put("type", "contract"), contract);
    } else if (event instanceof ReactionClaim reaction) {
      reaction(node.put("type", "reaction"), reaction);
    } else if (event instanceof Driver driver) {
      driver(node.put("type", "driver"), driver);
    } else if (event instanceof Milestone milestone) {
      node.put("type", "milestone");
      node.put("subject", milestone.subject());
      node.put("statement", milestone.statement());
    } else if (event instanceof CorporateEvent corporate) {
      node.put("type", "corporate");
      node.put("kind", lower(corporate.kind()));
    } else if (event instanceof RevenueShare share) {
      node.put("type", "revenueShare");
      node.put("party", share.party());
      node.set("percent", decimal(share.percent()));
      node.set("period", optional(share.period(), ExtractionJson::period));
    } else if (event instanceof MarketReading reading) {
      MarketReadingJson.write(node, reading);
    } else {
      throw new IllegalStateException("An event of a kind that has no JSON: " + event);
    }
    passage(node, event.passage());
    return node;
  }

  static DocumentEvent read(JsonView view) {
    return switch (view.text("type")) {
      case "contract" -> contract(view);
      case "reaction" ->
          new ReactionClaim(
              view.decimal("percent"),
              view.parsed("session", lowerOf(MarketSession.class)),
              view.optionalText("framing"),
              passage(view));
      case "driver" ->
          new Driver(
              view.parsed("metric", byText(Metric.class, Metric::text)),
              view.bool("rose"),
              view.texts("themes", Function.identity()),
              passage(view));
      case "milestone" ->
          new Milestone(view.text("subject"), view.text("statement"), passage(view));
      case "corporate" ->
          new CorporateEvent(view.parsed("kind", lowerOf(CorporateEventKind.class)), passage(view));
      case "revenueShare" ->
          new RevenueShare(
              view.text("party"),
              view.decimal("percent"),
              view.optionalBuild("period", ExtractionJson::period),
              passage(view));
      default -> MarketReadingJson.read(view);
    };
  }

  private static void reaction(ObjectNode node, ReactionClaim reaction) {
    node.set("percent", decimal(reaction.percent()));
    node.put("session", lower(reaction.session()));
    node.set("framing", optionalText(reaction.framing()));
  }

  private static void driver(ObjectNode node, Driver driver) {
    node.put("metric", driver.metric().text());
    node.put("rose", driver.rose());
    node.set("themes", list(driver.themes(), JsonTree::text));
  }

  private static void contract(ObjectNode node, ContractEvent contract) {
    node.set("actions", list(contract.actions(), a -> text(lower(a))));
    node.set("signed", optionalString(contract.signed()));
    node.set("counterparty", optionalText(contract.counterparty()));
    node.set("instrument", optionalText(contract.instrument()));
    node.put("connectedPerson", contract.connectedPerson());
    node.set("caps", list(contract.caps(), EventJson::cap));
    node.set("extensions", list(contract.extensions(), EventJson::extension));
    node.set("added", list(contract.added(), EventJson::added));
    node.set("holding", optional(contract.holding(), EventJson::holding));
  }

  private static ContractEvent contract(JsonView view) {
    return new ContractEvent(
        view.texts("actions", lowerOf(ContractAction.class)),
        view.optionalDate("signed"),
        view.optionalText("counterparty"),
        view.optionalText("instrument"),
        view.bool("connectedPerson"),
        view.list("caps", EventJson::cap),
        view.list("extensions", e -> extension(e)),
        view.list("added", a -> new AddedScope(a.text("what"), passage(a))),
        view.optionalBuild("holding", h -> new Holding(h.decimal("percent"), passage(h))),
        passage(view));
  }

  private static ObjectNode cap(AnnualCap cap) {
    ObjectNode node = JsonTree.object();
    node.put("subject", cap.subject());
    node.set("period", period(cap.period()));
    node.set("previous", optional(cap.previous(), ExtractionJson::comparator));
    node.set("revised", decimal(cap.revised()));
    node.put("unit", cap.unit().code());
    passage(node, cap.passage());
    return node;
  }

  private static AnnualCap cap(JsonView view) {
    return new AnnualCap(
        view.text("subject"),
        view.build("period", ExtractionJson::period),
        view.optionalBuild("previous", ExtractionJson::comparator),
        view.decimal("revised"),
        view.parsed("unit", Unit::new),
        passage(view));
  }

  private static ObjectNode extension(TermExtension extension) {
    ObjectNode node = JsonTree.object();
    node.put("subject", extension.subject());
    node.put("until", extension.until().toString());
    passage(node, extension.passage());
    return node;
  }

  private static TermExtension extension(JsonView view) {
    return new TermExtension(view.text("subject"), view.date("until"), passage(view));
  }

  private static ObjectNode added(AddedScope added) {
    ObjectNode node = JsonTree.object();
    node.put("what", added.what());
    passage(node, added.passage());
    return node;
  }

  private static ObjectNode holding(Holding holding) {
    ObjectNode node = JsonTree.object();
    node.set("percent", decimal(holding.percent()));
    passage(node, holding.passage());
    return node;
  }
}

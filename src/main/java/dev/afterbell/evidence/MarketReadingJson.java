package dev.afterbell.evidence;

import static dev.afterbell.evidence.ExtractionJson.passage;
import static dev.afterbell.evidence.ExtractionJson.period;
import static dev.afterbell.evidence.JsonTree.byText;
import static dev.afterbell.evidence.JsonTree.decimal;
import static dev.afterbell.evidence.JsonTree.list;
import static dev.afterbell.evidence.JsonTree.lower;
import static dev.afterbell.evidence.JsonTree.lowerOf;
import static dev.afterbell.evidence.JsonTree.optional;
import static dev.afterbell.evidence.JsonTree.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.MarketReading.Consensus;
import dev.afterbell.evidence.MarketReading.ConsensusRevision;
import dev.afterbell.evidence.MarketReading.PeerReaction;
import dev.afterbell.evidence.MarketReading.Price;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.MarketReading.SessionReturn;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Readings of prices and estimates as JSON and back; part of {@link EventJson}. */
final class MarketReadingJson {

  private MarketReadingJson() {}

  /** Writes all but the passage. */
  static void write(ObjectNode node, MarketReading reading) {
    if (reading instanceof PriceReaction price) {
      price(node.put("type", "price-reaction"), price);
    } else if (reading instanceof Consensus consensus) {
      consensus(node.put("type", "consensus"), consensus);
    } else if (reading instanceof ConsensusRevision revision) {
      revision(node.put("type", "consensus-revision"), revision);
    } else if (reading instanceof PeerReaction peer) {
      peer(node.put("type", "peer-reaction"), peer);
    } else {
      throw new IllegalStateException("A reading of a kind that has no JSON: " + reading);
    }
  }

  static MarketReading read(JsonView view) {
    return switch (view.text("type")) {
      case "price-reaction" -> price(view);
      case "consensus" -> consensus(view);
      case "consensus-revision" -> revision(view);
      case "peer-reaction" -> peer(view);
      default ->
          throw new CorruptJson(view.path() + ".type", "no such event: " + view.text("type"));
    };
  }

  private static void price(ObjectNode node, PriceReaction price) {
    node.put("symbol", price.symbol());
    node.put("benchmark", price.benchmark());
    node.set("sessions", list(price.sessions(), MarketReadingJson::session));
    node.set("car", decimal(price.car()));
    node.set("sigma", optional(price.sigma(), JsonTree::decimal));
    node.put("estimationSessions", price.estimationSessions());
    node.set("missing", list(price.missing(), d -> text(d.toString())));
    node.set("halted", list(price.halted(), d -> text(d.toString())));
    node.set("closeBefore", optional(price.closeBefore(), MarketReadingJson::close));
    node.set("marketValueUsd", optional(price.marketValueUsd(), JsonTree::decimal));
  }

  private static PriceReaction price(JsonView view) {
    return new PriceReaction(
        view.text("symbol"),
        view.text("benchmark"),
        view.list("sessions", MarketReadingJson::session),
        view.decimal("car"),
        view.optionalDecimal("sigma"),
        view.integer("estimationSessions"),
        view.texts("missing", MarketReadingJson::date),
        view.texts("halted", MarketReadingJson::date),
        view.optionalBuild(
            "closeBefore", v -> new Price(v.decimal("value"), v.parsed("unit", Unit::new))),
        view.optionalDecimal("marketValueUsd"),
        passage(view));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Not a date: " + text, e);
    }
  }

  private static BigDecimal plain(String text) {
    BigDecimal value = new BigDecimal(text);
    if (!value.toPlainString().equals(text)) {
      throw new IllegalArgumentException("A plain decimal is expected");
    }
    return value;
  }

  private static ObjectNode session(SessionReturn session) {
    ObjectNode node = JsonTree.object();
    node.put("date", session.date().toString());
    returns(node, session.stock(), session.benchmark(), session.abnormal());
    return node;
  }

  private static SessionReturn session(JsonView view) {
    return new SessionReturn(
        view.date("date"),
        view.decimal("stock"),
        view.decimal("benchmark"),
        view.decimal("abnormal"));
  }

  private static ObjectNode close(Price price) {
    ObjectNode node = JsonTree.object();
    node.set("value", decimal(price.value()));
    node.put("unit", price.unit().code());
    return node;
  }

  private static void consensus(ObjectNode node, Consensus consensus) {
    subject(node, consensus.metric(), consensus.basis(), consensus.period());
    node.set("mean", decimal(consensus.mean()));
    node.put("unit", consensus.unit().code());
    node.put("analysts", consensus.analysts());
    node.put("newest", consensus.newest().toString());
    node.set("pastSurprises", list(consensus.pastSurprises(), JsonTree::decimal));
  }

  private static Consensus consensus(JsonView view) {
    return new Consensus(
        view.parsed("metric", byText(Metric.class, Metric::text)),
        view.parsed("basis", lowerOf(Basis.class)),
        view.build("period", ExtractionJson::period),
        view.decimal("mean"),
        view.parsed("unit", Unit::new),
        view.integer("analysts"),
        view.date("newest"),
        view.texts("pastSurprises", MarketReadingJson::plain),
        passage(view));
  }

  private static void revision(ObjectNode node, ConsensusRevision revision) {
    subject(node, revision.metric(), revision.basis(), revision.period());
    node.set("before", decimal(revision.before()));
    node.set("after", decimal(revision.after()));
    node.put("unit", revision.unit().code());
    node.put("analysts", revision.analysts());
    node.put("newest", revision.newest().toString());
  }

  private static ConsensusRevision revision(JsonView view) {
    return new ConsensusRevision(
        view.parsed("metric", byText(Metric.class, Metric::text)),
        view.parsed("basis", lowerOf(Basis.class)),
        view.build("period", ExtractionJson::period),
        view.decimal("before"),
        view.decimal("after"),
        view.parsed("unit", Unit::new),
        view.integer("analysts"),
        view.date("newest"),
        passage(view));
  }

  private static void peer(ObjectNode node, PeerReaction peer) {
    node.put("symbol", peer.symbol());
    node.put("from", peer.from().toString());
    node.put("to", peer.to().toString());
    returns(node, peer.stock(), peer.benchmark(), peer.abnormal());
  }

  private static PeerReaction peer(JsonView view) {
    return new PeerReaction(
        view.text("symbol"),
        view.date("from"),
        view.date("to"),
        view.decimal("stock"),
        view.decimal("benchmark"),
        view.decimal("abnormal"),
        passage(view));
  }

  private static void subject(ObjectNode node, Metric metric, Basis basis, FactPeriod period) {
    node.put("metric", metric.text());
    node.put("basis", lower(basis));
    node.set("period", period(period));
  }

  private static void returns(
      ObjectNode node, BigDecimal stock, BigDecimal benchmark, BigDecimal abnormal) {
    node.set("stock", decimal(stock));
    node.set("benchmark", decimal(benchmark));
    node.set("abnormal", decimal(abnormal));
  }
}

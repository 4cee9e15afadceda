package dev.afterbell.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.prior.ScenarioPrior;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.prior.ScoreCardDiff.Difference;
import java.util.List;

/** A replay as JSON: which cards are the same, which moved and why, which could not be made. */
public final class ReplayJson {

  private ReplayJson() {}

  /** The report on one issuer. */
  public static ObjectNode write(Ticker ticker, ReplayCards.Outcome outcome) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("ticker", ticker.symbol());
    json.put("method", ScoreCard.METHOD_VERSION);
    json.put("priorLabel", ScenarioPrior.LABEL);
    json.put("priorCaveat", ScenarioPrior.CAVEAT);
    ArrayNode cards = json.putArray("cards");
    outcome.cards().forEach(c -> cards.add(card(c)));
    json.put("same", count(outcome, ReplayCards.Result.Same.class));
    json.put("moved", count(outcome, ReplayCards.Result.Moved.class));
    json.put("failed", count(outcome, ReplayCards.Result.Failed.class));
    json.put(Catalogue.CORRUPT_ENTRIES, outcome.corrupt().size());
    return json;
  }

  private static long count(
      ReplayCards.Outcome outcome, Class<? extends ReplayCards.Result> result) {
    return outcome.cards().stream().filter(c -> result.isInstance(c.result())).count();
  }

  private static ObjectNode card(ReplayCards.Replayed card) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("eventDate", card.eventDate().toString());
    node.put("asOf", card.asOf().toString());
    node.put("method", card.method());
    if (card.result() instanceof ReplayCards.Result.Same) {
      return node.put("result", "same");
    }
    if (card.result() instanceof ReplayCards.Result.Failed failed) {
      return node.put("result", "failed").put("reason", failed.reason());
    }
    ReplayCards.Result.Moved moved = (ReplayCards.Result.Moved) card.result();
    node.put("result", "moved");
    differences(node.putArray("moves"), moved.diff().moves());
    differences(node.putArray("because"), moved.diff().causes());
    return node;
  }

  private static void differences(ArrayNode array, List<Difference> differences) {
    differences.forEach(
        d -> array.addObject().put("what", d.what()).put("from", d.from()).put("to", d.to()));
  }
}

package dev.afterbell.prior;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Score cards as JSON, both ways. */
public final class ScoreCardJson {

  private ScoreCardJson() {}

  /** The card as a tree: decimals and instants as strings, lists in their order. */
  public static ObjectNode write(ScoreCard card) {
    throw new UnsupportedOperationException("Writing of " + card.ticker());
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws IllegalArgumentException naming the member that is missing or malformed
   */
  public static ScoreCard read(JsonNode node) {
    throw new UnsupportedOperationException("Reading of " + node.getNodeType());
  }
}

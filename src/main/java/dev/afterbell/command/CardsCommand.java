package dev.afterbell.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.CanonicalJson;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code cards [TICKER…] --endpoint URL}: the stored score cards of these issuers or of all, a line
 * for each: what {@code evaluate} reads; exit 65 after them if entries of a ledger cannot be read.
 */
final class CardsCommand implements Command {

  @Override
  public String name() {
    return "cards";
  }

  @Override
  public String synopsis() {
    return "[TICKER…] --endpoint URL";
  }

  @Override
  public void run(List<String> arguments, PrintStream out) {
    Arguments words = Arguments.parse(this, arguments, Set.of("endpoint"));
    Endpoint endpoint = Endpoint.of(this, words);
    List<String> lacking = new ArrayList<>();
    for (String ticker : Issuers.named(this, words, endpoint)) {
      JsonNode answer = CanonicalJson.parse(endpoint.get("/v1/issuers/" + ticker + "/cards"));
      for (JsonNode card : answer.path("cards")) {
        out.println(CanonicalJson.text(card));
      }
      Issuers.corrupt(ticker, answer).ifPresent(lacking::add);
    }
    if (!lacking.isEmpty()) {
      throw CommandFailure.input("cards: not all are there, " + String.join("; ", lacking));
    }
  }
}

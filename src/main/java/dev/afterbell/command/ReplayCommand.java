package dev.afterbell.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.CanonicalJson;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code replay [TICKER…] --endpoint URL}: makes the stored score cards of these issuers or of all
 * again and says which are the same, a line for each issuer; exit 65 if a card of the method in
 * force is not, or if entries of a ledger cannot be read. Cards of another version of the method
 * may differ: the line says how and why.
 */
final class ReplayCommand implements Command {

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String synopsis() {
    return "[TICKER…] --endpoint URL";
  }

  @Override
  public void run(List<String> arguments, PrintStream out) {
    Arguments words = Arguments.parse(this, arguments, Set.of("endpoint"));
    Endpoint endpoint = Endpoint.of(this, words);
    List<String> broken = new ArrayList<>();
    for (String ticker : Issuers.named(this, words, endpoint)) {
      String answer = endpoint.get("/v1/ledger/" + ticker + "/replay");
      out.println(answer.strip());
      JsonNode report = CanonicalJson.parse(answer);
      Issuers.corrupt(ticker, report).ifPresent(broken::add);
      for (JsonNode card : report.path("cards")) {
        boolean own = card.path("method").equals(report.path("method"));
        if (own && !card.path("result").asText().equals("same")) {
          broken.add(ticker + " " + card.path("eventDate").asText());
        }
      }
    }
    if (!broken.isEmpty()) {
      throw CommandFailure.input(
          "replay: not the same when made again: " + String.join("; ", broken));
    }
  }
}

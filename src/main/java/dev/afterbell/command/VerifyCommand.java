package dev.afterbell.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.CanonicalJson;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/**
 * {@code verify TICKER --endpoint URL}: whether an issuer's ledger is whole; exit 65 and the break
 * if it is not.
 */
final class VerifyCommand implements Command {

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String synopsis() {
    return "TICKER --endpoint URL";
  }

  @Override
  public void run(List<String> arguments, PrintStream out) {
    Arguments words = Arguments.parse(this, arguments, Set.of("endpoint")).exactly(this, 1);
    String ticker = Words.ticker(this, words.positional().get(0)).symbol();
    Endpoint endpoint = Endpoint.of(this, words);
    String answer = endpoint.get("/v1/ledger/" + ticker + "/verification");
    JsonNode json = CanonicalJson.parse(answer);
    if (!json.path("intact").asBoolean()) {
      throw CommandFailure.input("verify: the ledger of " + ticker + " is broken: " + answer);
    }
    out.println(answer);
  }
}

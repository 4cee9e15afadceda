package dev.afterbell.flow;

import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.market.Calendars;
import dev.afterbell.score.LookedFor;
import dev.afterbell.source.Fetched;
import dev.afterbell.vault.Vault;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Takes in what was fetched as if somebody had dropped it. The original is kept in any case. */
final class FetchedIntake {

  private final EvidenceShelf shelf;
  private final Vault vault;
  private final DocumentIntake intake;

  FetchedIntake(EvidenceShelf shelf, Vault vault, Calendars calendars) {
    this.intake = new DocumentIntake(calendars);
    this.shelf = shelf;
    this.vault = vault;
  }

  /**
   * What a file may not say of itself.
   *
   * @param publisher who gave it
   * @param symbol what it is about
   */
  record About(String publisher, String symbol) {}

  /**
   * Takes in one answer.
   *
   * @param now when that is recorded
   * @throws TryAgain if it lost a race
   */
  Ending take(Fetched.Found found, About about, Issuer issuer, Instant now) {
    Map<String, String> said = new TreeMap<>();
    said.put("source-url", found.url());
    said.put("symbol", about.symbol());
    said.put("publisher", about.publisher());
    Ticker ticker = issuer.ticker();
    String path = "fetched/" + found.fileName();
    Drop drop =
        new Drop(
            new DropKey(ticker, path),
            "inbox/" + ticker + "/" + path,
            found.bytes(),
            said,
            found.fetchedAt(),
            true);
    vault.put(found.bytes());
    DocumentIntake.Result result = intake.read(drop, issuer);
    if (result instanceof DocumentIntake.Unusable unusable) {
      return Ending.of(LookedFor.Outcome.UNUSABLE, unusable.message());
    }
    DocumentIntake.Usable usable = (DocumentIntake.Usable) result;
    vault.putText(usable.evidence().extraction().document().sha256(), usable.canonicalText());
    shelf.put(usable.evidence(), issuer, now);
    return Ending.FOUND;
  }
}

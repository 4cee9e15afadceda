package dev.afterbell.source.prices;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.limit.Limits;
import dev.afterbell.source.Fetched;
import dev.afterbell.source.Fetched.Found;
import dev.afterbell.source.Fetched.Kind;
import dev.afterbell.source.Fetched.Nothing;
import dev.afterbell.source.Provider;
import dev.afterbell.source.Secrets;
import dev.afterbell.source.Web;
import dev.afterbell.source.Web.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Daily prices of Tiingo: {@code GET /tiingo/daily/<ticker>/prices?startDate=&endDate=} with the
 * token in a header, which gives a JSON list (tiingo.com/documentation/end-of-day). Listings of the
 * United States. Not tried against the live service.
 */
public final class TiingoPrices implements PriceFeed {

  /** The live service. */
  public static final URI LIVE = URI.create("https://api.tiingo.com");

  private static final Provider TIINGO = new Provider("Tiingo");

  private final Web web;
  private final URI base;
  private final Secrets secrets;

  /**
   * Makes the adapter; nothing is asked yet.
   *
   * @param web how it asks
   * @param base scheme and host
   * @param secrets where {@link Secrets#TIINGO_TOKEN} is asked for, at each fetch
   */
  public TiingoPrices(Web web, URI base, Secrets secrets) {
    this.web = web;
    this.base = base;
    this.secrets = secrets;
  }

  @Override
  public String provider() {
    return TIINGO.name();
  }

  @Override
  public Fetched daily(Ticker symbol, LocalDate from, LocalDate to, Instant now) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("Prices are asked for from a day to a later one");
    }
    Secrets.Secret secret = secrets.secret(Secrets.TIINGO_TOKEN);
    if (!(secret instanceof Secrets.Key token)) {
      return TIINGO.keyless(secret, "Tiingo's token (" + Secrets.TIINGO_TOKEN + ")");
    }
    // Classes of shares are written with a hyphen: BRK-B.
    String path = "/tiingo/daily/" + symbol.symbol().replace('.', '-') + "/prices";
    URI uri = base.resolve(path + "?startDate=" + from + "&endDate=" + to);
    Web.Request request =
        new Web.Request(
            uri,
            Map.of("Authorization", "Token " + token.value(), "Accept", "application/json"),
            Limits.PRICE_FILE_BYTES_MAX,
            Duration.ofMillis(Limits.FETCH_MILLIS_MAX));
    Web.Result result = web.get(request);
    return TIINGO
        .problem(result, "Tiingo does not know " + symbol + ".")
        .orElseGet(() -> found((Answer) result, symbol, uri, now));
  }

  private static Fetched found(Answer answer, Ticker symbol, URI uri, Instant now) {
    Optional<JsonNode> json = Provider.json(answer);
    if (json.isEmpty()) {
      return TIINGO.changed();
    }
    if (json.get().has("detail")) {
      return TIINGO.notice();
    }
    if (json.get().isArray() && json.get().isEmpty()) {
      return new Nothing("Tiingo has no prices of " + symbol + " for these days.");
    }
    return TiingoRows.is(json.get())
        ? new Found(answer.body(), Kind.PRICES, "prices-" + symbol + ".json", uri.toString(), now)
        : TIINGO.changed();
  }
}

package dev.afterbell.source.estimates;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.limit.Limits;
import dev.afterbell.source.Fetched;
import dev.afterbell.source.Fetched.Found;
import dev.afterbell.source.Fetched.Kind;
import dev.afterbell.source.Fetched.Nothing;
import dev.afterbell.source.Fetched.Reason;
import dev.afterbell.source.Provider;
import dev.afterbell.source.Secrets;
import dev.afterbell.source.Web;
import dev.afterbell.source.Web.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Estimates and earnings of Alpha Vantage: {@code GET /query?function=EARNINGS_ESTIMATES} and
 * {@code EARNINGS}, a call each (alphavantage.co/documentation). The key is part of the address,
 * which is therefore kept without it. A limit is reported with HTTP 200 and a notice that can
 * repeat the key, so no notice is kept. Not tried against the live service.
 */
public final class AlphaVantage implements EstimateFeed {

  /** The live service. */
  public static final URI LIVE = URI.create("https://www.alphavantage.co");

  private static final Provider PROVIDER = new Provider("Alpha Vantage");

  private final Web web;
  private final URI base;
  private final Secrets secrets;

  /** One of the two calls, and the member that its answer has. */
  private enum Call {
    EARNINGS_ESTIMATES(Kind.ESTIMATES, "estimates"),
    EARNINGS(Kind.EARNINGS, "quarterlyEarnings");

    private final Kind kind;
    private final String member;

    Call(Kind kind, String member) {
      this.kind = kind;
      this.member = member;
    }
  }

  /**
   * Makes the adapter; nothing is asked yet.
   *
   * @param web how it asks
   * @param base scheme and host
   * @param secrets where {@link Secrets#ALPHA_VANTAGE_KEY} is asked for, at each fetch
   */
  public AlphaVantage(Web web, URI base, Secrets secrets) {
    this.web = web;
    this.base = base;
    this.secrets = secrets;
  }

  @Override
  public String provider() {
    return PROVIDER.name();
  }

  @Override
  public Fetched estimates(Ticker symbol, Instant now) {
    return fetch(Call.EARNINGS_ESTIMATES, symbol, now);
  }

  @Override
  public Fetched earnings(Ticker symbol, Instant now) {
    return fetch(Call.EARNINGS, symbol, now);
  }

  private Fetched fetch(Call call, Ticker symbol, Instant now) {
    Secrets.Secret stored = secrets.secret(Secrets.ALPHA_VANTAGE_KEY);
    if (!(stored instanceof Secrets.Key key)) {
      return PROVIDER.keyless(stored, "Alpha Vantage's key (" + Secrets.ALPHA_VANTAGE_KEY + ")");
    }
    URI shown = base.resolve("/query?function=" + call + "&symbol=" + symbol);
    String secret = "&apikey=" + URLEncoder.encode(key.value(), StandardCharsets.UTF_8);
    Web.Request request =
        new Web.Request(
            URI.create(shown + secret),
            Map.of("Accept", "application/json"),
            Limits.ESTIMATE_FILE_BYTES_MAX,
            Duration.ofMillis(Limits.FETCH_MILLIS_MAX));
    Web.Result result = web.get(request);
    return PROVIDER
        .problem(result, "Alpha Vantage does not know " + symbol + ".")
        .orElseGet(() -> found((Answer) result, call, symbol, new Place(shown, now)));
  }

  /** Where and when something was found. */
  private record Place(URI uri, Instant at) {}

  private static Fetched found(Answer answer, Call call, Ticker symbol, Place place) {
    Optional<JsonNode> json = Provider.json(answer).filter(JsonNode::isObject);
    if (json.isEmpty()) {
      return PROVIDER.changed();
    }
    JsonNode rows = json.get().path(call.member);
    if (!rows.isArray()) {
      return withoutRows(json.get(), symbol);
    }
    if (!json.get().path("symbol").asText("").equals(symbol.symbol())) {
      return PROVIDER.changed();
    }
    return rows.isEmpty()
        ? nothing(symbol)
        : new Found(
            answer.body(),
            call.kind,
            call.kind.name().toLowerCase(Locale.ROOT) + "-" + symbol + ".json",
            place.uri().toString(),
            place.at());
  }

  private static Fetched withoutRows(JsonNode json, Ticker symbol) {
    if (json.isEmpty()) {
      return nothing(symbol);
    }
    if (List.of("Information", "Note").stream().anyMatch(json::has)) {
      return PROVIDER.notice();
    }
    return json.has("Error Message")
        ? PROVIDER.unavailable(Reason.REJECTED, "does not take the request")
        : PROVIDER.changed();
  }

  private static Nothing nothing(Ticker symbol) {
    return new Nothing("Alpha Vantage has nothing on " + symbol + ".");
  }
}

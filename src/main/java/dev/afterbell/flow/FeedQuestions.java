package dev.afterbell.flow;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.EventClock;
import dev.afterbell.score.LegKind;
import dev.afterbell.source.Fetched;
import dev.afterbell.source.estimates.EstimateFeed;
import dev.afterbell.source.prices.PriceFeed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the feeds of prices and estimates are asked for one event.
 *
 * @param record the event
 * @param prices asked for the share, its benchmark and its operating peers
 * @param estimates asked for expectations and for past earnings
 * @param now the schedule's instant
 */
record FeedQuestions(EventRecord record, PriceFeed prices, EstimateFeed estimates, Instant now) {

  /**
   * A question to a feed.
   *
   * @param leg that the answer would serve
   * @param what in words
   * @param where the provider
   * @param symbol that the answer is about
   * @param answer asks
   */
  record Question(
      LegKind leg, String what, String where, String symbol, Supplier<Fetched> answer) {}

  /** All of them, in the order in which they are asked. */
  List<Question> all() {
    List<Question> questions = new ArrayList<>(priceQuestions());
    questions.addAll(analystQuestions());
    return questions;
  }

  private List<Question> priceQuestions() {
    MarketSymbols symbols = new MarketSymbols(record.issuer());
    Set<String> own = new LinkedHashSet<>();
    own.add(record.issuer().ticker().symbol());
    own.add(symbols.benchmark());
    List<Question> questions = new ArrayList<>();
    own.forEach(symbol -> questions.add(prices(LegKind.REACTION, symbol)));
    symbols.peers().stream()
        .filter(symbol -> !own.contains(symbol))
        .forEach(symbol -> questions.add(prices(LegKind.PEERS, symbol)));
    return questions;
  }

  private Question prices(LegKind leg, String symbol) {
    EventClock clock = record.event().clock();
    LocalDate from = clock.t0().date().minusDays(Limits.PRICE_HISTORY_DAYS);
    return new Question(
        leg,
        "daily prices of " + symbol,
        prices.provider(),
        symbol,
        () ->
            Ticker.isValid(symbol)
                ? prices.daily(new Ticker(symbol), from, clock.t3().date(), now)
                : new Fetched.NotConfigured(
                    "A symbol in issuer.json that a feed knows, in place of " + symbol));
  }

  private List<Question> analystQuestions() {
    Ticker symbol = record.issuer().ticker();
    return List.of(
        new Question(
            LegKind.ANALYST,
            "consensus of " + symbol + " before and after the release",
            estimates.provider(),
            symbol.symbol(),
            () -> estimates.estimates(symbol, now)),
        new Question(
            LegKind.ANALYST,
            "earlier earnings of " + symbol + " and what was expected",
            estimates.provider(),
            symbol.symbol(),
            () -> estimates.earnings(symbol, now)));
  }
}

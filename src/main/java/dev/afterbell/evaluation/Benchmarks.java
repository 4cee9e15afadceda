package dev.afterbell.evaluation;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.market.Venue;
import java.util.Optional;

/**
 * What shares are measured against: a symbol for all, or a broad fund of each market, the one that
 * scoring takes where an issuer names none.
 *
 * @param forAll the symbol, if one is named
 */
public record Benchmarks(Optional<Ticker> forAll) {

  /** The broad fund of each market. */
  public static final Benchmarks BROAD = new Benchmarks(Optional.empty());

  /** The symbol for shares of a venue. */
  public String of(Venue venue) {
    return forAll
        .map(Ticker::symbol)
        .orElseGet(
            () ->
                switch (venue) {
                  case XNYS, XNAS -> "SPY";
                  case XHKG -> "2800";
                });
  }
}

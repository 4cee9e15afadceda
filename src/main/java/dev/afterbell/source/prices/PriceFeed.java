package dev.afterbell.source.prices;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.source.Fetched;
import java.time.Instant;
import java.time.LocalDate;

/** A provider of daily prices. */
public interface PriceFeed {

  /** The provider's name, as a reader knows it. */
  String provider();

  /**
   * Asks for the daily prices of a symbol; what is found is read by {@link PriceFile}.
   *
   * @param symbol of a listing, fund or index
   * @param from first day
   * @param to last day
   * @param now the caller's time
   * @throws IllegalArgumentException if {@code to} is before {@code from}
   */
  Fetched daily(Ticker symbol, LocalDate from, LocalDate to, Instant now);
}

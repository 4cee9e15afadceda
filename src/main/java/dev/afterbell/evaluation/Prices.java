package dev.afterbell.evaluation;

import dev.afterbell.market.PriceSeries;
import dev.afterbell.market.Venue;

/** Where prices come from. The same question gets the same answer. */
@FunctionalInterface
public interface Prices {

  /**
   * The prices of a symbol.
   *
   * @param symbol of a share, fund or index
   * @param venue in whose sessions and currency it is quoted
   */
  Answer find(String symbol, Venue venue);

  /** What came of asking. */
  sealed interface Answer {}

  /**
   * Prices.
   *
   * @param series daily closes
   * @param adjusted whether they are known to be adjusted for splits and dividends
   */
  record Found(PriceSeries series, boolean adjusted) implements Answer {}

  /** There are none. */
  record Missing() implements Answer {}

  /**
   * There are some that cannot be read.
   *
   * @param message why
   */
  record Refused(String message) implements Answer {}
}

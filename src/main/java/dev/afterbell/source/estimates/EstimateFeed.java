package dev.afterbell.source.estimates;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.source.Fetched;
import java.time.Instant;

/** A provider of what analysts expect. */
public interface EstimateFeed {

  /** The provider's name, as a reader knows it. */
  String provider();

  /**
   * Asks what is expected of an issuer; what is found is read by {@link EstimateFile}.
   *
   * @param symbol of the issuer
   * @param now the caller's time
   */
  Fetched estimates(Ticker symbol, Instant now);

  /**
   * Asks what an issuer earned for each past period, and what had been expected.
   *
   * @param symbol of the issuer
   * @param now the caller's time
   */
  Fetched earnings(Ticker symbol, Instant now);
}

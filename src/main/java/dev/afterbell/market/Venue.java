package dev.afterbell.market;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;

/**
 * A stock exchange on which an issuer's shares or depositary shares trade in regular sessions,
 * named by its market identifier code (MIC, ISO 10383).
 */
public enum Venue {
  /** New York Stock Exchange: 09:30 to 16:00 New York time, US dollars. */
  XNYS("America/New_York", LocalTime.of(9, 30), LocalTime.of(16, 0), "USD"),
  /** Nasdaq: 09:30 to 16:00 New York time, US dollars. */
  XNAS("America/New_York", LocalTime.of(9, 30), LocalTime.of(16, 0), "USD"),
  /** Stock Exchange of Hong Kong: 09:30 to 16:00 Hong Kong time, Hong Kong dollars. */
  XHKG("Asia/Hong_Kong", LocalTime.of(9, 30), LocalTime.of(16, 0), "HKD");

  private final ZoneId zone;
  private final LocalTime open;
  private final LocalTime close;
  private final Currency currency;

  Venue(String zone, LocalTime open, LocalTime close, String currency) {
    this.zone = ZoneId.of(zone);
    this.open = open;
    this.close = close;
    this.currency = Currency.getInstance(currency);
  }

  /**
   * Reads a market identifier code exactly as {@link #mic()} prints it.
   *
   * @throws IllegalArgumentException for any other text; the message lists the known codes
   */
  public static Venue parse(String mic) {
    for (Venue venue : values()) {
      if (venue.mic().equals(mic)) {
        return venue;
      }
    }
    throw new IllegalArgumentException("A venue is one of XNYS, XNAS, XHKG: " + mic);
  }

  /** The market identifier code, four capital letters. */
  public String mic() {
    return name();
  }

  /** The time zone in which the venue's dates and times of day are meant. */
  public ZoneId zone() {
    return zone;
  }

  /** Opening time of the regular session, local; a lunch break is not modelled. */
  public LocalTime regularOpen() {
    return open;
  }

  /** Closing time of a full regular session, local. */
  public LocalTime regularClose() {
    return close;
  }

  /** The currency in which prices on this venue are quoted. */
  public Currency currency() {
    return currency;
  }
}

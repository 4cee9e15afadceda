package dev.afterbell.evidence;

import dev.afterbell.filing.Cik;
import dev.afterbell.market.Venue;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/**
 * An issuer as its operator describes it ({@code issuer.json}).
 *
 * @param ticker key of its item collection, and symbol at the event venue
 * @param name legal name
 * @param displayName short name for headlines
 * @param cik SEC Central Index Key
 * @param venue event venue: the main market by turnover
 * @param listings all listings, the event venue's included
 * @param reportingCurrency ISO 4217
 * @param estimateCurrency ISO 4217, of estimates whose provider does not say it
 * @param adsRatio ordinary shares for each ADS
 * @param fiscalYearEnd month and day
 * @param benchmark symbol of its benchmark; a broad index stands in when absent
 * @param sicCode four-digit Standard Industrial Classification
 * @param country ISO 3166 alpha-2 of its main operations
 * @param peers compared companies
 * @param relatedParties parties whose dealings with the issuer the operator wants named
 */
public record Issuer(
    Ticker ticker,
    String name,
    String displayName,
    Optional<Cik> cik,
    Venue venue,
    List<Listing> listings,
    Optional<String> reportingCurrency,
    Optional<String> estimateCurrency,
    Optional<BigDecimal> adsRatio,
    MonthDay fiscalYearEnd,
    Optional<String> benchmark,
    Optional<String> sicCode,
    Optional<String> country,
    List<Peer> peers,
    List<RelatedParty> relatedParties) {

  public Issuer {
    listings = List.copyOf(listings);
    peers = List.copyOf(peers);
    relatedParties = List.copyOf(relatedParties);
  }

  /** An issuer of which no related party is described. */
  public Issuer(
      Ticker ticker,
      String name,
      String displayName,
      Optional<Cik> cik,
      Venue venue,
      List<Listing> listings,
      Optional<String> reportingCurrency,
      Optional<BigDecimal> adsRatio,
      MonthDay fiscalYearEnd,
      Optional<String> benchmark,
      Optional<String> sicCode,
      Optional<String> country,
      List<Peer> peers) {
    this(
        ticker,
        name,
        displayName,
        cik,
        venue,
        listings,
        reportingCurrency,
        Optional.empty(),
        adsRatio,
        fiscalYearEnd,
        benchmark,
        sicCode,
        country,
        peers,
        List.of());
  }

  /**
   * One listing.
   *
   * @param venue where
   * @param symbol under which symbol
   */
  public record Listing(Venue venue, String symbol) {}

  /**
   * A compared company or fund.
   *
   * @param symbol its symbol
   * @param name its name
   * @param kind what it is
   * @param sicCode four-digit SIC
   * @param country ISO 3166 alpha-2
   * @param revenueRatio its yearly revenue over the issuer's, in one currency
   * @param sharedSegmentShare share of revenue, 0 to 1, that both earn in the same segment (the
   *     smaller of the two)
   */
  public record Peer(
      String symbol,
      String name,
      PeerKind kind,
      Optional<String> sicCode,
      Optional<String> country,
      Optional<BigDecimal> revenueRatio,
      Optional<BigDecimal> sharedSegmentShare) {}

  /** What a peer is. */
  public enum PeerKind {
    OPERATING,
    CONGLOMERATE,
    ETF,
    INDEX
  }

  /**
   * A party that the operator knows to be related.
   *
   * @param name short name
   * @param tag tag of its contracts' evidence ids; derived from the name when absent
   * @param aliases other names under which documents call it
   * @param relation what it is to the issuer, e.g. {@code shareholder}
   */
  public record RelatedParty(
      String name, Optional<String> tag, List<String> aliases, Optional<String> relation) {

    public RelatedParty {
      aliases = List.copyOf(aliases);
    }
  }
}

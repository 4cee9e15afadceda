package dev.afterbell.evidence;

import java.math.BigDecimal;

/**
 * Who stands behind a piece of evidence: an Admiralty reliability letter, a tier and the half-life
 * of its freshness (docs/method.md §1).
 */
public enum SourceClass {
  /** A filing with a regulator or exchange, in the filer's own form. */
  REGULATOR_FILING("A", "1.00", 60),
  /** The issuer's own release or call, on a wire, its site, or furnished as an exhibit. */
  ISSUER_RELEASE("B", "0.90", 60),
  /** A licensed price feed and what is calculated from it. */
  PRICE_FEED("B-", "0.75", 3),
  /** A licensed estimate feed. */
  ESTIMATE_FEED("B-", "0.75", 20),
  /** Peer and benchmark figures from a licensed feed. */
  PEER_FEED("B-", "0.75", 40),
  /** A named news organisation. */
  NAMED_NEWS("C", "0.60", 5),
  /** An aggregator or a machine-written market article. */
  AGGREGATOR("D", "0.35", 5),
  /** Anonymous or social media. */
  SOCIAL("E", "0.10", 2),
  /** A publisher that cannot be judged. */
  UNKNOWN("F", "0.00", 2);

  private final String admiraltyLetter;
  private final BigDecimal tier;
  private final int halfLifeSessions;

  SourceClass(String admiraltyLetter, String tier, int halfLifeSessions) {
    this.admiraltyLetter = admiraltyLetter;
    this.tier = new BigDecimal(tier);
    this.halfLifeSessions = halfLifeSessions;
  }

  /** Reliability of the source, A (completely reliable) to F (cannot be judged). */
  public String admiraltyLetter() {
    return admiraltyLetter;
  }

  /** Tier T in [0, 1]. */
  public BigDecimal tier() {
    return tier;
  }

  /** Trading sessions after which freshness has halved. */
  public int halfLifeSessions() {
    return halfLifeSessions;
  }

  /** Whether the issuer or its regulator speaks. */
  public boolean primary() {
    return this == REGULATOR_FILING || this == ISSUER_RELEASE;
  }
}

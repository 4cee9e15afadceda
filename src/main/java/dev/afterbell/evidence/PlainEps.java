package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.util.Set;

/**
 * Earnings for a share that are called neither basic nor diluted, where that is no question: a loss
 * is the same for both, since shares that would make it smaller do not count (ASC 260-10-45-17, IAS
 * 33.41), and what an issuer adjusts it gives for diluted shares where it reports in dollars of the
 * US or Canada. Elsewhere neither is said, and neither is read.
 */
final class PlainEps {

  private static final Set<String> DILUTED_WHEN_ADJUSTED = Set.of("USD", "CAD");

  private PlainEps() {}

  /**
   * Whether earnings for a share without a word are those for diluted shares.
   *
   * @param currency ISO code
   */
  static boolean isDiluted(BigDecimal value, Basis basis, String currency) {
    return value.signum() < 0
        || (basis == Basis.NON_GAAP && DILUTED_WHEN_ADJUSTED.contains(currency));
  }
}

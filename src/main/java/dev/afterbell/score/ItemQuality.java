package dev.afterbell.score;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.SourceClass;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much one item can carry (docs/method.md §1).
 *
 * @param id the item
 * @param sourceClass who stands behind it; gives the tier and the Admiralty letter
 * @param leg the leg it can serve; absent for context
 * @param verification how far its origin was checked
 * @param specificity how many complete figures it has
 * @param directness how much it is about the issuer and this event
 * @param freshness how recent it is, in sessions
 * @param corroboration how many independent origins state the same figure
 * @param quality the weighted sum times verification, in [0, 1], four decimals
 * @param credibility Admiralty digit 1 (confirmed) to 6 (cannot be judged)
 * @param cluster the origin that it shares with its copies
 * @param novelty 1 for the first to say something, less for each copy, 0 for a copy a day later;
 *     for the order of display only
 */
public record ItemQuality(
    EvidenceId id,
    SourceClass sourceClass,
    Optional<LegKind> leg,
    Component verification,
    Component specificity,
    Component directness,
    Component freshness,
    Component corroboration,
    BigDecimal quality,
    int credibility,
    String cluster,
    BigDecimal novelty) {

  /**
   * @throws IllegalArgumentException if the quality or the digit is out of range
   */
  public ItemQuality {
    if (quality.signum() < 0 || quality.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("Quality is in [0, 1]: " + quality);
    }
    if (credibility < 1 || credibility > 6) {
      throw new IllegalArgumentException("An Admiralty digit is 1 to 6: " + credibility);
    }
  }

  /** Admiralty letter and digit, e.g. {@code B2}. */
  public String admiralty() {
    return sourceClass.admiraltyLetter() + credibility;
  }

  /** Whether its origin is fully checked and it carries at least half. */
  public boolean verified() {
    return verification.value().compareTo(BigDecimal.ONE) == 0
        && quality.compareTo(Leg.VERIFIED_QUALITY_MIN) >= 0;
  }
}

package dev.afterbell.score;

import dev.afterbell.evidence.EvidenceId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One leg of a snapshot.
 *
 * @param kind which
 * @param strength the largest quality of its items, four decimals; 0 without items
 * @param verified whether some item that may carry the leg is verified; an unverified leg counts 0
 * @param best the item that gives the strength
 * @param reason one line: why it is verified or not
 * @param lookedFor what was sought for it, and where
 */
public record Leg(
    LegKind kind,
    BigDecimal strength,
    boolean verified,
    Optional<EvidenceId> best,
    String reason,
    List<LookedFor> lookedFor) {

  /** An item below this quality verifies no leg. */
  public static final BigDecimal VERIFIED_QUALITY_MIN = new BigDecimal("0.5");

  public Leg {
    lookedFor = List.copyOf(lookedFor);
  }

  /** What it adds to evidence quality: weight times strength if verified, else 0. */
  public BigDecimal contribution() {
    return verified ? kind.weight().multiply(strength) : BigDecimal.ZERO;
  }
}

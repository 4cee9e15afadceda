package dev.afterbell.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evidence quality and its zero rules (docs/method.md §1). */
final class QualityScoring {

  private static final BigDecimal CONTRADICTED = new BigDecimal("0.5");

  private QualityScoring() {}

  static EvidenceQuality quality(
      ScoreInput input, List<Item> items, List<Leg> legs, Agreement agreement) {
    boolean contradicted = agreement.secondaryConflicts().stream().anyMatch(Figure::headline);
    BigDecimal k = contradicted ? CONTRADICTED : BigDecimal.ONE;
    BigDecimal sum = legs.stream().map(Leg::contribution).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal ungated = k.multiply(sum).setScale(4, RoundingMode.HALF_EVEN);
    List<ZeroRule> rules = zeroRules(input, items, legs, agreement);
    BigDecimal gated = rules.isEmpty() ? ungated : BigDecimal.ZERO.setScale(4);
    return new EvidenceQuality(
        input.atT3() ? Optional.of(gated) : Optional.empty(), ungated, k, rules);
  }

  private static List<ZeroRule> zeroRules(
      ScoreInput input, List<Item> items, List<Leg> legs, Agreement agreement) {
    List<Item> primary = items.stream().filter(i -> i.serves(LegKind.PRIMARY)).toList();
    List<ZeroRule> rules = new ArrayList<>();
    if (!verified(legs, LegKind.PRIMARY)) {
      rules.add(ZeroRule.Z1);
    }
    if (input.atT3()
        && !verified(legs, LegKind.REACTION)
        && !verified(legs, LegKind.ANALYST)
        && !verified(legs, LegKind.FOLLOW_UP)) {
      rules.add(ZeroRule.Z2);
    }
    if (agreement.primaryConflicts().stream().anyMatch(Figure::headline)) {
      rules.add(ZeroRule.Z3);
    }
    if (items.isEmpty()) {
      rules.add(ZeroRule.Z4);
    }
    if (!primary.isEmpty() && primary.stream().noneMatch(i -> i.evidence().entityMatched())) {
      rules.add(ZeroRule.Z5);
    }
    if (primary.stream().allMatch(i -> i.figures().isEmpty())) {
      rules.add(ZeroRule.Z6);
    }
    return rules;
  }

  static boolean verified(List<Leg> legs, LegKind kind) {
    return legs.get(kind.ordinal()).verified();
  }
}

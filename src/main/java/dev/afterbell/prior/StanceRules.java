package dev.afterbell.prior;

import dev.afterbell.score.EvidenceQuality;
import dev.afterbell.score.Flag;
import dev.afterbell.score.Severity;
import dev.afterbell.score.Uncertainty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The five stance rules; the first that holds decides (docs/method.md §3). */
final class StanceRules {

  private static final BigDecimal LEAN_MIN = new BigDecimal("0.10");
  private static final BigDecimal AXES_MIN = new BigDecimal("0.25");
  private static final BigDecimal VERY_HIGH = new BigDecimal("0.75");
  private static final BigDecimal HIGH = new BigDecimal("0.50");

  private StanceRules() {}

  static StanceReading decide(
      EvidenceQuality quality,
      Uncertainty uncertainty,
      List<Flag> flags,
      OperatingAxes axes,
      ScenarioPrior prior) {
    Optional<String> tentative = tentative(quality, uncertainty, flags);
    if (tentative.isPresent()) {
      return new StanceReading(Stance.TENTATIVE_HOLD, 1, tentative.get());
    }
    boolean tentatively = uncertainty.value().compareTo(HIGH) >= 0;
    BigDecimal lean = prior.lean();
    BigDecimal mean = axes.mean().orElse(BigDecimal.ZERO);
    String why = "bull less bear " + lean.toPlainString() + ", mean axis " + mean.toPlainString();
    if (lean.compareTo(LEAN_MIN) >= 0 && mean.compareTo(AXES_MIN) >= 0) {
      return new StanceReading(
          tentatively ? Stance.TENTATIVELY_CONSTRUCTIVE : Stance.CONSTRUCTIVE, 2, why);
    }
    if (lean.compareTo(LEAN_MIN.negate()) <= 0 && mean.compareTo(AXES_MIN.negate()) <= 0) {
      return new StanceReading(tentatively ? Stance.TENTATIVELY_CAUTIOUS : Stance.CAUTIOUS, 3, why);
    }
    if (opposite(axes)) {
      return new StanceReading(Stance.MIXED_HOLD, 4, "growth and economics point opposite ways");
    }
    return new StanceReading(Stance.HOLD, 5, why);
  }

  private static Optional<String> tentative(
      EvidenceQuality quality, Uncertainty uncertainty, List<Flag> flags) {
    String blocking =
        flags.stream()
            .filter(f -> f.severity() == Severity.BLOCK)
            .map(f -> f.code().name())
            .collect(Collectors.joining(", "));
    if (quality.pending()) {
      return Optional.of("evidence quality is pending until the close of T+3");
    }
    if (quality.value().get().signum() == 0) {
      return Optional.of("evidence quality is zero");
    }
    if (!blocking.isEmpty()) {
      return Optional.of("blocked by " + blocking);
    }
    return uncertainty.value().compareTo(VERY_HIGH) >= 0
        ? Optional.of("uncertainty is very high")
        : Optional.empty();
  }

  private static boolean opposite(OperatingAxes axes) {
    int growth = axes.growth().value().map(BigDecimal::signum).orElse(0);
    int economics = axes.economics().value().map(BigDecimal::signum).orElse(0);
    return growth * economics < 0;
  }
}

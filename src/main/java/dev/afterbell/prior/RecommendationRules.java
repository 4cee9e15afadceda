package dev.afterbell.prior;

import dev.afterbell.score.EvidenceQuality;
import dev.afterbell.score.Flag;
import dev.afterbell.score.Severity;
import dev.afterbell.score.Uncertainty;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The conditions of the formal mode; all of them, or nothing is recommended (docs/method.md §3).
 */
final class RecommendationRules {

  static final BigDecimal QUALITY_MIN = new BigDecimal("0.60");
  static final BigDecimal UNCERTAINTY_BELOW = new BigDecimal("0.50");
  static final BigDecimal MARGIN_MIN = new BigDecimal("0.08");

  private RecommendationRules() {}

  private record Scenario(String word, BigDecimal probability) {}

  static Recommendation decide(
      FormalMode mode,
      EvidenceQuality quality,
      Uncertainty uncertainty,
      List<Flag> flags,
      ScenarioPrior prior) {
    if (mode.record().isEmpty()) {
      return new Recommendation(Recommendation.NONE, "the formal mode is off");
    }
    List<Scenario> likeliest =
        Stream.of(
                new Scenario("positive", prior.bull()),
                new Scenario("neutral", prior.base()),
                new Scenario("negative", prior.bear()))
            .sorted(Comparator.comparing(Scenario::probability).reversed())
            .toList();
    BigDecimal margin = likeliest.get(0).probability().subtract(likeliest.get(1).probability());
    return unmet(quality, uncertainty, flags, margin)
        .map(why -> new Recommendation(Recommendation.NONE, why))
        .orElseGet(() -> given(likeliest.get(0), margin, mode.record().get()));
  }

  private static Recommendation given(Scenario scenario, BigDecimal margin, TrackRecord record) {
    return new Recommendation(
        "Formal view of sessions 4 to 63: " + scenario.word() + ".",
        "every condition of the formal mode is met: the likeliest scenario leads by "
            + margin.toPlainString()
            + ", on a history of "
            + record.events()
            + " scored events");
  }

  /** The first condition that is not met. */
  private static Optional<String> unmet(
      EvidenceQuality quality, Uncertainty uncertainty, List<Flag> flags, BigDecimal margin) {
    if (quality.value().map(v -> v.compareTo(QUALITY_MIN) < 0).orElse(true)) {
      return Optional.of("evidence quality is pending or below " + QUALITY_MIN);
    }
    if (uncertainty.value().compareTo(UNCERTAINTY_BELOW) >= 0) {
      return Optional.of("uncertainty is not below " + UNCERTAINTY_BELOW);
    }
    String blocking =
        flags.stream()
            .filter(f -> f.severity() == Severity.BLOCK)
            .map(f -> f.code().name())
            .collect(Collectors.joining(", "));
    if (!blocking.isEmpty()) {
      return Optional.of("blocked by " + blocking);
    }
    return margin.compareTo(MARGIN_MIN) < 0
        ? Optional.of("no scenario leads by " + MARGIN_MIN + ": " + margin.toPlainString())
        : Optional.empty();
  }
}

package dev.afterbell.snapshot;

import dev.afterbell.prior.ScoreCard;
import dev.afterbell.score.ZeroRule;
import java.math.RoundingMode;
import java.util.stream.Collectors;

/** The words under the score: why it is what it is, and what it would be without the gate. */
final class Judgement {

  private Judgement() {}

  /** One line on evidence quality, with the rule that closes the gate and the value before it. */
  static String qualityReason(ScoreCard card) {
    String ungated = card.quality().ungated().setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    if (card.quality().pending()) {
      return "pending until the close of T+3; the legs so far give " + ungated;
    }
    if (card.quality().zeroRules().isEmpty()) {
      return "the verified legs, weighted";
    }
    String rules =
        card.quality().zeroRules().stream()
            .map(r -> r.name() + ", " + reason(r))
            .collect(Collectors.joining("; "));
    return "zero by rule " + rules + ". Ungated value: " + ungated;
  }

  private static String reason(ZeroRule rule) {
    return rule.reason();
  }
}

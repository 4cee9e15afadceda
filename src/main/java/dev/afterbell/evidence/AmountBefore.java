package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds an amount that stands before its name: {@code invested $3.7 million in capital
 * expenditures}, {@code ended the quarter with $128.3 million in cash and cash equivalents}.
 */
final class AmountBefore {

  private static final CuePatterns CUES = ProseFacts.CUES;
  private static final Pattern BETWEEN = CUES.get("amount-before");
  private static final Pattern OTHER = CUES.get("other-amount");
  private static final Pattern SPENT = CUES.get("spent");
  private static final Pattern GENERATED = CUES.get("generated");
  private static final Pattern HELD = CUES.get("held");

  private AmountBefore() {}

  /** The amount of {@code m}; only what is spent, generated or held is told in this order. */
  static Optional<Figure> of(Sentence sentence, Mention m) {
    String s = sentence.folded();
    return verb(m.metric())
        .flatMap(
            verb ->
                sentence.figures().stream()
                    .filter(f -> f.kind() == Figure.Kind.MONEY && f.scaled() && f.to() <= m.from())
                    .filter(f -> BETWEEN.matcher(s.substring(f.to(), m.from())).matches())
                    .filter(f -> verb.matcher(s.substring(0, f.from())).find())
                    .filter(f -> !OTHER.matcher(s.substring(0, f.from())).find())
                    .findFirst());
  }

  private static Optional<Pattern> verb(Metric metric) {
    return switch (metric) {
      case CAPEX -> Optional.of(SPENT);
      case OPERATING_CASH_FLOW, FREE_CASH_FLOW -> Optional.of(GENERATED);
      case CASH -> Optional.of(HELD);
      default -> Optional.empty();
    };
  }
}

package dev.afterbell.prior;

import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.score.EvidenceScore;
import dev.afterbell.score.ScoreInput;
import dev.afterbell.score.Uncertainty;
import java.util.Comparator;
import java.util.stream.Stream;

/** The one way from evidence to a score card. */
public final class Scoring {

  private Scoring() {}

  /** Scores an event with the formal mode off. */
  public static ScoreCard score(ScoreInput input) {
    return score(input, FormalMode.OFF);
  }

  /**
   * Scores an event as it stood at {@code input.asOf()}. The same input gives the same card,
   * whatever the order of its evidence, on every machine.
   *
   * @throws dev.afterbell.market.CalendarExhausted if the calendar does not reach the snapshot time
   */
  public static ScoreCard score(ScoreInput input, FormalMode mode) {
    EvidenceScore score = EvidenceScore.of(input);
    EarlierResults earlier = EarlierResults.of(score, input);
    OperatingAxes axes = new AxesReader(score, earlier).read();
    SignalReader signals = new SignalReader(score, earlier);
    ScenarioPrior prior = ScenarioPrior.of(signals.read(), signals.sizeFactor());
    Uncertainty uncertainty = Uncertainty.of(prior.informationShare(), score.quality());
    return new ScoreCard(
        ScoreCard.METHOD_VERSION,
        input.calendar().version(),
        input.issuer().ticker(),
        input.event().eventDate(),
        input.asOf(),
        input.event().clock().t3().close(),
        score.evidence().stream().map(e -> inputOf(e, input)).toList(),
        history(score, earlier).map(e -> inputOf(e, input)).toList(),
        score.items(),
        score.legs(),
        score.quality(),
        uncertainty,
        score.flags(),
        axes,
        prior,
        StanceRules.decide(score.quality(), uncertainty, score.flags(), axes, prior),
        mode,
        RecommendationRules.decide(mode, score.quality(), uncertainty, score.flags(), prior));
  }

  /** Earlier results that are no items of the event. */
  private static Stream<Evidence> history(EvidenceScore score, EarlierResults earlier) {
    return earlier.documents().stream()
        .filter(e -> score.item(e.id()).isEmpty())
        .sorted(Comparator.comparing(Evidence::id));
  }

  private static ScoreCard.Input inputOf(Evidence evidence, ScoreInput input) {
    DocumentSummary document = evidence.extraction().document();
    return new ScoreCard.Input(
        evidence.id(),
        document.sha256(),
        document.canonicalSha256(),
        input.texts().containsKey(evidence.id()));
  }
}

package dev.afterbell.prior;

import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.filing.Sha256;
import dev.afterbell.score.EvidenceQuality;
import dev.afterbell.score.Fixtures;
import dev.afterbell.score.Flag;
import dev.afterbell.score.FlagCatalogue;
import dev.afterbell.score.FlagCode;
import dev.afterbell.score.LookedFor;
import dev.afterbell.score.Uncertainty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormalModeTest {

  private static final List<LookedFor> SOUGHT =
      List.of(new LookedFor("a", "b", Fixtures.T3, LookedFor.Outcome.NOTHING));

  private static final Sha256 REPORT = new Sha256("a".repeat(64));
  private static final FormalMode ON =
      FormalMode.on(new TrackRecord("m1", 5_000, new BigDecimal("0.0001"), REPORT));

  private static ScenarioPrior prior(String z) {
    List<SignalReading> readings =
        Stream.of(Signal.values())
            .map(
                s ->
                    new SignalReading(s, Optional.of(new BigDecimal(z)), "drawn", Optional.empty()))
            .toList();
    return ScenarioPrior.of(readings, BigDecimal.ONE);
  }

  private static EvidenceQuality quality(String value) {
    BigDecimal eq = new BigDecimal(value);
    return new EvidenceQuality(Optional.of(eq), eq, BigDecimal.ONE, List.of());
  }

  private static Uncertainty uncertainty(String value) {
    return new Uncertainty(new BigDecimal(value), Uncertainty.Level.MODERATE);
  }

  private static Recommendation decided(
      FormalMode mode, String eq, String u, String z, FlagCode... flags) {
    List<Flag> raised =
        Stream.of(flags).map(f -> FlagCatalogue.SHIPPED.flag(f, "detail", SOUGHT)).toList();
    return RecommendationRules.decide(mode, quality(eq), uncertainty(u), raised, prior(z));
  }

  @ParameterizedTest
  @CsvSource({
    "2, Formal view of sessions 4 to 63: positive.",
    "-2, Formal view of sessions 4 to 63: negative."
  })
  void everyConditionMet_givesTheLikeliestScenario(String z, String text) {
    Recommendation given = decided(ON, "0.6000", "0.4999", z, FlagCode.NO_REVISION);

    assertThat(given.text()).isEqualTo(text);
    assertThat(given.reason()).contains("5000 scored events");
  }

  @ParameterizedTest
  @CsvSource({
    "0.5999, 0.4999, 2, evidence quality is pending or below 0.60",
    "0.6000, 0.5000, 2, uncertainty is not below 0.50",
    "0.6000, 0.4999, 0.9, no scenario leads by 0.08: 0.0",
  })
  void oneConditionUnmet_recommendsNothingAndSaysWhich(String eq, String u, String z, String why) {
    Recommendation none = decided(ON, eq, u, z);

    assertThat(none.text()).isEqualTo("No formal recommendation provided.");
    assertThat(none.reason()).startsWith(why);
  }

  @Test
  void blockingFlag_recommendsNothing() {
    assertThat(decided(ON, "0.9000", "0.1000", "3", FlagCode.NO_FACTS))
        .isEqualTo(new Recommendation(Recommendation.NONE, "blocked by NO_FACTS"));
  }

  @Test
  void pendingQuality_recommendsNothing() {
    EvidenceQuality pending =
        new EvidenceQuality(Optional.empty(), new BigDecimal("0.9"), BigDecimal.ONE, List.of());

    assertThat(
            RecommendationRules.decide(ON, pending, uncertainty("0.1"), List.of(), prior("3"))
                .text())
        .isEqualTo(Recommendation.NONE);
  }

  @Test
  void off_recommendsNothingWhateverTheEvidence() {
    assertThat(decided(FormalMode.OFF, "1.0000", "0.0000", "3"))
        .isEqualTo(new Recommendation(Recommendation.NONE, "the formal mode is off"));
  }

  @Test
  void shippedMode_isOff() {
    assertThat(Scoring.score(input(release().build())).formalMode()).isEqualTo(FormalMode.OFF);
  }

  @ParameterizedTest
  @CsvSource({
    "m1, 4999, 0.01, 'Formal mode needs 5000 scored events, not 4999'",
    "m1, 5000, 0, 'Formal mode needs Brier skill whose lower 95% bound is above 0, not 0'",
    "m1, 9000, -0.02, 'Formal mode needs Brier skill whose lower 95% bound is above 0, not -0.02'",
    "m9, 9000, 0.01, 'Formal mode needs a history of method m1, not of m9'"
  })
  void withoutSuchAHistory_itCannotBeTurnedOn(String method, int events, String low, String why) {
    assertThatThrownBy(
            () -> FormalMode.on(new TrackRecord(method, events, new BigDecimal(low), REPORT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }

  @Test
  void card_keepsTheHistoryThatItsModeRestsOn() {
    ScoreCard card = Scoring.score(input(release().build()), ON);

    ScoreCard read =
        ScoreCardJson.read(CanonicalJson.parse(CanonicalJson.text(ScoreCardJson.write(card))));

    assertThat(read).isEqualTo(card);
    assertThat(read.formalMode()).isEqualTo(ON);
  }
}

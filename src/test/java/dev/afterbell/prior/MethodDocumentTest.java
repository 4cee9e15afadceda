package dev.afterbell.prior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evaluation.Probabilities;
import dev.afterbell.evaluation.Scenario;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.score.EvidenceQuality;
import dev.afterbell.score.EvidenceScore;
import dev.afterbell.score.Fixtures;
import dev.afterbell.score.FlagCatalogue;
import dev.afterbell.score.FlagCode;
import dev.afterbell.score.ItemQuality;
import dev.afterbell.score.LegKind;
import dev.afterbell.score.Uncertainty;
import dev.afterbell.score.WorkedExample;
import dev.afterbell.score.ZeroRule;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds docs/method.md to the code: what it prints is what the code computes. */
class MethodDocumentTest {

  private static String document;

  @BeforeAll
  static void read() throws IOException {
    document = Files.readString(Path.of("docs", "method.md"));
  }

  private static void assertStands(String text) {
    assertThat(document.replaceAll("\\s+", " ")).contains(text.replaceAll("\\s+", " "));
  }

  private static String digits(BigDecimal value, int scale) {
    return value.setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Test
  void title_namesTheVersionOfTheMethod() {
    assertThat(document).startsWith("# Method " + ScoreCard.METHOD_VERSION + "\n");
  }

  @Test
  void sources_haveTheLettersTiersAndHalfLivesOfTheCode() {
    for (SourceClass c : SourceClass.values()) {
      String name = c.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      assertStands(
          String.join(
              " | ",
              "| " + name,
              c.admiraltyLetter(),
              c.tier().toString(),
              c.halfLifeSessions() + " |"));
    }
  }

  @Test
  void legs_haveTheTextsAndWeightsOfTheCode() {
    for (LegKind leg : LegKind.values()) {
      assertStands("| " + leg.letter() + " | " + leg.text() + " | " + leg.weight() + " |");
      assertStands(leg.weight() + "·" + leg.letter());
    }
  }

  @Test
  void zeroRules_haveTheReasonsOfTheCode() {
    for (ZeroRule rule : ZeroRule.values()) {
      assertStands("| " + rule + " | " + rule.reason() + " |");
    }
  }

  @Test
  void workedExample_isWhatTheCodeComputes() {
    EvidenceScore score = score(WorkedExample.plain());
    assertStands(row(score, "PR-2026-05-27", "release"));
    assertStands(row(score, "NEWS-2026-05-27", "article"));
    assertStands(row(score, "6K-2026-04-23-BG", "6-K"));
    assertStands("**EQ = " + score.quality().value().orElseThrow() + "**, ungated");
    assertStands("ungated " + score.quality().ungated() + ".");

    EvidenceScore priced = score(WorkedExample.priced());
    assertStands("(q = " + quality(priced, "PX-2026-06-01").quality() + ")");
    assertStands("**EQ = " + priced.quality().value().orElseThrow() + "**. With a newspaper");

    EvidenceScore complete = score(WorkedExample.complete());
    assertStands("returns as well, **EQ = " + complete.quality().value().orElseThrow() + "**");
  }

  private static EvidenceScore score(List<Evidence> evidence) {
    return EvidenceScore.of(Fixtures.input(evidence.toArray(Evidence[]::new)));
  }

  private static ItemQuality quality(EvidenceScore score, String id) {
    return score.item(EvidenceId.parse(id)).orElseThrow();
  }

  private static String row(EvidenceScore score, String id, String name) {
    ItemQuality q = quality(score, id);
    return String.join(
        " | ",
        "| " + name,
        digits(q.verification().value(), 1),
        q.sourceClass().tier().toString(),
        digits(q.specificity().value(), 1),
        digits(q.directness().value(), 2),
        digits(q.freshness().value(), 3),
        digits(q.corroboration().value(), 1),
        q.quality().toString(),
        q.admiralty() + " |");
  }

  @Test
  void axes_ofTheExample_areWhatTheCodeComputes() {
    OperatingAxes axes = Scoring.score(Fixtures.input(Fixtures.release().build())).axes();

    assertStands("(growth " + axes.growth().value().orElseThrow() + ")");
    assertStands(
        "economics " + axes.economics().value().orElseThrow().toString().replace('-', '−'));
    assertStands("*" + axes.sentence().orElseThrow() + "*");
  }

  @Test
  void signals_haveTheWeightsOfTheCode() {
    for (Signal signal : Signal.values()) {
      assertThat(document.lines())
          .as(signal.text())
          .anyMatch(
              l ->
                  l.startsWith("| " + signal.text() + " |")
                      && l.endsWith("| " + signal.beta() + " |"));
    }
    BigDecimal sum =
        Arrays.stream(Signal.values())
            .map(s -> s.beta().pow(2))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertStands("Σβ² = " + sum.toPlainString());
    assertStands("above " + ScenarioPrior.BOUND);
    assertStands("± " + ScenarioPrior.BAND);
  }

  @Test
  void priors_ofTheGoldenCases_areWhatTheCodeComputes() {
    GoldenMethod.priors().forEach(line -> assertStands("| " + line + " |"));
    assertStands(ScenarioPrior.LABEL);
    assertStands(ScenarioPrior.CAVEAT);
  }

  @Test
  void uncertainty_hasTheBoundsOfTheCode() {
    assertStands("low below 0.25, moderate from 0.25, high from 0.50, very high from 0.75");
    for (String bound : List.of("0.25", "0.50", "0.75")) {
      BigDecimal at = new BigDecimal(bound);
      assertThat(level(at)).isNotEqualTo(level(at.subtract(new BigDecimal("0.0001"))));
    }
  }

  private static Uncertainty.Level level(BigDecimal value) {
    BigDecimal one = BigDecimal.ONE;
    EvidenceQuality whole = new EvidenceQuality(Optional.of(one), one, one, List.of());
    return Uncertainty.of(one.subtract(value), whole).level();
  }

  @Test
  void stances_andTheRecommendation_areThoseOfTheCode() {
    assertStands("| " + Stance.TENTATIVE_HOLD.text() + " |");
    assertStands("| " + Stance.CONSTRUCTIVE.text() + ", *tentatively*");
    assertStands("| " + Stance.CAUTIOUS.text() + ", *tentatively*");
    assertStands("| " + Stance.MIXED_HOLD.text() + " |");
    assertStands("| " + Stance.HOLD.text() + " |");
    assertStands("\"" + Recommendation.NONE + "\"");
  }

  @Test
  void formalMode_hasTheBoundsOfTheCode() {
    assertStands(
        "at least " + String.format(Locale.ROOT, "%,d", TrackRecord.EVENTS_MIN) + " scored events");
    assertStands(
        "EQ ≥ "
            + RecommendationRules.QUALITY_MIN
            + ", U < "
            + RecommendationRules.UNCERTAINTY_BELOW
            + ", no blocking flag is up");
    assertStands("leads the next by at least " + RecommendationRules.MARGIN_MIN);
  }

  @Test
  void evaluation_scoresWhatTheDocumentSays() {
    assertStands("(" + digits(brier(Probabilities.UNIFORM), 4) + " if one third is said of each)");
    ScenarioPrior four =
        GoldenMethod.prior(
            Map.of(
                Signal.EARNINGS_SURPRISE, "1.5",
                Signal.ABNORMAL_RETURN, "1.2",
                Signal.ESTIMATE_REVISION, "1",
                Signal.REVENUE_SURPRISE, "1",
                Signal.TONE, "0.5"),
            "1");
    Probabilities told =
        new Probabilities(printed(four.bear()), printed(four.base()), printed(four.bull()));
    assertStands(
        "Case 4 of §2, with the digits printed there, scores "
            + digits(brier(told), 4)
            + " if bull comes true");
  }

  private static double printed(BigDecimal probability) {
    return Double.parseDouble(digits(probability, 4));
  }

  private static BigDecimal brier(Probabilities told) {
    return BigDecimal.valueOf(told.brier(Scenario.BULL));
  }

  @Test
  void flags_haveTheSeveritiesAndTextsOfTheCatalogue() {
    FlagCatalogue flags = FlagCatalogue.SHIPPED;
    for (FlagCode code : FlagCode.values()) {
      String severity = flags.severity(code).name().toLowerCase(Locale.ROOT);
      assertThat(document.lines())
          .as(code.name())
          .anyMatch(
              l ->
                  l.startsWith("| `" + code + "` | " + severity + " | ")
                      && l.endsWith(" | " + flags.text(code) + " |"));
    }
  }
}

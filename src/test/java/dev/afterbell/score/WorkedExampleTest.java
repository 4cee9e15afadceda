package dev.afterbell.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The worked example of docs/method.md §1, to the printed digit. */
class WorkedExampleTest {

  @Test
  void items_ofTheExample_haveTheQualitiesOfTheTable() {
    EvidenceScore score = example();

    assertThat(line(score, "PR-2026-05-27"))
        .isEqualTo("V 1 S 1.0000 D 1 F 0.965936 C 0 q 0.8099 B2");
    assertThat(line(score, "NEWS-2026-05-27"))
        .isEqualTo("V 0.6 S 0.1000 D 1 F 0.659754 C 0 q 0.2349 D3");
    assertThat(line(score, "6K-2026-04-23-BG"))
        .isEqualTo("V 1 S 1.0000 D 0.5000 F 0.740549 C 0 q 0.7361 A2");
  }

  @Test
  void quality_withOnlyAnArticleOnTheReaction_isZeroByZ2AndShowsTheUngatedValue() {
    EvidenceQuality quality = example().quality();

    assertThat(quality.value().orElseThrow()).isEqualTo("0.0000");
    assertThat(quality.gate()).isZero();
    assertThat(quality.zeroRules()).containsExactly(ZeroRule.Z2);
    assertThat(quality.ungated()).isEqualTo("0.3240");
  }

  @Test
  void quality_withOurOwnPriceCalculation_is4765() {
    EvidenceScore score =
        EvidenceScore.of(Fixtures.input(WorkedExample.priced().toArray(Evidence[]::new)));

    assertThat(score.item(EvidenceId.parse("PX-2026-06-01")).orElseThrow().quality())
        .isEqualTo("0.7625");
    assertThat(score.quality().value().orElseThrow()).isEqualTo("0.4765");
    assertThat(score.quality().zeroRules()).isEmpty();
  }

  @Test
  void quality_withAllLegsAndACorroboratedRelease_is7937() {
    EvidenceScore score =
        EvidenceScore.of(Fixtures.input(WorkedExample.complete().toArray(Evidence[]::new)));

    assertThat(score.legs()).allMatch(Leg::verified);
    assertThat(score.legs().stream().map(l -> l.kind().letter() + " " + l.strength()))
        .containsExactly("P 0.8999", "R 0.7625", "A 0.7625", "F 0.6699", "B 0.6174");
    assertThat(score.quality().value().orElseThrow()).isEqualTo("0.7937");
    assertThat(score.item(EvidenceId.parse("PR-2026-05-27")).map(ItemQuality::admiralty))
        .isEqualTo(Optional.of("B1"));
  }

  @Test
  void legs_ofTheExample_sayWhatWasSoughtAndThatNoFeedIsConfigured() {
    Leg analyst = example().legs().get(LegKind.ANALYST.ordinal());

    assertThat(analyst.verified()).isFalse();
    assertThat(analyst.reason()).isEqualTo("nothing on file");
    assertThat(analyst.lookedFor())
        .extracting(
            l -> l.what() + " | " + l.where() + " | " + l.when() + " | " + l.outcome().text())
        .containsExactly(
            "analyst revision | documents on file | 2026-06-02T00:30:00Z | nothing",
            "consensus before and after the release | estimate feed | 2026-06-02T00:30:00Z"
                + " | not configured");
  }

  private static EvidenceScore example() {
    return EvidenceScore.of(Fixtures.input(WorkedExample.plain().toArray(Evidence[]::new)));
  }

  private static String line(EvidenceScore score, String id) {
    ItemQuality q = score.item(EvidenceId.parse(id)).orElseThrow();
    return String.join(
        " ",
        "V",
        q.verification().value().toString(),
        "S",
        q.specificity().value().toString(),
        "D",
        q.directness().value().toString(),
        "F",
        q.freshness().value().toString(),
        "C",
        q.corroboration().value().toString(),
        "q",
        q.quality().toString(),
        q.admiralty());
  }
}

package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.amount;
import static dev.afterbell.score.Fixtures.article;
import static dev.afterbell.score.Fixtures.at;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.prices;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentSummary.Kind;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.SourceClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceQualityTest {

  private static EvidenceQuality quality(Evidence... evidence) {
    return EvidenceScore.of(input(evidence)).quality();
  }

  private static Fixtures.Item filing(String revenue, String quote) {
    return item("6K-2026-05-27", SourceClass.REGULATOR_FILING)
        .published("2026-05-27T07:00:00-04:00")
        .kind(Kind.RESULTS)
        .period(Fixtures.QUARTER)
        .facts(amount("f1", Metric.REVENUE, revenue, quote, "1970000000"));
  }

  @Test
  void z1_withoutAVerifiedRelease_closesTheGate() {
    EvidenceQuality quality =
        quality(release().custody(Custody.ADDRESSED).build(), prices("0", "0.04").build());

    assertThat(quality.zeroRules()).containsExactly(ZeroRule.Z1);
    assertThat(quality.value().orElseThrow()).isEqualTo("0.0000");
    assertThat(quality.ungated()).isEqualTo("0.1525");
  }

  @Test
  void z2_isLiftedByAVerifiedFollowUpAlone() {
    EvidenceQuality quality = quality(release().build(), WorkedExample.followUp());

    assertThat(quality.zeroRules()).isEmpty();
    assertThat(quality.value().orElseThrow()).isEqualTo("0.3910");
  }

  @Test
  void z3_ofTwoPrimaryDocumentsThatDisagreeOnRevenue_closesTheGate() {
    assertThat(
            quality(
                    release().build(),
                    filing("2713700000", "RMB2,713.7 million").build(),
                    prices("0", "0.04").build())
                .zeroRules())
        .containsExactly(ZeroRule.Z3);
    assertThat(
            quality(
                    release().build(),
                    filing("2703741000", "2,703,741").build(),
                    prices("0", "0.04").build())
                .zeroRules())
        .isEmpty();
  }

  @Test
  void z4_withNothingDatedByThen_closesTheGate() {
    Instant early = at("2026-05-26T10:00:00-04:00");

    assertThat(EvidenceScore.of(input(early, release().build())).quality().zeroRules())
        .contains(ZeroRule.Z4);
    assertThat(EvidenceScore.of(input(early)).quality().zeroRules()).contains(ZeroRule.Z4);
    assertThat(quality(article().build()).zeroRules()).doesNotContain(ZeroRule.Z4);
  }

  @Test
  void z5_ofAResultsDocumentOfAnotherCompany_closesTheGate() {
    assertThat(quality(release().mismatched().build(), prices("0", "0.04").build()).zeroRules())
        .containsExactly(ZeroRule.Z1, ZeroRule.Z5);
  }

  @Test
  void z6_withoutACompleteFigureInTheResults_closesTheGate() {
    assertThat(
            quality(release().facts(new Fact[0]).build(), prices("0", "0.04").build()).zeroRules())
        .containsExactly(ZeroRule.Z6);
  }

  @Test
  void k_isHalfWhileASecondaryItemContradictsAHeadlineFigure() {
    Evidence paper =
        item("NEWS-2026-05-28", SourceClass.NAMED_NEWS)
            .published("2026-05-28T07:00:00-04:00")
            .custody(Custody.FETCHED)
            .publisher("Paper")
            .facts(amount("f1", Metric.REVENUE, "2600000000", "RMB2.60 billion", "1"))
            .build();
    EvidenceQuality quality = quality(release().build(), paper, prices("0", "0.04").build());

    assertThat(quality.contradictionFactor()).isEqualByComparingTo("0.5");
    assertThat(quality.value().orElseThrow()).isEqualTo("0.2382");
  }

  @Test
  void article_fetchedAndDetailed_stillNeverVerifiesTheReaction() {
    Evidence strong =
        article()
            .custody(Custody.FETCHED)
            .sourceClass(SourceClass.NAMED_NEWS)
            .facts(release().facts().toArray(Fact[]::new))
            .build();
    EvidenceScore score = EvidenceScore.of(input(release().build(), strong));
    Leg reaction = score.legs().get(LegKind.REACTION.ordinal());

    assertThat(score.item(strong.id()).orElseThrow().verified()).isTrue();
    assertThat(reaction.verified()).isFalse();
    assertThat(reaction.strength()).isPositive();
    assertThat(reaction.contribution()).isZero();
    assertThat(score.quality().zeroRules()).containsExactly(ZeroRule.Z2);
  }

  @Test
  void amendment_ofTheRelease_takesItsPlace_andALaterNoticeIsNoFollowUp() {
    Evidence amended =
        item("PR-2026-05-28", SourceClass.ISSUER_RELEASE)
            .published("2026-05-28T06:00:00-04:00")
            .kind(Kind.RESULTS)
            .period(Fixtures.QUARTER)
            .facts(amount("f1", Metric.REVENUE, "2600000000", "RMB2,600.0 million", "1"))
            .supersedes("PR-2026-05-27")
            .build();
    Evidence notice =
        item("6K-2026-05-29", SourceClass.REGULATOR_FILING)
            .published("2026-05-29T06:00:00-04:00")
            .kind(Kind.NOTICE)
            .build();
    EvidenceScore score = EvidenceScore.of(input(release().build(), amended, notice));

    assertThat(score.item(EvidenceId.parse("PR-2026-05-27"))).isEmpty();
    assertThat(score.legs().get(0).best()).contains(EvidenceId.parse("PR-2026-05-28"));
    assertThat(score.quality().zeroRules()).containsExactly(ZeroRule.Z2);
    assertThat(score.legs().get(LegKind.FOLLOW_UP.ordinal()).best()).isEmpty();
  }

  @Test
  void amendment_handedInByAPerson_doesNotReplaceAnOriginal() {
    Evidence forged = release().custody(Custody.PASTED).build();
    Evidence amended =
        new Evidence(
            EvidenceId.parse("PR-2026-05-28"),
            forged.ticker(),
            forged.sourceClass(),
            forged.provenance(),
            true,
            forged.extraction(),
            Optional.of(EvidenceId.parse("PR-2026-05-27")));

    assertThat(
            EvidenceScore.of(input(release().build(), amended))
                .item(EvidenceId.parse("PR-2026-05-27")))
        .isPresent();
  }

  @Test
  void quarterlyReport_onALaterSession_isFollowUp_andOnTheSameDayIsPrimary() {
    assertThat(legOf("10Q-2026-05-29", "2026-05-29T06:00:00-04:00")).contains(LegKind.FOLLOW_UP);
    assertThat(legOf("10Q-2026-05-27", "2026-05-27T07:00:00-04:00")).contains(LegKind.PRIMARY);
    assertThat(legOf("CALL-2026-05-27", "2026-05-27T08:00:00-04:00")).contains(LegKind.FOLLOW_UP);
  }

  private static Optional<LegKind> legOf(String id, String published) {
    Evidence report =
        item(id, SourceClass.REGULATOR_FILING)
            .published(published)
            .kind(Kind.RESULTS)
            .period(Fixtures.QUARTER)
            .build();
    return EvidenceScore.of(input(release().build(), report)).item(report.id()).orElseThrow().leg();
  }

  @Test
  void searches_thatWereMade_replaceTheNoteThatNoFeedIsConfigured() {
    ScoreInput plain = input(release().build());
    LookedFor failed =
        new LookedFor("daily prices", "price feed", plain.asOf(), LookedFor.Outcome.FAILED);
    ScoreInput searched =
        new ScoreInput(
            plain.issuer(),
            plain.event(),
            plain.evidence(),
            plain.asOf(),
            plain.calendar(),
            Map.of(),
            Map.of(LegKind.REACTION, List.of(failed)));

    assertThat(EvidenceScore.of(searched).legs().get(1).lookedFor())
        .extracting(l -> l.outcome().text())
        .containsExactly("nothing", "failed");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.7937, 0.2063, low",
    "0.86, 0.7937, 0.3174, moderate",
    "0.5, 0.5, 0.7500, very high",
    "0.5, 0.5002, 0.7499, high",
    "0.5, 1, 0.5000, high",
    "1, 0.75, 0.2500, moderate",
    "0.9, 0, 1.0000, very high"
  })
  void uncertainty_isOneLessInformationTimesQuality(
      BigDecimal information, BigDecimal quality, String value, String level) {
    Uncertainty uncertainty =
        Uncertainty.of(
            information,
            new EvidenceQuality(Optional.of(quality), quality, BigDecimal.ONE, List.of()));

    assertThat(uncertainty.value()).isEqualTo(value);
    assertThat(uncertainty.level().text()).isEqualTo(level);
  }

  @Test
  void weights_ofTheLegs_addUpToOne() {
    BigDecimal sum = BigDecimal.ZERO;
    for (LegKind kind : LegKind.values()) {
      sum = sum.add(kind.weight());
      assertThat(LegKind.parse(kind.letter())).isEqualTo(kind);
    }
    assertThat(sum).isEqualByComparingTo("1");
  }

  @Test
  void shingles_ofACopyInsideALongerText_overlapFully() {
    Shingles text = Shingles.of("A b c d e f g h i, j k l m n o p.");
    Shingles longer = Shingles.of("x y z a B c d e f g h i j k l m n o p q r s t u v w");
    Shingles other = Shingles.of("nothing of the kind is said in this one at all");

    assertThat(text.overlap(longer)).isEqualByComparingTo("1");
    assertThat(longer.copyOf(text)).isTrue();
    assertThat(text.overlap(other)).isEqualByComparingTo("0");
    assertThat(text.overlap(Shingles.of(""))).isEqualByComparingTo("0");
    assertThat(Shingles.of("too short").runs()).containsExactly("too short");
  }
}

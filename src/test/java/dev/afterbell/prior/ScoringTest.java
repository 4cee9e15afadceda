package dev.afterbell.prior;

import static dev.afterbell.score.Fixtures.article;
import static dev.afterbell.score.Fixtures.at;
import static dev.afterbell.score.Fixtures.contract;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.prices;
import static dev.afterbell.score.Fixtures.release;
import static dev.afterbell.score.Fixtures.revisions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.score.Fixtures;
import dev.afterbell.score.Flag;
import dev.afterbell.score.FlagCode;
import dev.afterbell.score.ItemQuality;
import dev.afterbell.score.LegKind;
import dev.afterbell.score.ScoreInput;
import dev.afterbell.score.Uncertainty;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoringTest {

  static ScoreCard example() {
    return Scoring.score(
        input(release().tone("0.125").unaudited().build(), article().build(), contract().build()));
  }

  static ScoreCard rich() {
    return Scoring.score(
        input(
            release().tone("0.125").build(),
            article().build(),
            contract().build(),
            prices("0.06", "0.04").build(),
            revisions("1.00", "1.05").build()));
  }

  @Test
  void score_ofTheExample_isTheWholeStory() {
    ScoreCard card = example();

    assertThat(card.methodVersion()).isEqualTo("m1");
    assertThat(card.calendarVersion()).isEqualTo(Fixtures.CALENDAR.version());
    assertThat(card.t3()).isEqualTo(at("2026-06-01T16:00:00-04:00"));
    assertThat(card.quality().value().orElseThrow()).isEqualTo("0.0000");
    assertThat(card.quality().ungated()).isEqualTo("0.3240");
    assertThat(card.uncertainty().level()).isEqualTo(Uncertainty.Level.VERY_HIGH);
    assertThat(card.axes().sentence()).contains("constructive on growth but cautious on economics");
    assertThat(card.prior().bull()).isEqualTo("0.336947");
    assertThat(card.stance())
        .isEqualTo(new StanceReading(Stance.TENTATIVE_HOLD, 1, "evidence quality is zero"));
    assertThat(card.recommendation().text()).isEqualTo("No formal recommendation provided.");
    assertThat(card.flags())
        .extracting(Flag::code)
        .containsExactly(
            FlagCode.PEER_GENERIC,
            FlagCode.FOLLOWUP_THIN,
            FlagCode.NO_REVISION,
            FlagCode.REACTION_SECONDARY,
            FlagCode.RELATED_PARTY,
            FlagCode.REACTION_PREMARKET,
            FlagCode.UNAUDITED,
            FlagCode.GUIDANCE_ABSENT);
    assertThat(card.inputs())
        .extracting(i -> i.id().toString())
        .containsExactly("6K-2026-04-23-BG", "NEWS-2026-05-27", "PR-2026-05-27");
    assertThat(card.leg(LegKind.PRIMARY).verified()).isTrue();
    assertThat(card.item(card.inputs().get(0).id()).map(ItemQuality::admiralty)).contains("A2");
    assertThat(card.flag(FlagCode.HALT)).isEmpty();
    assertThat(card.pending()).isFalse();
  }

  @Test
  void score_beforeTheCloseOfT3_isPendingAndNeverZero() {
    ScoreCard card = Scoring.score(input(at("2026-06-01T15:59:59-04:00"), release().build()));

    assertThat(card.pending()).isTrue();
    assertThat(card.quality().value()).isEmpty();
    assertThat(card.quality().ungated()).isEqualTo("0.3240");
    assertThat(card.flag(FlagCode.FOLLOWUP_THIN)).isEmpty();
    assertThat(card.uncertainty().level()).isEqualTo(Uncertainty.Level.VERY_HIGH);
  }

  @Test
  void score_withPricesAndRevisions_knowsHowLittleItKnows() {
    ScoreCard card = rich();

    assertThat(card.quality().value().orElseThrow()).isEqualTo("0.6290");
    assertThat(card.prior().informationShare()).isEqualTo("0.460317");
    assertThat(card.uncertainty().value()).isEqualTo("0.7105");
    assertThat(card.uncertainty().level().text()).isEqualTo("high");
    assertThat(card.stance().stance()).isEqualTo(Stance.MIXED_HOLD);
  }

  @Test
  void json_writtenAndRead_isTheSameCardAndTheSameBytes() {
    for (ScoreCard card : List.of(example(), rich())) {
      ObjectNode tree = ScoreCardJson.write(card);
      ScoreCard again = ScoreCardJson.read(CanonicalJson.parse(CanonicalJson.bytes(tree)));

      assertThat(again).isEqualTo(card);
      assertThat(CanonicalJson.text(ScoreCardJson.write(again)))
          .isEqualTo(CanonicalJson.text(tree));
    }
  }

  @Test
  void json_withAnyMemberMissing_isRefusedOrMeansAbsent() {
    ScoreCard card = rich();
    List<String> names = new ArrayList<>();
    ScoreCardJson.write(card).fieldNames().forEachRemaining(names::add);

    names.remove("formalMode"); // absent while it is off
    for (String name : names) {
      ObjectNode broken = ScoreCardJson.write(card);
      broken.remove(name);
      assertThatThrownBy(() -> ScoreCardJson.read(broken))
          .as(name)
          .isInstanceOf(CorruptJson.class)
          .hasMessageContaining("$." + name);
    }
  }

  @Test
  void json_saysWhatThePriorIsWorth() {
    assertThat(CanonicalJson.text(ScoreCardJson.write(example())))
        .contains("uncalibrated literature prior")
        .contains("less than 1% of the variance");
  }

  @Test
  void input_ofAnotherCompany_isRefused() {
    ScoreInput good = input(release().build());
    var stranger =
        new dev.afterbell.evidence.EarningsEvent(
            new dev.afterbell.evidence.Ticker("OTHR"),
            good.event().eventDate(),
            good.event().clock(),
            good.event().releaseKnownFrom(),
            good.event().primary());

    assertThatThrownBy(
            () ->
                new ScoreInput(
                    good.issuer(), stranger, good.evidence(), good.asOf(), good.calendar()))
        .hasMessage("The event of OTHR is not one of XMPL");
  }
}

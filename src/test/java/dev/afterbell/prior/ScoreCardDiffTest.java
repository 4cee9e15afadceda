package dev.afterbell.prior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.prior.ScoreCardDiff.Difference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScoreCardDiffTest {

  private static final ScoreCardDiff DIFF =
      ScoreCardDiff.between(ScoringTest.example(), ScoringTest.rich());

  private static List<String> names(List<Difference> differences) {
    return differences.stream().map(Difference::what).toList();
  }

  private static Difference of(List<Difference> differences, String what) {
    return differences.stream().filter(d -> d.what().equals(what)).findFirst().orElseThrow();
  }

  @Test
  void card_andItself_differInNothing() {
    ScoreCardDiff same = ScoreCardDiff.between(ScoringTest.rich(), ScoringTest.rich());

    assertThat(same.isEmpty()).isTrue();
    assertThat(same.moves()).isEmpty();
    assertThat(same.causes()).isEmpty();
    assertThat(DIFF.isEmpty()).isFalse();
  }

  @Test
  void moves_areWhatAReaderSees() {
    assertThat(names(DIFF.moves()))
        .contains(
            "evidence quality",
            "evidence quality, ungated",
            "uncertainty",
            "bull",
            "base",
            "bear",
            "bull, 80% band",
            "stance",
            "flag NO_REVISION",
            "flag REACTION_SECONDARY")
        .doesNotContain("growth axis", "economics axis", "recommendation");
    assertThat(of(DIFF.moves(), "evidence quality"))
        .isEqualTo(new Difference("evidence quality", "0.0000", "0.6290"));
    assertThat(of(DIFF.moves(), "stance").to()).isEqualTo("mixed, monitoring-style hold");
    assertThat(of(DIFF.moves(), "flag NO_REVISION").to()).isEqualTo("none");
    assertThat(of(DIFF.moves(), "bull, 80% band").from()).contains(" to ");
  }

  @Test
  void causes_areWhatTheyFollowFrom() {
    assertThat(names(DIFF.causes()))
        .contains(
            "zero rules",
            "input PX-2026-06-01",
            "input EST-2026-06-01",
            "item PX-2026-06-01 quality",
            "item PX-2026-06-01 verification",
            "leg market reaction",
            "signal estimate revision")
        .doesNotContain("method", "calendar", "T+3", "size factor");
    assertThat(of(DIFF.causes(), "zero rules")).isEqualTo(new Difference("zero rules", "Z2", ""));
    assertThat(of(DIFF.causes(), "leg market reaction").to())
        .isEqualTo("0.7625, verified, best PX-2026-06-01: verified by PX-2026-06-01");
    assertThat(of(DIFF.causes(), "leg market reaction").from())
        .startsWith("0.2349, unverified, best NEWS-2026-05-27: only NEWS-2026-05-27");
    assertThat(of(DIFF.causes(), "item PX-2026-06-01 verification").to())
        .isEqualTo("1: fetched from a configured source, matched to the issuer");
    assertThat(of(DIFF.causes(), "item PX-2026-06-01 source").to())
        .isEqualTo("B-3, cluster feed price feed");
    assertThat(of(DIFF.causes(), "input PX-2026-06-01").to()).startsWith("document ");
    assertThat(of(DIFF.causes(), "stance").from()).isEqualTo("rule 1: evidence quality is zero");
  }

  @Test
  void differences_areByName_andTurnRound() {
    ScoreCardDiff back = ScoreCardDiff.between(ScoringTest.rich(), ScoringTest.example());

    assertThat(names(DIFF.moves())).isSorted();
    assertThat(names(DIFF.causes())).isSorted();
    assertThat(Stream.concat(back.moves().stream(), back.causes().stream()))
        .containsExactlyElementsOf(
            Stream.concat(DIFF.moves().stream(), DIFF.causes().stream())
                .map(d -> new Difference(d.what(), d.to(), d.from()))
                .toList());
  }
}

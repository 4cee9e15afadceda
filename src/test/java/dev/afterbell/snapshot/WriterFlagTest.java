package dev.afterbell.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.prior.Scoring;
import dev.afterbell.score.Fixtures;
import dev.afterbell.score.Flag;
import dev.afterbell.score.FlagCode;
import dev.afterbell.score.LookedFor;
import dev.afterbell.score.ScoreInput;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a page says of a language model's text: nothing, that it passed, or why it was refused. */
class WriterFlagTest {

  private static final String TEXT = "AI text failed checks; rule-based text shown";
  private static final ModelText REFUSED =
      new ModelText.Refused(List.of("a figure without a passage", "a word of trade"));

  private static Snapshot page(ModelText text) {
    ScoreInput input = Fixtures.input(Fixtures.release().build());
    return Snapshot.of(
        new SnapshotInput(
            input.issuer(),
            input.event(),
            Scoring.score(input),
            input.evidence(),
            List.of(),
            List.of(),
            text));
  }

  @Test
  void refusedText_raisesTheFlagOnThePageAndNotOnTheCard() {
    Snapshot page = page(REFUSED);

    Flag flag =
        page.flags().stream()
            .filter(f -> f.code() == FlagCode.WRITER_FALLBACK)
            .findFirst()
            .orElseThrow();
    assertThat(flag.text()).isEqualTo(TEXT);
    assertThat(flag.detail()).isEqualTo("a figure without a passage; a word of trade");
    assertThat(flag.lookedFor())
        .containsExactly(
            new LookedFor(
                "text that passes the checks",
                "language model",
                Fixtures.T3,
                LookedFor.Outcome.UNUSABLE,
                java.util.Optional.of("a figure without a passage; a word of trade")));
    assertThat(page.card().flag(FlagCode.WRITER_FALLBACK)).isEmpty();
    assertThat(page.flags()).hasSize(page.card().flags().size() + 1);
    assertThat(page.flags()).extracting(Flag::severity).isSorted();
  }

  @Test
  void refusedText_isShownInJsonHtmlAndMarkdown() {
    Snapshot page = page(REFUSED);

    JsonNode flag =
        StreamSupport.stream(SnapshotJson.write(page).path("flags").spliterator(), false)
            .filter(f -> f.path("code").asText().equals("WRITER_FALLBACK"))
            .findFirst()
            .orElseThrow();
    assertThat(flag.path("severity").asText()).isEqualTo("INFO");
    assertThat(flag.path("text").asText()).isEqualTo(TEXT);
    assertThat(flag.at("/lookedFor/0/outcome").asText()).isEqualTo("unusable");
    assertThat(flag.at("/lookedFor/0/reason").asText()).startsWith("a figure without");
    assertThat(SnapshotHtml.write(page))
        .contains("WRITER_FALLBACK", TEXT, "a word of trade", "failed the checks and is not shown");
    assertThat(SnapshotMarkdown.write(page))
        .contains("- **" + TEXT + "** (info): WRITER_FALLBACK. a figure without a passage")
        .doesNotContain("no language model was used");
  }

  @Test
  void textThatWasNotAskedFor_raisesNothing() {
    Snapshot page = page(new ModelText.NotAsked());

    assertThat(page.flags()).isEqualTo(page.card().flags());
    assertThat(SnapshotJson.write(page).path("flags").toString()).doesNotContain("WRITER_FALLBACK");
    assertThat(SnapshotHtml.write(page)).doesNotContain("WRITER_FALLBACK");
    assertThat(SnapshotMarkdown.write(page))
        .doesNotContain("WRITER_FALLBACK")
        .contains("no language model was used");
  }

  /** A page without a word on a model has had none, as the pages of today. */
  @Test
  void input_withoutAWord_hasAskedNoModel() {
    Snapshot page = page(new ModelText.NotAsked());
    SnapshotInput input =
        new SnapshotInput(
            page.issuer(), page.event(), page.card(), page.evidence(), List.of(), List.of());

    assertThat(input.modelText()).isEqualTo(new ModelText.NotAsked());
  }

  @Test
  void comparison_ofTwoPages_namesTheFlag() {
    JsonNode diff = SnapshotDiff.between(page(new ModelText.NotAsked()), page(REFUSED));

    assertThat(diff.path("flagsRaised").toString()).isEqualTo("[\"WRITER_FALLBACK\"]");
    assertThat(diff.path("flagsCleared")).isEmpty();
  }

  @Test
  void refusal_withoutAReason_isRefused() {
    assertThatThrownBy(() -> new ModelText.Refused(List.of())).hasMessage("A refusal has a reason");
  }
}

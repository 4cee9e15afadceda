package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceJson;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.Metric;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.score.FlagCode;
import dev.afterbell.score.Uncertainty;
import dev.afterbell.score.ZeroRule;
import dev.afterbell.snapshot.Commentary;
import dev.afterbell.snapshot.Snapshot;
import dev.afterbell.snapshot.SnapshotHtml;
import dev.afterbell.snapshot.SnapshotInput;
import dev.afterbell.snapshot.SnapshotJson;
import dev.afterbell.snapshot.SnapshotMarkdown;
import dev.afterbell.snapshot.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The sample issuer from its documents to the page that analysts know, and what is mended in it.
 */
class SampleStoryTest {

  private static Desk desk;
  private static Snapshot page;

  @BeforeAll
  static void ingestAndRefresh() {
    desk = new Desk().withSample();
    desk.refresh.refresh(Desk.LATER);
    page = desk.snapshot();
  }

  @Test
  void commentary_saysWhatTheReleaseConfirmsAndWhatItShows() {
    assertThat(text(page.commentary().summary()))
        .contains("Primary evidence is constructive on growth but cautious on economics.")
        .contains(
            "The fetched May 27 company release confirms strong AI-led top-line growth and adjusted EBITDA margin expansion, but it also shows lower gross margin, heavier server and depreciation burden, ")
        .contains("RMB3.0 billion of Q1 capex plus leased assets")
        .contains(
            "A secondary market-data article flagged a sharp 23% pre-market drop after the print, while verified analyst-revision evidence remains unavailable.")
        .contains(
            "With the deterministic prior still carrying very high uncertainty and zero evidence-quality score, this stays a tentative monitoring-style hold rather than a stronger post-earnings re-rating call.");
  }

  @Test
  void events_tellTheReleaseTheArticleAndTheContract_withCitations() {
    List<Commentary.Paragraph> paragraphs = page.commentary().paragraphs();
    assertThat(paragraphs).hasSize(3);
    assertThat(text(paragraphs.get(0).statements()))
        .startsWith(
            "The May 27 company release reported total revenue of RMB2,703.7 million, up 37.2% year over year, with AI gross billing up 90% year over year and more than half of public cloud services revenue for the first time.")
        .endsWith(
            "The same release said gross margin fell to 12.8% and capex plus leased assets reached RMB3.0 billion in Q1, so the core post-print question is whether AI demand can outrun infrastructure cost pressure.");
    assertThat(paragraphs.get(0).cites().toString()).isEqualTo("[PR-2026-05-27]");
    assertThat(text(paragraphs.get(1).statements()))
        .contains(
            "23% pre-market",
            "earnings-miss reaction",
            "a real monitoring input, not enough by itself to prove a durable thesis change");
    assertThat(paragraphs.get(1).cites().toString()).isEqualTo("[NEWS-2026-05-27]");
    assertThat(text(paragraphs.get(2).statements()))
        .startsWith("The April 23 6-K revised Xiaomi cloud-service")
        .contains(
            "extended the hardware-procurement term through December 31, 2027, and added API-related services, supporting scale visibility while leaving related-party concentration and hardware sourcing central to the longer-term risk-reward");
    assertThat(paragraphs.get(2).cites().toString()).isEqualTo("[6K-2026-04-23-XM]");
  }

  @Test
  void flags_carryTheKnownTextsAndWhatWasLookedFor() {
    ScoreCard card = page.card();
    assertThat(card.flag(FlagCode.PEER_GENERIC).orElseThrow().text())
        .isEqualTo("peer set is too generic or lacks enough direct operating comparators");
    assertThat(card.flag(FlagCode.FOLLOWUP_THIN).orElseThrow().text())
        .isEqualTo(
            "later post-earnings follow-up lacks concrete company-source and analyst/market reaction evidence");
    assertThat(card.flag(FlagCode.FOLLOWUP_THIN).orElseThrow().lookedFor()).isNotEmpty();
  }

  @Test
  void judgement_isZeroWithItsReason_andTheWorkedExamplesValues() {
    ScoreCard card = page.card();
    assertThat(card.recommendation().text()).isEqualTo("No formal recommendation provided.");
    assertThat(card.stance().stance().text()).isEqualTo("tentative monitoring-style hold");
    assertThat(card.quality().value().orElseThrow()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(card.quality().zeroRules()).containsExactly(ZeroRule.Z2);
    assertThat(card.quality().ungated()).isEqualByComparingTo("0.3240");
    assertThat(card.uncertainty().level()).isEqualTo(Uncertainty.Level.VERY_HIGH);
    assertThat(
            card.items().stream()
                .collect(
                    Collectors.toMap(i -> i.id().toString(), i -> i.quality().toPlainString())))
        .containsEntry("PR-2026-05-27", "0.8099")
        .containsEntry("NEWS-2026-05-27", "0.2349");
  }

  @Test
  void everyRendering_saysItAll() {
    String markdown = SnapshotMarkdown.write(page);
    String html = SnapshotHtml.write(page);
    assertThat(markdown)
        .contains(
            "[#PR-2026-05-27]",
            "[#6K-2026-04-23-XM]",
            "No formal recommendation provided.",
            "Ungated value: 0.3240",
            "80% band");
    assertThat(html)
        .contains(
            "[#PR-2026-05-27]",
            "href=\"/v1/evidence/KC/PR-2026-05-27.html#b",
            "Z2",
            "0.3240",
            "80% band");
    assertThat(CanonicalJson.text(SnapshotJson.write(page)))
        .contains("\"schema\":\"afterbell.snapshot/1\"", "RMB2,703.7 million");
  }

  @Test
  void oneQuery_isAllASnapshotReads() {
    desk.store.dynamo.reset();
    AssembleSnapshot.Assembled assembled =
        desk.assemble.ofEvent(Desk.TICKER, Desk.EVENT, Optional.empty(), Desk.LATER);
    assertThat(assembled.snapshot()).isPresent();
    assertThat(desk.store.dynamo.count("query")).isEqualTo(1);
    assertThat(desk.store.dynamo.total()).isEqualTo(1);
    assertThat(assembled.cost().queries()).isEqualTo(1);
  }

  @Test
  void storedFactWithoutItsSpan_isRefusedInEverySentence() {
    Evidence release =
        page.evidence().stream()
            .filter(e -> e.id().toString().equals("PR-2026-05-27"))
            .findFirst()
            .orElseThrow();
    ObjectNode stored = EvidenceJson.toJson(release);
    Fact revenue =
        release.extraction().facts().stream()
            .filter(
                f ->
                    f.metric() == Metric.REVENUE
                        && f.role() == Fact.Role.LEVEL
                        && f.segment().isEmpty())
            .findFirst()
            .orElseThrow();
    stored
        .path("extraction")
        .path("facts")
        .forEach(
            f -> {
              if (f.path("id").asText().equals(revenue.id())) {
                ((ObjectNode) f).remove("span");
              }
            });
    List<Evidence> evidence =
        page.evidence().stream()
            .map(e -> e.id().equals(release.id()) ? EvidenceJson.fromJson(stored) : e)
            .toList();
    Snapshot without =
        Snapshot.of(
            new SnapshotInput(page.issuer(), page.event(), page.card(), evidence, List.of()));
    assertThat(SnapshotMarkdown.write(without))
        .doesNotContain("RMB2,703.7 million")
        .contains("SENTENCE_REFUSED");
    assertThat(without.commentary().refused())
        .anyMatch(r -> r.reason().contains("revenue") && r.reason().contains("no place"));
  }

  @Test
  void beforeT3_isPendingNeverZero() {
    Snapshot early =
        desk.assemble
            .ofEvent(
                Desk.TICKER,
                Desk.EVENT,
                Optional.of(Instant.parse("2026-05-27T20:00:00Z")),
                Desk.LATER)
            .snapshot()
            .orElseThrow();
    assertThat(early.card().quality().pending()).isTrue();
    assertThat(SnapshotMarkdown.write(early))
        .contains("pending")
        .doesNotContain("evidence quality | 0.00");
  }

  @Test
  void beforeTheRelease_thereIsNoPage() {
    assertThat(
            desk.assemble
                .ofEvent(
                    Desk.TICKER,
                    Desk.EVENT,
                    Optional.of(Instant.parse("2026-05-27T10:00:00Z")),
                    Desk.LATER)
                .snapshot())
        .isEmpty();
  }

  @Test
  void secondRefresh_changesNothing() {
    RefreshEvidence.Outcome again = desk.refresh.refresh(Desk.LATER);
    assertThat(again.scored()).isEmpty();
    assertThat(again.failed()).isEmpty();
    assertThat(desk.intact()).isTrue();
  }

  private static String text(List<Statement> statements) {
    return statements.stream().map(Statement::text).collect(Collectors.joining(" "));
  }
}

package dev.afterbell.prior;

import static dev.afterbell.score.Fixtures.CNY;
import static dev.afterbell.score.Fixtures.dec;
import static dev.afterbell.score.Fixtures.passage;
import static dev.afterbell.score.Fixtures.quarter;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Extraction;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Guidance;
import dev.afterbell.evidence.GuidanceWithdrawal;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.score.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuidanceChangesTest {

  private static final FactPeriod NEXT = quarter("2026-04-01", "2026-06-30");

  private static Guidance guidance(Metric metric, FactPeriod period, String low, String high) {
    return new Guidance(
        metric,
        Basis.GAAP,
        dec(low),
        dec(high),
        CNY,
        period,
        Optional.empty(),
        passage(low + " to " + high));
  }

  private static Evidence earlier(String id, Guidance... guidance) {
    return Fixtures.item(id, SourceClass.ISSUER_RELEASE).guidance(guidance).build();
  }

  private static Evidence now(Guidance... guidance) {
    return release().guidance(guidance).build();
  }

  private static Evidence withdrawing(GuidanceWithdrawal... withdrawn) {
    Evidence plain = release().build();
    Extraction e = plain.extraction();
    return new Evidence(
        plain.id(),
        plain.ticker(),
        plain.sourceClass(),
        plain.provenance(),
        plain.entityMatched(),
        new Extraction(
            e.document(),
            e.facts(),
            e.guidance(),
            List.of(withdrawn),
            e.events(),
            e.tone(),
            e.gaps()),
        plain.supersedes());
  }

  @ParameterizedTest
  @CsvSource({
    "1010, 1030, raised",
    "980, 1010, lowered",
    "1000, 1020, maintained",
    "1005, 1015, narrowed"
  })
  void range_againstTheSameBefore_isToldWithItsDocument(String low, String high, String action) {
    Evidence before = earlier("PR-2026-03-20", guidance(Metric.REVENUE, NEXT, "1000", "1020"));

    assertThat(
            GuidanceChanges.told(
                List.of(now(guidance(Metric.REVENUE, NEXT, low, high))), List.of(before)))
        .contains("revenue to 2026-06-30 " + action + " since PR-2026-03-20");
  }

  @Test
  void range_isComparedWithTheLatestDocumentThatHasIt() {
    List<Evidence> before =
        List.of(
            earlier("PR-2026-03-20", guidance(Metric.EBITDA, NEXT, "10", "20")),
            earlier("PR-2025-11-19", guidance(Metric.REVENUE, NEXT, "900", "950")),
            earlier("PR-2025-08-20", guidance(Metric.REVENUE, NEXT, "2000", "2100")));

    List<GuidanceChanges.Change> changes =
        GuidanceChanges.of(List.of(now(guidance(Metric.REVENUE, NEXT, "1000", "1020"))), before);

    assertThat(changes)
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.before()).isEqualTo(EvidenceId.parse("PR-2025-11-19"));
              assertThat(c.action()).isEqualTo(Guidance.Action.RAISED);
              assertThat(c.guidance().low()).isEqualByComparingTo("1000");
            });
  }

  @Test
  void range_withoutALastDayOrAnyBefore_isNotCompared() {
    FactPeriod endless = new FactPeriod(FactPeriod.Kind.FY, Optional.empty(), Optional.empty());
    Evidence before = earlier("PR-2026-03-20", guidance(Metric.REVENUE, endless, "1000", "1020"));

    assertThat(
            GuidanceChanges.told(
                List.of(now(guidance(Metric.REVENUE, endless, "1100", "1200"))), List.of(before)))
        .isEmpty();
    assertThat(
            GuidanceChanges.told(
                List.of(now(guidance(Metric.REVENUE, NEXT, "1100", "1200"))), List.of(before)))
        .isEmpty();
    assertThat(GuidanceChanges.told(List.of(now()), List.of(before))).isEmpty();
  }

  @Test
  void threeChanges_areTold_andNoMore() {
    Metric[] metrics = {Metric.REVENUE, Metric.EBITDA, Metric.NET_INCOME, Metric.GROSS_PROFIT};
    Guidance[] before = new Guidance[metrics.length];
    Guidance[] after = new Guidance[metrics.length];
    for (int i = 0; i < metrics.length; i++) {
      before[i] = guidance(metrics[i], NEXT, "10", "20");
      after[i] = guidance(metrics[i], NEXT, "11", "21");
    }

    String told =
        GuidanceChanges.told(List.of(now(after)), List.of(earlier("PR-2026-03-20", before)))
            .orElseThrow();

    assertThat(told.split("; ")).hasSize(3).allMatch(c -> c.endsWith("since PR-2026-03-20"));
    assertThat(told).startsWith("revenue").doesNotContain("gross profit");
  }

  @Test
  void guidanceTakenBack_isToldWithWhatTheSentenceSays() {
    GuidanceWithdrawal all =
        new GuidanceWithdrawal(Optional.empty(), Basis.GAAP, Optional.empty(), passage("all"));
    GuidanceWithdrawal one =
        new GuidanceWithdrawal(
            Optional.of(Metric.NET_INCOME), Basis.GAAP, Optional.of(NEXT), passage("one"));

    assertThat(GuidanceChanges.told(List.of(withdrawing(all)), List.of()))
        .contains("guidance withdrawn");
    assertThat(GuidanceChanges.told(List.of(withdrawing(one, all, all)), List.of()))
        .contains("net income to 2026-06-30 withdrawn; guidance withdrawn");
  }
}

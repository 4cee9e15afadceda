package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.CNY;
import static dev.afterbell.score.Fixtures.QUARTER;
import static dev.afterbell.score.Fixtures.adjusted;
import static dev.afterbell.score.Fixtures.amount;
import static dev.afterbell.score.Fixtures.contract;
import static dev.afterbell.score.Fixtures.dec;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.passage;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.DocumentEvent.ContractEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Extraction;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Gap;
import dev.afterbell.evidence.Guidance;
import dev.afterbell.evidence.GuidanceWithdrawal;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.SourceClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the flags on documents say of what they found, and what they pass over. */
class DocumentFlagsTest {

  private static final Map<Gap.Reason, FlagCode> FLAG_OF_GAP =
      Map.of(
          Gap.Reason.FX_CHECK, FlagCode.FX_CHECK,
          Gap.Reason.UNIT_AMBIGUOUS, FlagCode.UNIT_AMBIGUOUS,
          Gap.Reason.PERIOD_AMBIGUOUS, FlagCode.PERIOD_AMBIGUOUS,
          Gap.Reason.GROWTH_CHECK, FlagCode.GROWTH_CHECK,
          Gap.Reason.NONGAAP_ONLY, FlagCode.NONGAAP_ONLY);

  private static Optional<String> detail(FlagCode code, Evidence... evidence) {
    return EvidenceScore.of(input(evidence)).flags().stream()
        .filter(f -> f.code() == code)
        .map(Flag::detail)
        .findFirst();
  }

  private static Evidence followUp(String id) {
    return item(id, SourceClass.REGULATOR_FILING)
        .published("2026-05-28T08:00:00-04:00")
        .gap(Gap.Reason.FX_CHECK, "elsewhere")
        .unaudited()
        .build();
  }

  /** A gap raises the flag of its own reason and no other. */
  @ParameterizedTest
  @EnumSource(Gap.Reason.class)
  void gap_raisesItsOwnFlagOnly(Gap.Reason reason) {
    Evidence gapped = release().gap(reason, "what is the matter").build();

    assertThat(EvidenceScore.of(input(gapped)).flags())
        .extracting(Flag::code)
        .filteredOn(FLAG_OF_GAP::containsValue)
        .isEqualTo(Optional.ofNullable(FLAG_OF_GAP.get(reason)).stream().toList());
  }

  @ParameterizedTest
  @EnumSource(
      value = Gap.Reason.class,
      names = {"FX_CHECK", "UNIT_AMBIGUOUS", "PERIOD_AMBIGUOUS", "GROWTH_CHECK"})
  void flag_ofAGap_tellsItsDetail(Gap.Reason reason) {
    Evidence gapped = release().gap(reason, "what is the matter").build();

    assertThat(detail(FLAG_OF_GAP.getOrDefault(reason, FlagCode.HALT), gapped))
        .contains("what is the matter");
  }

  /** Only the results document is held to it. */
  @Test
  void gap_ofAFollowUp_raisesNothing() {
    Evidence later = followUp("6K-2026-05-28");

    assertThat(detail(FlagCode.FX_CHECK, release().build(), later)).isEmpty();
    assertThat(detail(FlagCode.UNAUDITED, release().build(), later)).isEmpty();
    assertThat(detail(FlagCode.UNAUDITED, release().unaudited().build(), later))
        .contains("PR-2026-05-27 calls its figures unaudited");
  }

  @Test
  void periodAmbiguous_ofAFigureWithoutALastDay_namesTheMetricAndSaysThatNoneIsGiven() {
    Fact known = amount("f1", Metric.REVENUE, "5", "5", "4");
    Fact open =
        new Fact(
            known.id(),
            known.metric(),
            known.label(),
            known.value(),
            known.unit(),
            new FactPeriod(FactPeriod.Kind.QTD, Optional.empty(), Optional.empty()),
            known.basis(),
            known.role(),
            known.attribution(),
            known.segment(),
            known.comparator(),
            known.checks(),
            known.place(),
            known.passage());

    assertThat(EvidenceScore.of(input(release().facts(open).build())).flags())
        .filteredOn(f -> f.code() == FlagCode.PERIOD_AMBIGUOUS)
        .singleElement()
        .satisfies(f -> assertThat(f.text()).isEqualTo("period of revenue is unclear"))
        .satisfies(f -> assertThat(f.detail()).contains("no last day is given"));
    assertThat(
            detail(
                FlagCode.PERIOD_AMBIGUOUS,
                release().facts(open).gap(Gap.Reason.PERIOD_AMBIGUOUS, "which quarter").build()))
        .contains("which quarter");
  }

  /** What an adjusted figure is read against need not bear its name (docs/method.md §4). */
  @ParameterizedTest
  @CsvSource({
    "EBITDA,     NET_INCOME, false",
    "EBITDA,     REVENUE,    true",
    "NET_INCOME, NET_INCOME, false",
    "NET_INCOME, REVENUE,    true",
    "EPS_BASIC,  EPS_DILUTED, false",
  })
  void nonGaapOnly_isRaisedUnlessAFigureUnderTheFrameworkStandsBesideIt(
      Metric adjusted, Metric beside, boolean raised) {
    Evidence release =
        release()
            .facts(adjusted("f1", adjusted, "5", "5", "4"), amount("f2", beside, "6", "6", "5"))
            .build();

    assertThat(detail(FlagCode.NONGAAP_ONLY, release).isPresent()).isEqualTo(raised);
  }

  /** Two adjusted figures do not make up for the one that is missing. */
  @Test
  void nonGaapOnly_ofTheSameMeasureTwice_isRaised() {
    Evidence release =
        release()
            .facts(
                adjusted("f1", Metric.NET_INCOME, "5", "5", "4"),
                adjusted("f2", Metric.NET_INCOME, "6", "6", "5"))
            .build();

    assertThat(detail(FlagCode.NONGAAP_ONLY, release)).isPresent();
  }

  private static Evidence withdrawing(Evidence release) {
    Extraction e = release.extraction();
    return new Evidence(
        release.id(),
        release.ticker(),
        release.sourceClass(),
        release.provenance(),
        release.entityMatched(),
        new Extraction(
            e.document(),
            e.facts(),
            e.guidance(),
            List.of(
                new GuidanceWithdrawal(
                    Optional.empty(), Basis.GAAP, Optional.empty(), passage("withdraws"))),
            e.events(),
            e.tone(),
            e.gaps()),
        release.supersedes());
  }

  @Test
  void guidanceAbsent_tellsWithdrawnFromNeverGiven() {
    Evidence silent = release().build();

    assertThat(detail(FlagCode.GUIDANCE_ABSENT, silent)).contains("PR-2026-05-27 gives none");
    assertThat(detail(FlagCode.GUIDANCE_ABSENT, withdrawing(silent)))
        .contains("PR-2026-05-27 withdraws it");
  }

  @Test
  void guidance_inTheFollowUpOfTheIssuer_isGuidance() {
    Guidance guidance =
        new Guidance(
            Metric.REVENUE,
            Basis.GAAP,
            dec("1"),
            dec("2"),
            CNY,
            QUARTER,
            Optional.empty(),
            passage("1 to 2"));
    Fixtures.Item call =
        item("CALL-2026-05-27", SourceClass.ISSUER_RELEASE)
            .published("2026-05-27T08:00:00-04:00")
            .guidance(guidance);

    assertThat(detail(FlagCode.GUIDANCE_ABSENT, release().build(), call.build())).isEmpty();
    assertThat(detail(FlagCode.GUIDANCE_ABSENT, release().build(), call.mismatched().build()))
        .contains("PR-2026-05-27 gives none");
  }

  @Test
  void relatedParty_isRaisedForTermsWithAConnectedPersonOnly() {
    ContractEvent c = (ContractEvent) contract().build().extraction().events().get(0);
    ContractEvent stranger =
        new ContractEvent(
            c.actions(),
            c.signed(),
            c.counterparty(),
            c.instrument(),
            false,
            c.caps(),
            c.extensions(),
            c.added(),
            c.holding(),
            c.passage());

    assertThat(detail(FlagCode.RELATED_PARTY, contract().build()))
        .contains("6K-2026-04-23-BG changed terms with a connected person within 90 days");
    assertThat(detail(FlagCode.RELATED_PARTY, contract().events(stranger).build())).isEmpty();
    assertThat(detail(FlagCode.RELATED_PARTY, release().build())).isEmpty();
  }
}

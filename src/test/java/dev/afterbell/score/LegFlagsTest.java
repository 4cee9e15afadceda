package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.CALENDAR;
import static dev.afterbell.score.Fixtures.T3;
import static dev.afterbell.score.Fixtures.amount;
import static dev.afterbell.score.Fixtures.article;
import static dev.afterbell.score.Fixtures.at;
import static dev.afterbell.score.Fixtures.direct;
import static dev.afterbell.score.Fixtures.event;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.issuer;
import static dev.afterbell.score.Fixtures.issuerWithout;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.peer;
import static dev.afterbell.score.Fixtures.peers;
import static dev.afterbell.score.Fixtures.prices;
import static dev.afterbell.score.Fixtures.release;
import static dev.afterbell.score.Fixtures.revisions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentSummary.Kind;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.Issuer.Peer;
import dev.afterbell.evidence.Issuer.PeerKind;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.SourceClass;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the flags on legs and peers say of what they found, and what they pass over. */
class LegFlagsTest {

  private static final Peer FUND = peer("F1", PeerKind.ETF, "0", "US", "1", "0");

  private static Optional<Flag> flag(FlagCode code, ScoreInput input) {
    return EvidenceScore.of(input).flags().stream().filter(f -> f.code() == code).findFirst();
  }

  private static Optional<Flag> flag(FlagCode code, Evidence... evidence) {
    return flag(code, input(evidence));
  }

  private static Optional<Flag> generic(Peer... peers) {
    return flag(
        FlagCode.PEER_GENERIC,
        new ScoreInput(issuer(peers), event(), List.of(release().build()), T3, CALENDAR));
  }

  @Test
  void peerGeneric_withHalfOfThePeersFunds_isNotRaised_andWithMoreIs() {
    Peer a = direct("A");
    Peer b = direct("B");
    Peer c = direct("C");

    assertThat(generic(a, b, c, FUND, FUND, FUND)).isEmpty();
    assertThat(generic(a, b, c, FUND, FUND, FUND, FUND)).isPresent();
  }

  @Test
  void peerGeneric_tellsNoDirectPeerFromTooFew() {
    assertThat(generic(direct("A"), FUND).orElseThrow().lookedFor().get(0).outcome())
        .isEqualTo(LookedFor.Outcome.UNUSABLE);
    assertThat(generic(FUND).orElseThrow().lookedFor().get(0).outcome())
        .isEqualTo(LookedFor.Outcome.NOTHING);
    assertThat(generic(FUND).orElseThrow().detail())
        .isEqualTo("1 peer: 0 direct, 1 funds, indices or conglomerates");
    assertThat(generic().orElseThrow().lookedFor().get(0).where()).isEqualTo("issuer profile");
  }

  /** What neither profile states is no likeness. */
  @Test
  void directPeer_ofWhichLittleIsKnown_isNotDirect() {
    Issuer unknown = issuerWithout("sicCode", "country");
    Peer d = direct("A");
    Peer bare =
        new Peer(
            "A",
            "A",
            PeerKind.OPERATING,
            Optional.empty(),
            Optional.empty(),
            d.revenueRatio(),
            d.sharedSegmentShare());
    Peer alike =
        new Peer(
            "A",
            "A",
            PeerKind.OPERATING,
            d.sicCode(),
            d.country(),
            Optional.empty(),
            Optional.empty());

    assertThat(PeerFlag.direct(unknown, bare)).isFalse();
    assertThat(PeerFlag.direct(unknown, d)).isFalse();
    assertThat(PeerFlag.direct(issuer(), alike)).isFalse();
    assertThat(PeerFlag.direct(issuer(), d)).isTrue();
  }

  /** Without a follow-up both the reaction and a revision are needed. */
  @Test
  void followUpThin_withOnlyOneOfReactionAndRevision_isRaisedAndNamesTheOther() {
    Evidence prices = prices("0", "0.04").build();
    Evidence revisions = revisions("1", "1").build();

    assertThat(flag(FlagCode.FOLLOWUP_THIN, release().build(), prices).orElseThrow().detail())
        .isEqualTo("issuer follow-up: nothing on file; analyst revision: nothing on file");
    assertThat(flag(FlagCode.FOLLOWUP_THIN, release().build(), revisions).orElseThrow().detail())
        .isEqualTo("issuer follow-up: nothing on file; market reaction: nothing on file");
    assertThat(flag(FlagCode.FOLLOWUP_THIN, release().build(), prices, revisions)).isEmpty();
  }

  /** Any of the three alone lifts Z2. */
  @Test
  void z2_isLiftedByTheReactionOrByARevisionAlone_andNotByPeers() {
    Evidence compared = peers("PEER-2026-06-01", "2026-06-01T20:30:00-04:00", 6).build();

    assertThat(zeroRules(prices("0", "0.04").build())).isEmpty();
    assertThat(zeroRules(revisions("1", "1").build())).isEmpty();
    assertThat(zeroRules(compared)).containsExactly(ZeroRule.Z2);
  }

  private static List<ZeroRule> zeroRules(Evidence beside) {
    return EvidenceScore.of(input(release().build(), beside)).quality().zeroRules();
  }

  @Test
  void z2_beforeTheCloseOfTPlusThree_doesNotHold_andQualityIsPending() {
    EvidenceQuality before =
        EvidenceScore.of(input(at("2026-06-01T15:59:59-04:00"), release().build())).quality();
    EvidenceQuality then =
        EvidenceScore.of(input(at("2026-06-01T16:00:00-04:00"), release().build())).quality();

    assertThat(before.pending()).isTrue();
    assertThat(before.zeroRules()).isEmpty();
    assertThat(before.gate()).isEqualTo(1);
    assertThat(then.pending()).isFalse();
    assertThat(then.zeroRules()).containsExactly(ZeroRule.Z2);
    assertThat(then.gate()).isZero();
  }

  @Test
  void z5AndZ6_needThatNoResultsDocumentIsOfTheIssuerOrHasAFigure() {
    Evidence stranger = results("6K-2026-05-27").mismatched().build();
    Evidence empty = results("6K-2026-05-28").build();

    assertThat(zeroRules(stranger)).containsExactly(ZeroRule.Z2);
    assertThat(zeroRules(empty)).containsExactly(ZeroRule.Z2);
    assertThat(EvidenceScore.of(input(article().build())).quality().zeroRules())
        .containsExactly(ZeroRule.Z1, ZeroRule.Z2, ZeroRule.Z6);
    assertThat(flag(FlagCode.NO_FACTS, release().build(), empty)).isEmpty();
    assertThat(
            flag(FlagCode.NO_FACTS, release().facts(new Fact[0]).build(), empty)
                .orElseThrow()
                .detail())
        .isEqualTo("PR-2026-05-27, 6K-2026-05-28 holds none");
  }

  private static Fixtures.Item results(String id) {
    return item(id, SourceClass.REGULATOR_FILING)
        .published("2026-05-28T07:00:00-04:00")
        .kind(Kind.RESULTS)
        .period(Fixtures.QUARTER);
  }

  @Test
  void entityMismatch_namesTheStrangersAlone() {
    Evidence stranger = results("6K-2026-05-28").mismatched().build();
    Flag flag = flag(FlagCode.ENTITY_MISMATCH, release().build(), stranger).orElseThrow();

    assertThat(flag.detail())
        .isEqualTo("6K-2026-05-28 names neither the issuer's CIK, name nor ticker");
    assertThat(flag.lookedFor().get(0).where()).isEqualTo("6K-2026-05-28");
  }

  @Test
  void factConflict_namesTheMeasureTheValuesAndTheDocumentsThatDisagree() {
    Evidence other =
        results("6K-2026-05-28")
            .facts(amount("f1", Metric.REVENUE, "2713700000", "RMB2,713.7 million", "1"))
            .build();
    Evidence apart =
        results("6K-2026-05-29")
            .facts(amount("f1", Metric.CAPEX, "2713700000", "RMB2,713.7 million", "1"))
            .build();
    Flag flag =
        flag(FlagCode.FACT_CONFLICT, release().build(), other, apart, article().build())
            .orElseThrow();

    assertThat(flag.detail())
        .isEqualTo(
            "revenue|LEVEL||||CNY|QTD to 2026-03-31 = 2703700000;"
                + " revenue|LEVEL||||CNY|QTD to 2026-03-31 = 2713700000");
    assertThat(flag.lookedFor().get(0).where()).isEqualTo("PR-2026-05-27, 6K-2026-05-28");
  }

  /** A contradiction on what is no headline is told, and closes nothing. */
  @ParameterizedTest
  @CsvSource({"REVENUE, true", "CAPEX_AND_LEASED_ASSETS, false"})
  void contradiction_closesTheGateOnAHeadlineFigureOnly(Metric metric, boolean closes) {
    Evidence other = results("6K-2026-05-28").facts(amount("f1", metric, "99", "99", "1")).build();
    Evidence paper =
        item("NEWS-2026-05-28", SourceClass.NAMED_NEWS)
            .published("2026-05-28T07:00:00-04:00")
            .publisher("Paper")
            .facts(amount("f1", metric, "99", "99", "1"))
            .build();

    assertThat(flag(FlagCode.FACT_CONFLICT, release().build(), other)).isPresent();
    assertThat(zeroRules(other).contains(ZeroRule.Z3)).isEqualTo(closes);
    assertThat(EvidenceScore.of(input(release().build(), paper)).quality().contradictionFactor())
        .isEqualByComparingTo(closes ? "0.5" : "1");
  }

  /** What counts nothing is no second origin. */
  @Test
  void singleCluster_besideAnItemThatCountsNothing_isRaised() {
    assertThat(flag(FlagCode.SINGLE_CLUSTER, release().build(), article().mismatched().build()))
        .isPresent();
    assertThat(flag(FlagCode.SINGLE_CLUSTER, release().mismatched().build())).isEmpty();
    assertThat(flag(FlagCode.SINGLE_CLUSTER, release().build()).orElseThrow().detail())
        .isEqualTo("every item that counts comes from one origin: [issuer]");
  }
}

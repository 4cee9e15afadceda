package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.CALENDAR;
import static dev.afterbell.score.Fixtures.CNY;
import static dev.afterbell.score.Fixtures.T3;
import static dev.afterbell.score.Fixtures.adjusted;
import static dev.afterbell.score.Fixtures.amount;
import static dev.afterbell.score.Fixtures.article;
import static dev.afterbell.score.Fixtures.at;
import static dev.afterbell.score.Fixtures.contract;
import static dev.afterbell.score.Fixtures.dec;
import static dev.afterbell.score.Fixtures.direct;
import static dev.afterbell.score.Fixtures.event;
import static dev.afterbell.score.Fixtures.growth;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.issuer;
import static dev.afterbell.score.Fixtures.issuerWithout;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.passage;
import static dev.afterbell.score.Fixtures.peer;
import static dev.afterbell.score.Fixtures.prices;
import static dev.afterbell.score.Fixtures.release;
import static dev.afterbell.score.Fixtures.revisions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.DocumentEvent.CorporateEvent;
import dev.afterbell.evidence.DocumentEvent.CorporateEventKind;
import dev.afterbell.evidence.DocumentEvent.MarketSession;
import dev.afterbell.evidence.DocumentEvent.ReactionClaim;
import dev.afterbell.evidence.DocumentSummary.PublishedFrom;
import dev.afterbell.evidence.EarningsEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.Gap;
import dev.afterbell.evidence.Guidance;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.Issuer.PeerKind;
import dev.afterbell.evidence.MarketReading.ConsensusRevision;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.market.CalendarOverrides;
import dev.afterbell.market.Calendars;
import dev.afterbell.market.EventClock;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One story that raises each flag and one that does not. */
class FlagsTest {

  private static Optional<Flag> flag(FlagCode code, ScoreInput input) {
    return EvidenceScore.of(input).flags().stream().filter(f -> f.code() == code).findFirst();
  }

  private static Optional<Flag> flag(FlagCode code, Evidence... evidence) {
    return flag(code, input(evidence));
  }

  private static ScoreInput of(Issuer issuer, Evidence... evidence) {
    return new ScoreInput(issuer, event(), List.of(evidence), T3, CALENDAR);
  }

  private static Fixtures.Item sister(String id) {
    return release().content(id);
  }

  @Test
  void peerGeneric_withTwoDirectPeersOrMostlyFunds_isRaised() {
    Issuer few = issuer(direct("AA"), direct("BB"));
    Issuer funds =
        issuer(
            direct("AA"),
            direct("BB"),
            direct("CC"),
            peer("F1", PeerKind.ETF, "0", "US", "1", "0"),
            peer("F2", PeerKind.INDEX, "0", "US", "1", "0"),
            peer("F3", PeerKind.INDEX, "0", "US", "1", "0"),
            peer("F4", PeerKind.CONGLOMERATE, "7372", "CN", "1", "1"));
    Issuer good = issuer(direct("AA"), direct("BB"), direct("CC"), direct("DD"));

    assertThat(flag(FlagCode.PEER_GENERIC, of(few)).orElseThrow().text())
        .isEqualTo("peer set is too generic or lacks enough direct operating comparators");
    assertThat(flag(FlagCode.PEER_GENERIC, of(funds)).orElseThrow().detail())
        .isEqualTo("7 peers: 3 direct, 4 funds, indices or conglomerates");
    assertThat(flag(FlagCode.PEER_GENERIC, of(funds)).orElseThrow().lookedFor())
        .extracting(LookedFor::where)
        .containsExactly("issuer profile: AA, BB, CC, F1, F2, F3, F4");
    assertThat(flag(FlagCode.PEER_GENERIC, of(good))).isEmpty();
  }

  @Test
  void directPeer_needsThreeOfFourLikenesses() {
    Issuer issuer = issuer();

    assertThat(PeerFlag.direct(issuer, peer("A", PeerKind.OPERATING, "7372", "CN", "4", "0")))
        .isTrue();
    assertThat(PeerFlag.direct(issuer, peer("A", PeerKind.OPERATING, "1", "CN", "0.25", "0.2")))
        .isTrue();
    assertThat(PeerFlag.direct(issuer, peer("A", PeerKind.OPERATING, "1", "CN", "0.24", "0.2")))
        .isFalse();
    assertThat(PeerFlag.direct(issuer, peer("A", PeerKind.OPERATING, "7372", "US", "4.1", "1")))
        .isFalse();
    assertThat(PeerFlag.direct(issuer, peer("A", PeerKind.OPERATING, "7372", "US", "4", "0.19")))
        .isFalse();
    assertThat(PeerFlag.direct(issuer, peer("A", PeerKind.CONGLOMERATE, "7372", "CN", "1", "1")))
        .isFalse();
  }

  @Test
  void followUpThin_withoutFollowUpAndReaction_isRaisedWithWhatWasSought() {
    Flag flag = flag(FlagCode.FOLLOWUP_THIN, release().build(), article().build()).orElseThrow();

    assertThat(flag.text())
        .isEqualTo(
            "later post-earnings follow-up lacks concrete company-source and analyst/market"
                + " reaction evidence");
    assertThat(flag.severity()).isEqualTo(Severity.WARN);
    assertThat(flag.detail())
        .isEqualTo(
            "issuer follow-up: nothing on file; market reaction: only NEWS-2026-05-27, which"
                + " reports at second hand and can verify nothing; analyst revision: nothing on"
                + " file");
    assertThat(flag.lookedFor()).hasSize(6);
    assertThat(flag(FlagCode.FOLLOWUP_THIN, release().build(), WorkedExample.followUp())).isEmpty();
    assertThat(
            flag(
                FlagCode.FOLLOWUP_THIN,
                release().build(),
                prices("0", "0.04").build(),
                revisions("1", "1").build()))
        .isEmpty();
  }

  @Test
  void noPrimary_withoutAVerifiedRelease_isRaised() {
    assertThat(flag(FlagCode.NO_PRIMARY, article().build()).orElseThrow().severity())
        .isEqualTo(Severity.BLOCK);
    assertThat(
            flag(FlagCode.NO_PRIMARY, release().custody(Custody.ADDRESSED).build())
                .orElseThrow()
                .detail())
        .isEqualTo("only PR-2026-05-27: its address is named, its figures not rechecked");
    assertThat(flag(FlagCode.NO_PRIMARY, release().build())).isEmpty();
  }

  @Test
  void entityMismatch_ofAPrimaryDocument_isRaised() {
    assertThat(flag(FlagCode.ENTITY_MISMATCH, release().mismatched().build())).isPresent();
    assertThat(flag(FlagCode.ENTITY_MISMATCH, release().build(), article().mismatched().build()))
        .isEmpty();
  }

  @Test
  void factConflict_betweenTwoPrimaryDocuments_namesTheMetric() {
    Evidence filing = filing(amount("f1", Metric.REVENUE, "2713700000", "RMB2,713.7 million", "1"));
    Evidence same = filing(amount("f1", Metric.REVENUE, "2703741000", "2,703,741", "1"));

    assertThat(flag(FlagCode.FACT_CONFLICT, release().build(), filing).orElseThrow().text())
        .isEqualTo("primary sources disagree on revenue");
    assertThat(flag(FlagCode.FACT_CONFLICT, release().build(), same)).isEmpty();
  }

  private static Evidence filing(Fact... facts) {
    return item("6K-2026-05-27", SourceClass.REGULATOR_FILING)
        .published("2026-05-27T07:00:00-04:00")
        .kind(dev.afterbell.evidence.DocumentSummary.Kind.RESULTS)
        .period(Fixtures.QUARTER)
        .facts(facts)
        .build();
  }

  @Test
  void noFacts_withoutACompleteFigureInTheResults_isRaised() {
    assertThat(
            flag(FlagCode.NO_FACTS, release().facts(new Fact[0]).build()).orElseThrow().lookedFor())
        .extracting(LookedFor::where)
        .containsExactly("PR-2026-05-27");
    assertThat(flag(FlagCode.NO_FACTS, release().build())).isEmpty();
  }

  @Test
  void lookahead_ofAReturnThatHasNotHappenedYet_isRaisedAndTheItemCountsNothing() {
    Evidence early = prices("0.1", "0.04").published("2026-05-29T17:00:00-04:00").build();
    ScoreInput before = input(at("2026-05-29T20:00:00-04:00"), release().build(), early);

    assertThat(flag(FlagCode.LOOKAHEAD, before).orElseThrow().detail())
        .isEqualTo("PX-2026-06-01 holds a return of 2026-06-01");
    assertThat(EvidenceScore.of(before).item(early.id()).orElseThrow().quality())
        .isEqualByComparingTo("0");
    assertThat(flag(FlagCode.LOOKAHEAD, release().build(), early)).isEmpty();
  }

  @Test
  void noRevision_untilAnEstimateFeedShowsOne_isRaised() {
    assertThat(flag(FlagCode.NO_REVISION, release().build()).orElseThrow().text())
        .isEqualTo("verified analyst-revision evidence remains unavailable");
    assertThat(flag(FlagCode.NO_REVISION, revisions("1", "1.1").build())).isEmpty();
  }

  @Test
  void staleEstimate_fromBeforeTheRelease_isRaised() {
    assertThat(flag(FlagCode.STALE_ESTIMATE, revised(8, "2026-05-26"))).isPresent();
    assertThat(flag(FlagCode.STALE_ESTIMATE, revised(8, "2026-05-27"))).isEmpty();
  }

  @Test
  void thinCoverage_ofTwoAnalysts_isRaised() {
    assertThat(flag(FlagCode.THIN_COVERAGE, revised(2, "2026-05-28"))).isPresent();
    assertThat(flag(FlagCode.THIN_COVERAGE, revised(3, "2026-05-28"))).isEmpty();
  }

  private static Evidence revised(int analysts, String newest) {
    return revisions("1", "1.1")
        .events(
            new ConsensusRevision(
                Metric.EPS_DILUTED,
                Basis.GAAP,
                Fixtures.QUARTER,
                dec("1"),
                dec("1.1"),
                CNY,
                analysts,
                LocalDate.parse(newest),
                passage("1.1")))
        .build();
  }

  @Test
  void reactionSecondary_untilPricesAreOnFile_isRaised() {
    assertThat(flag(FlagCode.REACTION_SECONDARY, article().build()).orElseThrow().text())
        .isEqualTo("price reaction comes from a secondary article, not verified prices");
    assertThat(flag(FlagCode.REACTION_SECONDARY, article().build(), prices("0", "0.04").build()))
        .isEmpty();
    assertThat(flag(FlagCode.REACTION_SECONDARY, release().build())).isEmpty();
  }

  @Test
  void reactionPremarket_ofAMoveOutsideHours_isRaised() {
    ReactionClaim regular =
        new ReactionClaim(dec("-9"), MarketSession.REGULAR, Optional.empty(), passage("9%"));

    assertThat(flag(FlagCode.REACTION_PREMARKET, article().build())).isPresent();
    assertThat(flag(FlagCode.REACTION_PREMARKET, article().events(regular).build())).isEmpty();
  }

  private static Evidence series(int sessions, int history, boolean missing, boolean halted) {
    PriceReaction r = Fixtures.reaction("0.1", "0.04");
    List<LocalDate> day = List.of(LocalDate.parse("2026-05-28"));
    return prices("0.1", "0.04")
        .events(
            new PriceReaction(
                r.symbol(),
                r.benchmark(),
                r.sessions().subList(0, sessions),
                r.car(),
                r.sigma(),
                history,
                missing ? day : List.of(),
                halted ? day : List.of(),
                r.closeBefore(),
                r.marketValueUsd(),
                r.passage()))
        .build();
  }

  @Test
  void priceIncomplete_withASessionMissing_isRaised() {
    assertThat(flag(FlagCode.PRICE_INCOMPLETE, series(3, 110, false, false))).isPresent();
    assertThat(flag(FlagCode.PRICE_INCOMPLETE, series(4, 110, true, false))).isPresent();
    assertThat(flag(FlagCode.PRICE_INCOMPLETE, series(4, 110, false, false))).isEmpty();
  }

  @Test
  void shortHistory_belowSixtySessions_isRaised() {
    assertThat(flag(FlagCode.SHORT_HISTORY, series(4, 59, false, false))).isPresent();
    assertThat(flag(FlagCode.SHORT_HISTORY, series(4, 60, false, false))).isEmpty();
  }

  @Test
  void halt_inTheWindow_isRaised() {
    assertThat(flag(FlagCode.HALT, series(4, 110, false, true))).isPresent();
    assertThat(flag(FlagCode.HALT, series(4, 110, false, false))).isEmpty();
  }

  @Test
  void benchDefault_withoutABenchmark_isRaised() {
    assertThat(flag(FlagCode.BENCH_DEFAULT, of(issuerWithout("benchmark")))).isPresent();
    assertThat(flag(FlagCode.BENCH_DEFAULT, of(issuer()))).isEmpty();
  }

  @Test
  void confounded_byAnotherDocumentInTheWindow_isRaised() {
    Evidence buyback =
        item("8K-2026-05-26", SourceClass.REGULATOR_FILING)
            .published("2026-05-26T17:00:00-04:00")
            .events(new CorporateEvent(CorporateEventKind.BUYBACK, passage("repurchase")))
            .build();

    assertThat(flag(FlagCode.CONFOUNDED, release().build(), buyback).orElseThrow().detail())
        .startsWith("8K-2026-05-26 ");
    assertThat(flag(FlagCode.CONFOUNDED, release().build(), WorkedExample.followUp())).isPresent();
    assertThat(flag(FlagCode.CONFOUNDED, release().build(), contract().build())).isEmpty();
  }

  @Test
  void unaudited_whereTheReleaseSaysSo_isRaised() {
    assertThat(flag(FlagCode.UNAUDITED, release().unaudited().build())).isPresent();
    assertThat(flag(FlagCode.UNAUDITED, release().build())).isEmpty();
  }

  @Test
  void nonGaapOnly_withoutTheFigureBesideIt_namesTheMetric() {
    Evidence alone = release().facts(adjusted("f1", Metric.NET_INCOME, "5", "5", "4")).build();

    assertThat(flag(FlagCode.NONGAAP_ONLY, alone).orElseThrow().text())
        .isEqualTo("only adjusted figures found for net income");
    assertThat(flag(FlagCode.NONGAAP_ONLY, release().build())).isEmpty();
  }

  @Test
  void growthCheck_ofAGrowthThatDoesNotFollow_isRaised() {
    Evidence wrong =
        release()
            .facts(
                amount("f1", Metric.REVENUE, "2703700000", "RMB2,703.7 million", "1970000000"),
                growth("f2", Metric.REVENUE, "37.9"))
            .build();
    Evidence coarse =
        release()
            .facts(
                amount("f1", Metric.CAPEX, "3000000000", "RMB3.0 billion", "1200000000"),
                growth("f2", Metric.CAPEX, "145.7"))
            .build();

    assertThat(flag(FlagCode.GROWTH_CHECK, wrong).orElseThrow().detail())
        .isEqualTo("revenue: stated 37.9%, recomputed 37.2%");
    assertThat(flag(FlagCode.GROWTH_CHECK, release().build())).isEmpty();
    assertThat(flag(FlagCode.GROWTH_CHECK, coarse)).isEmpty();
  }

  @Test
  void gaps_ofTheReading_raiseTheFlagOfTheirReason() {
    record Case(Gap.Reason reason, FlagCode code, String text) {}
    List<Case> cases =
        List.of(
            new Case(
                Gap.Reason.FX_CHECK, FlagCode.FX_CHECK, "currency translation looks inconsistent"),
            new Case(
                Gap.Reason.UNIT_AMBIGUOUS,
                FlagCode.UNIT_AMBIGUOUS,
                "units of 1 table or figure could not be determined"),
            new Case(
                Gap.Reason.PERIOD_AMBIGUOUS,
                FlagCode.PERIOD_AMBIGUOUS,
                "period of 1 figure is unclear"),
            new Case(
                Gap.Reason.GROWTH_CHECK,
                FlagCode.GROWTH_CHECK,
                "stated growth does not match the stated amounts"),
            new Case(
                Gap.Reason.NONGAAP_ONLY,
                FlagCode.NONGAAP_ONLY,
                "only adjusted figures found for what is the matter"));

    for (Case c : cases) {
      Evidence gapped = release().gap(c.reason(), "what is the matter").build();
      assertThat(flag(c.code(), gapped).orElseThrow().text()).isEqualTo(c.text());
      assertThat(flag(c.code(), release().build())).isEmpty();
    }
  }

  @Test
  void guidanceAbsent_untilADocumentGivesSome_isRaised() {
    Guidance guidance =
        new Guidance(
            Metric.REVENUE,
            Basis.GAAP,
            dec("1"),
            dec("2"),
            CNY,
            Fixtures.QUARTER,
            Optional.empty(),
            passage("1 to 2"));

    assertThat(flag(FlagCode.GUIDANCE_ABSENT, release().build()).orElseThrow().detail())
        .isEqualTo("PR-2026-05-27 gives none");
    assertThat(flag(FlagCode.GUIDANCE_ABSENT, release().guidance(guidance).build())).isEmpty();
  }

  @Test
  void relatedParty_withinNinetyDays_isRaised() {
    assertThat(flag(FlagCode.RELATED_PARTY, contract().build())).isPresent();
    assertThat(
            flag(
                FlagCode.RELATED_PARTY,
                contract("6K-2026-03-02", "2026-03-02T06:00:00-05:00", 6).build()))
        .isEmpty();
  }

  @Test
  void singleCluster_whenAllComesFromTheIssuer_isRaised() {
    assertThat(flag(FlagCode.SINGLE_CLUSTER, release().build(), contract().build())).isPresent();
    assertThat(flag(FlagCode.SINGLE_CLUSTER, release().build(), article().build())).isEmpty();
  }

  /** EDGAR's acceptance and the wire's moment are times; a dateline is a day. */
  @ParameterizedTest
  @CsvSource({"SGML_HEADER, false", "METADATA, false", "DATELINE, true"})
  void timeUncertain_isRaisedWhereOnlyTheDayIsKnown(PublishedFrom from, boolean raised) {
    ScoreInput input = new ScoreInput(issuer(), event(from), List.of(), T3, CALENDAR);

    assertThat(flag(FlagCode.TIME_UNCERTAIN, input).map(Flag::detail))
        .isEqualTo(
            raised
                ? Optional.of("the release time is known from dateline only")
                : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XNAS,2026-05-28,CLOSED,,Exchange notice"
            + "| XNAS was shut on 2026-05-28 (Exchange notice)",
        "XNAS,2026-06-01,EARLY,13:00,Exchange notice"
            + "| XNAS closed at 13:00 on 2026-06-01 (Exchange notice)",
        "XNAS,2026-05-28,CLOSED,,A;XNAS,2026-05-29,EARLY,12:30,B"
            + "| XNAS was shut on 2026-05-28 (A); closed at 12:30 on 2026-05-29 (B)",
        // before the release, after T+3, on another venue, not at all
        "XNAS,2026-05-26,CLOSED,,Exchange notice | ''",
        "XNAS,2026-06-02,CLOSED,,Exchange notice | ''",
        "XHKG,2026-05-28,CLOSED,,Exchange notice | ''",
        "'' | ''",
      })
  void calOverride_isRaisedByADayAnnouncedLateInTheWindow(String overrides, String detail) {
    SessionCalendar calendar = Calendars.with(CalendarOverrides.parse(overrides)).of(Venue.XNAS);
    EarningsEvent event =
        new EarningsEvent(
            event().ticker(),
            event().eventDate(),
            EventClock.of(calendar, event().clock().release()),
            event().releaseKnownFrom(),
            event().primary());
    ScoreInput input = new ScoreInput(issuer(), event, List.of(), T3, calendar);

    Optional<Flag> raised = flag(FlagCode.CAL_OVERRIDE, input);

    assertThat(raised.map(Flag::detail).orElse("")).isEqualTo(detail);
    assertThat(raised.stream()).allMatch(f -> f.severity() == Severity.INFO);
  }

  /** The first event that the tables reach: no session of theirs comes before it. */
  @Test
  void flags_ofAnEventInTheFirstSessionOfTheTable_needNoSessionBeforeIt() {
    EarningsEvent event =
        new EarningsEvent(
            event().ticker(),
            LocalDate.parse("2024-01-02"),
            EventClock.of(CALENDAR, java.time.Instant.parse("2024-01-02T12:00:00Z")),
            event().releaseKnownFrom(),
            event().primary());

    ScoreInput input = new ScoreInput(issuer(), event, List.of(), event.clock().due(), CALENDAR);
    assertThat(flag(FlagCode.CONFOUNDED, input)).isEmpty();
  }

  @Test
  void flags_areMostSevereFirst() {
    assertThat(EvidenceScore.of(input(article().build())).flags())
        .extracting(Flag::severity)
        .isSorted();
  }
}

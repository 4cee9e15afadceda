package dev.afterbell.score;

import static dev.afterbell.score.EveryFlagTest.revised;
import static dev.afterbell.score.EveryFlagTest.series;
import static dev.afterbell.score.Fixtures.CNY;
import static dev.afterbell.score.Fixtures.amount;
import static dev.afterbell.score.Fixtures.article;
import static dev.afterbell.score.Fixtures.at;
import static dev.afterbell.score.Fixtures.contract;
import static dev.afterbell.score.Fixtures.dec;
import static dev.afterbell.score.Fixtures.growth;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.passage;
import static dev.afterbell.score.Fixtures.prices;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentEvent.CorporateEvent;
import dev.afterbell.evidence.DocumentEvent.CorporateEventKind;
import dev.afterbell.evidence.DocumentEvent.MarketSession;
import dev.afterbell.evidence.DocumentEvent.ReactionClaim;
import dev.afterbell.evidence.DocumentSummary.Kind;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.SourceClass;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where each flag begins and ends, and what several items on one matter make of it. */
class FlagBoundariesTest {

  private static Optional<Flag> flag(FlagCode code, ScoreInput input) {
    return EvidenceScore.of(input).flags().stream().filter(f -> f.code() == code).findFirst();
  }

  private static Optional<Flag> flag(FlagCode code, Evidence... evidence) {
    return flag(code, input(evidence));
  }

  /** Growth of 10% from amounts that are printed to the last unit. */
  @ParameterizedTest
  @CsvSource({"10, false", "10.15, false", "9.85, false", "10.151, true", "9.849, true"})
  void growthCheck_isRaisedBeyondFifteenHundredthsOfAPoint(String stated, boolean raised) {
    Evidence release =
        release()
            .facts(
                amount("f1", Metric.REVENUE, "1100000000", "1,100,000,000", "1000000000"),
                growth("f2", Metric.REVENUE, stated))
            .build();

    assertThat(flag(FlagCode.GROWTH_CHECK, release).isPresent()).isEqualTo(raised);
  }

  /** T0 is 2026-05-27, T−1 the day before, after a holiday; T+3 closes on 2026-06-01 at 16:00. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-26T00:00:00-04:00, true",
    "2026-05-25T23:59:59-04:00, false",
    "2026-06-01T16:00:00-04:00, true",
    "2026-06-01T16:00:01-04:00, false",
  })
  void confounded_isRaisedFromTheDayBeforeToTheCloseOfTPlusThree(String published, boolean raised) {
    Evidence buyback = buyback("8K-2026-05-26", SourceClass.REGULATOR_FILING, published).build();

    assertThat(flag(FlagCode.CONFOUNDED, release().build(), buyback).isPresent()).isEqualTo(raised);
  }

  @Test
  void confounded_byAnArticleAStrangerOrTheReleaseItself_isNotRaised() {
    String during = "2026-05-28T17:00:00-04:00";
    CorporateEvent own = new CorporateEvent(CorporateEventKind.DIVIDEND, passage("dividend"));

    assertThat(
            flag(
                FlagCode.CONFOUNDED,
                buyback("NEWS-2026-05-28", SourceClass.NAMED_NEWS, during).build()))
        .isEmpty();
    assertThat(
            flag(
                FlagCode.CONFOUNDED,
                buyback("8K-2026-05-28", SourceClass.REGULATOR_FILING, during)
                    .mismatched()
                    .build()))
        .isEmpty();
    assertThat(flag(FlagCode.CONFOUNDED, release().events(own).build())).isEmpty();
  }

  /** A contract counts by its kind, whatever could be read of it. */
  @Test
  void confounded_byAContractOfWhichNothingWasRead_isRaised() {
    Evidence bare =
        item("8K-2026-05-28", SourceClass.REGULATOR_FILING)
            .published("2026-05-28T17:00:00-04:00")
            .kind(Kind.CONTRACT)
            .build();

    assertThat(flag(FlagCode.CONFOUNDED, bare).orElseThrow().lookedFor().get(0).what())
        .isEqualTo("contracts and corporate events from 2026-05-26 to 2026-06-01");
  }

  private static Fixtures.Item buyback(String id, SourceClass sourceClass, String published) {
    return item(id, sourceClass)
        .published(published)
        .events(new CorporateEvent(CorporateEventKind.BUYBACK, passage("repurchase")));
  }

  /** 90 days of 24 hours before 2026-06-01, 20:30. */
  @ParameterizedTest
  @CsvSource({"2026-03-03T19:30:00-05:00, true", "2026-03-03T19:29:59-05:00, false"})
  void relatedParty_isRaisedForNinetyDays(String published, boolean raised) {
    Evidence contract = contract("6K-2026-03-03", published, 1).build();

    assertThat(flag(FlagCode.RELATED_PARTY, contract).isPresent()).isEqualTo(raised);
  }

  @Test
  void relatedParty_ofAStranger_isNotRaised() {
    assertThat(flag(FlagCode.RELATED_PARTY, contract().mismatched().build())).isEmpty();
  }

  @Test
  void staleEstimate_besideAFreshOne_isNotRaised() {
    Evidence stale = revised("EST-2026-05-28", 8, "2026-05-20");
    Evidence fresh = revised("EST-2026-06-01", 8, "2026-05-29");

    assertThat(flag(FlagCode.STALE_ESTIMATE, stale, fresh)).isEmpty();
    assertThat(
            flag(FlagCode.STALE_ESTIMATE, stale, revised("EST-2026-06-01", 8, "2026-05-26"))
                .orElseThrow()
                .detail())
        .isEqualTo("EST-2026-05-28, EST-2026-06-01 holds no estimate made on or after 2026-05-27");
    assertThat(flag(FlagCode.STALE_ESTIMATE, release().build())).isEmpty();
  }

  @Test
  void thinCoverage_ofTheConsensusBeforeTheRelease_isRaised() {
    Evidence two =
        item("EST-2026-05-20", SourceClass.ESTIMATE_FEED)
            .published("2026-05-20T17:00:00-04:00")
            .events(
                new dev.afterbell.evidence.MarketReading.Consensus(
                    Metric.REVENUE,
                    dev.afterbell.evidence.Basis.GAAP,
                    Fixtures.QUARTER,
                    dec("1"),
                    CNY,
                    2,
                    java.time.LocalDate.parse("2026-05-20"),
                    List.of(),
                    passage("1")))
            .build();

    assertThat(flag(FlagCode.THIN_COVERAGE, two).orElseThrow().detail())
        .isEqualTo("EST-2026-05-20 rests on fewer than three estimates");
  }

  @Test
  void prices_thatALaterCalculationCompletes_areNotIncompleteNorShort() {
    Evidence early =
        prices("0.1", "0.04")
            .content("early")
            .events(((PriceReaction) series(2, 59, 0, 0).extraction().events().get(0)))
            .build();
    Evidence first =
        item("PX-2026-05-28", SourceClass.PRICE_FEED)
            .published("2026-05-28T20:30:00-04:00")
            .events(early.extraction().events().get(0))
            .build();

    assertThat(flag(FlagCode.PRICE_INCOMPLETE, first)).isPresent();
    assertThat(flag(FlagCode.SHORT_HISTORY, first)).isPresent();
    assertThat(flag(FlagCode.PRICE_INCOMPLETE, first, series(4, 110, 0, 0))).isEmpty();
    assertThat(flag(FlagCode.SHORT_HISTORY, first, series(4, 110, 0, 0))).isEmpty();
  }

  /** Before T+3 sessions that are still to come are not missing. */
  @Test
  void prices_beforeTPlusThree_areIncompleteOnlyWhereASessionIsMissing() {
    Evidence two =
        item("PX-2026-05-28", SourceClass.PRICE_FEED)
            .published("2026-05-28T20:30:00-04:00")
            .events(series(2, 110, 0, 0).extraction().events().get(0))
            .build();
    Evidence gap =
        item("PX-2026-05-28", SourceClass.PRICE_FEED)
            .published("2026-05-28T20:30:00-04:00")
            .events(series(2, 110, 1, 0).extraction().events().get(0))
            .build();

    assertThat(flag(FlagCode.PRICE_INCOMPLETE, input(at("2026-05-28T21:00:00-04:00"), two)))
        .isEmpty();
    assertThat(flag(FlagCode.PRICE_INCOMPLETE, input(at("2026-05-28T21:00:00-04:00"), gap)))
        .isPresent();
  }

  @Test
  void reaction_thatAnArticleOnAnotherCompanyReports_isNotRaised() {
    Evidence stranger = article().mismatched().build();

    assertThat(flag(FlagCode.REACTION_SECONDARY, stranger)).isEmpty();
    assertThat(flag(FlagCode.REACTION_PREMARKET, stranger)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PRE_MARKET, true", "AFTER_HOURS, true", "REGULAR, false", "UNSTATED, false"})
  void reactionPremarket_isRaisedOutsideRegularHours(MarketSession session, boolean raised) {
    ReactionClaim claim = new ReactionClaim(dec("-9"), session, Optional.empty(), passage("9%"));

    assertThat(flag(FlagCode.REACTION_PREMARKET, article().events(claim).build()).isPresent())
        .isEqualTo(raised);
  }

  @Test
  void absence_ofEveryDocument_isSaidInPlainWords() {
    assertThat(flag(FlagCode.NO_FACTS).orElseThrow().detail())
        .isEqualTo("no results document is on file");
    assertThat(flag(FlagCode.GUIDANCE_ABSENT).orElseThrow().detail())
        .isEqualTo("no document that could give it is on file");
    assertThat(flag(FlagCode.NO_FACTS).orElseThrow().lookedFor().get(0).where())
        .isEqualTo("documents on file");
    assertThat(flag(FlagCode.SINGLE_CLUSTER)).isEmpty();
  }

  @Test
  void followUpThin_beforeTPlusThree_isNotRaised() {
    assertThat(
            flag(FlagCode.FOLLOWUP_THIN, input(at("2026-06-01T15:59:59-04:00"), release().build())))
        .isEmpty();
    assertThat(
            flag(FlagCode.FOLLOWUP_THIN, input(at("2026-06-01T16:00:00-04:00"), release().build())))
        .isPresent();
  }
}

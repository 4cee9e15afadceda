package dev.afterbell.score;

import static dev.afterbell.score.EveryFlagTest.series;
import static dev.afterbell.score.Fixtures.CNY;
import static dev.afterbell.score.Fixtures.QUARTER;
import static dev.afterbell.score.Fixtures.article;
import static dev.afterbell.score.Fixtures.dec;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.passage;
import static dev.afterbell.score.Fixtures.prices;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.DocumentSummary.Kind;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.MarketReading.Consensus;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.SourceClass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the flags on prices and estimates pass over. */
class MarketFlagsTest {

  private static Optional<String> detail(FlagCode code, Evidence... evidence) {
    return EvidenceScore.of(input(evidence)).flags().stream()
        .filter(f -> f.code() == code)
        .map(Flag::detail)
        .findFirst();
  }

  @ParameterizedTest
  @CsvSource({"2, true", "3, false", "8, false"})
  void thinCoverage_ofTheConsensusBefore_isRaisedBelowThreeAnalysts(int analysts, boolean raised) {
    Evidence consensus =
        item("EST-2026-05-20", SourceClass.ESTIMATE_FEED)
            .published("2026-05-20T17:00:00-04:00")
            .events(
                new Consensus(
                    Metric.REVENUE,
                    Basis.GAAP,
                    QUARTER,
                    dec("1"),
                    CNY,
                    analysts,
                    LocalDate.parse("2026-05-20"),
                    List.of(),
                    passage("1")))
            .build();

    assertThat(detail(FlagCode.THIN_COVERAGE, consensus).isPresent()).isEqualTo(raised);
  }

  /** A reported move is no series of prices that could be incomplete or short. */
  @ParameterizedTest
  @EnumSource(names = {"PRICE_INCOMPLETE", "SHORT_HISTORY", "HALT"})
  void flagOnPrices_whereOnlyAnArticleTellsOfAMove_isNotRaised(FlagCode code) {
    assertThat(detail(code, article().build())).isEmpty();
  }

  @Test
  void flagOnPrices_besideAnArticle_namesThePricesAlone() {
    assertThat(detail(FlagCode.SHORT_HISTORY, article().build(), series(4, 59, 0, 0)))
        .contains("PX-2026-06-01 has fewer than 60 sessions to fit a market model on");
  }

  @Test
  void halt_atTheOtherListing_isNotRaised() {
    PriceReaction main = (PriceReaction) series(4, 110, 0, 0).extraction().events().get(0);
    PriceReaction halted = (PriceReaction) series(4, 110, 0, 1).extraction().events().get(0);

    assertThat(detail(FlagCode.HALT, reading(main, at("9999", halted)))).isEmpty();
    assertThat(detail(FlagCode.HALT, reading(halted, at("9999", main)))).isPresent();
  }

  /** The other listing's history does not make up for that of the event venue. */
  @Test
  void shortHistory_atTheEventVenueAlone_isRaised() {
    PriceReaction full = (PriceReaction) series(4, 110, 0, 0).extraction().events().get(0);
    PriceReaction young = (PriceReaction) series(4, 59, 0, 0).extraction().events().get(0);

    assertThat(detail(FlagCode.SHORT_HISTORY, reading(young, at("9999", full)))).isPresent();
    assertThat(detail(FlagCode.SHORT_HISTORY, reading(full, at("9999", young)))).isEmpty();
  }

  private static Evidence reading(DocumentEvent... events) {
    return prices("0.1", "0.04").events(events).build();
  }

  private static PriceReaction at(String symbol, PriceReaction r) {
    return new PriceReaction(
        symbol,
        r.benchmark(),
        r.sessions(),
        r.car(),
        r.sigma(),
        r.estimationSessions(),
        r.missing(),
        r.halted(),
        r.closeBefore(),
        r.marketValueUsd(),
        r.passage());
  }

  @ParameterizedTest
  @CsvSource({"CONTRACT, true", "OTHER, false", "NOTICE, false", "RESULTS, false"})
  void confounded_byAFilingThatTellsOfNothing_isRaisedForAContractOnly(Kind kind, boolean raised) {
    Evidence filing =
        item("8K-2026-05-28", SourceClass.REGULATOR_FILING)
            .published("2026-05-28T17:00:00-04:00")
            .kind(kind)
            .build();

    assertThat(detail(FlagCode.CONFOUNDED, release().build(), filing))
        .isEqualTo(
            raised
                ? Optional.of("8K-2026-05-28 tells of another event in the window")
                : Optional.empty());
  }

  /** Whatever kind of document tells of it. */
  @Test
  void confounded_byAnAgreementThatAnotherDocumentTells_isRaised() {
    Evidence told =
        Fixtures.contract("8K-2026-05-28", "2026-05-28T17:00:00-04:00", 1).kind(Kind.OTHER).build();

    assertThat(detail(FlagCode.CONFOUNDED, release().build(), told)).isPresent();
  }
}

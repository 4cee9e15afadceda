package dev.afterbell.prior;

import static dev.afterbell.score.Fixtures.T3;
import static dev.afterbell.score.Fixtures.at;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.quarter;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentSummary.Kind;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.score.EvidenceScore;
import dev.afterbell.score.Fixtures;
import dev.afterbell.score.ScoreInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarlierResultsTest {

  private static final FactPeriod FOURTH = quarter("2025-10-01", "2025-12-31");
  private static final FactPeriod THIRD = quarter("2025-07-01", "2025-09-30");

  private static Fixtures.Item report(String id, String published, FactPeriod period) {
    return Fixtures.item(id, SourceClass.ISSUER_RELEASE)
        .published(published)
        .kind(Kind.RESULTS)
        .period(period)
        .tone("0.1");
  }

  private static Fixtures.Item fourth() {
    return report("PR-2026-03-20", "2026-03-20T07:00:00-04:00", FOURTH);
  }

  private static Fixtures.Item third() {
    return report("PR-2025-11-19", "2025-11-19T07:00:00-05:00", THIRD);
  }

  private static EarlierResults of(Instant asOf, Evidence... before) {
    ScoreInput known = input(asOf, release().build());
    ScoreInput input =
        new ScoreInput(
            known.issuer(),
            known.event(),
            known.evidence(),
            known.asOf(),
            known.calendar(),
            Map.of(),
            Map.of(),
            List.of(before));
    return EarlierResults.of(EvidenceScore.of(input), input);
  }

  private static List<String> quarters(Evidence... before) {
    return of(T3, before).quarters().stream().map(e -> e.id().toString()).toList();
  }

  private static List<String> documents(Evidence... before) {
    return of(T3, before).documents().stream().map(e -> e.id().toString()).toList();
  }

  @Test
  void quarters_areLatestFirst_inWhateverOrderTheyCome() {
    assertThat(quarters(third().build(), fourth().build()))
        .containsExactly("PR-2026-03-20", "PR-2025-11-19");
    assertThat(quarters(fourth().build(), third().build(), fourth().build()))
        .containsExactly("PR-2026-03-20", "PR-2025-11-19");
  }

  @Test
  void quarter_withAReleaseAndAReport_countsOnceByTheRelease() {
    Evidence report =
        report("10Q-2026-03-10", "2026-03-10T07:00:00-04:00", FOURTH)
            .sourceClass(SourceClass.REGULATOR_FILING)
            .build();

    assertThat(quarters(report, fourth().build())).containsExactly("PR-2026-03-20");
    assertThat(quarters(report)).containsExactly("10Q-2026-03-10");
    assertThat(documents(report, fourth().build()))
        .containsExactly("PR-2026-03-20", "10Q-2026-03-10");
  }

  @Test
  void quarter_withTwoReleases_countsByTheEarlier() {
    Evidence again = report("PR-2026-03-21", "2026-03-21T07:00:00-04:00", FOURTH).build();

    assertThat(quarters(again, fourth().build())).containsExactly("PR-2026-03-20");
  }

  @Test
  void whatIsNoEarlierReportOfTheIssuer_isLeftOut() {
    assertThat(documents(fourth().mismatched().build())).isEmpty();
    assertThat(documents(fourth().kind(Kind.NOTICE).build())).isEmpty();
    assertThat(documents(fourth().sourceClass(SourceClass.NAMED_NEWS).build())).isEmpty();
    assertThat(documents(fourth().undated().build())).isEmpty();
    assertThat(documents(release().build())).isEmpty();
  }

  @Test
  void whatCameWithOrAfterTheRelease_isLeftOut() {
    assertThat(documents(report("PR-2026-05-26", "2026-05-27T06:29:59-04:00", FOURTH).build()))
        .hasSize(1);
    assertThat(documents(report("PR-2026-05-26", "2026-05-27T06:30:00-04:00", FOURTH).build()))
        .isEmpty();
  }

  @Test
  void whatIsPublishedAfterTheMoment_isLeftOut() {
    Instant before = at("2026-03-20T06:59:59-04:00");

    assertThat(of(before, fourth().build()).documents()).isEmpty();
    assertThat(of(at("2026-03-20T07:00:00-04:00"), fourth().build()).documents()).hasSize(1);
  }

  @Test
  void periodThatIsNoQuarterBefore_isNoQuarterButADocument() {
    FactPeriod year =
        new FactPeriod(
            FactPeriod.Kind.FY,
            quarter("2025-01-01", "2025-12-31").start(),
            quarter("2025-01-01", "2025-12-31").end());
    FactPeriod none = new FactPeriod(FactPeriod.Kind.QTD, Optional.empty(), Optional.empty());
    for (FactPeriod period :
        List.of(year, none, Fixtures.QUARTER, quarter("2026-04-01", "2026-06-30"))) {
      Evidence other = report("PR-2026-03-20", "2026-03-20T07:00:00-04:00", period).build();

      assertThat(quarters(other)).isEmpty();
      assertThat(documents(other)).hasSize(1);
    }
  }

  @Test
  void quarter_moreThanThirteenMonthsBefore_isTooOld() {
    assertThat(quarters(aged("2024-12-01", "2025-03-04"))).hasSize(1);
    assertThat(quarters(aged("2024-12-01", "2025-03-03"))).isEmpty();
  }

  private static Evidence aged(String start, String end) {
    return report("PR-2025-05-20", "2025-05-20T07:00:00-04:00", quarter(start, end)).build();
  }

  @Test
  void card_namesWhatItWasMeasuredAgainst_byId() {
    ScoreInput known = input(release().tone("0.3").build());
    ScoreCard card =
        Scoring.score(
            new ScoreInput(
                known.issuer(),
                known.event(),
                known.evidence(),
                known.asOf(),
                known.calendar(),
                Map.of(),
                Map.of(),
                List.of(fourth().build(), third().build())));

    assertThat(card.history())
        .extracting(i -> i.id().toString())
        .containsExactly("PR-2025-11-19", "PR-2026-03-20");
    assertThat(card.inputs()).extracting(i -> i.id().toString()).containsExactly("PR-2026-05-27");
    assertThat(card.prior().readings().get(Signal.TONE.ordinal()).reason())
        .isEqualTo("tone 0.3 against a mean of 0.1000 of 2 before");
  }
}

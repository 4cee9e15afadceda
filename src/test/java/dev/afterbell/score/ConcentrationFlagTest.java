package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.CALENDAR;
import static dev.afterbell.score.Fixtures.CNY;
import static dev.afterbell.score.Fixtures.QUARTER;
import static dev.afterbell.score.Fixtures.T3;
import static dev.afterbell.score.Fixtures.YEAR_BEFORE;
import static dev.afterbell.score.Fixtures.amount;
import static dev.afterbell.score.Fixtures.dec;
import static dev.afterbell.score.Fixtures.event;
import static dev.afterbell.score.Fixtures.issuer;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.passage;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.DocumentEvent.RevenueShare;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Unit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CONCENTRATION: whose share, how large, how old, and by which document. */
class ConcentrationFlagTest {

  private static Optional<String> detail(Issuer issuer, Evidence... evidence) {
    ScoreInput input = new ScoreInput(issuer, event(), List.of(evidence), T3, CALENDAR);
    return EvidenceScore.of(input).flags().stream()
        .filter(f -> f.code() == FlagCode.CONCENTRATION)
        .map(Flag::detail)
        .findFirst();
  }

  private static Optional<String> detail(Evidence... evidence) {
    return detail(issuer(), evidence);
  }

  private static RevenueShare share(String party, String percent, FactPeriod... period) {
    return new RevenueShare(
        party, dec(percent), List.of(period).stream().findFirst(), passage(percent + "%"));
  }

  @ParameterizedTest
  @CsvSource({"20, true", "19.99, false", "20.0, true", "64, true", "5, false"})
  void share_ofOneParty_isRaisedFromTwentyPercent(String percent, boolean raised) {
    Evidence release = release().events(share("one customer", percent)).build();

    assertThat(detail(release))
        .isEqualTo(
            raised
                ? Optional.of("one customer brings " + percent + "% (PR-2026-05-27)")
                : Optional.empty());
  }

  @Test
  void shares_ofSeveralParties_areAllNamed() {
    Evidence release =
        release()
            .events(share("Customer A", "31"), share("Customer B", "12"), share("Customer C", "22"))
            .build();

    assertThat(detail(release).orElseThrow())
        .isEqualTo("Customer A brings 31% (PR-2026-05-27); Customer C brings 22% (PR-2026-05-27)");
  }

  /** As of 2026-06-01: a year before is 2025-06-01. */
  @ParameterizedTest
  @CsvSource({"2025-06-01, true", "2025-05-31, false", "2026-03-31, true"})
  void share_ofANamedPeriod_countsForAYear(String end, boolean raised) {
    FactPeriod period = Fixtures.quarter("2025-01-01", end);
    Evidence release = release().events(share("one customer", "30", period)).build();

    assertThat(detail(release).isPresent()).isEqualTo(raised);
  }

  @ParameterizedTest
  @CsvSource({"2025-06-01T07:00:00-04:00, true", "2025-05-31T07:00:00-04:00, false"})
  void share_withoutAPeriod_isAsOldAsItsDocument(String published, boolean raised) {
    Evidence report =
        item("10K-2026-02-20", SourceClass.REGULATOR_FILING)
            .published(published)
            .events(share("one customer", "30"))
            .build();

    assertThat(detail(release().build(), report).isPresent()).isEqualTo(raised);
  }

  @Test
  void share_thatAnotherTellsOrOfAnotherCompany_isNotRaised() {
    Evidence article =
        item("NEWS-2026-05-27", SourceClass.NAMED_NEWS)
            .published("2026-05-27T08:12:00-04:00")
            .custody(Custody.FETCHED)
            .events(share("one customer", "30"))
            .build();
    Evidence stranger = release().mismatched().events(share("one customer", "30")).build();

    assertThat(detail(release().build(), article)).isEmpty();
    assertThat(detail(stranger)).isEmpty();
  }

  /** Revenue of RMB1,000 million; what a related party brings of it. */
  @ParameterizedTest
  @CsvSource({
    "Larch and its ecosystem, 300000000, 30.0",
    "The Alder Group,         200000000, 20.0",
    "related parties,         450000000, 45.0",
    "larch,                   199999999, ",
    "Larchmont,               300000000, ",
    "Public cloud,            600000000, ",
  })
  void revenue_fromAPartyThatTheProfileNames_isComparedWithAll(
      String segment, String value, String percent) {
    Evidence release = release().facts(all(), part(segment, value, CNY, QUARTER)).build();

    assertThat(detail(related(), release))
        .isEqualTo(
            Optional.ofNullable(percent).map(p -> segment + " brings " + p + "% (PR-2026-05-27)"));
  }

  @Test
  void revenue_fromARelatedParty_inAnotherPeriodOrUnit_isNotCompared() {
    String value = "300000000";
    Evidence before = release().facts(all(), part("Larch", value, CNY, YEAR_BEFORE)).build();
    Evidence dollars =
        release().facts(all(), part("Larch", value, Unit.money("USD"), QUARTER)).build();
    Evidence alone = release().facts(part("Larch", value, CNY, QUARTER)).build();
    Evidence growth = release().facts(all(), part("Larch", "61.8", Unit.PERCENT, QUARTER)).build();

    assertThat(detail(related(), before)).isEmpty();
    assertThat(detail(related(), dollars)).isEmpty();
    assertThat(detail(related(), alone)).isEmpty();
    assertThat(detail(related(), growth)).isEmpty();
  }

  /** What a party brings is held against all revenue, and not beyond it. */
  @ParameterizedTest
  @CsvSource({"1000000000, 100.0", "1000000001, ", "2000000000, "})
  void revenue_fromARelatedPartyBeyondAll_isNotBelieved(String value, String percent) {
    Evidence release = release().facts(all(), part("Larch", value, CNY, QUARTER)).build();

    assertThat(detail(related(), release))
        .isEqualTo(
            Optional.ofNullable(percent).map(p -> "Larch brings " + p + "% (PR-2026-05-27)"));
  }

  @ParameterizedTest
  @CsvSource({
    "REVENUE,          1000000000, 300000000, true",
    "NET_SALES,        1000000000, 300000000, true",
    "GROSS_PROFIT,     1000000000, 300000000, false",
    "OPERATING_INCOME, 1000000000, 300000000, false",
    "REVENUE,          0,          300000000, false",
    "REVENUE,          0,          0,         false",
    "REVENUE,          -5,         -5,        false",
  })
  void revenue_fromARelatedParty_isComparedWithRevenueOnly(
      Metric metric, String value, String party, boolean raised) {
    Fact whole = amount("f1", metric, value, value, "1");
    Evidence release = release().facts(whole, part("Larch", party, CNY, QUARTER)).build();

    assertThat(detail(related(), release).isPresent()).isEqualTo(raised);
  }

  /** A profit that stands first in the table is not the whole of a revenue. */
  @Test
  void revenue_belowAnotherFigure_isStillTheWhole() {
    Fact profit = amount("f0", Metric.GROSS_PROFIT, "400000000", "RMB400 million", "1");
    Evidence release =
        release().facts(profit, all(), part("Larch", "300000000", CNY, QUARTER)).build();

    assertThat(detail(related(), release)).contains("Larch brings 30.0% (PR-2026-05-27)");
  }

  @ParameterizedTest
  @CsvSource({
    "SEGMENT_REVENUE, true",
    "REVENUE,         true",
    "GROSS_PROFIT,    false",
    "OPERATING_INCOME, false"
  })
  void figure_ofARelatedParty_isAShareOnlyIfItIsRevenue(Metric metric, boolean raised) {
    Fact of = part(metric, "Larch", "300000000", CNY, QUARTER);

    assertThat(detail(related(), release().facts(all(), of).build()).isPresent()).isEqualTo(raised);
  }

  @Test
  void flag_namesTheDocumentsThatHaveAShare_andNoOthers() {
    Evidence filing =
        item("6K-2026-05-28", SourceClass.REGULATOR_FILING)
            .published("2026-05-28T07:00:00-04:00")
            .events(share("Customer A", "31"))
            .build();
    Evidence small =
        item("6K-2026-05-29", SourceClass.REGULATOR_FILING)
            .published("2026-05-29T07:00:00-04:00")
            .events(share("Customer B", "5"))
            .build();
    ScoreInput input =
        new ScoreInput(issuer(), event(), List.of(release().build(), filing, small), T3, CALENDAR);

    assertThat(EvidenceScore.of(input).flags())
        .filteredOn(f -> f.code() == FlagCode.CONCENTRATION)
        .flatExtracting(Flag::lookedFor)
        .extracting(LookedFor::where)
        .containsExactly("6K-2026-05-28");
  }

  /** The stated share of one party says nothing of another. */
  @Test
  void revenue_fromARelatedPartyBesideTheStatedShareOfAnother_isCompared() {
    Evidence release =
        release()
            .facts(all(), part("Larch", "300000000", CNY, QUARTER))
            .events(share("Customer A", "25"))
            .build();

    assertThat(detail(related(), release).orElseThrow())
        .isEqualTo("Customer A brings 25% (PR-2026-05-27); Larch brings 30.0% (PR-2026-05-27)");
  }

  @Test
  void share_thatTheDocumentStatesItself_isNotComputedAgain() {
    Evidence release =
        release()
            .facts(all(), part("Larch", "301000000", CNY, QUARTER))
            .events(share("Larch", "30"))
            .build();

    assertThat(detail(related(), release).orElseThrow())
        .isEqualTo("Larch brings 30% (PR-2026-05-27)");
  }

  private static Fact all() {
    return amount("f1", Metric.REVENUE, "1000000000", "RMB1,000 million", "900000000");
  }

  private static Fact part(String segment, String value, Unit unit, FactPeriod period) {
    return part(Metric.SEGMENT_REVENUE, segment, value, unit, period);
  }

  private static Fact part(
      Metric metric, String segment, String value, Unit unit, FactPeriod period) {
    return new Fact(
        "f2",
        metric,
        Optional.empty(),
        dec(value),
        unit,
        period,
        Basis.GAAP,
        Fact.Role.LEVEL,
        Optional.empty(),
        Optional.of(segment),
        Optional.empty(),
        List.of(),
        Fact.Place.BODY,
        passage(value));
  }

  private static Issuer related() {
    return issuer(
        profile ->
            profile
                .withArray("relatedParties")
                .addObject()
                .put("name", "Larch")
                .put("tag", "LR")
                .putArray("aliases")
                .add("Alder Group"));
  }
}

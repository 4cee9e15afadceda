package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.amount;
import static dev.afterbell.score.Fixtures.article;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.release;
import static dev.afterbell.score.Fixtures.withTexts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemQualityTest {

  private static final EvidenceId PR = EvidenceId.parse("PR-2026-05-27");
  private static final EvidenceId NEWS = EvidenceId.parse("NEWS-2026-05-27");

  private static ItemQuality of(EvidenceId id, ScoreInput input) {
    return EvidenceScore.of(input).item(id).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"SELF_IDENTIFYING, 1, 2", "FETCHED, 1, 2", "ADDRESSED, 0.6, 2", "PASTED, 0.3, 6"})
  void verification_followsCustody(Custody custody, BigDecimal expected, int digit) {
    ItemQuality quality = of(PR, input(release().custody(custody).build()));

    assertThat(quality.verification().value()).isEqualByComparingTo(expected);
    assertThat(quality.credibility()).isEqualTo(digit);
  }

  @Test
  void verification_ofAnotherCompany_isZeroAndCannotBeJudged() {
    ItemQuality quality = of(PR, input(release().mismatched().build()));

    assertThat(quality.quality()).isEqualByComparingTo("0");
    assertThat(quality.admiralty()).isEqualTo("B6");
    assertThat(quality.verification().reason()).isEqualTo("not matched to the issuer");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.1000",
    "1, 0, 0.1000",
    "1, 1, 0.1667",
    "4, 2, 0.6667",
    "4, 1, 0.4000",
    "6, 3, 1.0000",
    "6, 2, 0.6000",
    "9, 9, 1.0000"
  })
  void specificity_isFiguresOverSix_lessIfTheyStandAlone(
      int figures, int compared, String expected) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < figures; i++) {
      facts.add(
          Fixtures.fact(
              "f" + i,
              Metric.values()[i],
              dev.afterbell.evidence.Basis.GAAP,
              Fact.Role.LEVEL,
              "5",
              Fixtures.CNY,
              "5",
              i < compared ? Optional.of("4") : Optional.empty()));
    }

    assertThat(
            of(PR, input(release().facts(facts.toArray(Fact[]::new)).build()))
                .specificity()
                .value())
        .isEqualTo(expected);
  }

  @Test
  void specificity_countsTheSameFigureOnce() {
    Fact fact = amount("f1", Metric.REVENUE, "5", "5", "4");

    assertThat(of(PR, input(release().facts(fact, fact).build())).specificity().reason())
        .isEqualTo("1 complete figure, 1 with a comparator");
  }

  @Test
  void directness_ofAnArticle_dependsOnWhereItNamesTheIssuer() {
    Evidence untitled = article().title("Stocks to watch").build();
    Map<EvidenceId, String> lead = Map.of(NEWS, "Shares of Exemplar Clouds fell.");
    Map<EvidenceId, String> body = Map.of(NEWS, "x ".repeat(400) + "Exemplar Clouds");

    assertThat(of(NEWS, input(article().build())).directness().value()).isEqualByComparingTo("1");
    assertThat(of(NEWS, withTexts(lead, untitled)).directness().value())
        .isEqualByComparingTo("0.75");
    assertThat(of(NEWS, withTexts(body, untitled)).directness().value())
        .isEqualByComparingTo("0.4");
    assertThat(
            of(NEWS, input(article().published("2026-05-20T08:00:00-04:00").build()))
                .directness()
                .value())
        .isEqualByComparingTo("0.5");
  }

  @Test
  void freshness_countsSessions_andAnItemWithoutATimeCountsAtTheEndOfItsDay() {
    Evidence undated = release().undated().build();

    assertThat(of(PR, input(undated)).freshness().reason())
        .isEqualTo("3 sessions old, half-life 60");
    assertThat(EvidenceScore.of(input(Fixtures.at("2026-05-27T20:00:00-04:00"), undated)).items())
        .isEmpty();
    assertThat(
            of(
                    EvidenceId.parse("PR-2020-01-02"),
                    input(
                        item("PR-2020-01-02", SourceClass.ISSUER_RELEASE)
                            .published("2020-01-02T06:00:00-05:00")
                            .build()))
                .freshness()
                .value())
        .isLessThan(new BigDecimal("0.01"));
  }

  private static Fixtures.Item paper(int n, String revenue, String quote) {
    return item("NEWS-2026-05-28-P" + n, SourceClass.NAMED_NEWS)
        .published("2026-05-28T08:00:00-04:00")
        .custody(Custody.FETCHED)
        .publisher("Paper " + n)
        .facts(amount("f1", Metric.REVENUE, revenue, quote, "1970000000"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 2", "1, 0.6, 1", "2, 0.8, 1", "3, 1, 1", "4, 1, 1"})
  void corroboration_growsWithIndependentOrigins(int papers, BigDecimal expected, int digit) {
    List<Evidence> all = new ArrayList<>(List.of(release().build()));
    for (int i = 0; i < papers; i++) {
      all.add(paper(i, "2700000000", "RMB2.70 billion").build());
    }
    ItemQuality quality = of(PR, input(all.toArray(Evidence[]::new)));

    assertThat(quality.corroboration().value()).isEqualByComparingTo(expected);
    assertThat(quality.credibility()).isEqualTo(digit);
  }

  @Test
  void corroboration_byTheIssuerItselfOrByTheSamePublisherTwice_countsOnce() {
    Evidence copy = paper(1, "2703700000", "RMB2,703.7 million").build();
    Evidence again =
        item("NEWS-2026-05-29-P", SourceClass.NAMED_NEWS)
            .published("2026-05-29T08:00:00-04:00")
            .custody(Custody.FETCHED)
            .publisher("PAPER-1")
            .facts(amount("f1", Metric.REVENUE, "2703700000", "RMB2,703.7 million", "1"))
            .build();
    Evidence filing =
        item("6K-2026-05-27", SourceClass.REGULATOR_FILING)
            .published("2026-05-27T07:00:00-04:00")
            .facts(amount("f1", Metric.REVENUE, "2703700000", "RMB2,703.7 million", "1"))
            .build();

    assertThat(of(PR, input(release().build(), copy, again)).corroboration().value())
        .isEqualByComparingTo("0.6");
    assertThat(of(PR, input(release().build(), filing)).corroboration().value())
        .isEqualByComparingTo("0");
  }

  @Test
  void corroboration_byAnAccountThatRepeatsTheRelease_isNone() {
    Evidence paper = paper(1, "2703700000", "RMB2,703.7 million").build();
    Map<EvidenceId, String> texts =
        Map.of(paper.id(), "Revenue was RMB2,703.7 million, the company said on Wednesday.");

    ItemQuality quality = of(PR, withTexts(texts, release().build(), paper));

    assertThat(quality.corroboration().value()).isEqualByComparingTo("0");
    assertThat(quality.cluster()).isEqualTo(Clusters.ISSUER);
  }

  @Test
  void corroboration_byACopyOfTheText_isNone() {
    Evidence paper = paper(1, "2703700000", "RMB2,703.7 million").build();
    String text = "one two three four five six seven eight nine ten eleven twelve";
    Map<EvidenceId, String> texts = Map.of(PR, text, paper.id(), "Wire: " + text);

    assertThat(of(PR, withTexts(texts, release().build(), paper)).corroboration().value())
        .isEqualByComparingTo("0");
  }

  @Test
  void corroboration_byASourceThatCannotBeJudged_isNone() {
    Evidence unknown =
        paper(1, "2703700000", "RMB2,703.7 million").sourceClass(SourceClass.UNKNOWN).build();

    assertThat(of(PR, input(release().build(), unknown)).corroboration().value())
        .isEqualByComparingTo("0");
  }

  @Test
  void credibility_ofContradictedItems_isFourAmongEqualsAndFiveBelow() {
    Evidence wrong = paper(1, "2600000000", "RMB2.60 billion").build();
    Evidence other = paper(2, "2500000000", "RMB2.50 billion").build();
    ScoreInput input = input(release().build(), wrong);

    assertThat(of(wrong.id(), input).admiralty()).isEqualTo("C5");
    assertThat(of(PR, input).admiralty()).isEqualTo("B2");
    assertThat(of(wrong.id(), input(wrong, other)).admiralty()).isEqualTo("C4");
  }

  @Test
  void novelty_fallsWithEachCopyAndEndsAfterADay() {
    String revenue = "RMB2,703.7 million";
    Evidence second =
        item("6K-2026-05-27", SourceClass.REGULATOR_FILING)
            .published("2026-05-27T07:00:00-04:00")
            .facts(amount("f1", Metric.REVENUE, "2703700000", revenue, "1"))
            .build();
    Evidence late =
        item("6K-2026-05-29", SourceClass.REGULATOR_FILING)
            .published("2026-05-29T07:00:00-04:00")
            .facts(amount("f1", Metric.REVENUE, "2703700000", revenue, "1"))
            .build();
    ScoreInput input = input(release().build(), second, late);

    assertThat(of(PR, input).novelty()).isEqualByComparingTo("1");
    assertThat(of(second.id(), input).novelty()).isEqualByComparingTo("0.75");
    assertThat(of(late.id(), input).novelty()).isEqualByComparingTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "2703700000, 'RMB2,703.7 million', 100000",
    "2703731000, '2,703,731', 1000",
    "3000000000, 'RMB3.0 billion', 100000000",
    "-0.35, '(0.35)', 0.01",
    "12.8, '12.8%', 0.1",
    "2019, 'in 2019 about 7', 1",
    "5000000, 'five million', 1000000",
    "0, 'nil', 1",
    "0, '0.00', 0.01"
  })
  void lastDigit_isTheWorthOfTheLastPrintedOne(
      BigDecimal value, String quote, BigDecimal expected) {
    assertThat(Figure.lastDigit(value, quote)).isEqualByComparingTo(expected);
  }

  @Test
  void figures_inAnotherUnitOrPeriod_areNotTheSame() {
    Fact cny = amount("f1", Metric.REVENUE, "5", "5", "4");
    Fact usd =
        Fixtures.fact(
            "f2",
            Metric.REVENUE,
            dev.afterbell.evidence.Basis.GAAP,
            Fact.Role.LEVEL,
            "5",
            Unit.money("USD"),
            "5",
            Optional.empty());
    Figure a = Figure.of(release().facts(cny).build()).get(0);
    Figure b = Figure.of(release().facts(usd).build()).get(0);

    assertThat(a.agreesWith(b)).isFalse();
    assertThat(a.contradicts(b)).isFalse();
    assertThat(a.agreesWith(a)).isTrue();
  }
}

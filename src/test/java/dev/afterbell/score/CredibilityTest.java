package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.amount;
import static dev.afterbell.score.Fixtures.article;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentSummary.Kind;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Gap;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.SourceClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Admiralty digit of an item, and why its corroboration is what it is. */
class CredibilityTest {

  private static ItemQuality first(Evidence... evidence) {
    return EvidenceScore.of(input(evidence)).item(evidence[0].id()).orElseThrow();
  }

  private static Fixtures.Item paper(String tag, String revenue, String quote) {
    return item("NEWS-2026-05-28-" + tag, SourceClass.NAMED_NEWS)
        .published("2026-05-28T08:00:00-04:00")
        .custody(Custody.FETCHED)
        .publisher("Paper " + tag)
        .facts(amount("f1", Metric.REVENUE, revenue, quote, "1970000000"));
  }

  private static Fixtures.Item right(String tag) {
    return paper(tag, "2703700000", "RMB2,703.7 million");
  }

  private static Fixtures.Item wrong(String tag) {
    return paper(tag, "2600000000", "RMB2,600.0 million");
  }

  @Test
  void primary_alone_isTwo_andASecondaryAloneIsThree() {
    assertThat(first(release().build()).credibility()).isEqualTo(2);
    assertThat(first(article().build()).credibility()).isEqualTo(3);
    assertThat(first(right("A").build()).credibility()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"CONTRADICTION, 3", "FX_CHECK, 2", "UNIT_AMBIGUOUS, 2"})
  void primary_thatContradictsItself_isThree(Gap.Reason reason, int digit) {
    assertThat(first(release().gap(reason, "two places").build()).credibility()).isEqualTo(digit);
  }

  @Test
  void secondary_thatAnIndependentOriginConfirms_isOne() {
    assertThat(first(right("A").build(), right("B").build()).credibility()).isEqualTo(1);
  }

  /** A contradiction weighs more than a confirmation. */
  @Test
  void item_confirmedAndContradicted_isJudgedByTheContradiction() {
    Evidence right = right("A").build();

    assertThat(first(right, right("B").build(), wrong("C").build()).credibility()).isEqualTo(4);
    assertThat(first(wrong("A").build(), wrong("B").build(), release().build()).credibility())
        .isEqualTo(5);
  }

  @Test
  void item_contradictedByALowerTier_isNotDowngraded() {
    Evidence blog = wrong("B").sourceClass(SourceClass.AGGREGATOR).build();

    assertThat(first(right("A").build(), blog).credibility()).isEqualTo(3);
    assertThat(first(right("A").build(), right("C").build(), blog).credibility()).isEqualTo(1);
  }

  @Test
  void item_handedInWithoutAnAddress_isSixWhateverOthersSay() {
    Evidence pasted = right("A").custody(Custody.PASTED).build();
    Evidence addressed = right("A").custody(Custody.ADDRESSED).build();

    assertThat(first(pasted, right("B").build()).credibility()).isEqualTo(6);
    assertThat(first(addressed, right("B").build()).credibility()).isEqualTo(1);
  }

  @Test
  void corroboration_saysWhoStatesAFigure_orThatNobodyDoes() {
    assertThat(first(release().build()).corroboration().reason())
        .isEqualTo("no independent origin states one of its figures");
    assertThat(
            first(release().build(), right("B").build(), right("A").build())
                .corroboration()
                .reason())
        .isEqualTo("a figure is also stated by publisher paper a, publisher paper b");
  }

  /** Two documents that agree on one figure can still contradict one another on another. */
  @Test
  void documents_thatAgreeOnOneFigureOnly_contradictOneAnotherOnTheOther() {
    Evidence filing =
        item("6K-2026-05-27", SourceClass.REGULATOR_FILING)
            .published("2026-05-27T07:00:00-04:00")
            .kind(Kind.RESULTS)
            .period(Fixtures.QUARTER)
            .facts(
                amount("f1", Metric.REVENUE, "2713700000", "RMB2,713.7 million", "1"),
                amount("f2", Metric.NET_INCOME, "-436400000", "RMB436.4 million", "1"))
            .build();

    assertThat(EvidenceScore.of(input(release().build(), filing)).quality().zeroRules())
        .contains(ZeroRule.Z3);
  }

  /** A document that states a figure twice, once rounded away, is held to the better of both. */
  @Test
  void document_thatStatesAFigureInTwoWays_contradictsNobodyWhoHasOneOfThem() {
    Evidence filing =
        item("6K-2026-05-27", SourceClass.REGULATOR_FILING)
            .published("2026-05-27T07:00:00-04:00")
            .kind(Kind.RESULTS)
            .period(Fixtures.QUARTER)
            .facts(
                amount("f1", Metric.REVENUE, "2703700000", "RMB2,703.7 million", "1"),
                amount("f2", Metric.REVENUE, "2713700000", "RMB2,713.7 million", "1"))
            .build();

    assertThat(EvidenceScore.of(input(release().build(), filing)).quality().zeroRules())
        .doesNotContain(ZeroRule.Z3);
  }
}

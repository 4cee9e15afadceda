package dev.afterbell.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Passage;
import dev.afterbell.evidence.Unit;
import dev.afterbell.snapshot.GroundingCheck.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundingCheckTest {

  private static final Passage REVENUE = Fixtures.passage(120, "€412.6 million");
  private static final Passage GROWTH = Fixtures.passage(180, "8.4%");
  private static final Passage FALL = Fixtures.passage(240, "3.1%");

  private final Evidence release =
      Fixtures.release(
          List.of(
              Fixtures.level(
                  "f1",
                  Metric.REVENUE,
                  Basis.GAAP,
                  "412600000",
                  Unit.money("EUR"),
                  REVENUE,
                  Optional.empty()),
              Fixtures.yoy("f2", Metric.REVENUE, "8.4", GROWTH),
              Fixtures.yoy("f3", Metric.NET_INCOME, "-3.1", FALL)),
          List.of());
  private final GroundingCheck check = new GroundingCheck(new EvidenceIndex(List.of(release)));

  @Test
  void storedFigures_printedAsStored_areGrounded() {
    assertThat(
            check.check(
                sentence("Revenue was ", revenue("€412.6 million"), ", up ", growth("8.4%"), ".")))
        .isInstanceOf(Verdict.Grounded.class);
  }

  @Test
  void numberThatIsNoFigure_isRefused() {
    assertThat(refusal(Statement.compose().say("Revenue was €412.6 million.").done()))
        .contains("not tied to any document");
  }

  @Test
  void formNamesAndSessionCounts_areNoNumbers() {
    assertThat(check.check(Statement.compose().say("The 6-K and EX-99.1 were read at T+3.").done()))
        .isInstanceOf(Verdict.Grounded.class);
  }

  @Test
  void passageThatIsNotStored_isRefused() {
    Figure moved =
        new Figure.Stated(
            "€412.6 million",
            Fixtures.RELEASE,
            new BigDecimal("412600000"),
            Unit.money("EUR"),
            Fixtures.passage(121, "€412.6 million"));
    assertThat(refusal(sentence("Revenue was ", moved, "."))).contains("no stored place");
  }

  @Test
  void evidenceThatIsNotThere_isRefused() {
    EvidenceId other =
        EvidenceId.of(EvidenceId.Prefix.RELEASE, LocalDate.of(2026, 2, 6), Optional.empty());
    Figure elsewhere =
        new Figure.Stated(
            "€412.6 million", other, new BigDecimal("412600000"), Unit.money("EUR"), REVENUE);
    assertThat(refusal(sentence("Revenue was ", elsewhere, "."))).contains("no stored place");
    assertThat(refusal(Statement.compose().say("Something happened.").cite(other).done()))
        .contains("not among the evidence");
  }

  @Test
  void valueThatThePassageDoesNotSay_isRefused() {
    Figure inflated =
        new Figure.Stated(
            "€512.6 million",
            Fixtures.RELEASE,
            new BigDecimal("512600000"),
            Unit.money("EUR"),
            REVENUE);
    assertThat(refusal(sentence("Revenue was ", inflated, ".")))
        .contains("not what the cited passage says");
  }

  @ParameterizedTest
  @CsvSource({
    "€412.6 million,true",
    "€413 million,true",
    "€0.4 billion,true",
    "€412.7 million,false",
    "€412.6 billion,false",
    "€412.6,false",
    "412.6%,false"
  })
  void printedForm_mustRoundToTheStoredValue(String printed, boolean grounded) {
    assertThat(
            check.check(sentence("Revenue was ", revenue(printed), "."))
                instanceof Verdict.Grounded)
        .isEqualTo(grounded);
  }

  @Test
  void percentWordedAsPoints_isRefused() {
    assertThat(refusal(sentence("Growth was ", growth("8.4 percentage points"), ".")))
        .contains("does not print the stored value");
  }

  @Test
  void directionAgainstTheSign_isRefused() {
    Figure fall =
        new Figure.Stated("3.1%", Fixtures.RELEASE, new BigDecimal("-3.1"), Unit.PERCENT, FALL);
    assertThat(refusal(sentence("Net income was up ", fall, "."))).contains("direction");
    assertThat(refusal(sentence("Revenue was down ", growth("8.4%"), "."))).contains("direction");
    assertThat(check.check(sentence("Net income was down ", fall, ".")))
        .isInstanceOf(Verdict.Grounded.class);
  }

  @Test
  void publicationDay_mustBeTheEvidencesOwn() {
    assertThat(
            check.check(
                sentence(
                    "The ",
                    new Figure.PublicationDay("May 6", Fixtures.RELEASE, Fixtures.RELEASED),
                    " release.")))
        .isInstanceOf(Verdict.Grounded.class);
    assertThat(
            refusal(
                sentence(
                    "The ",
                    new Figure.PublicationDay("May 7", Fixtures.RELEASE, LocalDate.of(2026, 5, 7)),
                    " release.")))
        .contains("not the publication day");
  }

  @Test
  void reportedPeriod_mustBeTheDocuments() {
    assertThat(
            check.check(
                sentence(
                    "In ",
                    new Figure.ReportedPeriod("Q1", Fixtures.RELEASE, LocalDate.of(2026, 3, 31)),
                    ".")))
        .isInstanceOf(Verdict.Grounded.class);
    assertThat(
            refusal(
                sentence(
                    "In ",
                    new Figure.ReportedPeriod("Q2", Fixtures.RELEASE, LocalDate.of(2026, 6, 30)),
                    ".")))
        .contains("not the period");
  }

  @Test
  void factWithoutItsStoredSpan_makesTheSentenceRefused() {
    Evidence without = Fixtures.release(release.extraction().facts().subList(1, 3), List.of());
    GroundingCheck bare = new GroundingCheck(new EvidenceIndex(List.of(without)));
    assertThat(bare.check(sentence("Revenue was ", revenue("€412.6 million"), ".")))
        .isInstanceOf(Verdict.Refused.class);
  }

  private String refusal(Statement statement) {
    Verdict verdict = check.check(statement);
    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    return ((Verdict.Refused) verdict).reason();
  }

  private static Figure revenue(String printed) {
    return new Figure.Stated(
        printed, Fixtures.RELEASE, new BigDecimal("412600000"), Unit.money("EUR"), REVENUE);
  }

  private static Figure growth(String printed) {
    return new Figure.Stated(
        printed, Fixtures.RELEASE, new BigDecimal("8.4"), Unit.PERCENT, GROWTH);
  }

  private static Statement sentence(Object... parts) {
    Statement.Composer sentence = Statement.compose();
    for (Object part : parts) {
      if (part instanceof Figure figure) {
        sentence.figure(figure);
      } else {
        sentence.say((String) part);
      }
    }
    return sentence.done();
  }
}

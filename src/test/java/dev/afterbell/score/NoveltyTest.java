package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.amount;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.withTexts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.SourceClass;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an item adds to what its origin has said already. */
class NoveltyTest {

  private static final String FIRST = "2026-05-27T07:00:00-04:00";
  private static final String TEXT =
      "one two three four five six seven eight nine ten eleven twelve";

  private static Fixtures.Item filing(String tag, String published, Metric metric) {
    return item("6K-2026-05-27-" + tag, SourceClass.REGULATOR_FILING)
        .published(published)
        .facts(amount("f1", metric, "2703700000", "RMB2,703.7 million", "1970000000"));
  }

  private static String novelty(Fixtures.Item of, Evidence... others) {
    return novelty(Map.of(), of, others);
  }

  private static String novelty(
      Map<EvidenceId, String> texts, Fixtures.Item of, Evidence... others) {
    Evidence[] all = Arrays.copyOf(others, others.length + 1);
    all[others.length] = of.build();
    return EvidenceScore.of(withTexts(texts, all))
        .item(all[others.length].id())
        .orElseThrow()
        .novelty()
        .toPlainString();
  }

  @Test
  void item_afterTwoThatSaidTheSame_addsLessAgain() {
    Evidence a = filing("A", FIRST, Metric.REVENUE).build();
    Evidence b = filing("B", "2026-05-27T08:00:00-04:00", Metric.REVENUE).build();

    assertThat(novelty(filing("C", "2026-05-27T09:00:00-04:00", Metric.REVENUE), a, b))
        .isEqualTo("0.5625");
  }

  /** A day after the first, not after the last. */
  @ParameterizedTest
  @CsvSource({"2026-05-28T07:00:00-04:00, 0.5625", "2026-05-28T07:00:01-04:00, 0"})
  void item_moreThanADayAfterTheFirst_addsNothing(String published, String novelty) {
    Evidence a = filing("A", FIRST, Metric.REVENUE).build();
    Evidence b = filing("B", "2026-05-27T20:00:00-04:00", Metric.REVENUE).build();

    assertThat(novelty(filing("C", published, Metric.REVENUE), a, b)).isEqualTo(novelty);
  }

  /** Of two at one moment the one that is named first has said it. */
  @Test
  void items_ofOneMoment_areInTheOrderOfTheirIds() {
    Evidence a = filing("A", FIRST, Metric.REVENUE).build();
    Evidence b = filing("B", FIRST, Metric.REVENUE).build();

    assertThat(novelty(filing("A", FIRST, Metric.REVENUE), b)).isEqualTo("1");
    assertThat(novelty(filing("B", FIRST, Metric.REVENUE), a)).isEqualTo("0.7500");
  }

  @Test
  void item_thatSaysSomethingElse_isNew() {
    Evidence a = filing("A", FIRST, Metric.REVENUE).build();

    assertThat(novelty(filing("B", "2026-05-27T08:00:00-04:00", Metric.NET_INCOME), a))
        .isEqualTo("1");
  }

  @Test
  void item_thatAnotherOriginSaidBefore_isNew() {
    Evidence paper =
        filing("A", FIRST, Metric.REVENUE)
            .sourceClass(SourceClass.NAMED_NEWS)
            .publisher("Paper")
            .build();

    assertThat(novelty(filing("B", "2026-05-27T08:00:00-04:00", Metric.REVENUE), paper))
        .isEqualTo("1");
  }

  /** Without a figure that could be compared: by the digest, or by the text where it is at hand. */
  @Test
  void copy_ofATextWithoutFigures_addsLess() {
    Fixtures.Item a = filing("A", FIRST, Metric.REVENUE).facts(new Fact[0]);
    Fixtures.Item b = filing("B", "2026-05-27T08:00:00-04:00", Metric.REVENUE).facts(new Fact[0]);
    EvidenceId idA = a.build().id();
    EvidenceId idB = b.build().id();

    assertThat(novelty(b, a.build())).isEqualTo("1");
    assertThat(novelty(Map.of(idA, TEXT), b, a.build())).isEqualTo("1");
    assertThat(novelty(Map.of(idA, TEXT, idB, "another text"), b, a.build())).isEqualTo("1");
    assertThat(novelty(Map.of(idA, TEXT, idB, TEXT + " more"), b, a.build())).isEqualTo("0.7500");
    assertThat(novelty(b.content("same"), a.content("same").build())).isEqualTo("0.7500");
  }
}

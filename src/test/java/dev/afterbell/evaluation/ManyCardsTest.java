package dev.afterbell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.afterbell.evaluation.Stories.Book;
import dev.afterbell.evaluation.Stories.Card;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.market.PriceSeries;
import dev.afterbell.market.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** As many cards as a proof takes, from their lines to the history read back. */
class ManyCardsTest {

  private static final int ISSUERS = 20;
  private static final int DATES = 250;

  /** Shares that walk at random: nothing foretells them, and the report must say so. */
  @Test
  void fiveThousandCards_ofRandomWalks_areScoredAndProveNothing() {
    Book book = new Book().with("SPY", walk(0));
    IntStream.rangeClosed(1, ISSUERS).forEach(i -> book.with("T" + i, walk(i)));
    Cards cards = Cards.read(lines());

    EvaluationReport report = Evaluation.of(cards, book, Evaluation.Settings.DEFAULT);

    assertThat(report.events()).hasSize(ISSUERS * DATES);
    assertThat(report.excluded()).isEmpty();
    MethodResult.Measures found = report.methods().get(0).measures().orElseThrow();
    assertThat(found.slope().slope().interval().orElseThrow().contains(0)).isTrue();
    // α is estimated on 110 sessions and carried over 60: √(1 + 60/110)
    assertThat(found.slope().deviationY().value()).isCloseTo(1.243, within(0.15));
    ScoredHistory history =
        ScoredHistory.read(CanonicalJson.bytes(EvaluationJson.write(report))).get(0);
    assertThat(history.events()).isEqualTo(ISSUERS * DATES);
    assertThat(history.provesSkill()).isFalse();
  }

  private static Stream<String> lines() {
    List<Session> days =
        Stories.CALENDAR.sessions(LocalDate.of(2025, 1, 2), LocalDate.of(2027, 9, 1));
    SplitMix random = new SplitMix(77);
    return IntStream.range(0, ISSUERS * DATES)
        .mapToObj(
            i ->
                Card.of("T" + (1 + i % ISSUERS), days.get(130 + i / ISSUERS * 2).date())
                    .z(String.valueOf(random.below(7) - 3))
                    .line());
  }

  private static PriceSeries walk(int seed) {
    SplitMix random = new SplitMix(1_000 + seed);
    return Stories.series(
        LocalDate.of(2025, 1, 2),
        LocalDate.of(2028, 6, 30),
        i -> 0.02 * Math.max(-4, Math.min(4, Events.normal(random))));
  }
}

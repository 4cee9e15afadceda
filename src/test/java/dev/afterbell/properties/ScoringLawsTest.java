package dev.afterbell.properties;

import static dev.afterbell.score.Fixtures.T3;
import static dev.afterbell.score.Fixtures.amount;
import static dev.afterbell.score.Fixtures.article;
import static dev.afterbell.score.Fixtures.contract;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.peers;
import static dev.afterbell.score.Fixtures.prices;
import static dev.afterbell.score.Fixtures.release;
import static dev.afterbell.score.Fixtures.revisions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.Comparator;
import dev.afterbell.evidence.DocumentSummary.Kind;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.prior.ScenarioPrior;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.prior.ScoreCardJson;
import dev.afterbell.prior.Scoring;
import dev.afterbell.prior.Signal;
import dev.afterbell.prior.SignalReading;
import dev.afterbell.score.Fixtures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Laws of scoring that hold whatever the evidence (docs/method.md §10). */
class ScoringLawsTest {

  /** Items that do not contradict each other, replace nothing and join no two origins. */
  private static final List<Evidence> POOL =
      List.of(
          release().tone("0.2").build(),
          article().build(),
          contract().build(),
          contract("6K-2026-05-28-BG", "2026-05-28T09:00:00-04:00", 4).build(),
          prices("0.05", "0.04").build(),
          revisions("1.00", "1.02").build(),
          peers("PEER-2026-05-27", "2026-05-27T16:30:00-04:00", 3).build(),
          peers("PEER-2026-06-01", "2026-06-01T16:30:00-04:00", 5).build(),
          paper(1),
          paper(2),
          paper(3),
          filing(),
          release().content("x").custody(Custody.ADDRESSED).build());

  private static Evidence paper(int n) {
    return item("NEWS-2026-05-28-P" + n, SourceClass.NAMED_NEWS)
        .published("2026-05-28T08:00:00-04:00")
        .custody(Custody.FETCHED)
        .publisher("Paper " + n)
        .facts(amount("f1", Metric.REVENUE, "2700000000", "RMB2.70 billion", "1970000000"))
        .build();
  }

  private static Evidence filing() {
    return item("6K-2026-05-27", SourceClass.REGULATOR_FILING)
        .published("2026-05-27T07:00:00-04:00")
        .kind(Kind.RESULTS)
        .period(Fixtures.QUARTER)
        .facts(amount("f1", Metric.REVENUE, "2703741000", "2,703,741", "1970000000"))
        .build();
  }

  /** The items whose bits are set. */
  private static List<Evidence> subset(int chosen) {
    return IntStream.range(0, POOL.size())
        .filter(i -> (chosen >> i & 1) == 1)
        .mapToObj(POOL::get)
        .toList();
  }

  private static ScoreCard score(Instant asOf, List<Evidence> evidence) {
    return Scoring.score(input(asOf, evidence.toArray(Evidence[]::new)));
  }

  private static String bytes(ScoreCard card) {
    return CanonicalJson.text(ScoreCardJson.write(card));
  }

  @Property(tries = 10_000, generation = GenerationMode.RANDOMIZED)
  void card_ofAnyEvidence_doesNotDependOnOrderOrDuplicates(
      @ForAll @IntRange(max = 8191) int chosen, @ForAll long seed) {
    List<Evidence> evidence = subset(chosen);
    List<Evidence> shuffled = new ArrayList<>(evidence);
    shuffled.addAll(evidence.subList(0, evidence.size() / 2));
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(bytes(score(T3, shuffled))).isEqualTo(bytes(score(T3, evidence)));
  }

  @Property(tries = 10_000, generation = GenerationMode.RANDOMIZED)
  void card_atAnyTime_doesNotDependOnWhatIsPublishedLater(
      @ForAll @IntRange(max = 8191) int chosen,
      @ForAll @LongRange(min = 0, max = 60 * 24 * 45) long minutes) {
    Instant asOf = Instant.parse("2026-04-22T00:00:00Z").plus(Duration.ofMinutes(minutes));
    List<Evidence> all = subset(chosen);
    List<Evidence> known =
        all.stream()
            .filter(e -> !e.extraction().document().published().orElseThrow().isAfter(asOf))
            .toList();

    assertThat(bytes(score(asOf, all))).isEqualTo(bytes(score(asOf, known)));
  }

  @Property(tries = 10_000, generation = GenerationMode.RANDOMIZED)
  void quality_neverFallsAndUncertaintyNeverRises_withOneMoreItemThatContradictsNothing(
      @ForAll @IntRange(max = 8191) int chosen, @ForAll @IntRange(max = 12) int added) {
    List<Evidence> before = subset(chosen);
    List<Evidence> after = new ArrayList<>(before);
    after.add(POOL.get(added));
    ScoreCard less = score(T3, before);
    ScoreCard more = score(T3, after);

    assertThat(more.quality().value().orElseThrow())
        .isGreaterThanOrEqualTo(less.quality().value().orElseThrow());
    assertThat(more.quality().ungated()).isGreaterThanOrEqualTo(less.quality().ungated());
    assertThat(more.uncertainty().value()).isLessThanOrEqualTo(less.uncertainty().value());
  }

  @Property(tries = 10_000, generation = GenerationMode.RANDOMIZED)
  void probabilities_ofAnySignals_addUpToOneAndLieInTheirBand(
      @ForAll @Size(6) List<@DoubleRange(min = -3, max = 3) Double> z,
      @ForAll @Size(6) List<Boolean> present,
      @ForAll @IntRange(max = 2) int size) {
    List<SignalReading> readings =
        IntStream.range(0, Signal.values().length)
            .mapToObj(
                i ->
                    new SignalReading(
                        Signal.values()[i],
                        present.get(i)
                            ? Optional.of(
                                BigDecimal.valueOf(z.get(i)).setScale(4, RoundingMode.HALF_EVEN))
                            : Optional.empty(),
                        "drawn",
                        Optional.empty()))
            .toList();
    ScenarioPrior prior =
        ScenarioPrior.of(
            readings, List.of("1", "0.5", "0.25").stream().map(BigDecimal::new).toList().get(size));

    assertThat(prior.bull().add(prior.base()).add(prior.bear())).isEqualByComparingTo("1");
    assertThat(List.of(prior.bull(), prior.base(), prior.bear())).allMatch(p -> p.signum() > 0);
    assertThat(prior.bullLow()).isLessThanOrEqualTo(prior.bull().add(new BigDecimal("0.001")));
    assertThat(prior.bullHigh())
        .isGreaterThanOrEqualTo(prior.bull().subtract(new BigDecimal("0.001")));
    assertThat(prior.informationShare()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
  }

  @Property(tries = 10_000, generation = GenerationMode.RANDOMIZED)
  void card_ofAmountsInAnyScale_isTheSame(
      @ForAll @IntRange(min = -3, max = 6) int power,
      @ForAll @LongRange(min = 1, max = 9_999_999) long revenue,
      @ForAll @LongRange(min = 1, max = 9_999_999) long before,
      @ForAll @LongRange(min = -9_999_999, max = 9_999_999) long operating) {
    Fact[] facts = {
      amount("f1", Metric.REVENUE, "" + revenue, "" + revenue, "" + before),
      amount("f2", Metric.OPERATING_INCOME, "" + operating, "" + operating, "" + before),
      amount("f3", Metric.CAPEX, "" + before, "" + before, "" + revenue)
    };
    Fact[] scaled = Arrays.stream(facts).map(f -> scaled(f, power)).toArray(Fact[]::new);
    ScoreCard plain = score(T3, List.of(release().facts(facts).build(), paper(1)));
    ScoreCard large = score(T3, List.of(release().facts(scaled).build(), paper(1)));

    assertThat(large.axes()).isEqualTo(plain.axes());
    assertThat(large.prior()).isEqualTo(plain.prior());
    assertThat(large.items().get(1).specificity()).isEqualTo(plain.items().get(1).specificity());
  }

  private static Fact scaled(Fact fact, int power) {
    return new Fact(
        fact.id(),
        fact.metric(),
        fact.label(),
        fact.value().scaleByPowerOfTen(power),
        fact.unit(),
        fact.period(),
        fact.basis(),
        fact.role(),
        fact.attribution(),
        fact.segment(),
        fact.comparator()
            .map(c -> new Comparator(c.value().scaleByPowerOfTen(power), c.period(), c.passage())),
        fact.checks(),
        fact.place(),
        fact.passage());
  }
}

package dev.afterbell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Measures of small samples, worked by hand. */
class MeasuresTest {

  private static final double NEAR = 5e-7;

  /** Case 4 of the method three times: bull, base and bear come true. */
  @Test
  void scores_ofThreeEvents_areTheirMeans() {
    Scores scores = Events.measured(caseFour(Scenario.values())).scores();

    assertThat(scores.brier().value())
        .isCloseTo((0.541704 + 0.683304 + 0.800104) / 3, within(1e-4));
    assertThat(scores.brierSkill().value())
        .isCloseTo(1 - scores.brier().value() * 3 / 2, within(NEAR));
    assertThat(scores.ranked().value())
        .isCloseTo((0.216666 + 0.116666 + 0.345866) / 3, within(1e-4));
    assertThat(scores.rankedSkill().value())
        .isCloseTo(1 - scores.ranked().value() / ((5 / 18d + 2 / 18d + 5 / 18d) / 3), within(NEAR));
    assertThat(scores.error().value()).isCloseTo(2 / 3d, within(NEAR));
    assertThat(List.of(scores.bearShare(), scores.baseShare(), scores.bullShare()))
        .allSatisfy(share -> assertThat(share.value()).isCloseTo(1 / 3d, within(NEAR)));
  }

  /** Twenty events, P(bull) 0.05 to 1.00: bins of two; bull comes true from 0.55 on. */
  @Test
  void reliability_ofTwentyEvents_isThatWorkedByHand() {
    List<ScoredEvent> events = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      double bull = i / 20d;
      events.add(
          Events.event(
              i,
              Events.FIRST.plusWeeks(i),
              new Probabilities(1 - bull, 0, bull),
              Events.y(i > 10 ? Scenario.BULL : Scenario.BEAR)));
    }
    Reliability bull = Events.measured(events).bull();

    assertThat(bull.bins()).hasSize(10).allMatch(b -> b.events() == 2);
    assertThat(bull.bins().get(0).forecast()).isCloseTo(0.075, within(NEAR));
    assertThat(bull.bins().get(5).observed().value()).isEqualTo(1);
    // misses: .075 .175 .275 .375 .475 below, and .425 .325 .225 .125 .025 above
    assertThat(bull.ece().value()).isCloseTo((1.375 + 1.125) / 10, within(NEAR));
    assertThat(bull.reliability().value())
        .isCloseTo(
            (0.005625 + 0.030625 + 0.075625 + 0.140625 + 0.225625) / 10
                + (0.180625 + 0.105625 + 0.050625 + 0.015625 + 0.000625) / 10,
            within(NEAR));
    assertThat(bull.resolution().value()).isCloseTo(0.25, within(NEAR));
    assertThat(bull.uncertainty().value()).isCloseTo(0.25, within(NEAR));
  }

  @Test
  void reliability_equalForecasts_shareOneBin() {
    List<ScoredEvent> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Probabilities forecast = i < 30 ? Probabilities.UNIFORM : Events.CASE_FOUR;
      events.add(Events.event(i, Events.FIRST.plusWeeks(i), forecast, i % 3 - 1));
    }

    assertThat(Events.measured(events).bull().bins())
        .extracting(Reliability.Bin::events)
        .containsExactly(30, 10);
  }

  /** The surest of four events is right, the rest wrong; two are equally sure. */
  @Test
  void coverage_ofFourEvents_isThatWorkedByHand() {
    Probabilities sure = new Probabilities(0, 0, 1);
    List<ScoredEvent> events =
        List.of(
            Events.event(1, Events.FIRST, sure, 0, 0.1, 1),
            Events.event(2, Events.FIRST.plusWeeks(1), sure, 0, 0.5, -1),
            Events.event(3, Events.FIRST.plusWeeks(2), sure, 0, 0.5, 1),
            Events.event(4, Events.FIRST.plusWeeks(3), sure, 0, 0.9, -1));
    List<CoveragePoint> curve = Events.measured(events).coverage();

    assertThat(curve).extracting(CoveragePoint::percent).startsWith(5, 10).endsWith(95, 100);
    assertThat(errorAt(curve, 25)).isEqualTo(0);
    assertThat(errorAt(curve, 50)).isCloseTo(0.25, within(NEAR));
    assertThat(errorAt(curve, 75)).isCloseTo(1 / 3d, within(NEAR));
    assertThat(errorAt(curve, 100)).isCloseTo(0.5, within(NEAR));
    assertThat(curve.get(19).brier().value()).isCloseTo(1, within(NEAR));
  }

  @Test
  void slope_ofPointsOnALine_isTheLine() {
    List<ScoredEvent> events = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      double s = (i - 4) / 50d;
      events.add(
          Events.event(i, Events.FIRST.plusWeeks(i), Probabilities.UNIFORM, s, 0.5, 1.5 * s));
    }
    Slope slope = Events.measured(events).slope();

    assertThat(slope.slope().value()).isCloseTo(1.5, within(NEAR));
    assertThat(slope.correlation().value()).isCloseTo(1, within(NEAR));
    assertThat(slope.meanY().value()).isCloseTo(0, within(NEAR));
  }

  @Test
  void intervals_ofOneWeek_areNone() {
    List<ScoredEvent> events = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      events.add(Events.event(i, Events.FIRST.plusDays(i), Events.CASE_FOUR, i - 2));
    }

    MethodResult result = MethodResult.of("m1", events, Resampling.DEFAULT);

    assertThat(result.weeks()).isEqualTo(1);
    assertThat(result.measures().orElseThrow().scores().brierSkill().interval()).isEmpty();
    assertThat(result.measures().orElseThrow().scores().skillProved()).isFalse();
  }

  @Test
  void result_ofOneEventOrNone_hasNoMeasures() {
    ScoredEvent one = Events.event(1, Events.FIRST, Events.CASE_FOUR, 1);

    assertThat(MethodResult.of("m1", List.of(one), Resampling.DEFAULT).measures()).isEmpty();
    assertThat(MethodResult.of("m1", List.of(), Resampling.DEFAULT).first()).isEmpty();
    assertThatThrownBy(() -> MethodResult.of("m2", List.of(one), Resampling.DEFAULT))
        .hasMessageContaining("not mixed");
  }

  @Test
  void result_eventsInAnyOrder_isTheSame() {
    List<ScoredEvent> events = Events.drawn(400, 3, 0.3, 1, s -> s);
    List<ScoredEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(5));
    Resampling resampling = new Resampling(9, 200);

    assertThat(MethodResult.of("m1", shuffled, resampling))
        .isEqualTo(MethodResult.of("m1", events, resampling))
        .isNotEqualTo(MethodResult.of("m1", events, new Resampling(10, 200)));
  }

  @Test
  void weeks_runFromMondayToSunday() {
    assertThat(Events.event(1, LocalDate.of(2026, 5, 27), Probabilities.UNIFORM, 0).week())
        .isEqualTo(LocalDate.of(2026, 5, 25));
    assertThat(Events.event(1, LocalDate.of(2026, 5, 25), Probabilities.UNIFORM, 0).week())
        .isEqualTo(LocalDate.of(2026, 5, 25));
  }

  private static double errorAt(List<CoveragePoint> curve, int percent) {
    return curve.get(percent / 5 - 1).error().value();
  }

  private static List<ScoredEvent> caseFour(Scenario... actual) {
    List<ScoredEvent> events = new ArrayList<>();
    for (Scenario scenario : actual) {
      int i = events.size();
      events.add(Events.event(i, Events.FIRST.plusWeeks(i), Events.CASE_FOUR, Events.y(scenario)));
    }
    return events;
  }
}

package dev.afterbell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outcomes drawn from a known truth: the measures must find it within their intervals. */
class KnownTruthTest {

  private static final int MANY = 5_000;

  @Test
  void calibratedForecasts_ofInformativeSignals_showSkillAndNoFault() {
    MethodResult.Measures found = Events.measured(Events.drawn(MANY, 1, 0.5, 1, s -> s));

    assertThat(found.scores().skillProved()).isTrue();
    assertThat(found.slope().slope().interval().orElseThrow().contains(1)).isTrue();
    assertThat(found.bull().ece().value()).isLessThan(2 * found.bull().eceIfCalibrated());
    assertThat(found.choice().ece().value()).isLessThan(2 * found.choice().eceIfCalibrated());
    assertThat(misses(found.bull())).isLessThanOrEqualTo(2);
    assertThat(misses(found.bear())).isLessThanOrEqualTo(2);
  }

  /** What a normal outcome around 0.5·z is worth, by a sum over its own probabilities. */
  @Test
  void brierScore_ofCalibratedForecasts_isItsExpectation() {
    List<ScoredEvent> events = Events.drawn(MANY, 2, 0.5, 1, s -> s);
    double expected =
        events.stream()
            .map(ScoredEvent::probabilities)
            .mapToDouble(
                p ->
                    p.bear() * p.brier(Scenario.BEAR)
                        + p.base() * p.brier(Scenario.BASE)
                        + p.bull() * p.brier(Scenario.BULL))
            .average()
            .orElseThrow();

    Estimate brier = Events.measured(events).scores().brier();

    assertThat(brier.interval().orElseThrow().contains(expected)).isTrue();
    assertThat(brier.value()).isCloseTo(expected, within(0.01));
  }

  @Test
  void overConfidentForecasts_areSeenAsSuch() {
    MethodResult.Measures found = Events.measured(Events.drawn(MANY, 3, 0.5, 1, s -> 3 * s));

    assertThat(found.bull().ece().value()).isGreaterThan(4 * found.bull().eceIfCalibrated());
    assertThat(found.scores().skillProved()).isFalse();
    Reliability.Bin lowest = found.bull().bins().get(0);
    Reliability.Bin highest = found.bull().bins().get(9);
    assertThat(lowest.observed().interval().orElseThrow().low()).isGreaterThan(lowest.forecast());
    assertThat(highest.observed().interval().orElseThrow().high()).isLessThan(highest.forecast());
  }

  /** The signals count half of what the method thinks: the slope is found, and it helps. */
  @Test
  void signalsWorthHalf_giveASlopeOfAHalf_andForecastsThatGain() {
    MethodResult.Measures found = Events.measured(Events.drawn(MANY, 4, 0.6, 0.5, s -> s));

    Estimate.Interval slope = found.slope().slope().interval().orElseThrow();
    assertThat(found.slope().slope().value()).isCloseTo(0.5, within(0.1));
    assertThat(slope.high()).isLessThan(1);
    assertThat(found.recalibration().fitted()).isGreaterThan(MANY * 3 / 4);
    assertThat(found.recalibration().gain().interval().orElseThrow().low()).isPositive();
    assertThat(found.recalibration().scores().brierSkill().value())
        .isGreaterThan(found.scores().brierSkill().value());
  }

  @Test
  void signalsWorthNothing_proveNothing() {
    MethodResult.Measures found = Events.measured(Events.drawn(MANY, 5, 0.06, 0, s -> s));

    assertThat(found.scores().skillProved()).isFalse();
    assertThat(found.slope().slope().interval().orElseThrow().contains(0)).isTrue();
    assertThat(found.scores().brier().value()).isCloseTo(2 / 3d, within(0.005));
  }

  /** The surer half is better where uncertainty tells something. */
  @Test
  void surerForecasts_ofInformativeSignals_areBetter() {
    List<CoveragePoint> curve = Events.measured(Events.drawn(MANY, 6, 0.5, 1, s -> s)).coverage();

    assertThat(curve.get(3).error().interval().orElseThrow().high())
        .isLessThan(curve.get(19).error().interval().orElseThrow().low());
    assertThat(curve.get(3).brier().value()).isLessThan(curve.get(19).brier().value());
  }

  /** Of forty samples' 95% intervals of the slope, nearly all hold the true one. */
  @Test
  void intervals_ofManySamples_holdTheTruthAsOftenAsTheySay() {
    int held = 0;
    for (int sample = 0; sample < 40; sample++) {
      Slope slope = Events.measured(Events.drawn(400, 100 + sample, 0.3, 1, s -> s)).slope();
      held += slope.slope().interval().orElseThrow().contains(1) ? 1 : 0;
    }
    assertThat(held).isBetween(35, 40);
  }

  /** A fit sees nothing of outcomes that close after the card: changing them changes no slope. */
  @Test
  void slopes_outcomesThatCloseLater_haveNoPartInThem() {
    List<ScoredEvent> events = Events.drawn(1_000, 7, 0.3, 1, s -> s);
    List<Double> before = Recalibration.slopes(events);
    int at = 700;
    List<ScoredEvent> changed = new ArrayList<>();
    for (ScoredEvent event : events) {
      boolean later = !event.outcome().closed().isBefore(events.get(at).forecast().asOf());
      Outcome own = event.outcome();
      changed.add(
          later
              ? new ScoredEvent(
                  event.forecast(),
                  new Outcome(-50 * own.y(), own.t0(), own.closed(), own.sessions(), own.model()))
              : event);
    }

    assertThat(before.get(at)).isNotNaN();
    assertThat(Recalibration.slopes(changed).subList(0, at + 1))
        .isEqualTo(before.subList(0, at + 1));
    assertThat(Recalibration.slopes(changed).get(999)).isNotEqualTo(before.get(999));
  }

  @Test
  void slopes_tooFewClosedEvents_areNotFitted() {
    List<ScoredEvent> events = Events.drawn(Recalibration.EVENTS_MIN, 8, 0.3, 1, s -> s);

    assertThat(Recalibration.slopes(events)).allMatch(s -> s.isNaN());
    assertThat(Events.measured(events).recalibration().fitted()).isZero();
    assertThat(Events.measured(events).recalibration().gain().value()).isZero();
  }

  /** Bins whose interval misses their mean forecast; one in twenty may. */
  private static long misses(Reliability reliability) {
    return reliability.bins().stream()
        .filter(b -> !b.observed().interval().orElseThrow().contains(b.forecast()))
        .count();
  }
}

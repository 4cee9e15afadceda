package dev.afterbell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.afterbell.prior.ScenarioPrior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores of single forecasts, worked by hand (docs/method.md §2, "Evaluation"). */
class ProbabilitiesTest {

  @ParameterizedTest(name = "{0} {1} {2}, {3}")
  @CsvSource({
    // bear, base, bull, came true, Brier, ranked, log
    "0.3333333333333333, 0.3333333333333333, 0.3333333333333333, BULL, 0.6667, 0.2778, 1.0986",
    "0.3333333333333333, 0.3333333333333333, 0.3333333333333333, BASE, 0.6667, 0.1111, 1.0986",
    "0.2708, 0.3292, 0.4000, BULL, 0.5417, 0.2167, 0.9163",
    "0.2708, 0.3292, 0.4000, BASE, 0.6833, 0.1167, 1.1111",
    "0.2708, 0.3292, 0.4000, BEAR, 0.8001, 0.3459, 1.3064",
    "0, 0, 1, BULL, 0, 0, 0",
    "1, 0, 0, BULL, 2, 1, 14.5087",
    "0, 1, 0, BULL, 2, 0.5, 14.5087",
  })
  void scores_ofAForecast_areThoseWorkedByHand(
      double bear,
      double base,
      double bull,
      Scenario actual,
      double brier,
      double rps,
      double log) {
    Probabilities forecast = new Probabilities(bear, base, bull);

    assertThat(forecast.brier(actual)).isCloseTo(brier, within(5e-5));
    assertThat(forecast.rankedScore(actual)).isCloseTo(rps, within(5e-5));
    assertThat(forecast.logScore(actual)).isCloseTo(log, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({
    "0.430727, BASE",
    "0.430728, BULL",
    "-0.430727, BASE",
    "-0.430728, BEAR",
    "0, BASE",
    "9, BULL"
  })
  void scenario_atTheBounds_isBase(double y, Scenario expected) {
    assertThat(Scenario.of(y)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0.4, 0.2, BASE", "0.4, 0.2, 0.4, BULL", "0.5, 0.3, 0.2, BEAR"})
  void choice_ofEquals_isBaseThenBull(double bear, double base, double bull, Scenario expected) {
    assertThat(new Probabilities(bear, base, bull).choice()).isEqualTo(expected);
  }

  @Test
  void normal_withoutAMean_isOneThirdEach() {
    Probabilities none = Probabilities.normal(0, 1);

    assertThat(none.bull()).isCloseTo(1 / 3d, within(1e-6));
    assertThat(none.bear()).isCloseTo(1 / 3d, within(1e-6));
    assertThat(Scenario.of(ScenarioPrior.BOUND)).isEqualTo(Scenario.BASE);
  }

  @Test
  void probabilities_thatAreNone_areRefused() {
    assertThatThrownBy(() -> new Probabilities(0.5, 0.5, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Probabilities(-0.1, 0.6, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Probabilities(Double.NaN, 0.5, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

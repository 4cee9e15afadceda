package dev.afterbell.prior;

import static dev.afterbell.prior.GoldenMethod.prior;
import static dev.afterbell.prior.GoldenMethod.readings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioPriorTest {

  @Test
  void meanAndSpread_areThoseThatTheProbabilitiesComeFrom() {
    ScenarioPrior none = prior(Map.of(), "1");
    ScenarioPrior two = prior(Map.of(Signal.EARNINGS_SURPRISE, "2", Signal.TONE, "-1"), "0.5");

    assertThat(none.mean()).isZero();
    assertThat(none.spread()).isEqualTo(1);
    assertThat(two.mean()).isCloseTo(0.5 * (0.04 * 2 - 0.02), within(1e-12));
    assertThat(two.spread())
        .isCloseTo(StrictMath.sqrt(1 - 0.25 * (0.0016 + 0.0004)), within(1e-12));
    assertThat(two.bull().doubleValue())
        .isCloseTo(
            1 - Normal.cumulative((ScenarioPrior.BOUND - two.mean()) / two.spread()), within(1e-6));
  }

  @Test
  void bands_withSmallIssuerFactor_shrinkToOneThird() {
    Map<Signal, String> all = Map.of(Signal.EARNINGS_SURPRISE, "3", Signal.ABNORMAL_RETURN, "3");

    BigDecimal small = prior(all, "1").lean();
    BigDecimal middle = prior(all, "0.5").lean();
    BigDecimal large = prior(all, "0.25").lean();

    assertThat(small).isGreaterThan(middle);
    assertThat(middle).isGreaterThan(large);
    assertThat(large).isPositive();
    assertThat(prior(all, "0.25").informationShare()).isEqualTo(prior(all, "1").informationShare());
  }

  @Test
  void prior_withSignalsOutOfOrder_isRefused() {
    List<SignalReading> readings = readings(Map.of());

    assertThatThrownBy(() -> ScenarioPrior.of(readings.subList(1, 6), BigDecimal.ONE))
        .hasMessage("A prior has one reading of each signal, in order");
  }

  @Test
  void prior_thatDoesNotAddUpToOne_isRefused() {
    BigDecimal third = new BigDecimal("0.3333");

    assertThatThrownBy(
            () ->
                new ScenarioPrior(
                    third, third, third, third, third, third, third, readings(Map.of())))
        .hasMessage("Probabilities add up to one: 0.3333 0.3333 0.3333");
  }

  @Test
  void caveat_holds_becauseTheSquaredWeightsAddUpToLessThanOnePercent() {
    BigDecimal sum =
        Arrays.stream(Signal.values())
            .map(s -> s.beta().pow(2))
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(sum).isEqualByComparingTo("0.0063");
    assertThat(sum).isLessThan(new BigDecimal("0.01"));
    assertThat(ScenarioPrior.CAVEAT).contains("less than 1%");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5000000",
    "0.430727, 0.6666667",
    "-0.430727, 0.3333333",
    "1, 0.8413447",
    "-1.959964, 0.0250000",
    "3.090232, 0.9990000"
  })
  void normal_atKnownPoints_isWithinItsStatedError(double x, double expected) {
    assertThat(Normal.cumulative(x)).isCloseTo(expected, org.assertj.core.data.Offset.offset(2e-7));
  }

  @Test
  void reading_beyondThree_isRefused() {
    assertThatThrownBy(
            () ->
                new SignalReading(
                    Signal.TONE, Optional.of(new BigDecimal("3.01")), "x", Optional.empty()))
        .hasMessage("A signal is clipped to [-3, 3]: 3.01");
  }
}

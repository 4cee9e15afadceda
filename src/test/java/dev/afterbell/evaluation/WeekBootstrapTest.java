package dev.afterbell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals against the standard error that theory gives. */
class WeekBootstrapTest {

  private static final int WEEKS = 400;

  /** A share of one in four over independent weeks: 1.96·√(p(1−p)/weeks) to either side. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void interval_ofAShare_isAsWideAsItsWeeksAllow(int eventsInAWeek) {
    List<ScoredEvent> events = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      for (int i = 0; i < eventsInAWeek; i++) {
        events.add(
            Events.event(
                week * eventsInAWeek + i,
                Events.FIRST.plusWeeks(week).plusDays(i % 5),
                Probabilities.UNIFORM,
                week % 4 == 0 ? 1 : 0));
      }
    }
    Estimate share = Events.measured(events).scores().bullShare();
    Estimate.Interval interval = share.interval().orElseThrow();
    double halfWidth = 1.96 * StrictMath.sqrt(0.25 * 0.75 / WEEKS);

    assertThat(share.value()).isEqualTo(0.25);
    assertThat((interval.high() - interval.low()) / 2)
        .isCloseTo(halfWidth, within(halfWidth * 0.12));
  }

  /** The first numbers of SplitMix64 from seed 1234567, as published with the algorithm. */
  @Test
  void randomNumbers_areThoseOfSplitMix64() {
    SplitMix random = new SplitMix(1234567);

    assertThat(List.of(random.next(), random.next(), random.next()))
        .extracting(Long::toUnsignedString)
        .containsExactly("6457827717110365317", "3203168211198807973", "9817491932198370423");
  }

  @Test
  void randomNumbers_areEvenlySpread() {
    SplitMix random = new SplitMix(3);
    int[] counts = new int[7];
    double sum = 0;
    for (int i = 0; i < 70_000; i++) {
      counts[random.below(7)]++;
      sum += random.unit();
    }

    for (int count : counts) {
      assertThat(count).isBetween(9_600, 10_400);
    }
    assertThat(sum / 70_000).isCloseTo(0.5, within(0.005));
  }

  @Test
  void resampling_ofTooFewOrTooMany_isRefused() {
    assertThatThrownBy(() -> new Resampling(1, 199)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Resampling(1, 20_001))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package dev.afterbell.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionClockTest {

  private static final SessionClock CLOCK = new SessionClock(SessionCalendar.of(Venue.XNYS));
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    // docs/method.md §1, worked example
    "2026-05-27T06:30, 2026-06-01T20:30, 3",
    "2026-04-23T09:00, 2026-06-01T20:30, 26",
    // same day, over night, over a weekend with a holiday
    "2026-05-27T06:30, 2026-05-27T06:30, 0",
    "2026-05-27T16:05, 2026-05-27T20:30, 0",
    "2026-05-27T16:05, 2026-05-28T20:30, 0",
    "2026-05-27T16:05, 2026-05-29T20:30, 1",
    "2026-05-22T06:30, 2026-05-25T12:00, 0",
    "2026-05-22T06:30, 2026-05-26T09:00, 1",
  })
  void age_ofAnInstant_countsSessionsAfterItsOwn(
      LocalDateTime published, LocalDateTime asOf, int age) {
    assertThat(CLOCK.age(at(published), at(asOf))).isEqualTo(age);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "2026-05-27, 2026-06-01, 3",
    "2026-04-23, 2026-06-01, 26",
    "2026-05-23, 2026-05-25, 0",
    "2026-05-23, 2026-05-26, 0",
    "2026-05-23, 2026-05-27, 1",
  })
  void age_ofADate_countsSessionsAfterItsOwn(LocalDate published, LocalDate asOf, int age) {
    assertThat(CLOCK.age(published, asOf)).isEqualTo(age);
  }

  @Test
  void age_publishedAfterAsOf_refuses() {
    assertThatThrownBy(
            () ->
                CLOCK.age(
                    Instant.parse("2026-06-01T12:00:00Z"), Instant.parse("2026-06-01T11:59:59Z")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not exist yet");
    assertThatThrownBy(
            () -> CLOCK.age(LocalDate.parse("2026-06-02"), LocalDate.parse("2026-06-01")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Instant at(LocalDateTime newYork) {
    return newYork.atZone(NEW_YORK).toInstant();
  }
}

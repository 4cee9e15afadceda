package dev.afterbell.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventClockTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

  /** The table of docs/method.md §5, times in New York. */
  @ParameterizedTest(name = "{0}: {1} -> {2}, {3}")
  @CsvSource({
    "XNYS, 2026-05-27T06:30, 2026-05-27, 2026-06-01",
    "XHKG, 2026-05-27T06:30, 2026-05-28, 2026-06-02",
    "XNYS, 2025-11-19T06:54, 2025-11-19, 2025-11-24",
    "XHKG, 2025-11-19T06:54, 2025-11-20, 2025-11-25",
    "XNYS, 2025-01-06T16:05, 2025-01-07, 2025-01-13",
    "XHKG, 2025-01-06T16:05, 2025-01-07, 2025-01-10",
    "XNYS, 2025-11-25T16:05, 2025-11-26, 2025-12-02",
    "XHKG, 2025-11-25T16:05, 2025-11-26, 2025-12-01",
    "XNYS, 2026-03-31T16:10, 2026-04-01, 2026-04-07",
    "XHKG, 2026-03-31T16:10, 2026-04-01, 2026-04-09",
    "XNYS, 2025-07-03T13:05, 2025-07-07, 2025-07-10",
    "XHKG, 2025-07-03T13:05, 2025-07-04, 2025-07-09",
  })
  void of_releaseInNewYorkTime_findsT0AndT3(
      Venue venue, LocalDateTime release, LocalDate t0, LocalDate t3) {
    EventClock clock = clock(venue, release, NEW_YORK);

    assertThat(clock.t0().date()).isEqualTo(t0);
    assertThat(clock.t3().date()).isEqualTo(t3);
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource({
    // a full day: the close belongs to the next session, the second before it does not
    "XNYS, 2026-05-27T00:00:00, 2026-05-27",
    "XNYS, 2026-05-27T15:59:59, 2026-05-27",
    "XNYS, 2026-05-27T16:00:00, 2026-05-28",
    "XNYS, 2026-05-27T23:59:59, 2026-05-28",
    // an early close
    "XNYS, 2025-07-03T12:59:59, 2025-07-03",
    "XNAS, 2025-07-03T13:00:00, 2025-07-07",
    // a weekend, a holiday, an unscheduled closure
    "XNYS, 2026-05-23T09:00:00, 2026-05-26",
    "XNYS, 2026-05-25T09:00:00, 2026-05-26",
    "XNYS, 2025-01-09T09:00:00, 2025-01-10",
    // open though banks and the SEC are shut: Columbus Day, Veterans Day
    "XNYS, 2025-10-13T09:00:00, 2025-10-13",
    "XNYS, 2025-11-11T09:00:00, 2025-11-11",
    // days on which New York changes its clocks
    "XNYS, 2026-03-06T16:30:00, 2026-03-09",
    "XNYS, 2026-10-30T16:30:00, 2026-11-02",
  })
  void of_releaseAroundClosesAndClosures_takesFirstSessionClosingAfter(
      Venue venue, LocalDateTime release, LocalDate t0) {
    assertThat(clock(venue, release, NEW_YORK).t0().date()).isEqualTo(t0);
  }

  @ParameterizedTest(name = "{0} Hong Kong -> {1}")
  @CsvSource({
    "2026-05-27T15:59:59, 2026-05-27",
    "2026-05-27T16:00:00, 2026-05-28",
    "2025-12-24T11:59:59, 2025-12-24",
    "2025-12-24T12:00:00, 2025-12-29",
    "2026-02-16T12:30:00, 2026-02-20",
    "2026-04-02T17:00:00, 2026-04-08",
  })
  void of_releaseInHongKongTime_usesHongKongSessions(LocalDateTime release, LocalDate t0) {
    assertThat(clock(Venue.XHKG, release, HONG_KONG).t0().date()).isEqualTo(t0);
  }

  @ParameterizedTest
  @CsvSource({
    "XNYS, 2026-05-27T06:30, 2026-06-02T00:30:00Z",
    "XHKG, 2026-05-27T06:30, 2026-06-03T00:30:00Z",
    // standard time: one hour later in UTC
    "XNYS, 2025-11-19T06:54, 2025-11-25T01:30:00Z",
    // T+3 on the other side of the change of clocks
    "XNYS, 2026-10-28T17:00, 2026-11-04T01:30:00Z",
  })
  void due_anyVenue_isHalfPastEightInNewYorkOnT3(Venue venue, LocalDateTime release, Instant due) {
    EventClock clock = clock(venue, release, NEW_YORK);

    assertThat(clock.due()).isEqualTo(due).isAfter(clock.t3().close());
    assertThat(clock.dueDate()).isEqualTo(clock.t3().date());
  }

  @Test
  void plus_anyNumber_countsSessionsFromT0() {
    EventClock clock = clock(Venue.XNYS, LocalDateTime.parse("2026-05-27T06:30"), NEW_YORK);

    assertThat(clock.plus(0)).isEqualTo(clock.t0());
    assertThat(clock.plus(1)).isEqualTo(clock.t1());
    assertThat(clock.plus(2)).isEqualTo(clock.t2());
    assertThat(clock.plus(3)).isEqualTo(clock.t3());
    assertThat(clock.plus(63).date()).isEqualTo("2026-08-26");
    assertThat(clock.plus(-2).date()).isEqualTo("2026-05-22");
    assertThat(clock.venue()).isEqualTo(Venue.XNYS);
  }

  @Test
  void of_releaseNearTheEndOfTheTable_saysWhichTableEnds() {
    assertThatThrownBy(() -> clock(Venue.XHKG, LocalDateTime.parse("2028-12-28T09:00"), HONG_KONG))
        .isInstanceOf(CalendarExhausted.class)
        .hasMessage(
            "The trading calendar of XHKG covers 2024-01-01 to 2028-12-31 and does not reach"
                + " 2029-01-01; add that year's closures to calendar/XHKG.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "XHKG, 2026-12-23T09:00, false",
    // T+3 falls into the year that the exchange has not confirmed
    "XHKG, 2026-12-30T09:00, true",
    "XHKG, 2027-05-19T09:00, true",
    "XNYS, 2027-05-19T09:00, false",
    "XNAS, 2028-05-17T09:00, true",
  })
  void provisional_isAClockThatReachesAnUnconfirmedYear(
      Venue venue, LocalDateTime release, boolean provisional) {
    assertThat(clock(venue, release, venue.zone()).provisional()).isEqualTo(provisional);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-06T16:05, 2025-01-09",
    "2025-01-09T09:00, 2025-01-09",
    // T+3 the day before, T0 the day after: no session of the window is counted over it
    "2025-01-03T09:00, ''",
    "2025-01-10T09:00, ''",
  })
  void unscheduled_areTheDaysFromReleaseToT3(LocalDateTime release, String days) {
    assertThat(clock(Venue.XNYS, release, NEW_YORK).unscheduled())
        .extracting(day -> day.date().toString())
        .containsExactlyElementsOf(days.isEmpty() ? List.of() : List.of(days));
  }

  @Test
  void constructor_sessionsOfAnotherRelease_refuses() {
    EventClock clock = clock(Venue.XNYS, LocalDateTime.parse("2026-05-27T06:30"), NEW_YORK);

    assertThatThrownBy(
            () ->
                new EventClock(
                    clock.calendar(),
                    clock.release(),
                    clock.t1(),
                    clock.t2(),
                    clock.t3(),
                    clock.plus(4)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static EventClock clock(Venue venue, LocalDateTime release, ZoneId zone) {
    return EventClock.of(SessionCalendar.of(venue), release.atZone(zone).toInstant());
  }
}

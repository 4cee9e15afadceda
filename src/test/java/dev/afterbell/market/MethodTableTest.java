package dev.afterbell.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every closure and early close as the exchanges' notices list them, written out a second time: the
 * shipped tables say exactly the same, and nothing else.
 */
class MethodTableTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "XNYS|2024|01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25",
        "XNYS|2025|01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25",
        "XNYS|2026|01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25",
        "XNYS|2027|01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24",
        "XNYS|2028|01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25",
        "XNAS|2024|01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25",
        "XNAS|2025|01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25",
        "XNAS|2026|01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25",
        "XNAS|2027|01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24",
        "XNAS|2028|01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25",
        "XHKG|2024|01-01 02-12 02-13 03-29 04-01 04-04 05-01 05-15 06-10 07-01 09-06 09-18 10-01"
            + " 10-11 12-25 12-26",
        "XHKG|2025|01-01 01-29 01-30 01-31 04-04 04-18 04-21 05-01 05-05 07-01 10-01 10-07 10-29"
            + " 12-25 12-26",
        "XHKG|2026|01-01 02-17 02-18 02-19 04-03 04-06 04-07 05-01 05-25 06-19 07-01 10-01 10-19"
            + " 12-25",
        "XHKG|2027|01-01 02-08 02-09 03-26 03-29 04-05 05-13 06-09 07-01 09-16 10-01 10-08 12-27",
        "XHKG|2028|01-26 01-27 01-28 04-04 04-14 04-17 05-01 05-02 05-29 10-02 10-04 10-26 12-25"
            + " 12-26",
      })
  void closures_ofAYear_areThoseOfTheNotices(Venue venue, int year, String days) {
    SessionCalendar calendar = SessionCalendar.of(venue);

    assertThat(weekdays(year).filter(day -> !calendar.isSession(day)).toList())
        .isEqualTo(dates(year, days));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "XNYS|2024|07-03 11-29 12-24",
        "XNYS|2025|07-03 11-28 12-24",
        "XNYS|2026|11-27 12-24",
        "XNYS|2027|11-26",
        "XNYS|2028|07-03 11-24",
        "XNAS|2024|07-03 11-29 12-24",
        "XNAS|2025|07-03 11-28 12-24",
        "XNAS|2026|11-27 12-24",
        "XNAS|2027|11-26",
        "XNAS|2028|07-03 11-24",
        "XHKG|2024|02-09 12-24 12-31",
        "XHKG|2025|01-28 12-24 12-31",
        "XHKG|2026|02-16 12-24 12-31",
        "XHKG|2027|02-05 12-24 12-31",
        // Christmas Eve and New Year's Eve are Sundays
        "XHKG|2028|01-25",
      })
  void earlyCloses_ofAYear_areThoseOfTheNotices(Venue venue, int year, String days) {
    LocalTime close = venue == Venue.XHKG ? LocalTime.NOON : LocalTime.of(13, 0);
    List<Session> early =
        SessionCalendar.of(venue)
            .sessions(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
            .stream()
            .filter(Session::early)
            .toList();

    assertThat(early).extracting(Session::date).isEqualTo(dates(year, days));
    assertThat(early).allMatch(s -> s.close().atZone(venue.zone()).toLocalTime().equals(close));
  }

  private static List<LocalDate> dates(int year, String days) {
    return Stream.of(days.split(" ")).map(day -> LocalDate.parse(year + "-" + day)).toList();
  }

  private static Stream<LocalDate> weekdays(int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(day -> !CalendarTable.isWeekend(day));
  }
}

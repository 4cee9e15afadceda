package dev.afterbell.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SessionCalendarTest {

  private static final SessionCalendar NYSE = SessionCalendar.of(Venue.XNYS);
  private static final SessionCalendar HKEX = SessionCalendar.of(Venue.XHKG);

  @ParameterizedTest(name = "{0} {1}: {2} sessions, {3} early")
  @CsvSource({
    "XNYS, 2024, 252, 3",
    "XNYS, 2025, 250, 3",
    "XNYS, 2026, 251, 2",
    "XNYS, 2027, 251, 1",
    "XNYS, 2028, 251, 2",
    "XNAS, 2024, 252, 3",
    "XNAS, 2025, 250, 3",
    "XNAS, 2026, 251, 2",
    "XNAS, 2027, 251, 1",
    "XHKG, 2024, 246, 3",
    "XHKG, 2025, 246, 3",
    "XHKG, 2026, 247, 3",
    "XNAS, 2028, 251, 2",
    "XHKG, 2027, 248, 3",
    "XHKG, 2028, 246, 1",
  })
  void sessions_ofAYear_haveTheKnownNumber(Venue venue, int year, int sessions, int early) {
    List<Session> all =
        SessionCalendar.of(venue).sessions(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));

    assertThat(all).hasSize(sessions);
    assertThat(all.stream().filter(Session::early)).hasSize(early);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "XNYS, 2026-01-05, 2026-01-05T14:30:00Z, 2026-01-05T21:00:00Z, false",
    "XNYS, 2026-07-06, 2026-07-06T13:30:00Z, 2026-07-06T20:00:00Z, false",
    "XNYS, 2026-03-06, 2026-03-06T14:30:00Z, 2026-03-06T21:00:00Z, false",
    "XNYS, 2026-03-09, 2026-03-09T13:30:00Z, 2026-03-09T20:00:00Z, false",
    "XNYS, 2026-11-27, 2026-11-27T14:30:00Z, 2026-11-27T18:00:00Z, true",
    "XNAS, 2025-07-03, 2025-07-03T13:30:00Z, 2025-07-03T17:00:00Z, true",
    "XHKG, 2026-07-02, 2026-07-02T01:30:00Z, 2026-07-02T08:00:00Z, false",
    "XHKG, 2026-02-16, 2026-02-16T01:30:00Z, 2026-02-16T04:00:00Z, true",
  })
  void session_ofADate_opensAndClosesInTheVenuesZone(
      Venue venue, LocalDate date, Instant open, Instant close, boolean early) {
    assertThat(SessionCalendar.of(venue).session(date))
        .contains(new Session(venue, date, open, close, early));
  }

  @ParameterizedTest
  @EnumSource(Venue.class)
  void sessions_wholeTable_areWeekdaysInOrder(Venue venue) {
    SessionCalendar calendar = SessionCalendar.of(venue);

    assertThat(calendar.sessions(calendar.from(), calendar.to()))
        .isSorted()
        .doesNotHaveDuplicates()
        .noneMatch(
            s ->
                s.date().getDayOfWeek() == DayOfWeek.SATURDAY
                    || s.date().getDayOfWeek() == DayOfWeek.SUNDAY);
  }

  @Test
  void sessions_aroundAHoliday_skipIt() {
    assertThat(NYSE.sessions(LocalDate.parse("2026-05-22"), LocalDate.parse("2026-05-27")))
        .extracting(Session::date)
        .extracting(LocalDate::toString)
        .containsExactly("2026-05-22", "2026-05-26", "2026-05-27");
    assertThat(NYSE.sessions(LocalDate.parse("2026-05-23"), LocalDate.parse("2026-05-25")))
        .isEmpty();
  }

  @Test
  void sessionsBetween_excludesFromAndIncludesTo() {
    assertThat(NYSE.sessionsBetween(LocalDate.parse("2026-05-27"), LocalDate.parse("2026-06-01")))
        .isEqualTo(3);
    assertThat(NYSE.sessionsBetween(LocalDate.parse("2026-05-27"), LocalDate.parse("2026-05-27")))
        .isZero();
    assertThatThrownBy(
            () ->
                NYSE.sessionsBetween(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-05-27")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void next_beforeHolidayWeekend_isTuesday() {
    assertThat(NYSE.next(LocalDate.parse("2026-05-22")).date()).isEqualTo("2026-05-26");
    assertThat(NYSE.onOrAfter(LocalDate.parse("2026-05-22")).date()).isEqualTo("2026-05-22");
    assertThat(NYSE.onOrAfter(LocalDate.parse("2026-05-23")).date()).isEqualTo("2026-05-26");
    assertThat(NYSE.isSession(LocalDate.parse("2026-05-25"))).isFalse();
  }

  @Test
  void anyQuestion_outsideTheTable_failsSayingWhichTableAndDay() {
    LocalDate before = LocalDate.parse("2023-12-29");
    LocalDate after = LocalDate.parse("2029-01-02");

    assertThatThrownBy(() -> NYSE.isSession(after))
        .asInstanceOf(type(CalendarExhausted.class))
        .satisfies(
            e -> {
              assertThat(e.venue()).isEqualTo(Venue.XNYS);
              assertThat(e.date()).isEqualTo(after);
              assertThat(e.from()).isEqualTo("2024-01-01");
              assertThat(e.to()).isEqualTo("2028-12-31");
              assertThat(e).hasMessageContaining("XNYS").hasMessageContaining("2029-01-02");
            });
    assertThatThrownBy(() -> NYSE.session(before)).isInstanceOf(CalendarExhausted.class);
    assertThatThrownBy(() -> NYSE.next(before)).isInstanceOf(CalendarExhausted.class);
    assertThatThrownBy(() -> NYSE.next(NYSE.to())).isInstanceOf(CalendarExhausted.class);
    assertThatThrownBy(() -> NYSE.sessions(before, NYSE.to()))
        .isInstanceOf(CalendarExhausted.class);
    assertThatThrownBy(() -> NYSE.sessionsBetween(NYSE.from(), after))
        .isInstanceOf(CalendarExhausted.class);
    assertThatThrownBy(() -> NYSE.firstClosingAfter(Instant.parse("2028-12-29T21:00:00Z")))
        .isInstanceOf(CalendarExhausted.class);
    Session first = NYSE.next(NYSE.from());
    assertThatThrownBy(() -> NYSE.plus(first, -1)).isInstanceOf(CalendarExhausted.class);
    assertThatThrownBy(() -> NYSE.plus(first, Integer.MAX_VALUE))
        .isInstanceOf(CalendarExhausted.class);
  }

  @Test
  void plus_sessionOfAnotherVenue_refuses() {
    Session hongKong = HKEX.onOrAfter(LocalDate.parse("2026-05-27"));

    assertThatThrownBy(() -> NYSE.plus(hongKong, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void provisional_isTheYearThatTheVenueHasNotAnnounced() {
    assertThat(HKEX.isProvisional(LocalDate.parse("2026-12-31"))).isFalse();
    assertThat(HKEX.isProvisional(LocalDate.parse("2027-01-04"))).isTrue();
    assertThat(HKEX.isProvisional(LocalDate.parse("2028-12-29"))).isTrue();
    assertThat(NYSE.isProvisional(LocalDate.parse("2028-07-03"))).isFalse();
    assertThat(SessionCalendar.of(Venue.XNAS).isProvisional(LocalDate.parse("2028-07-03")))
        .isTrue();
  }

  @Test
  void unscheduled_areTheDaysAnnouncedAfterTheYearsCalendar() {
    assertThat(NYSE.unscheduled(NYSE.from(), NYSE.to()))
        .containsExactly(
            new SessionCalendar.Unscheduled(
                LocalDate.parse("2025-01-09"), Optional.empty(), "NYSE notice of 2024-12-30"));
    assertThat(HKEX.unscheduled(HKEX.from(), HKEX.to()))
        .extracting(SessionCalendar.Unscheduled::date)
        .containsExactly(LocalDate.parse("2024-09-06"));
    assertThat(NYSE.unscheduled(LocalDate.parse("2025-01-10"), NYSE.to())).isEmpty();
  }

  @Test
  void version_namesVenueAndStateOfTheTable() {
    assertThat(NYSE.version()).isEqualTo("XNYS-2026.2");
    assertThat(NYSE).hasToString("XNYS-2026.2 2024-01-01..2028-12-31");
    assertThat(HKEX.version()).isEqualTo("XHKG-2026.2");
  }

  @Test
  void nyseAndNasdaq_tradeOnTheSameDays() {
    SessionCalendar nasdaq = SessionCalendar.of(Venue.XNAS);

    assertThat(nasdaq.sessions(nasdaq.from(), nasdaq.to()).stream().map(Session::close).toList())
        .isEqualTo(NYSE.sessions(NYSE.from(), NYSE.to()).stream().map(Session::close).toList());
  }

  @Test
  void observed_daysOfTrade_areFullSessionsAndNoOthersAre() {
    List<LocalDate> traded =
        List.of(
            LocalDate.of(2011, 7, 8),
            LocalDate.of(2011, 7, 1),
            LocalDate.of(2011, 7, 3),
            LocalDate.of(2011, 7, 5));
    SessionCalendar observed = SessionCalendar.observed(Venue.XNYS, traded);

    assertThat(observed.sessions(observed.from(), observed.to()))
        .extracting(Session::date)
        .containsExactly(
            LocalDate.of(2011, 7, 1), LocalDate.of(2011, 7, 5), LocalDate.of(2011, 7, 8));
    assertThat(observed.session(LocalDate.of(2011, 7, 5)).orElseThrow().early()).isFalse();
    assertThat(observed.version()).matches("XNYS-observed-[0-9a-f]{12}");
    assertThat(observed)
        .isEqualTo(SessionCalendar.observed(Venue.XNYS, traded.stream().sorted().toList()))
        .isNotEqualTo(SessionCalendar.observed(Venue.XNYS, traded.subList(0, 2)));
    assertThatThrownBy(
            () -> SessionCalendar.observed(Venue.XNYS, List.of(LocalDate.of(2011, 7, 3))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

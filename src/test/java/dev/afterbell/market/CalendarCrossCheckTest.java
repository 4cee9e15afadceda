package dev.afterbell.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two libraries that others maintain must agree with the table on every New York closure. */
class CalendarCrossCheckTest {

  private static final SessionCalendar NYSE = SessionCalendar.of(Venue.XNYS);

  @ParameterizedTest
  @ValueSource(ints = {2024, 2025, 2026, 2027, 2028})
  void newYorkClosures_ofAYear_areThoseOfStrata(int year) {
    HolidayCalendar strata = ReferenceData.standard().getValue(HolidayCalendarIds.NYSE);

    assertThat(closures(year)).isEqualTo(weekdays(year).filter(strata::isHoliday).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {2024, 2025, 2026, 2027, 2028})
  void newYorkClosures_ofAYear_areThoseOfJollyday(int year) {
    HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create("nyse"));
    TreeSet<LocalDate> holidays = new TreeSet<>();
    for (Holiday holiday : jollyday.getHolidays(Year.of(year))) {
      holidays.add(holiday.getDate());
    }

    assertThat(closures(year)).isEqualTo(weekdays(year).filter(holidays::contains).toList());
  }

  /** Why nobody else's Hong Kong calendar is used (docs/method.md §5): neither library has one. */
  @Test
  void hongKong_ofTheLibraries_isAbsentOrEnds() {
    assertThat(ReferenceData.standard().containsValue(HolidayCalendarId.of("HKHK"))).isFalse();
    HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create("hk"));
    assertThat(jollyday.getHolidays(Year.of(2026)))
        .extracting(Holiday::getDate)
        .doesNotContain(LocalDate.parse("2026-02-17"), LocalDate.parse("2026-02-18"));
  }

  /** The bond market's calendar is another one. */
  @Test
  void bondCalendar_ofStrata_isNotTheStockExchanges() {
    HolidayCalendar bonds = ReferenceData.standard().getValue(HolidayCalendarIds.USGS);

    assertThat(bonds.isHoliday(LocalDate.parse("2025-10-13"))).isTrue();
    assertThat(NYSE.isSession(LocalDate.parse("2025-10-13"))).isTrue();
  }

  private static List<LocalDate> closures(int year) {
    return weekdays(year).filter(day -> !NYSE.isSession(day)).toList();
  }

  private static Stream<LocalDate> weekdays(int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(day -> !CalendarTable.isWeekend(day));
  }
}

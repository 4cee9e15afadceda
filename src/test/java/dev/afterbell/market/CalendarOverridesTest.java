package dev.afterbell.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarOverridesTest {

  private static final String CLOSED = "XNYS,2026-05-28,CLOSED,,Exchange notice, second edition";
  private static final String EARLY = "XHKG,2026-05-27,EARLY,12:00,HKEX circular";

  @Test
  void with_goodRows_changesThoseDaysAlone() {
    Calendars calendars = Calendars.with(CalendarOverrides.parse(CLOSED + "\n" + EARLY + "\n"));
    SessionCalendar newYork = calendars.of(Venue.XNYS);
    SessionCalendar hongKong = calendars.of(Venue.XHKG);

    assertThat(newYork.isSession(LocalDate.parse("2026-05-28"))).isFalse();
    assertThat(newYork.sessions(newYork.from(), newYork.to()))
        .hasSize(SessionCalendar.of(Venue.XNYS).sessions(newYork.from(), newYork.to()).size() - 1);
    assertThat(hongKong.session(LocalDate.parse("2026-05-27")).orElseThrow())
        .matches(Session::early)
        .matches(s -> s.close().toString().equals("2026-05-27T04:00:00Z"));
    assertThat(newYork.unscheduled(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31")))
        .singleElement()
        .matches(day -> day.close().isEmpty())
        .matches(day -> day.source().equals("Exchange notice, second edition"));
    assertThat(hongKong.unscheduled(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31")))
        .singleElement()
        .matches(day -> day.close().equals(java.util.Optional.of(LocalTime.NOON)));
    assertThat(calendars.of(Venue.XNAS)).isEqualTo(SessionCalendar.of(Venue.XNAS));
  }

  @Test
  void parse_setting_isTheSameAsAFile() {
    String file =
        "\uFEFFvenue,date,state,close,source\r\n# a late notice\r\n" + CLOSED + "\r\n" + EARLY;

    assertThat(version(file)).isEqualTo(version(CLOSED + ";" + EARLY));
    assertThat(version(EARLY + "\n" + CLOSED)).isEqualTo(version(CLOSED + ";" + EARLY));
  }

  @Test
  void version_namesBaseAndOverrides() {
    assertThat(version(CLOSED)).matches("XNYS-2026\\.2\\+[0-9a-f]{12}");
    assertThat(version(CLOSED)).isNotEqualTo(version(CLOSED.replace("05-28", "05-29")));
    assertThat(version(CLOSED)).isNotEqualTo(version(CLOSED.replace("CLOSED,", "EARLY,13:00")));
    assertThat(version(CLOSED)).isNotEqualTo(version(CLOSED.replace("second", "third")));
    assertThat(version(EARLY)).isEqualTo("XNYS-2026.2");
    assertThat(version("")).isEqualTo("XNYS-2026.2");
  }

  @Test
  void with_dayThatClosesEarlyAnyway_mayBeShutAltogether() {
    Calendars calendars =
        Calendars.with(CalendarOverrides.parse("XNYS,2026-11-27,CLOSED,,Exchange notice"));

    assertThat(calendars.of(Venue.XNYS).isSession(LocalDate.parse("2026-11-27"))).isFalse();
  }

  @Test
  void exampleOfTheDocument_isTakenIn() throws IOException {
    String document = Files.readString(Path.of("docs/drops.md"));
    String section = document.substring(document.indexOf("## Late closures"));
    String rows = section.substring(section.indexOf("```csv") + 6);

    assertThat(version(rows.substring(0, rows.indexOf("```")))).startsWith("XNYS-2026.2+");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XLON,2026-05-28,CLOSED,,notice | A venue is one of XNYS, XNAS, XHKG",
        "XNYS,28.05.2026,CLOSED,,notice | a date is yyyy-MM-dd",
        "XNYS,2026-02-30,CLOSED,,notice | a date is yyyy-MM-dd",
        "XNYS,2026-05-30,CLOSED,,notice | 2026-05-30 is a weekend",
        "XNYS,2026-05-25,CLOSED,,notice | XNYS is closed on 2026-05-25 anyway",
        "XNYS,2026-05-25,EARLY,13:00,notice | XNYS is closed on 2026-05-25 anyway",
        "XNYS,2026-11-27,EARLY,13:00,notice | XNYS closes at 13:00 on 2026-11-27 anyway",
        "XNYS,2026-05-28,CLOSED,,notice | XNYS 2026-05-28 is repeated",
        "XNYS,2031-05-28,CLOSED,,notice | outside 2024-01-01 to 2028-12-31, the table of XNYS",
        "XNYS,2026-05-29,CLOSED,13:00,notice | a closed day has no close",
        "XNYS,2026-05-29,EARLY,,notice | a close as HH:mm",
        "XNYS,2026-05-29,EARLY,09:30,notice | not within the regular session",
        "XNYS,2026-05-29,HALF,13:00,notice | CLOSED or EARLY",
        "XNYS,2026-05-29,CLOSED,, | names its source",
        "XNYS,2026-05-29,CLOSED | a row is venue,date,state,close,source",
      })
  void parse_badRow_saysWhichLineAndWhy(String row, String why) {
    assertThatThrownBy(() -> CalendarOverrides.parse("# late\n" + CLOSED + "\n" + row))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Calendar overrides, line 3: ")
        .hasMessageContaining(why);
  }

  @Test
  void parse_moreRowsThanAYearHas_refuses() {
    assertThatThrownBy(() -> CalendarOverrides.parse("\n".repeat(300) + CLOSED))
        .hasMessageContaining("more than 200 rows");
  }

  private static String version(String text) {
    return Calendars.with(CalendarOverrides.parse(text)).of(Venue.XNYS).version();
  }
}

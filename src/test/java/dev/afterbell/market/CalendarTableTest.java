package dev.afterbell.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTableTest {

  private static final String HEAD =
      "# calendar venue=XNYS version=T-1 from=2026-01-01 to=2026-12-31 provisional-from=2026-07-01";
  private static final String COLUMNS = "date,state,close,name,source,standing";

  @Test
  void parse_goodTable_givesSessions() {
    SessionCalendar calendar =
        parse(
            "2026-01-01,CLOSED,,New Year,notice,firm",
            "2026-12-24,EARLY,13:00,Eve,notice,provisional");

    assertThat(calendar.isSession(LocalDate.parse("2026-01-01"))).isFalse();
    assertThat(calendar.session(LocalDate.parse("2026-12-24")).orElseThrow().early()).isTrue();
    assertThat(calendar.session(LocalDate.parse("2026-12-23")).orElseThrow().early()).isFalse();
    assertThat(calendar)
        .isEqualTo(
            parse(
                "2026-01-01,CLOSED,,New Year,notice,firm",
                "2026-12-24,EARLY,13:00,Eve,notice,provisional"));
    assertThat(calendar).isNotEqualTo(parse("2026-01-01,CLOSED,,New Year,notice,firm"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-02,CLOSED,,x,y | six fields",
        "2026-1-2,CLOSED,,x,y,firm | yyyy-MM-dd",
        "2026-01-01,CLOSED,,x,y,firm | repeated or out of order",
        "2025-12-31,CLOSED,,x,y,firm | repeated or out of order",
        "2027-01-04,CLOSED,,x,y,provisional | outside 2026-01-01 to 2026-12-31",
        "2026-01-03,CLOSED,,x,y,firm | weekend",
        "2026-01-02,CLOSED,, ,y,firm | a name and a source",
        "2026-01-02,CLOSED,,x, ,firm | a name and a source",
        "2026-01-02,CLOSED,13:00,x,y,firm | a closed day has no close",
        "2026-01-02,EARLY,,x,y,firm | a close as HH:mm",
        "2026-01-02,EARLY,1pm,x,y,firm | a close as HH:mm",
        "2026-01-02,EARLY,16:00,x,y,firm | not within the regular session",
        "2026-01-02,EARLY,09:30,x,y,firm | not within the regular session",
        "2026-01-02,HALF,13:00,x,y,firm | CLOSED or EARLY",
        "2026-01-02,CLOSED,,x,y,provisional | is firm by the head line",
        "2026-07-03,CLOSED,,x,y,firm | is provisional by the head line",
        "2026-07-03,CLOSED,,x,y,unscheduled | is provisional by the head line",
      })
  void parse_badLine_saysWhichAndWhy(String line, String why) {
    assertThatThrownBy(() -> parse("2026-01-01,CLOSED,,New Year,notice,firm", line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("calendar/XNYS.csv, line 4: ")
        .hasMessageContaining(why);
  }

  @Test
  void parse_badHead_refuses() {
    assertThatThrownBy(() -> SessionCalendar.parse(Venue.XNYS, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SessionCalendar.parse(Venue.XNYS, List.of(HEAD, "date,state")))
        .hasMessageContaining("second line");
    assertThatThrownBy(() -> SessionCalendar.parse(Venue.XNYS, List.of("# calendar", COLUMNS)))
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> SessionCalendar.parse(Venue.XHKG, List.of(HEAD, COLUMNS)))
        .hasMessageContaining("line 1");
    assertThatThrownBy(
            () ->
                SessionCalendar.parse(
                    Venue.XNYS, List.of(HEAD.replace("to=2026-12-31", "to=2025-12-31"), COLUMNS)))
        .hasMessageContaining("ends after it begins");
  }

  private static SessionCalendar parse(String... days) {
    List<String> lines = new ArrayList<>(List.of(HEAD, COLUMNS));
    lines.addAll(List.of(days));
    return SessionCalendar.parse(Venue.XNYS, lines);
  }
}

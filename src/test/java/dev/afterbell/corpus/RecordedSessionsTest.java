package dev.afterbell.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.market.Session;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions recorded elsewhere, with opens and closes in UTC, must be ours where both know them. */
@EnabledIfSystemProperty(named = "afterbell.corpus", matches = ".+")
class RecordedSessionsTest {

  @ParameterizedTest
  @CsvSource({"XHKG, xhkg.csv"})
  void sessions_whereRecordedOnesOverlap_areTheSame(Venue venue, String file) throws IOException {
    SessionCalendar calendar = SessionCalendar.of(venue);
    List<Recorded> recorded = read(file);
    LocalDate last = recorded.get(recorded.size() - 1).date();

    List<Recorded> ours =
        calendar.sessions(calendar.from(), last).stream()
            .map(s -> new Recorded(s.date(), s.open(), s.close()))
            .toList();

    assertThat(ours)
        .isNotEmpty()
        .isEqualTo(recorded.stream().filter(r -> calendar.covers(r.date())).toList());
  }

  /** The recorded New York sessions end before the table begins, but the hours are the same. */
  @Test
  void newYorkHours_ofTheRecordedYears_followTheSameRule() throws IOException {
    List<Recorded> full =
        read("xnys.csv").stream()
            .filter(r -> r.date().getYear() >= 2020)
            .filter(r -> !close(r).isBefore(Venue.XNYS.regularClose()))
            .toList();

    assertThat(full).isNotEmpty();
    assertThat(full)
        .allSatisfy(
            r ->
                assertThat(new Session(Venue.XNYS, r.date(), r.open(), r.close(), false))
                    .matches(s -> close(r).equals(Venue.XNYS.regularClose()))
                    .matches(
                        s ->
                            s.open()
                                .atZone(Venue.XNYS.zone())
                                .toLocalTime()
                                .equals(Venue.XNYS.regularOpen())));
  }

  private static LocalTime close(Recorded recorded) {
    return recorded.close().atZone(Venue.XNYS.zone()).toLocalTime();
  }

  private static List<Recorded> read(String file) throws IOException {
    Path path = Path.of(System.getProperty("afterbell.corpus"), "calendars", file);
    List<Recorded> sessions = new ArrayList<>();
    List<String> lines = Files.readAllLines(path);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      sessions.add(
          new Recorded(
              LocalDate.parse(fields[0].substring(0, 10)),
              Instant.parse(fields[1]),
              Instant.parse(fields[2])));
    }
    return sessions;
  }

  private record Recorded(LocalDate date, Instant open, Instant close) {}
}

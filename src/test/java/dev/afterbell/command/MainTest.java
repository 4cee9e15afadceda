package dev.afterbell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

  @Test
  void sessions_aroundAHoliday_printsALineEach() {
    Outcome outcome = run("sessions", "XNYS", "2025-07-02", "2025-07-07");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            """
            {"date":"2025-07-02","open":"2025-07-02T13:30:00Z","close":"2025-07-02T20:00:00Z","early":false}
            {"date":"2025-07-03","open":"2025-07-03T13:30:00Z","close":"2025-07-03T17:00:00Z","early":true}
            {"date":"2025-07-07","open":"2025-07-07T13:30:00Z","close":"2025-07-07T20:00:00Z","early":false}
            """);
  }

  @Test
  void sessions_ofAClosedDay_printsNothing() {
    assertThat(run("sessions", "XHKG", "2026-02-17", "2026-02-17"))
        .isEqualTo(new Outcome(0, "", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "XNYS, 2026-05-27T06:30:00-04:00",
    "XNYS, 2026-05-27T10:30:00Z",
    "XNYS, 2026-05-27T18:30+08:00",
  })
  void eventClock_anyOffset_printsOneObject(String venue, String release) {
    Outcome outcome = run("event-clock", venue, release);

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0,
                "{\"venue\":\"XNYS\",\"release\":\"2026-05-27T10:30:00Z\",\"t0\":\"2026-05-27\","
                    + "\"t1\":\"2026-05-28\",\"t2\":\"2026-05-29\",\"t3\":\"2026-06-01\","
                    + "\"due\":\"2026-06-01T20:30:00-04:00\"}\n",
                ""));
  }

  @Test
  void eventClock_hongKongInWinter_isDueInNewYorkStandardTime() {
    assertThat(run("event-clock", "XHKG", "2025-11-19T06:54:00-05:00").out())
        .contains("\"t0\":\"2025-11-20\"", "\"t3\":\"2025-11-25\"")
        .contains("\"due\":\"2025-11-25T20:30:00-05:00\"");
  }

  @Test
  void anyCommand_yearThatTheVenueHasNotConfirmed_saysProvisional() {
    assertThat(run("sessions", "XHKG", "2026-12-31", "2027-01-04").out())
        .isEqualTo(
            """
            {"date":"2026-12-31","open":"2026-12-31T01:30:00Z","close":"2026-12-31T04:00:00Z","early":true}
            {"date":"2027-01-04","open":"2027-01-04T01:30:00Z","close":"2027-01-04T08:00:00Z","early":false,"provisional":true}
            """);
    assertThat(run("event-clock", "XHKG", "2027-05-11T17:00:00+08:00").out())
        .contains("\"t3\":\"2027-05-18\"", "\"provisional\":true");
    assertThat(run("event-clock", "XNYS", "2027-05-11T17:00:00-04:00").out())
        .doesNotContain("provisional", "unscheduled");
  }

  @Test
  void eventClock_overAnUnscheduledClosure_namesIt() {
    assertThat(run("event-clock", "XNYS", "2025-01-06T16:05:00-05:00").out())
        .contains("\"t3\":\"2025-01-13\"", "\"unscheduled\":[\"2025-01-09\"]");
  }

  @Test
  void anyCommand_withOverrides_countsInThem(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("overrides.csv");
    Files.writeString(
        file,
        """
        venue,date,state,close,source
        XNYS,2026-05-28,CLOSED,,Exchange notice of 2026-05-26
        XNYS,2026-05-29,EARLY,13:00,Exchange notice of 2026-05-26
        """);
    String overrides = file.toString();

    assertThat(run("sessions", "XNYS", "2026-05-27", "2026-05-29", "--overrides", overrides).out())
        .isEqualTo(
            """
            {"date":"2026-05-27","open":"2026-05-27T13:30:00Z","close":"2026-05-27T20:00:00Z","early":false}
            {"date":"2026-05-29","open":"2026-05-29T13:30:00Z","close":"2026-05-29T17:00:00Z","early":true}
            """);
    assertThat(
            run("event-clock", "XNYS", "2026-05-27T06:30:00-04:00", "--overrides", overrides).out())
        .contains("\"t1\":\"2026-05-29\"", "\"t3\":\"2026-06-02\"")
        .contains("\"due\":\"2026-06-02T20:30:00-04:00\"")
        .contains("\"unscheduled\":[\"2026-05-28\",\"2026-05-29\"]");
    assertThat(
            run("event-clock", "XNAS", "2026-05-27T06:30:00-04:00", "--overrides", overrides).out())
        .contains("\"t3\":\"2026-06-01\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XNYS,2026-05-30,CLOSED,,notice | line 1: 2026-05-30 is a weekend",
        "XLON,2026-05-28,CLOSED,,notice | line 1: A venue is one of",
      })
  void anyCommand_badOverrides_exits65NamingTheLine(
      String row, String message, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("overrides.csv");
    Files.writeString(file, row);
    Outcome outcome = run("sessions", "XNYS", "2026-05-27", "2026-05-29", "--overrides", file + "");

    assertThat(outcome.code()).isEqualTo(65);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(message).hasLineCount(1);
    assertThat(run("event-clock", "XNYS", "2026-05-27T06:30Z", "--overrides", folder + "/none"))
        .extracting(Outcome::code)
        .isEqualTo(65);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | which command? One of extract, sessions, event-clock, snapshot, verify, cards, replay,"
            + " evaluate",
        "frobnicate | no command frobnicate; one of extract, sessions, event-clock, snapshot,"
            + " verify, cards, replay, evaluate",
        "sessions | sessions: expects 3 words after it, got 0; usage: afterbell sessions VENUE FROM"
            + " TO",
        "sessions XLON 2026-01-01 2026-01-02 | a venue is XNYS, XNAS or XHKG, not XLON",
        "sessions XNYS 2026-1-1 2026-01-02 | a date is yyyy-MM-dd, not 2026-1-1",
        "sessions XNYS 2026-01-03 2026-01-02 | FROM 2026-01-03 is after TO 2026-01-02",
        "sessions XNYS 2026-01-03 2026-01-02 --early yes | unknown option --early",
        "event-clock XNYS | expects 2 words after it, got 1",
        "event-clock XNYS 2026-05-27T06:30:00 | an instant has a date, a time and an offset",
        "event-clock XNYS 2026-05-27 | an instant has a date, a time and an offset",
      })
  void anyCommand_wrongWords_exits64WithOneLine(String line, String message) {
    Outcome outcome = run(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("afterbell: ").contains(message).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "sessions XNYS 2023-12-29 2024-01-05",
    "sessions XHKG 2028-12-01 2029-01-05",
    "event-clock XHKG 2028-12-28T17:00:00+08:00",
  })
  void anyCommand_beyondTheTable_exits65AndSaysWhichTable(String line) {
    Outcome outcome = run(line.split(" "));

    assertThat(outcome.code()).isEqualTo(65);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains("trading calendar of " + line.split(" ")[1], "does not reach")
        .hasLineCount(1);
  }

  @Test
  void help_listsEveryCommand() {
    assertThat(run("--help").out())
        .contains("afterbell sessions VENUE FROM TO [--overrides FILE]\n")
        .contains("afterbell event-clock VENUE INSTANT [--overrides FILE]\n")
        .hasLineCount(8);
  }

  @Test
  void anyCommand_standardOutputIsClosed_exits74() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("closed");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int code =
        Main.run(
            List.of("sessions", "XNYS", "2026-05-26", "2026-05-27"),
            new PrintStream(closed, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    assertThat(code).isEqualTo(74);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("afterbell: cannot write the answer\n");
  }

  private static Outcome run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            List.of(words),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private record Outcome(int code, String out, String err) {}
}

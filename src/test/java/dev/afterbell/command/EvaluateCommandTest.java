package dev.afterbell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evaluation.ScoredHistory;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.market.Session;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import dev.afterbell.prior.ScoreCardJson;
import dev.afterbell.prior.Scoring;
import dev.afterbell.score.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in, a report out: six cards of an invented issuer, and one line that is none. */
class EvaluateCommandTest {

  private static final SessionCalendar CALENDAR = SessionCalendar.of(Venue.XNAS);

  @TempDir Path folder;

  @BeforeEach
  void writeCardsAndPrices() throws IOException {
    StringBuilder cards = new StringBuilder();
    for (String release : List.of("2025-02-12", "2025-05-14", "2025-08-13", "2025-11-12")) {
      cards.append(card("m1", LocalDate.parse(release))).append('\n');
    }
    cards.append(card("m2", LocalDate.parse("2025-02-12"))).append("\r\n\n");
    cards.append(card("m2", LocalDate.parse("2025-05-14"))).append('\n').append("no card");
    Files.writeString(folder.resolve("cards.jsonl"), cards);
    Files.createDirectories(folder.resolve("prices"));
    Files.writeString(folder.resolve("prices/SPY.csv"), prices(0.004, 7));
    Files.writeString(folder.resolve("prices/XMPL.csv"), prices(0.011, 11));
  }

  @Test
  void evaluate_cardsAndPrices_printsTheReportAndWritesItsFiles() throws IOException {
    Outcome outcome = evaluate("--out", folder.resolve("out/here") + "", "--resamples", "200");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("\"lines\":7", "\"scored\":6", "\"leftOut\":{\"corrupt\":1}")
        .hasLineCount(1);
    assertThat(files(folder.resolve("out/here")))
        .containsExactly(
            "reliability-m1.svg",
            "reliability-m2.svg",
            "report.json",
            "report.md",
            "risk-coverage-m1.svg",
            "risk-coverage-m2.svg");
    assertThat(Files.readString(folder.resolve("out/here/report.json"))).isEqualTo(outcome.out());
    assertThat(ScoredHistory.read(Files.readAllBytes(folder.resolve("out/here/report.json"))))
        .extracting(ScoredHistory::methodVersion, ScoredHistory::events)
        .containsExactly(tuple("m1", 4), tuple("m2", 2));
    assertThat(Files.readString(folder.resolve("out/here/report.md")))
        .contains("uncalibrated literature prior", "4,900", "No skill is proved", "no score card");
    assertThat(Files.readString(folder.resolve("out/here/reliability-m1.svg")))
        .contains("<title", "<desc", "role=\"img\"")
        .doesNotContain("<script", "http://www.w3.org/1999", "href");
  }

  @Test
  void evaluate_standardInput_isTheSameAsTheFile() throws IOException {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("cards.jsonl"))));
      Outcome piped = run("evaluate", "--cards", "-", "--prices", folder.resolve("prices") + "");

      assertThat(piped.code()).isZero();
      assertThat(piped.out()).isEqualTo(evaluate().out());
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void evaluate_asOfAMoment_countsWhatIsPending() {
    assertThat(evaluate("--as-of", "2025-10-01T00:00:00Z").out())
        .contains("\"leftOut\":{\"corrupt\":1,\"pending\":2}", "\"asOfGiven\":true");
  }

  @Test
  void evaluate_anotherBenchmark_isReadByItsName() throws IOException {
    assertThat(evaluate("--benchmark", "INDX").out()).contains("\"no-benchmark\":6");
    Files.writeString(folder.resolve("prices/INDX.csv"), "Date,Close\n2025-01-02,many\n");
    assertThat(evaluate("--benchmark", "INDX").out())
        .contains("\"prices-refused\":6", "is no price");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "evaluate | --cards is missing; usage: afterbell evaluate --cards",
        "evaluate --cards c | --prices is missing",
        "evaluate c | expects 0 words",
        "evaluate --cards c --prices . --as-of today | an instant has a date",
        "evaluate --cards c --prices . --benchmark ../x | a ticker is",
        "evaluate --cards c --prices . --seed one | --seed is a whole number",
        "evaluate --cards c --prices . --resamples 20001 | --resamples one from 200 to 20000",
      })
  void evaluate_wrongWords_exits64WithOneLine(String line, String message) {
    Outcome outcome = run(line.split(" "));

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(message).hasLineCount(1);
  }

  @Test
  void evaluate_whatCannotBeReadOrWritten_exits65WithOneLine() throws IOException {
    String prices = folder.resolve("prices") + "";
    String cards = folder.resolve("cards.jsonl") + "";
    Files.writeString(folder.resolve("taken"), "a file");

    for (Outcome outcome :
        List.of(
            run("evaluate", "--cards", folder + "/none", "--prices", prices),
            run("evaluate", "--cards", folder + "", "--prices", prices),
            run("evaluate", "--cards", cards, "--prices", folder + "/none"),
            evaluate("--out", folder.resolve("taken") + ""))) {
      assertThat(outcome.code()).isEqualTo(65);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err()).startsWith("afterbell: evaluate: ").hasLineCount(1);
    }
  }

  private Outcome evaluate(String... more) {
    return run(
        Stream.concat(
                Stream.of(
                    "evaluate",
                    "--cards",
                    folder.resolve("cards.jsonl") + "",
                    "--prices",
                    folder.resolve("prices") + ""),
                Stream.of(more))
            .toArray(String[]::new));
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

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static String card(String method, LocalDate t0) {
    Session t3 = CALENDAR.plus(CALENDAR.session(t0).orElseThrow(), 3);
    ObjectNode card = ScoreCardJson.write(Scoring.score(Fixtures.input()));
    card.put("methodVersion", method);
    card.put("calendarVersion", CALENDAR.version());
    card.put("eventDate", t0.toString());
    card.put("asOf", t3.close().plusSeconds(3_600).toString());
    card.put("t3", t3.close().toString());
    return CanonicalJson.text(card);
  }

  /** Closes of 2024 to 2026 that swing with a period of so many sessions. */
  private static String prices(double swing, int period) {
    StringBuilder file = new StringBuilder("Date,Adj Close\n");
    int i = 0;
    for (Session session : CALENDAR.sessions(LocalDate.of(2024, 1, 2), LocalDate.of(2026, 6, 30))) {
      double price = 100 * (1 + swing * StrictMath.sin(2 * StrictMath.PI * i++ / period));
      file.append(session.date())
          .append(String.format(Locale.ROOT, ",%.4f%n", price).replace("\r\n", "\n"));
    }
    return file.toString();
  }
}

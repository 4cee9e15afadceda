package dev.afterbell.command;

import dev.afterbell.evaluation.Benchmarks;
import dev.afterbell.evaluation.Cards;
import dev.afterbell.evaluation.Evaluation;
import dev.afterbell.evaluation.EvaluationCharts;
import dev.afterbell.evaluation.EvaluationJson;
import dev.afterbell.evaluation.EvaluationMarkdown;
import dev.afterbell.evaluation.EvaluationReport;
import dev.afterbell.evaluation.MethodResult;
import dev.afterbell.evaluation.Resampling;
import dev.afterbell.evidence.CanonicalJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code evaluate --cards FILE --prices DIR}: how well stored score cards foretold what came after
 * them, as one JSON object (docs/evaluation.md). With {@code --out DIR} also {@code report.json},
 * {@code report.md} and two pictures.
 */
final class EvaluateCommand implements Command {

  private static final Set<String> OPTIONS =
      Set.of(
          "cards", "prices", "benchmark", "as-of", "out", "seed", "resamples", CalendarFile.OPTION);

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public String synopsis() {
    return "--cards FILE|- --prices DIR [--benchmark SYMBOL] [--as-of INSTANT] [--out DIR]"
        + " [--seed N] [--resamples N] [--overrides FILE]";
  }

  @Override
  public void run(List<String> arguments, PrintStream out) {
    Arguments words = Arguments.parse(this, arguments, OPTIONS).exactly(this, 0);
    String cards = required(words, "cards");
    PriceFolder prices = new PriceFolder(folder(required(words, "prices")));
    Evaluation.Settings settings = settings(words);
    EvaluationReport report = report(CardLines.read(this, cards), prices, settings);
    String json = CanonicalJson.text(EvaluationJson.write(report)) + "\n";
    words.option("out").ifPresent(folder -> write(folder, files(report, json)));
    out.print(json);
  }

  private EvaluationReport report(Cards cards, PriceFolder prices, Evaluation.Settings settings) {
    try {
      return Evaluation.of(cards, prices, settings);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.input(name() + ": " + e.getMessage());
    }
  }

  private Evaluation.Settings settings(Arguments words) {
    return new Evaluation.Settings(
        words.option("as-of").map(i -> Words.instant(this, i)),
        new Benchmarks(words.option("benchmark").map(s -> Words.ticker(this, s))),
        CalendarFile.calendars(this, words),
        resampling(words));
  }

  private Resampling resampling(Arguments words) {
    try {
      return new Resampling(
          words.option("seed").map(Long::parseLong).orElse(Resampling.DEFAULT.seed()),
          words.option("resamples").map(Integer::parseInt).orElse(Resampling.DEFAULT.resamples()));
    } catch (IllegalArgumentException e) {
      throw Arguments.wrong(
          this,
          "--seed is a whole number, --resamples one from "
              + Resampling.RESAMPLES_MIN
              + " to "
              + Resampling.RESAMPLES_MAX);
    }
  }

  private String required(Arguments words, String option) {
    return words
        .option(option)
        .orElseThrow(() -> Arguments.wrong(this, "--" + option + " is missing"));
  }

  private Path folder(String name) {
    try {
      Path folder = Path.of(name);
      if (Files.isDirectory(folder)) {
        return folder;
      }
    } catch (InvalidPathException e) {
      throw CommandFailure.input(name() + ": " + name + " is no folder");
    }
    throw CommandFailure.input(name() + ": " + name + " is no folder");
  }

  /** Every file of the answer by name; the pictures of several methods carry their versions. */
  private static Map<String, String> files(EvaluationReport report, String json) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("report.json", json);
    files.put("report.md", EvaluationMarkdown.of(report));
    List<MethodResult> drawn =
        report.methods().stream().filter(m -> m.measures().isPresent()).toList();
    for (MethodResult result : drawn) {
      String suffix = drawn.size() == 1 ? "" : "-" + result.methodVersion();
      files.put("reliability" + suffix + ".svg", EvaluationCharts.reliability(result));
      files.put("risk-coverage" + suffix + ".svg", EvaluationCharts.riskCoverage(result));
    }
    return files;
  }

  private void write(String folder, Map<String, String> files) {
    try {
      Path target = Files.createDirectories(Path.of(folder));
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(target.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
      }
    } catch (IOException | InvalidPathException e) {
      throw CommandFailure.input(name() + ": cannot write into " + folder);
    }
  }
}

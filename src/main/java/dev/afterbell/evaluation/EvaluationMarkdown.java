package dev.afterbell.evaluation;

import dev.afterbell.prior.ScenarioPrior;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An evaluation as a text for people, in Markdown. */
public final class EvaluationMarkdown {

  /** Lines left out that are listed one by one; report.json has all of them. */
  private static final int LISTED_MAX = 50;

  private final EvaluationReport report;
  private final StringBuilder out = new StringBuilder(4096);

  private EvaluationMarkdown(EvaluationReport report) {
    this.report = report;
  }

  /** The text. */
  public static String of(EvaluationReport report) {
    return new EvaluationMarkdown(report).write();
  }

  private String write() {
    line("# How the prior has done");
    line("");
    line("What is evaluated is an **" + ScenarioPrior.LABEL + "**: " + ScenarioPrior.CAVEAT + ".");
    line(
        "To detect a true correlation of 0.04 between what is forecast and what happens takes about"
            + " "
            + String.format(Locale.ROOT, "%,d", MethodResult.EVENTS_TO_DETECT)
            + " events.");
    line("");
    input();
    report.methods().forEach(this::method);
    leftOut();
    return out.toString();
  }

  private void input() {
    line(
        "- as of "
            + report.asOf().map(Object::toString).orElse("no moment, as there are no prices")
            + (report.asOfGiven() ? " (as asked)" : " (where the benchmarks end)"));
    line(
        "- "
            + report.lines()
            + " lines: "
            + report.events().size()
            + " scored, "
            + report.excluded().size()
            + " left out");
    report.benchmarks().forEach((venue, symbol) -> line("- benchmark on " + venue + ": " + symbol));
    line(
        "- sessions: "
            + report.countedIn(Outcome.Sessions.CALENDAR)
            + " events counted in the calendar, "
            + report.countedIn(Outcome.Sessions.BENCHMARK_DAYS)
            + " on the days of the benchmark, as no calendar covers them");
    line(
        "- "
            + report.marketAdjusted()
            + " outcomes without a fit of alpha and beta, for too few returns");
    List<String> raw =
        report.prices().stream()
            .filter(p -> !p.adjusted())
            .map(EvaluationReport.PriceInput::symbol)
            .toList();
    line(
        "- prices not said to be adjusted for splits and dividends: "
            + (raw.isEmpty() ? "none" : String.join(", ", raw)));
    line(
        "- intervals: 95%, "
            + report.resampling().resamples()
            + " resamples of calendar weeks, seed "
            + report.resampling().seed());
    line("");
  }

  private void method(MethodResult result) {
    line("## Method " + result.methodVersion());
    line("");
    if (result.measures().isEmpty()) {
      line(result.events() + " events: too few to measure anything. Nothing is proved.");
      line("");
      return;
    }
    MethodResult.Measures measures = result.measures().get();
    line(
        result.events()
            + " events in "
            + result.weeks()
            + " weeks, "
            + result.first().map(Object::toString).orElse("")
            + " to "
            + result.last().map(Object::toString).orElse("")
            + ". "
            + verdict(result, measures));
    line("");
    scores(measures);
    reliability("bull", measures.bull());
    reliability("bear", measures.bear());
    coverage(measures.coverage());
  }

  private static String verdict(MethodResult result, MethodResult.Measures measures) {
    String few =
        result.events() < MethodResult.EVENTS_TO_DETECT
            ? " These are fewer events than it takes to see what the prior claims."
            : "";
    return (measures.scores().skillProved()
            ? "**Skill is shown**: the lower end of Brier skill is above 0."
            : "**No skill is proved**: the lower end of Brier skill is not above 0.")
        + few;
  }

  private void scores(MethodResult.Measures measures) {
    Scores own = measures.scores();
    Scores fitted = measures.recalibration().scores();
    line("| measure | value | 95% interval | without information |");
    line("|---|---|---|---|");
    row("Brier score", own.brier(), "0.6667");
    row("Brier skill", own.brierSkill(), "0");
    row("ranked probability score", own.ranked(), "");
    row("ranked probability skill", own.rankedSkill(), "0");
    row("log score", own.log(), "1.0986");
    row("wrong choices", own.error(), "0.6667");
    row("came out bull", own.bullShare(), "");
    row("came out base", own.baseShare(), "");
    row("came out bear", own.bearShare(), "");
    row(
        "ECE of the choice",
        measures.choice().ece(),
        places(measures.choice().eceIfCalibrated()) + " if faultless");
    row(
        "ECE of bull",
        measures.bull().ece(),
        places(measures.bull().eceIfCalibrated()) + " if faultless");
    row(
        "ECE of bear",
        measures.bear().ece(),
        places(measures.bear().eceIfCalibrated()) + " if faultless");
    row("slope of y on s", measures.slope().slope(), "0; 1 if the weights are right");
    row("correlation of s and y", measures.slope().correlation(), "0");
    row("mean of y", measures.slope().meanY(), "0");
    row("standard deviation of y", measures.slope().deviationY(), "1");
    row(
        "Brier skill with a slope fitted on the past",
        fitted.brierSkill(),
        measures.recalibration().fitted() + " events had one");
    row("Brier score gained by that slope", measures.recalibration().gain(), "0");
    line("");
  }

  private void reliability(String name, Reliability reliability) {
    line("### Reliability, " + name);
    line("");
    line("| events | forecast from | to | mean | came true | 95% interval |");
    line("|---|---|---|---|---|---|");
    for (Reliability.Bin bin : reliability.bins()) {
      line(
          "| "
              + bin.events()
              + " | "
              + places(bin.low())
              + " | "
              + places(bin.high())
              + " | "
              + places(bin.forecast())
              + " | "
              + places(bin.observed().value())
              + " | "
              + interval(bin.observed())
              + " |");
    }
    line("");
    line(
        "Parts of the Brier score: reliability "
            + places(reliability.reliability().value())
            + ", resolution "
            + places(reliability.resolution().value())
            + ", uncertainty "
            + places(reliability.uncertainty().value())
            + ".");
    line("");
  }

  private void coverage(List<CoveragePoint> curve) {
    line("### Risk and coverage");
    line("");
    line("| kept, surest first | Brier score | 95% interval | wrong choices | 95% interval |");
    line("|---|---|---|---|---|");
    for (CoveragePoint point : curve) {
      if (point.percent() % 10 == 0) {
        line(
            "| "
                + point.percent()
                + "% | "
                + places(point.brier().value())
                + " | "
                + interval(point.brier())
                + " | "
                + places(point.error().value())
                + " | "
                + interval(point.error())
                + " |");
      }
    }
    line("");
  }

  private void leftOut() {
    line("## Left out");
    line("");
    if (report.excluded().isEmpty()) {
      line("Nothing.");
      return;
    }
    line("| lines | why |");
    line("|---|---|");
    report
        .exclusions()
        .forEach((reason, count) -> line("| " + count + " | " + reason.text() + " |"));
    line("");
    report.excluded().stream()
        .limit(LISTED_MAX)
        .forEach(
            e ->
                line(
                    "- "
                        + e.subject()
                        + ": "
                        + e.reason().text()
                        + " ("
                        + plain(e.detail())
                        + ")"));
    if (report.excluded().size() > LISTED_MAX) {
      line("- and " + (report.excluded().size() - LISTED_MAX) + " more, in report.json");
    }
  }

  private void row(String name, Estimate estimate, String reference) {
    line(
        "| "
            + name
            + " | "
            + places(estimate.value())
            + " | "
            + interval(estimate)
            + " | "
            + reference
            + " |");
  }

  private static String interval(Estimate estimate) {
    Optional<Estimate.Interval> interval = estimate.interval();
    return interval.map(i -> places(i.low()) + " to " + places(i.high())).orElse("none");
  }

  private static String places(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "unknown";
  }

  /** Text of an input line, without what Markdown would read. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}|<>`*_\\[\\]]", " ");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}

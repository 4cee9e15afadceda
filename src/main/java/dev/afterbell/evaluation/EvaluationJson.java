package dev.afterbell.evaluation;

import static dev.afterbell.evidence.JsonTree.list;
import static dev.afterbell.evidence.JsonTree.optional;
import static dev.afterbell.evidence.JsonTree.optionalString;
import static dev.afterbell.evidence.JsonTree.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.JsonTree;
import dev.afterbell.prior.ScenarioPrior;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An evaluation as JSON: decimals as strings with six places, an unknown figure {@code null}. The
 * member {@code sha256} is the digest of the canonical text of all the others.
 */
public final class EvaluationJson {

  /** Names the kind of file. */
  static final String KIND = "afterbell evaluation";

  /** Of this layout. */
  static final int LAYOUT = 1;

  static final String SHA = "sha256";

  private static final int PLACES = 6;

  private EvaluationJson() {}

  /** The report as a tree; {@link CanonicalJson} makes bytes of it. */
  public static ObjectNode write(EvaluationReport report) {
    ObjectNode node = JsonTree.object();
    node.put("kind", KIND);
    node.put("layout", LAYOUT);
    node.put("label", ScenarioPrior.LABEL);
    node.put("caveat", ScenarioPrior.CAVEAT);
    node.put("eventsToDetect", MethodResult.EVENTS_TO_DETECT);
    node.set("asOf", optionalString(report.asOf()));
    node.put("asOfGiven", report.asOfGiven());
    ObjectNode benchmarks = node.putObject("benchmarks");
    report.benchmarks().forEach(benchmarks::put);
    node.put("seed", report.resampling().seed());
    node.put("resamples", report.resampling().resamples());
    node.put("bound", decimal(ScenarioPrior.BOUND));
    node.put("lines", report.lines());
    node.put("scored", report.events().size());
    node.put("countedInCalendar", report.countedIn(Outcome.Sessions.CALENDAR));
    node.put("countedOnBenchmarkDays", report.countedIn(Outcome.Sessions.BENCHMARK_DAYS));
    node.put("marketAdjusted", report.marketAdjusted());
    node.put("cardsSha256", report.cardsSha256().hex());
    ObjectNode reasons = node.putObject("leftOut");
    report.exclusions().forEach((reason, count) -> reasons.put(reason.code(), count));
    node.set("leftOutLines", list(report.excluded(), EvaluationJson::excluded));
    node.set("prices", list(report.prices(), EvaluationJson::prices));
    node.set("methods", list(report.methods(), EvaluationJson::method));
    node.set("events", list(report.events(), EvaluationJson::event));
    node.put(SHA, CanonicalJson.hash(node).hex());
    return node;
  }

  private static ObjectNode excluded(Excluded excluded) {
    ObjectNode node = JsonTree.object();
    node.put("reason", excluded.reason().code());
    node.put("subject", excluded.subject());
    node.put("detail", excluded.detail());
    return node;
  }

  private static ObjectNode prices(EvaluationReport.PriceInput input) {
    ObjectNode node = JsonTree.object();
    node.put("symbol", input.symbol());
    node.put("adjusted", input.adjusted());
    node.put("closes", input.closes());
    node.put("first", input.first().toString());
    node.put("last", input.last().toString());
    node.put(SHA, input.sha256().hex());
    return node;
  }

  private static ObjectNode event(ScoredEvent event) {
    ObjectNode node = JsonTree.object();
    node.put("methodVersion", event.forecast().key().methodVersion());
    node.put("ticker", event.forecast().key().ticker().symbol());
    node.put("eventDate", event.forecast().key().eventDate().toString());
    node.put("asOf", event.forecast().asOf().toString());
    node.put("t0", event.outcome().t0().toString());
    node.put("closed", event.outcome().closed().toString());
    node.put("bull", decimal(event.probabilities().bull()));
    node.put("base", decimal(event.probabilities().base()));
    node.put("bear", decimal(event.probabilities().bear()));
    node.put("s", decimal(event.forecast().mean()));
    node.put("uncertainty", decimal(event.forecast().uncertainty()));
    node.put("y", decimal(event.outcome().y()));
    node.put("outcome", event.actual().text());
    node.put("sessions", JsonTree.lower(event.outcome().sessions()));
    node.put("model", JsonTree.lower(event.outcome().model()));
    node.put("card", event.forecast().card().hex());
    return node;
  }

  private static ObjectNode method(MethodResult result) {
    ObjectNode node = JsonTree.object();
    node.put("methodVersion", result.methodVersion());
    node.put("events", result.events());
    node.put("weeks", result.weeks());
    node.set("firstT0", optionalString(result.first()));
    node.set("lastT0", optionalString(result.last()));
    node.put("skillProved", result.measures().filter(m -> m.scores().skillProved()).isPresent());
    node.set("measures", optional(result.measures(), EvaluationJson::measures));
    return node;
  }

  private static ObjectNode measures(MethodResult.Measures measures) {
    ObjectNode node = JsonTree.object();
    node.set("scores", scores(measures.scores()));
    ObjectNode reliability = node.putObject("reliability");
    reliability.set("bull", reliability(measures.bull()));
    reliability.set("bear", reliability(measures.bear()));
    reliability.set("choice", reliability(measures.choice()));
    ObjectNode slope = node.putObject("slope");
    slope.set("slope", estimate(measures.slope().slope()));
    slope.set("correlation", estimate(measures.slope().correlation()));
    slope.set("meanY", estimate(measures.slope().meanY()));
    slope.set("deviationY", estimate(measures.slope().deviationY()));
    ObjectNode recalibration = node.putObject("recalibration");
    recalibration.put("eventsWithSlope", measures.recalibration().fitted());
    recalibration.set("scores", scores(measures.recalibration().scores()));
    recalibration.set("brierGain", estimate(measures.recalibration().gain()));
    node.set("riskCoverage", list(measures.coverage(), EvaluationJson::point));
    return node;
  }

  private static ObjectNode scores(Scores scores) {
    ObjectNode node = JsonTree.object();
    node.set("brier", estimate(scores.brier()));
    node.set("brierSkill", estimate(scores.brierSkill()));
    node.set("rankedProbability", estimate(scores.ranked()));
    node.set("rankedProbabilitySkill", estimate(scores.rankedSkill()));
    node.set("logScore", estimate(scores.log()));
    node.set("error", estimate(scores.error()));
    node.set("bullShare", estimate(scores.bullShare()));
    node.set("baseShare", estimate(scores.baseShare()));
    node.set("bearShare", estimate(scores.bearShare()));
    return node;
  }

  private static ObjectNode reliability(Reliability reliability) {
    ObjectNode node = JsonTree.object();
    node.set("ece", estimate(reliability.ece()));
    node.put("eceIfCalibrated", decimal(reliability.eceIfCalibrated()));
    node.set("reliability", estimate(reliability.reliability()));
    node.set("resolution", estimate(reliability.resolution()));
    node.set("uncertainty", estimate(reliability.uncertainty()));
    node.set("bins", list(reliability.bins(), EvaluationJson::bin));
    return node;
  }

  private static ObjectNode bin(Reliability.Bin bin) {
    ObjectNode node = JsonTree.object();
    node.put("events", bin.events());
    node.put("from", decimal(bin.low()));
    node.put("to", decimal(bin.high()));
    node.put("forecast", decimal(bin.forecast()));
    node.set("observed", estimate(bin.observed()));
    return node;
  }

  private static ObjectNode point(CoveragePoint point) {
    ObjectNode node = JsonTree.object();
    node.put("percent", point.percent());
    node.set("brier", estimate(point.brier()));
    node.set("error", estimate(point.error()));
    return node;
  }

  private static ObjectNode estimate(Estimate estimate) {
    ObjectNode node = JsonTree.object();
    node.set("value", finite(estimate.value()));
    node.set("low", estimate.interval().map(i -> finite(i.low())).orElse(finite(Double.NaN)));
    node.set("high", estimate.interval().map(i -> finite(i.high())).orElse(finite(Double.NaN)));
    return node;
  }

  private static JsonNode finite(double value) {
    return optional(
        Double.isFinite(value) ? Optional.of(value) : Optional.empty(), v -> text(decimal(v)));
  }

  /** Six places, rounded half to even. */
  static String decimal(double value) {
    return new BigDecimal(value).setScale(PLACES, RoundingMode.HALF_EVEN).toPlainString();
  }
}

package dev.afterbell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.filing.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator may rely on must be read back exactly, or refused. */
class ScoredHistoryTest {

  private static final Sha256 SHA = Sha256.of(new byte[0]);

  @Test
  void history_writtenAndReadBack_isThatOfTheReport() {
    EvaluationReport report = report(Events.drawn(5_000, 1, 0.5, 1, s -> s));
    ScoredHistory history = ScoredHistory.read(bytes(report)).get(0);

    assertThat(history.methodVersion()).isEqualTo("m1");
    assertThat(history.events()).isEqualTo(5_000);
    assertThat(history.brierSkillLow())
        .contains(
            new BigDecimal(
                EvaluationJson.decimal(
                    report
                        .methods()
                        .get(0)
                        .measures()
                        .orElseThrow()
                        .scores()
                        .brierSkill()
                        .interval()
                        .orElseThrow()
                        .low())));
    assertThat(history.provesSkill()).isTrue();
    assertThat(history.reportSha256().hex())
        .isEqualTo(EvaluationJson.write(report).get("sha256").textValue());
  }

  @Test
  void history_ofFewEventsOrNoSkill_provesNothing() {
    assertThat(read(report(Events.drawn(4_999, 1, 0.5, 1, s -> s))).provesSkill()).isFalse();
    assertThat(read(report(Events.drawn(5_000, 2, 0.06, 0, s -> s))).provesSkill()).isFalse();
    ScoredHistory one = read(report(Events.drawn(1, 1, 0.5, 1, s -> s)));
    assertThat(one.events()).isEqualTo(1);
    assertThat(one.brierSkill()).isEmpty();
    assertThat(one.provesSkill()).isFalse();
  }

  /** Every member that carries the claim: changed alone, and changed with a new digest. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "kind, another kind, not a report",
    "scored, 6000, not the number of events",
    "methods/0/events, 6000, not the number of its events",
    "methods/0/methodVersion, m2, not the number of its events",
    "methods/0/measures/scores/brierSkill/value, 0.900000, not the skill",
    "methods/0/measures/scores/brierSkill/low, 0.900000, not below its lower end",
    "events/7/outcome, sideways, no scenario",
    "events/7/bull, much, plain decimal",
    "asOf, soon, ",
  })
  void history_ofAChangedReport_isRefused(String path, String value, String problem) {
    ObjectNode tree = EvaluationJson.write(report(Events.drawn(300, 1, 0.5, 1, s -> s)));
    String[] steps = path.split("/");
    JsonNode at = tree;
    for (int i = 0; i < steps.length - 1; i++) {
      at = at.isArray() ? at.get(Integer.parseInt(steps[i])) : at.get(steps[i]);
    }
    ObjectNode parent = (ObjectNode) at;
    String last = steps[steps.length - 1];
    if (parent.get(last).isInt()) {
      parent.put(last, Integer.parseInt(value));
    } else {
      parent.put(last, value);
    }

    assertThatThrownBy(() -> ScoredHistory.read(CanonicalJson.bytes(tree)))
        .isInstanceOf(CorruptJson.class);
    tree.remove("sha256");
    tree.put("sha256", CanonicalJson.hash(tree).hex());
    assertThatThrownBy(() -> ScoredHistory.read(CanonicalJson.bytes(tree)))
        .isInstanceOf(CorruptJson.class)
        .hasMessageContaining(problem == null ? "" : problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "no report", "[]", "{}", "{\"kind\":\"afterbell evaluation\",\"layout\":2}"})
  void history_ofAnythingElse_isRefused(String text) {
    assertThatThrownBy(() -> ScoredHistory.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(CorruptJson.class);
  }

  @Test
  void history_thatContradictsItself_isNone() {
    BigDecimal one = BigDecimal.ONE;
    assertThatThrownBy(() -> history(-1, Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> history(9, Optional.empty(), Optional.of(one)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> history(9, Optional.of(new BigDecimal("0.1")), Optional.of(one)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(history(5_000, Optional.of(one), Optional.of(BigDecimal.ZERO)).provesSkill())
        .isFalse();
  }

  private static ScoredHistory history(
      int events, Optional<BigDecimal> skill, Optional<BigDecimal> low) {
    return new ScoredHistory("m1", events, skill, low, Optional.empty(), SHA);
  }

  private static ScoredHistory read(EvaluationReport report) {
    return ScoredHistory.read(bytes(report)).get(0);
  }

  private static byte[] bytes(EvaluationReport report) {
    return CanonicalJson.bytes(EvaluationJson.write(report));
  }

  static EvaluationReport report(List<ScoredEvent> events) {
    List<ScoredEvent> stored = events.stream().map(ScoredHistoryTest::stored).toList();
    Resampling resampling = new Resampling(1, 200);
    return new EvaluationReport(
        Optional.of(Stories.at("2026-11-02T16:00:00-05:00")),
        false,
        new TreeMap<>(Map.of("XNAS", "SPY")),
        resampling,
        stored.size(),
        List.of(),
        List.of(),
        stored,
        List.of(MethodResult.of("m1", stored, resampling)));
  }

  /** A stored prior has six decimals. */
  private static ScoredEvent stored(ScoredEvent event) {
    double bull = rounded(event.probabilities().bull());
    double bear = rounded(event.probabilities().bear());
    Forecast f = event.forecast();
    return new ScoredEvent(
        new Forecast(
            f.key(),
            f.asOf(),
            f.t3(),
            f.venue(),
            new Probabilities(bear, rounded(1 - bull - bear), bull),
            f.mean(),
            f.spread(),
            f.uncertainty(),
            f.card()),
        event.outcome());
  }

  private static double rounded(double value) {
    return Double.parseDouble(EvaluationJson.decimal(value));
  }
}

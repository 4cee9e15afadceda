package dev.afterbell.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.evidence.JsonView;
import dev.afterbell.filing.Sha256;
import dev.afterbell.prior.TrackRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a report proves of one version of the method, read back from {@code report.json}.
 *
 * @param methodVersion the version
 * @param events how many were scored
 * @param brierSkill against one third each; absent without measures
 * @param brierSkillLow lower end of its 95% interval; absent without an interval
 * @param asOf nothing later was looked at; absent in a report without prices
 * @param reportSha256 digest that the report carries and that was checked
 */
public record ScoredHistory(
    String methodVersion,
    int events,
    Optional<BigDecimal> brierSkill,
    Optional<BigDecimal> brierSkillLow,
    Optional<Instant> asOf,
    Sha256 reportSha256) {

  /** Rounding of six places, in a mean of rounded figures. */
  private static final double ROUNDING = 1e-5;

  /**
   * @throws IllegalArgumentException if there are fewer than no events, or the lower end is above
   *     the skill or stands without one
   */
  public ScoredHistory {
    if (events < 0
        || (brierSkillLow.isPresent() && brierSkill.isEmpty())
        || (brierSkillLow.isPresent() && brierSkillLow.get().compareTo(brierSkill.get()) > 0)
        || (brierSkill.isPresent() && brierSkill.get().compareTo(BigDecimal.ONE) > 0)) {
      throw new IllegalArgumentException(
          "A history has events, and a skill of at most 1 not below its lower end: "
              + events
              + ", "
              + brierSkill
              + ", "
              + brierSkillLow);
    }
  }

  /** Whether there are as many events as a {@link TrackRecord} takes, and skill above 0. */
  public boolean provesSkill() {
    return events >= TrackRecord.EVENTS_MIN
        && brierSkillLow.filter(low -> low.signum() > 0).isPresent();
  }

  /**
   * Reads every version of a report. The digest must be that of the content, the counts those of
   * the events listed, and the skill that of their probabilities and outcomes.
   *
   * @param reportJson the bytes of {@code report.json}
   * @throws CorruptJson naming what is missing, malformed or does not agree
   */
  public static List<ScoredHistory> read(byte[] reportJson) {
    JsonNode tree = CanonicalJson.parse(reportJson);
    JsonView view = JsonView.of(tree);
    if (!view.text("kind").equals(EvaluationJson.KIND)
        || view.integer("layout") != EvaluationJson.LAYOUT) {
      throw new CorruptJson("$.kind", "not a report of this layout");
    }
    Sha256 stated = view.parsed(EvaluationJson.SHA, Sha256::new);
    if (!stated.equals(digest((ObjectNode) tree))) {
      throw new CorruptJson("$." + EvaluationJson.SHA, "not the digest of this report");
    }
    List<Scored> events = view.list("events", Scored::read);
    if (events.size() != view.integer("scored")) {
      throw new CorruptJson("$.scored", "not the number of events");
    }
    return view.list("methods", m -> history(m, events, view.optionalInstant("asOf"), stated));
  }

  private static Sha256 digest(ObjectNode tree) {
    ObjectNode rest = tree.deepCopy();
    rest.remove(EvaluationJson.SHA);
    try {
      return CanonicalJson.hash(rest);
    } catch (IllegalArgumentException e) {
      throw new CorruptJson("$", String.valueOf(e.getMessage()), e);
    }
  }

  private static ScoredHistory history(
      JsonView method, List<Scored> all, Optional<Instant> asOf, Sha256 sha) {
    String version = method.text("methodVersion");
    List<Scored> own = all.stream().filter(e -> e.version().equals(version)).toList();
    if (own.size() != method.integer("events")) {
      throw new CorruptJson(method.path() + ".events", "not the number of its events");
    }
    Optional<JsonView> skill =
        method.optionalObject("measures").map(m -> m.object("scores").object("brierSkill"));
    if (skill.isPresent() != own.size() >= MethodResult.EVENTS_MIN) {
      throw new CorruptJson(method.path() + ".measures", "of too few events, or missing");
    }
    Optional<BigDecimal> value = skill.map(s -> s.decimal("value"));
    if (value.isPresent() && StrictMath.abs(value.get().doubleValue() - skill(own)) > ROUNDING) {
      throw new CorruptJson(method.path() + ".measures", "not the skill of its events");
    }
    return new ScoredHistory(
        version, own.size(), value, skill.flatMap(s -> s.optionalDecimal("low")), asOf, sha);
  }

  private static double skill(List<Scored> events) {
    double brier = events.stream().mapToDouble(Scored::brier).average().orElseThrow();
    return 1 - brier / Probabilities.UNIFORM.brier(Scenario.BASE);
  }

  /** One listed event. */
  private record Scored(String version, double brier) {

    static Scored read(JsonView view) {
      Scenario actual = view.parsed("outcome", Scored::scenario);
      double sum = 0;
      for (Scenario scenario : Scenario.values()) {
        double miss = view.decimal(scenario.text()).doubleValue() - (scenario == actual ? 1 : 0);
        sum += miss * miss;
      }
      return new Scored(view.text("methodVersion"), sum);
    }

    private static Scenario scenario(String text) {
      return Arrays.stream(Scenario.values())
          .filter(s -> s.text().equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no scenario: " + text));
    }
  }
}

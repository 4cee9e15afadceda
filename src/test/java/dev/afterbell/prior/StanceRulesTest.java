package dev.afterbell.prior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.score.EvidenceQuality;
import dev.afterbell.score.Fixtures;
import dev.afterbell.score.Flag;
import dev.afterbell.score.FlagCatalogue;
import dev.afterbell.score.FlagCode;
import dev.afterbell.score.LookedFor;
import dev.afterbell.score.Uncertainty;
import dev.afterbell.score.ZeroRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StanceRulesTest {

  private static final List<LookedFor> SOUGHT =
      List.of(new LookedFor("a", "b", Fixtures.T3, LookedFor.Outcome.NOTHING));

  private static final List<Flag> NONE = List.of();

  private static EvidenceQuality quality(String value) {
    BigDecimal v = new BigDecimal(value);
    return new EvidenceQuality(
        Optional.of(v), v, BigDecimal.ONE, v.signum() == 0 ? List.of(ZeroRule.Z2) : List.of());
  }

  private static Uncertainty uncertainty(String value) {
    return new Uncertainty(new BigDecimal(value), Uncertainty.Level.LOW);
  }

  private static OperatingAxes axes(String growth, String economics) {
    return new OperatingAxes(
        new Axis(Optional.of(new BigDecimal(growth)), List.of()),
        new Axis(Optional.of(new BigDecimal(economics)), List.of()));
  }

  private static ScenarioPrior prior(String bull, String bear) {
    BigDecimal b = new BigDecimal(bull);
    BigDecimal r = new BigDecimal(bear);
    return new ScenarioPrior(
        b,
        BigDecimal.ONE.subtract(b).subtract(r),
        r,
        b,
        b,
        BigDecimal.ONE,
        BigDecimal.ONE,
        GoldenMethod.readings(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "0,      0.30, 0.50, 0.20,  1,     1,    tentative monitoring-style hold,  1",
    "0.8,    0.75, 0.50, 0.20,  1,     1,    tentative monitoring-style hold,  1",
    "0.8,    0.40, 0.40, 0.30,  0.25,  0.25, constructive,                     2",
    "0.8,    0.50, 0.40, 0.30,  0.25,  0.25, tentatively constructive,         2",
    "0.8,    0.74, 0.40, 0.30,  1,     -0.4, tentatively constructive,         2",
    "0.8,    0.40, 0.30, 0.40, -0.25, -0.25, cautious,                         3",
    "0.8,    0.60, 0.30, 0.40, -1,     0,    tentatively cautious,             3",
    "0.8,    0.40, 0.40, 0.30,  1,    -0.6,  'mixed, monitoring-style hold',   4",
    "0.8,    0.40, 0.40, 0.30, -1,     0.6,  'mixed, monitoring-style hold',   4",
    "0.8,    0.40, 0.40, 0.30,  0,    -0.6,  monitoring-style hold,            5",
    "0.8,    0.40, 0.35, 0.30, -0.2,  -0.6,  monitoring-style hold,            5",
    "0.8,    0.40, 0.39, 0.30,  1,     1,    monitoring-style hold,            5",
    "0.8,    0.40, 0.40, 0.30,  0.2,   0.2,  monitoring-style hold,            5",
    "0.8,    0.40, 0.30, 0.40,  1,     1,    monitoring-style hold,            5"
  })
  void stance_isDecidedByTheFirstRuleThatHolds(
      String quality,
      String uncertainty,
      String bull,
      String bear,
      String growth,
      String economics,
      String stance,
      int rule) {
    StanceReading reading =
        StanceRules.decide(
            quality(quality),
            uncertainty(uncertainty),
            NONE,
            axes(growth, economics),
            prior(bull, bear));

    assertThat(reading.stance().text()).isEqualTo(stance);
    assertThat(reading.rule()).isEqualTo(rule);
  }

  @Test
  void stance_withABlockingFlag_isTentativeAndNamesIt() {
    List<Flag> flags =
        List.of(
            FlagCatalogue.SHIPPED.flag(FlagCode.NO_REVISION, "x", SOUGHT),
            FlagCatalogue.SHIPPED.flag(FlagCode.ENTITY_MISMATCH, "x", SOUGHT));

    StanceReading reading =
        StanceRules.decide(
            quality("0.9"), uncertainty("0.1"), flags, axes("1", "1"), prior("0.5", "0.2"));

    assertThat(reading)
        .isEqualTo(new StanceReading(Stance.TENTATIVE_HOLD, 1, "blocked by ENTITY_MISMATCH"));
  }

  @Test
  void stance_beforeT3_isTentativeBecausePending() {
    EvidenceQuality pending =
        new EvidenceQuality(Optional.empty(), new BigDecimal("0.8"), BigDecimal.ONE, List.of());

    StanceReading reading =
        StanceRules.decide(pending, uncertainty("0.1"), NONE, axes("1", "1"), prior("0.5", "0.2"));

    assertThat(reading.stance()).isEqualTo(Stance.TENTATIVE_HOLD);
    assertThat(reading.reason()).contains("pending");
  }

  @Test
  void stances_neverUseWordsOfTrade() {
    for (Stance stance : Stance.values()) {
      assertThat(stance.text()).doesNotContain("buy").doesNotContain("sell");
      assertThat(Stance.parse(stance.text())).isEqualTo(stance);
    }
  }
}

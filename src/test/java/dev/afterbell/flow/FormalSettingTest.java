package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterbell.evaluation.Reports;
import dev.afterbell.filing.Sha256;
import dev.afterbell.prior.FormalMode;
import dev.afterbell.vault.MemoryVault;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The formal mode is off, and stays off without an evaluation report that carries it. */
class FormalSettingTest {

  private final MemoryVault vault = new MemoryVault();

  private ScoringSetting formal(byte[] report) {
    return ScoringSetting.SHIPPED.formal(vault.put(report).hex(), vault);
  }

  @Test
  void shipped_isOff() {
    assertThat(ScoringSetting.SHIPPED.mode()).isEqualTo(FormalMode.OFF);
  }

  @Test
  void historyOfFiveThousandEventsWithSkill_turnsItOn() {
    byte[] report = Reports.of(5_000, 0.5);

    FormalMode mode = formal(report).mode();

    assertThat(mode.record().orElseThrow().events()).isEqualTo(5_000);
    assertThat(mode.record().orElseThrow().report()).isEqualTo(Sha256.of(report));
  }

  @Test
  void historyThatIsTooShort_doesNot() {
    assertThatThrownBy(() -> formal(Reports.of(4_999, 0.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Formal mode needs 5000 scored events, not 4999");
  }

  @Test
  void historyWithoutSkill_doesNot() {
    assertThatThrownBy(() -> formal(Reports.of(5_000, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Formal mode needs Brier skill whose lower 95% bound is above 0");
  }

  @Test
  void reportThatSaysMoreThanItsEvents_doesNot() {
    String forged =
        new String(Reports.of(5_000, 0), StandardCharsets.UTF_8)
            .replaceAll(
                "\"brierSkill\":\\{\"high\":\"[^\"]*\",\"low\":\"[^\"]*\"",
                "\"brierSkill\":{\"high\":\"0.9\",\"low\":\"0.8\"");

    assertThatThrownBy(() -> formal(forged.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Not an evaluation report");
  }

  @Test
  void anythingElse_doesNot() {
    assertThatThrownBy(() -> formal("{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Not an evaluation report");
    assertThatThrownBy(() -> ScoringSetting.SHIPPED.formal("a".repeat(64), vault))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Formal mode needs its evaluation report at vault/sha256/aaaa");
    assertThatThrownBy(() -> ScoringSetting.SHIPPED.formal("yes", vault))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

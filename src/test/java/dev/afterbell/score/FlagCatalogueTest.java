package dev.afterbell.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlagCatalogueTest {

  private static List<String> shipped() {
    return new ArrayList<>(FlagCatalogue.lines("flags.csv"));
  }

  @Test
  void catalogue_shipped_hasThirtyCodesInTheOrderOfTheEnum() {
    List<String> codes =
        shipped().subList(1, shipped().size()).stream().map(l -> l.split(",", -1)[0]).toList();

    assertThat(codes).hasSize(30);
    assertThat(codes)
        .isEqualTo(java.util.Arrays.stream(FlagCode.values()).map(Enum::name).toList());
  }

  @Test
  void catalogue_withACodeMissingTwiceUnknownOrMalformed_isRefused() {
    List<String> missing = shipped();
    missing.remove(5);
    List<String> twice = shipped();
    twice.add(twice.get(3));
    List<String> unknown = shipped();
    unknown.add("NEW_ONE,WARN,text");
    List<String> malformed = shipped();
    malformed.set(1, "PEER_GENERIC,WARN, ");
    List<String> unended = shipped();
    unended.set(1, "PEER_GENERIC,WARN");
    List<String> headless = shipped();
    headless.set(0, "code,severity");

    assertThatThrownBy(() -> FlagCatalogue.parse(missing)).hasMessageContaining("lacks FACT_CONF");
    assertThatThrownBy(() -> FlagCatalogue.parse(twice)).hasMessageContaining("twice: NO_PRIMARY");
    assertThatThrownBy(() -> FlagCatalogue.parse(unknown)).hasMessageContaining("NEW_ONE");
    assertThatThrownBy(() -> FlagCatalogue.parse(malformed)).hasMessageContaining("PEER_GENERIC");
    assertThatThrownBy(() -> FlagCatalogue.parse(unended)).hasMessageContaining("PEER_GENERIC");
    assertThatThrownBy(() -> FlagCatalogue.parse(headless)).hasMessageContaining("begins with");
    assertThatThrownBy(() -> FlagCatalogue.parse(List.of())).hasMessageContaining("begins with");
  }

  @Test
  void catalogue_tellsSeverityAndText_withSlotsOpen() {
    FlagCatalogue flags = FlagCatalogue.parse(shipped());

    assertThat(flags.severity(FlagCode.NO_PRIMARY)).isEqualTo(Severity.BLOCK);
    assertThat(flags.severity(FlagCode.HALT)).isEqualTo(Severity.WARN);
    assertThat(flags.text(FlagCode.FACT_CONFLICT))
        .isEqualTo("primary sources disagree on {metric}");
  }

  @Test
  void resource_thatTheBuildLacks_isNamed() {
    assertThatThrownBy(() -> FlagCatalogue.lines("absent.csv"))
        .hasMessage("This build lacks its own absent.csv");
  }

  @Test
  void flag_withoutItsSlots_isRefused() {
    FlagCatalogue flags = FlagCatalogue.parse(shipped());

    assertThatThrownBy(() -> flags.flag(FlagCode.FACT_CONFLICT, "d", List.of()))
        .hasMessage("FACT_CONFLICT has the slots [metric]");
    assertThatThrownBy(() -> flags.flag(FlagCode.HALT, Map.of("metric", "x"), "d", List.of()))
        .hasMessage("HALT has the slots []");
    assertThat(flags.flag(FlagCode.FACT_CONFLICT, Map.of("metric", "$1"), "d", sought()).text())
        .isEqualTo("primary sources disagree on $1");
  }

  @Test
  void flag_thatDoesNotSayWhatWasLookedFor_isRefused() {
    assertThatThrownBy(() -> FlagCatalogue.SHIPPED.flag(FlagCode.HALT, "d", List.of()))
        .hasMessage("HALT does not say what was looked for");
  }

  private static List<LookedFor> sought() {
    return List.of(new LookedFor("a", "b", Fixtures.T3, LookedFor.Outcome.FOUND));
  }
}

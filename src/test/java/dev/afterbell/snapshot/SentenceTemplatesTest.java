package dev.afterbell.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceTemplatesTest {

  private final SentenceTemplates templates = SentenceTemplates.load();

  @Test
  void optionalPart_withoutItsSlot_isLeftOut() {
    Map<String, Statement> slots =
        Map.of(
            "day",
            Words.plain("May"),
            "document",
            Words.plain("company release"),
            "revenue",
            Words.plain("much"));
    assertThat(templates.fill("event.release", slots).orElseThrow().text())
        .isEqualTo("The May company release reported total revenue of much.");
  }

  @Test
  void requiredSlot_withoutFilling_givesNoSentence() {
    assertThat(templates.fill("event.release", Map.of("day", Words.plain("May")))).isEmpty();
  }

  @Test
  void unknownSentence_isABug() {
    assertThatThrownBy(() -> templates.fill("no.such", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShippedRulesTest {

  /** A rule that were loaded later would have its words looked for by a machine made anew. */
  @Test
  void documents_readAfterLoading_bringNoWordsToLookFor() {
    ShippedRules.load();
    int known = WordSet.of("").known();

    for (DocumentSummary.Kind kind : DocumentSummary.Kind.values()) {
      new EventReader()
          .read(
              Documents.article(
                  "Quay Works Reports Results",
                  "Quay Works entered into an agreement with Pier Ltd. Revenue rose 5% to $5.0"
                      + " million. It expects revenue of $6 million. Shares fell 3%."),
              kind);
    }
    FilingExtractor.extract(
        Documents.article("Quay Works Reports Results", "Revenue was $5.0 million."),
        ExtractionContext.NONE);

    assertThat(WordSet.of("").known()).isEqualTo(known);
  }
}

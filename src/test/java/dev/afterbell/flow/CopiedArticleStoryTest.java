package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.score.ItemQuality;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who confirms a toolmaker's figures, and who only copies them, by the texts in the vault. */
class CopiedArticleStoryTest {

  private static final String ASOF = "2026-04-28T00:00:00Z";
  private static final String OWN =
      "Reporters of this paper learned from two distributors that Brass Valley Tools, Inc. had net sales of"
          + " $18.45 million in the first quarter ended March 31, 2026, more than many had thought.";

  private final Toolmaker story = new Toolmaker();

  @BeforeEach
  void release() {
    story.desk().deliver(story.profile());
    story.desk().deliver(story.release());
  }

  private void article(String name, String publisher, String body) {
    String json =
        """
        {"publisher":"PUBLISHER","publisherKind":"named-news","url":"https://example.com/NAME",
         "published":"2026-04-21T09:00:00-04:00","title":"Brass Valley Tools, Inc. and its first quarter",
         "body":"BODY","tickers":["BVT"]}
        """
            .replace("PUBLISHER", publisher)
            .replace("NAME", name)
            .replace("BODY", body.replace("\n", "\\n"));
    story
        .desk()
        .deliver(story.drop("inbox/BVT/article-" + name + ".json", json, "2026-04-21T14:00:00Z"));
  }

  private ScoreCard card() {
    return story.snapshot(ASOF).orElseThrow().card();
  }

  private BigDecimal corroboration() {
    EvidenceId release = EvidenceId.parse("PR-2026-04-21");
    return card().item(release).orElseThrow().corroboration().value();
  }

  @Test
  void paperWithItsOwnWords_confirmsTheRelease() {
    article("one", "The Dayton Paper", OWN);

    assertThat(corroboration()).isEqualByComparingTo("0.6");
  }

  @Test
  void paperThatPrintsTheRelease_isACopyAndConfirmsNothing() {
    article("copy", "Reprint Daily", Toolmaker.text("BRASS VALLEY TOOLS REPORTS", "18,450"));

    assertThat(corroboration()).isEqualByComparingTo("0");
    assertThat(card().items()).extracting(ItemQuality::cluster).containsOnly("issuer");
  }

  @Test
  void twoPapersWithTheSameWords_areOneOrigin() {
    article("one", "The Dayton Paper", OWN);
    article("two", "Another Paper", OWN);

    assertThat(corroboration()).isEqualByComparingTo("0.6");
  }

  @Test
  void twoPapersWithWordsOfTheirOwn_areTwo() {
    article("one", "The Dayton Paper", OWN);
    article(
        "two",
        "Another Paper",
        "Brass Valley Tools, Inc. had net sales of $18.45 million in the first quarter ended March 31,"
            + " 2026. Its customers, asked by this paper, order more than a year ago.");

    assertThat(corroboration()).isEqualByComparingTo("0.8");
  }

  @Test
  void paperThatSaysItRepeatsTheRelease_confirmsNothing() {
    article("one", "The Dayton Paper", OWN + " The press release came before the open.");

    assertThat(corroboration()).isEqualByComparingTo("0");
  }

  @Test
  void card_saysWhichTextsItHad() {
    assertThat(card().inputs()).noneMatch(ScoreCard.Input::textRead);

    article("one", "The Dayton Paper", OWN);

    assertThat(card().inputs()).allMatch(ScoreCard.Input::textRead);
  }
}

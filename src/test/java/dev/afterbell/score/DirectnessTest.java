package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.article;
import static dev.afterbell.score.Fixtures.contract;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.peers;
import static dev.afterbell.score.Fixtures.prices;
import static dev.afterbell.score.Fixtures.release;
import static dev.afterbell.score.Fixtures.revisions;
import static dev.afterbell.score.Fixtures.withTexts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Evidence;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much an item is about the issuer and the event, and the reason that is given. */
class DirectnessTest {

  private static String line(ScoreInput input, Evidence of) {
    Component directness = EvidenceScore.of(input).item(of.id()).orElseThrow().directness();
    return directness.value().toPlainString() + " " + directness.reason();
  }

  private static String line(Evidence of) {
    return line(input(of), of);
  }

  private static String read(Evidence article, String text) {
    return line(withTexts(Map.of(article.id(), text), article), article);
  }

  @Test
  void directness_ofTheIssuerAndOfFeeds_followsTheirKind() {
    assertThat(line(release().build())).isEqualTo("1 the issuer speaks of itself");
    assertThat(line(contract().build()))
        .isEqualTo("0.5000 the issuer speaks of itself, but about another period or topic");
    assertThat(line(prices("0", "0.04").build()))
        .isEqualTo("1 the issuer's own share or estimates");
    assertThat(line(revisions("1", "1").build()))
        .isEqualTo("1 the issuer's own share or estimates");
    assertThat(line(peers("PEER-2026-05-27", "2026-05-27T20:00:00-04:00", 1).build()))
        .isEqualTo("0.75 the companies it is compared with");
  }

  /** Legal name, short name or symbol, as whole words. */
  @ParameterizedTest
  @CsvSource({
    "'Exemplar Clouds Limited falls', true",
    "'Why Exemplar Clouds fell', true",
    "'Exemplar Clouds: what now?', true",
    "'(XMPL) falls', true",
    "'XMPLE falls', false",
    "'AXMPL falls', false",
    "'Exemplar Cloudshine falls', false",
    "'exemplar clouds are white', false",
    "'Stocks to watch', false",
  })
  void title_thatNamesTheIssuer_makesAnArticleDirect(String title, boolean named) {
    assertThat(line(article().title(title).build()))
        .isEqualTo(named ? "1 the title names the issuer" : "0.4 the body names the issuer");
  }

  /** The lead is the first 600 characters, and shorter texts are all lead. */
  @ParameterizedTest
  @CsvSource({"0, true", "595, true", "596, true", "597, false", "2000, false"})
  void name_isInTheLeadUpToTheSixHundredthCharacter(int before, boolean lead) {
    Evidence untitled = article().title("Stocks to watch").build();

    assertThat(read(untitled, " ".repeat(before) + "XMPL"))
        .isEqualTo(lead ? "0.75 the lead names the issuer" : "0.4 the body names the issuer");
  }

  @Test
  void article_onAnotherCompany_isNotDirectAtAll_unlessItNamesTheIssuer() {
    Evidence stranger = article().title("Stocks to watch").mismatched().build();

    assertThat(line(stranger)).isEqualTo("0 the issuer is not named");
    assertThat(read(stranger, "Other news")).isEqualTo("0 the issuer is not named");
    assertThat(read(stranger, "XMPL and others")).isEqualTo("0.75 the lead names the issuer");
  }
}

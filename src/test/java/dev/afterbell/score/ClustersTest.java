package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.SourceClass;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which items share an origin, and by what name it goes. */
class ClustersTest {

  private static final String TEXT =
      "one two three four five six seven eight nine ten eleven twelve";
  private static final String OTHER =
      "red orange yellow green blue indigo violet white black grey brown pink";

  /** Names of the origins of the items, in the order of their ids. */
  private static List<String> origins(Map<String, String> texts, Evidence... evidence) {
    Map<EvidenceId, String> byId = new TreeMap<>();
    texts.forEach((id, text) -> byId.put(EvidenceId.parse(id), text));
    return List.copyOf(Clusters.of(Items.of(input(evidence)), byId).values());
  }

  private static Fixtures.Item paper(String tag, String publisher) {
    return item("NEWS-2026-05-28-" + tag, SourceClass.NAMED_NEWS)
        .published("2026-05-28T08:00:00-04:00")
        .publisher(publisher);
  }

  private static Fixtures.Item feed(String id, String publisher) {
    return item(id, SourceClass.PEER_FEED)
        .published("2026-05-28T08:00:00-04:00")
        .publisher(publisher);
  }

  @ParameterizedTest
  @CsvSource({
    "ISSUER_RELEASE,   issuer",
    "REGULATOR_FILING, issuer",
    "NAMED_NEWS,       publisher the daily paper",
    "AGGREGATOR,       publisher the daily paper",
    "UNKNOWN,          publisher the daily paper",
    "PRICE_FEED,       feed the daily paper",
    "ESTIMATE_FEED,    feed the daily paper",
    "PEER_FEED,        feed the daily paper",
  })
  void origin_isTheIssuerAFeedOrAPublisher(SourceClass sourceClass, String origin) {
    assertThat(origins(Map.of(), paper("A", " The Daily-Paper! ").sourceClass(sourceClass).build()))
        .containsExactly(origin);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.paper.example/2026/a.html, publisher paper.example",
    "http://Paper.example:8080/a,           publisher paper.example",
    "https://paper.example?a=b,             publisher paper.example",
    "paper on the table,                    publisher unknown",
  })
  void origin_withoutAPublisherThatHasALetter_isTheHostOfTheAddress(String url, String origin) {
    Evidence nameless =
        item("NEWS-2026-05-28", SourceClass.NAMED_NEWS)
            .published("2026-05-28T08:00:00-04:00")
            .url(url)
            .build();

    assertThat(origins(Map.of(), nameless)).containsExactly(origin);
    assertThat(origins(Map.of(), paper("A", "***").url(url).build())).containsExactly(origin);
    assertThat(origins(Map.of(), paper("A", "Paper").url(url).build()))
        .containsExactly("publisher paper");
  }

  @Test
  void origin_ofNoPublisherAndNoAddress_isUnknown() {
    assertThat(
            origins(
                Map.of(),
                item("NEWS-2026-05-28", SourceClass.NAMED_NEWS)
                    .published("2026-05-28T08:00:00-04:00")
                    .build()))
        .containsExactly("publisher unknown");
  }

  @Test
  void papers_withoutTexts_areOriginsOfTheirOwn() {
    assertThat(
            origins(
                Map.of(),
                release().build(),
                paper("A", "Alpha").build(),
                paper("B", "Beta").build()))
        .containsExactly("issuer", "publisher alpha", "publisher beta");
  }

  @Test
  void papers_ofOneText_goByTheFirstName_andAThirdStaysApart() {
    Map<String, String> texts =
        Map.of(
            "NEWS-2026-05-28-A", TEXT,
            "NEWS-2026-05-28-B", "By our staff: " + TEXT,
            "NEWS-2026-05-28-C", OTHER);

    assertThat(
            origins(
                texts,
                paper("A", "Zeta").build(),
                paper("B", "Beta").build(),
                paper("C", "Gamma").build()))
        .containsExactly("publisher beta", "publisher beta", "publisher gamma");
    assertThat(
            origins(
                texts,
                paper("A", "Beta").build(),
                paper("B", "Zeta").build(),
                paper("C", "Gamma").build()))
        .containsExactly("publisher beta", "publisher beta", "publisher gamma");
  }

  /** The digest of the text is kept even where the text itself is not at hand. */
  @Test
  void papers_ofTheSameBytes_areOneOriginWithoutTheirTexts() {
    assertThat(
            origins(
                Map.of(),
                paper("A", "Alpha").content("same").build(),
                paper("B", "Beta").content("same").build(),
                paper("C", "Gamma").content("other").build()))
        .containsExactly("publisher alpha", "publisher alpha", "publisher gamma");
  }

  @Test
  void papers_thatShareATextWithAThird_areOneOrigin() {
    Map<String, String> texts =
        Map.of(
            "NEWS-2026-05-28-A", TEXT,
            "NEWS-2026-05-28-B", OTHER,
            "NEWS-2026-05-28-C", TEXT + " and " + OTHER);

    assertThat(
            origins(
                texts,
                paper("A", "Alpha").build(),
                paper("B", "Beta").build(),
                paper("C", "Gamma").build()))
        .containsExactly("publisher alpha", "publisher alpha", "publisher alpha");
  }

  /** Whichever of the two comes first, by id and by name: the issuer's words stay the issuer's. */
  @ParameterizedTest
  @CsvSource({"PEER-2026-05-26", "PEER-2026-05-28"})
  void feed_ofTheReleasesText_isTheIssuers(String id) {
    Evidence copy = feed(id, "Feed").content("PR-2026-05-27").build();

    assertThat(origins(Map.of(), release().build(), copy)).containsExactly("issuer", "issuer");
  }

  @ParameterizedTest
  @CsvSource({
    "'Revenue rose, the company said on Wednesday.', issuer",
    "'Revenue rose, according to its PRESS RELEASE.', issuer",
    "'Revenue rose, our reporter found.', publisher alpha",
    "'Pressreleases are many.', publisher alpha",
    "'', publisher alpha",
  })
  void account_thatSaysItRepeatsTheIssuer_isTheIssuers(String text, String origin) {
    assertThat(
            origins(
                Map.of("NEWS-2026-05-28-A", text), release().build(), paper("A", "Alpha").build()))
        .containsExactly("issuer", origin);
  }

  /** Also where the account bears the earlier id. */
  @Test
  void account_thatSaysItRepeatsTheIssuer_isTheIssuersWhicheverIdIsFirst() {
    Evidence early =
        item("NEWS-2026-05-26", SourceClass.NAMED_NEWS)
            .published("2026-05-27T08:00:00-04:00")
            .publisher("Alpha")
            .build();

    assertThat(
            origins(
                Map.of("NEWS-2026-05-26", "Revenue rose, the company said."),
                release().build(),
                early))
        .containsExactly("issuer", "issuer");
  }

  /** "The company said" says nothing of where another paper has it from. */
  @Test
  void account_thatRepeatsTheIssuer_isNotAnotherPapers() {
    assertThat(
            origins(
                Map.of("NEWS-2026-05-28-A", "Revenue rose, the company said."),
                paper("A", "Alpha").build(),
                paper("B", "Beta").build()))
        .containsExactly("publisher alpha", "publisher beta");
  }

  @ParameterizedTest
  @CsvSource({
    "'Revenue rose, according to Beta.',  publisher alpha",
    "'Revenue rose, ACCORDING TO BETA.',  publisher alpha",
    "'Revenue rose, according to Gamma.', publisher beta",
    "'Beta has more.',                    publisher beta",
  })
  void account_thatNamesAnotherPaperAsItsSource_sharesItsOrigin(String text, String other) {
    assertThat(
            origins(
                Map.of("NEWS-2026-05-28-A", text),
                paper("A", "Alpha").build(),
                paper("B", "Beta").build()))
        .containsExactly("publisher alpha", other);
    // and with the account after its source
    assertThat(
            origins(
                Map.of("NEWS-2026-05-28-C", text),
                paper("B", "Beta").build(),
                paper("C", "Alpha").build()))
        .containsExactly(other, "publisher alpha");
  }

  @Test
  void release_thatNamesAPaper_isNotThePapers() {
    assertThat(
            origins(
                Map.of("PR-2026-05-27", "The best cloud, according to Alpha."),
                release().build(),
                paper("A", "Alpha").build()))
        .containsExactly("issuer", "publisher alpha");
  }

  @Test
  void phrases_ofOrigins_leaveOutCommentsAndBlankLines() {
    var pattern = Clusters.originPattern(List.of("# the wire", "", "  ", "said in a note"));

    assertThat(pattern.matcher("it was said in a note today").find()).isTrue();
    assertThat(pattern.matcher("so it # the wire has it").find()).isFalse();
    assertThat(pattern.matcher("said  in a note").find()).isFalse();
    for (List<String> empty : Arrays.asList(List.<String>of(), List.of("# only a comment", " "))) {
      assertThatThrownBy(() -> Clusters.originPattern(empty))
          .hasMessage("origins.txt has no phrase");
    }
  }
}

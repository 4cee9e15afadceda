package dev.afterbell.filing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterbell.limit.Limits;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonArticleTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void article_withEscapesOfEveryKind_pointsAtTheBytesOfEachCharacter() {
    String json =
        "{\"title\":\"Caf\\u00e9 \\\"Q\\\"\",\"body\":\"A\\tdrop é € 𝔘 \\ud835\\udd18 of 7\\u0025.\"}";
    byte[] bytes = json.getBytes(UTF_8);
    Filing filing = read(bytes).filing();

    SourceText title = prose(filing, 0).text();
    SourceText body = prose(filing, 1).text();
    assertThat(title.text()).isEqualTo("Café \"Q\"");
    assertThat(bytesOf(bytes, title, "é")).isEqualTo("\\u00e9");
    assertThat(bytesOf(bytes, title, "\"Q")).isEqualTo("\\\"Q");
    assertThat(body.text()).isEqualTo("A drop é € 𝔘 𝔘 of 7%.");
    assertThat(bytesOf(bytes, body, "é €")).isEqualTo("é €");
    assertThat(bytesOf(bytes, body, "𝔘 𝔘")).isEqualTo("𝔘 \\ud835\\udd18");
    assertThat(bytesOf(bytes, body, "7%")).isEqualTo("7\\u0025");
    assertThat(bytesOf(bytes, body, "A d")).isEqualTo("A\\td");
  }

  @Test
  void article_complete_givesItsMetadata() {
    Article article =
        read("""
            {"notice":"x","extra":{"a":[1,-2.5e3,true,null]},
             "title":"  Shares fall ","body":["One.","Two."],"publisher":"The Quay Post",
             "publisherKind":"named-news","url":"https://quay.example/a?b=1",
             "published":"2024-03-05T08:12:00-05:00","issuer":"Orchard","tickers":["ORT"]}"""
                .getBytes(UTF_8))
            .article();

    assertThat(article.title()).isEqualTo("Shares fall");
    assertThat(article.publisher()).contains("The Quay Post");
    assertThat(article.publisherKind()).contains("named-news");
    assertThat(article.url()).contains("https://quay.example/a?b=1");
    assertThat(article.published()).contains(Instant.parse("2024-03-05T13:12:00Z"));
    assertThat(article.issuer()).contains("Orchard");
    assertThat(article.tickers()).containsExactly("ORT");
  }

  @Test
  void body_asOneStringOrAsAList_givesTheSameParagraphs() {
    String string = "{\"title\":\"T\",\"body\":\"One. Two.\\n\\nThree\\nwraps.\"}";
    String list = "{\"title\":\"T\",\"body\":[\"One. Two.\",\"Three wraps.\"]}";

    for (String json : List.of(string, list)) {
      Filing filing = read(json.getBytes(UTF_8)).filing();
      assertThat(filing.canonicalText()).isEqualTo("T\nOne. Two.\nThree wraps.");
      assertThat(prose(filing, 0).heading()).isTrue();
      assertThat(prose(filing, 1).sentences())
          .extracting(SourceText::text)
          .containsExactly("One.", "Two.");
    }
  }

  @Property
  void anyText_writtenByAnyJsonWriter_pointsAtItself(@ForAll @NotBlank String body)
      throws Exception {
    byte[] bytes = JSON.writeValueAsBytes(Map.of("title", "T", "body", "x" + body));
    Filing filing = read(bytes).filing();

    for (int i = 1; i < filing.documents().get(0).blocks().size(); i++) {
      SourceText text = prose(filing, i).text();
      for (int c = 0; c < text.length(); c++) {
        ByteSpan span = text.span(c, c + 1);
        assertThat(span.length()).isPositive();
        String raw = new String(Arrays.copyOfRange(bytes, span.start(), span.end()), UTF_8);
        if (Character.isLetterOrDigit(text.charAt(c)) && text.charAt(c) < 128) {
          assertThat(raw).isEqualTo(String.valueOf(text.charAt(c)));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"body":"b"}                                    | BAD_FIELD | Field title: a string is expected.
          {"title":" ","body":"b"}                        | BAD_FIELD | Field title: one line
          {"title":"t"}                                   | BAD_FIELD | Field body: a string or a list
          {"title":"t","body":[1]}                        | BAD_FIELD | Field body: a list of paragraphs
          {"title":"t","body":" "}                        | BAD_FIELD | Field body: the text
          {"title":"t","body":"b","published":"yesterday"}| BAD_FIELD | Field published: a time with its offset
          {"title":"t","body":"b","url":"javascript:x"}   | BAD_FIELD | Field url
          {"title":"t","body":"b","tickers":"A"}          | BAD_FIELD | Field tickers
          {"title":"t","title":"u","body":"b"}            | NOT_JSON  | stands twice
          {"title":"t","body":"b"                         | NOT_JSON  | ends in the middle
          {"title":"t","body":"b"} x                      | NOT_JSON  | more after
          {"title":"t","body":"\\x"}                      | NOT_JSON  | no such escape
          {"title":"t","body":"\\u12G4"}                  | NOT_JSON  | hexadecimal
          {"title":"t","body":tru}                        | NOT_JSON  | a value is expected
          [1]                                             | NOT_JSON  | JSON object
          <html>                                          | NOT_JSON  | a value is expected
          """)
  void file_thatIsNoArticle_isUnusableForAReasonAPersonUnderstands(
      String json, JsonArticle.Reason reason, String detail) {
    assertThat(JsonArticle.read(json.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            JsonArticle.Outcome.Unusable.class,
            unusable -> {
              assertThat(unusable.reason()).isEqualTo(reason);
              assertThat(unusable.detail()).contains(detail);
            });
  }

  @Test
  void file_emptyOrTooLargeOrTooDeep_isUnusable() {
    assertThat(reason(" \n".getBytes(UTF_8))).isEqualTo(JsonArticle.Reason.EMPTY);
    assertThat(reason(new byte[Limits.BODY_BYTES_MAX + 1])).isEqualTo(JsonArticle.Reason.TOO_LARGE);
    assertThat(reason("[".repeat(100_000).getBytes(UTF_8))).isEqualTo(JsonArticle.Reason.NOT_JSON);
  }

  @Test
  void article_inAnotherCharacterSet_isNotReadable() {
    byte[] bytes = "{\"title\":\"T\",\"body\":\"Übergröße läßt ähnliches\"}".getBytes(ISO_8859_1);

    assertThat(read(bytes).filing().readable()).isFalse();
  }

  @Test
  void article_withHiddenCharacters_losesThem() {
    byte[] bytes = "{\"title\":\"T\",\"body\":\"2\\u200b3% d\u202erop\"}".getBytes(UTF_8);

    assertThat(prose(read(bytes).filing(), 1).text().text()).isEqualTo("23% drop");
  }

  private static JsonArticle.Outcome.Read read(byte[] bytes) {
    JsonArticle.Outcome outcome = JsonArticle.read(bytes);
    assertThat(outcome).isInstanceOf(JsonArticle.Outcome.Read.class);
    return (JsonArticle.Outcome.Read) outcome;
  }

  private static JsonArticle.Reason reason(byte[] bytes) {
    return ((JsonArticle.Outcome.Unusable) JsonArticle.read(bytes)).reason();
  }

  private static Prose prose(Filing filing, int block) {
    return (Prose) filing.documents().get(0).blocks().get(block);
  }

  private static String bytesOf(byte[] bytes, SourceText text, String part) {
    int from = text.text().indexOf(part);
    ByteSpan span = text.span(from, from + part.length());
    return new String(Arrays.copyOfRange(bytes, span.start(), span.end()), UTF_8);
  }
}

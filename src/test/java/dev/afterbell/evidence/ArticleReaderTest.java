package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.filing.JsonArticle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleReaderTest {

  private static final ExtractionContext CONTEXT =
      new ExtractionContext(
          Optional.empty(),
          Optional.of(Instant.parse("2026-05-27T16:00:00Z")),
          Optional.empty(),
          Optional.empty(),
          Optional.of(ZoneId.of("America/New_York")),
          Optional.of(MonthDay.of(12, 31)),
          Optional.of("CNY"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Acme's total revenues were RMB2.70 billion in the first quarter of 2026. | REVENUE 2700000000 CNY 2026-03-31",
        "Acme reported a net loss of RMB401.5 million for the first quarter of 2026. | NET_INCOME -401500000 CNY 2026-03-31",
        "Total revenues were RMB2.70 billion in the first quarter of 2026. | ''",
        "Acme's total revenues were RMB2.70 billion. | ''",
        "Acme's total revenues were RMB2.70 billion in the quarter. | ''",
        "Analysts had looked for Acme's revenues of RMB2.90 billion in the first quarter of 2026. | ''",
        "The consensus for Acme was revenues of RMB2.90 billion in the first quarter of 2026. | ''",
        "Acme's rival Bolt had revenues of RMB9.0 billion in the first quarter of 2026. | ''",
        "Acme had revenues of RMB2.7 billion in the first quarter of 2026, while Bolt had RMB9.0 billion. | ''",
      })
  void figure_isTakenWhereTheIssuerAndTheYearAreNamed(String paragraph, String fact) {
    assertThat(facts(paragraph, "\"ACME\"")).isEqualTo(fact.isEmpty() ? List.of() : List.of(fact));
  }

  @Test
  void articleAboutSeveralCompanies_givesNoFigure() {
    String paragraph = "Acme's total revenues were RMB2.70 billion in the first quarter of 2026.";

    assertThat(facts(paragraph, "\"ACME\", \"BOLT\"")).isEmpty();
  }

  private static List<String> facts(String paragraph, String tickers) {
    String json =
        "{\"title\": \"Acme grows\", \"published\": \"2026-05-27T12:00:00-04:00\", \"tickers\": ["
            + tickers
            + "], \"body\": [\""
            + paragraph
            + "\"]}";
    JsonArticle.Outcome.Read read =
        (JsonArticle.Outcome.Read) JsonArticle.read(json.getBytes(StandardCharsets.UTF_8));
    return ArticleReader.extract(
            read.article(), read.filing(), CONTEXT, text -> text.contains("Acme"))
        .facts()
        .stream()
        .map(
            f ->
                f.metric()
                    + " "
                    + f.value().toPlainString()
                    + " "
                    + f.unit()
                    + " "
                    + f.period().end().map(Object::toString).orElse(""))
        .toList();
  }
}

package dev.afterbell.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterbell.market.PriceSeries;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Returns after real releases, computed elsewhere from the same closes. */
@EnabledIfSystemProperty(named = "afterbell.corpus", matches = ".+")
class RecordedReactionsTest {

  private static final DateTimeFormatter US_DATE =
      DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

  @Test
  void change_afterRecordedReleases_isTheRecordedReturn() throws IOException {
    Path corpus = Path.of(System.getProperty("afterbell.corpus"));
    PriceSeries prices = prices(corpus.resolve("prices/KC.csv"));
    JsonNode events =
        new ObjectMapper().readTree(corpus.resolve("truth/kc_price_reaction_truth.json").toFile());

    assertThat(events).isNotEmpty();
    for (JsonNode event : events) {
      LocalDate base = LocalDate.parse(event.get("base").asText());
      for (int day = 0; day <= 3; day++) {
        JsonNode recorded = event.get("T+" + day);
        BigDecimal change =
            prices.change(base, LocalDate.parse(recorded.get("date").asText())).orElseThrow();
        assertThat(change.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN))
            .as("%s T+%d", event.get("event").asText(), day)
            .isEqualByComparingTo(recorded.get("ret_pct").decimalValue());
      }
    }
  }

  private static PriceSeries prices(Path file) throws IOException {
    List<PriceSeries.Close> closes = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      closes.add(
          new PriceSeries.Close(
              LocalDate.parse(fields[0], US_DATE), new BigDecimal(fields[1].replace("$", ""))));
    }
    return PriceSeries.of(Currency.getInstance("USD"), closes);
  }
}

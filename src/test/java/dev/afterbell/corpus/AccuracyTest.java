package dev.afterbell.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Paths;
import java.util.Iterator;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** No measure of accuracy may fall below the one recorded last. */
@EnabledIfSystemProperty(named = "afterbell.corpus", matches = ".+")
class AccuracyTest {

  @Test
  void measure_wholeCorpus_noMeasureBelowTheRecordedOne() throws IOException {
    Accuracy accuracy = Accuracy.measure(Paths.get(System.getProperty("afterbell.corpus")));
    System.out.println(accuracy.markdown());

    SoftAssertions softly = new SoftAssertions();
    Iterator<Map.Entry<String, JsonNode>> recorded = recorded().fields();
    while (recorded.hasNext()) {
      Map.Entry<String, JsonNode> floor = recorded.next();
      Accuracy.Tally tally = accuracy.tallies().get(floor.getKey());
      softly.assertThat(tally).as(floor.getKey()).isNotNull();
      if (tally != null) {
        softly
            .assertThat(tally.percent())
            .as(floor.getKey())
            .isGreaterThanOrEqualTo(floor.getValue().decimalValue());
      }
    }
    softly.assertAll();
  }

  private static JsonNode recorded() throws IOException {
    try (InputStream in = AccuracyTest.class.getResourceAsStream("recorded.json")) {
      assertThat(in).isNotNull();
      return new ObjectMapper().readTree(in);
    }
  }
}

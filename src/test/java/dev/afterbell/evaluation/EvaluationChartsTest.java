package dev.afterbell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The pictures stand alone, say what they show, and keep within their frame. */
class EvaluationChartsTest {

  private static final Pattern POINT = Pattern.compile("[ML](-?[0-9.]+) (-?[0-9.]+)");

  static Stream<List<ScoredEvent>> samples() {
    return Stream.of(
        Events.drawn(5_000, 1, 0.5, 1, s -> s),
        Events.drawn(300, 1, 0.05, 1, s -> s),
        Events.drawn(20, 2, 0.5, 1, s -> 4 * s),
        Events.drawn(2, 3, 0.5, 1, s -> s),
        alike(7),
        alike(60));
  }

  /** All forecasts are one third each; all come out as bull. */
  private static List<ScoredEvent> alike(int days) {
    List<ScoredEvent> events = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      events.add(Events.event(i, Events.FIRST.plusDays(i), Probabilities.UNIFORM, 1));
    }
    return events;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void pictures_ofAnySample_standAloneAndStayInTheirFrame(List<ScoredEvent> events)
      throws Exception {
    MethodResult result = MethodResult.of("m1", events, new Resampling(1, 200));

    for (String svg :
        List.of(EvaluationCharts.reliability(result), EvaluationCharts.riskCoverage(result))) {
      Element root = parsed(svg);
      assertThat(root.getAttribute("role")).isEqualTo("img");
      assertThat(root.getElementsByTagName("title").item(0).getTextContent()).contains("m1");
      assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
          .contains(events.size() + " events");
      assertThat(svg)
          .doesNotContain("NaN", "Infinity", "<script", "href", "url(", "\r")
          .contains(events.size() + " events in ", "uncalibrated literature prior");
      Matcher points = POINT.matcher(svg);
      while (points.find()) {
        assertThat(Double.parseDouble(points.group(1))).isBetween(80d, 850d);
        assertThat(Double.parseDouble(points.group(2))).isBetween(96d, 431d);
      }
      assertThat(root.getElementsByTagName("text").getLength()).isBetween(12, 50);
    }
  }

  private static Element parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }
}

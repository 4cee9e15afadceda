package dev.afterbell.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tables whose cells bars divide, without a rule below their heads. */
class BarRowsTest {

  private static final String HEADS =
      "Three Months Ended June 30, | Six Months Ended June 30,\n2026 | 2025 | 2026 | 2025\n";

  @Test
  void heads_overTwoColumnsEach_eachRowHasItsFigures() {
    assertThat(lines(HEADS + "Net revenue | 56 | | 57 | | 112 | | 109\nCosts | 4 | 5 | 9 | 10\n"))
        .anySatisfy(l -> assertThat(l).contains("Net revenue", "56", "57", "112", "109"));
  }

  @Test
  void row_withFewerFigures_keepsItsLabelAlone() {
    String text = HEADS + "Net revenue | 56 | 57 | 112 | 109\nCosts | 4 | 5 | 9 | 10\nGain | 77\n";
    assertThat(lines(text)).noneMatch(l -> l.contains("77")).anyMatch(l -> l.contains("Gain"));
  }

  @Test
  void heads_thatTellTwoColumnsApartByNothing_giveNoFigures() {
    String text = "2026 | 2026\nNet revenue | 56 | 57\nCosts | 4 | 5\n";
    assertThat(lines(text)).noneMatch(l -> l.contains("56")).anyMatch(l -> l.contains("Costs"));
  }

  @Test
  void columns_moreThanAnyTableHas_giveNoFigures() {
    assertThat(lines(wide(64))).anyMatch(l -> l.contains("7001"));
    assertThat(lines(wide(65))).noneMatch(l -> l.contains("7001"));
  }

  private static String wide(int columns) {
    return cells("x", columns, 1)
        + cells("Net revenue", columns, 7001)
        + cells("Costs", columns, 1);
  }

  private static String cells(String label, int columns, int first) {
    return IntStream.range(0, columns)
        .mapToObj(i -> label.equals("x") ? "Site " + (char) ('A' + i % 26) + i : "" + (first + i))
        .collect(Collectors.joining(" | ", label.equals("x") ? "Sites | " : label + " | ", "\n"));
  }

  private static List<String> lines(String text) {
    return Readings.lines(Readings.read(text));
  }
}

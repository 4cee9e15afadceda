package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.filing.Block;
import dev.afterbell.filing.Table;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContinentalFiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 412,5|3412.5",
        "-2 190,4|-2190.4",
        "(84,3)|-84.3",
        "1.204,30|1204.30",
        "12.870|12870",
        "317|317",
      })
  void read_cellOfContinentalTable_value(String cell, BigDecimal value) {
    assertThat(ContinentalFigures.read(cell)).map(Figure::printed).contains(value);
  }

  @Test
  void lines_commaBeforeThreeDigitsInContinentalTable_notRead() {
    List<TableGrid.Line> lines =
        TableGrid.lines(table("Timber", "1,204", "Pulp", "12,5", "Paper", "8,25"));

    assertThat(lines).extracting(TableGrid.Line::hasFigures).containsExactly(false, true, true);
  }

  @Test
  void in_decimalPointAnywhere_notContinental() {
    assertThat(ContinentalFigures.in(table("Timber", "1.5", "Pulp", "12,5", "Paper", "8,25")))
        .isFalse();
    assertThat(ContinentalFigures.in(table("Timber", "1,5", "Pulp", "12,5", "Paper", "825")))
        .isTrue();
  }

  private static Table table(String... cells) {
    StringBuilder html = new StringBuilder("<html><body><p>Harvest by kind</p><table>");
    for (int i = 0; i < cells.length; i += 2) {
      html.append("<tr><td>")
          .append(cells[i])
          .append("</td><td>")
          .append(cells[i + 1])
          .append("</td></tr>");
    }
    String text = html.append("</table></body></html>").toString();
    for (Block block : Documents.of(text).documents().get(0).blocks()) {
      if (block instanceof Table t) {
        return t;
      }
    }
    throw new AssertionError("no table in " + text);
  }
}

package dev.afterbell.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tables that newswires flattened: a paragraph for each cell, or one for the whole table. */
class FlattenedTablesTest {

  private static final String STACKED =
      """
      Brackwater Ferries Ltd. Reports Third Quarter Results

      HARWICH, November 4, 2025 -- Brackwater Ferries Ltd. today reported results.

      CONDENSED STATEMENTS OF OPERATIONS

      (Unaudited)

      Three Months EndedSeptember 30,

      Nine Months EndedSeptember 30,

      2025

      2024

      2025

      2024

      Revenues:

      Passenger revenue

      $

      1,204

      $

      1,100

      $

      3,411

      $

      3,020

      Total revenues

      1,614

      1,485

      4,533

      4,008

      Other income

      12

      40

      Net loss

      $

      (210

      )

      $

      (188)

      $

      (402

      )

      $

      -

      Closing words of the release follow here, and they are no part of the table any more.
      """;

  private static final String GLUED =
      "Tallow Hill Foods Reports Results\n\n"
          + "(In thousands, except per share amounts)(Unaudited) Three Months Ended June 30, Six Months"
          + " Ended June 30, 2025        2024   2025 2024Net sales$ 4,110 $ 3,902 $ 8,244 $ 7,650Cost of"
          + " sales 2,8412,7305,6125,307Gross profit 1,2691,1722,6322,343Depreciation 3451135214Current"
          + " lines: Net income (loss)$ 349 $ (54) $ 74 $ (575)Net income (loss) per share Basic $ 0.03 $"
          + " (0.01) $ 0.01 $ (0.05)Diluted$ 0.03 $ (0.01) $ 0.01 $ (0.05)\n\n"
          + "About Tallow Hill Foods\n\nTallow Hill Foods mills oats.\n";

  @Test
  void cellsAsParagraphs_headsAndFiguresAgree_areATable() {
    assertThat(rows(STACKED))
        .containsExactly(
            "Three Months Ended September 30, |1+6; Nine Months Ended September 30, |7+6",
            "2025 |1+3; 2024 |4+3; 2025 |7+3; 2024 |10+3",
            "Revenues: |0+1",
            "Passenger revenue |0+1; $ |1+1; 1,204 |2+1; $ |4+1; 1,100 |5+1; $ |7+1; 3,411 |8+1; $"
                + " |10+1; 3,020 |11+1",
            "Total revenues |0+1; 1,614 |2+1; 1,485 |5+1; 4,533 |8+1; 4,008 |11+1",
            "Other income |0+1",
            "Net loss |0+1; $ |1+1; (210 |2+1; ) |3+1; $ |4+1; (188) |5+1; $ |7+1; (402 |8+1; )"
                + " |9+1; $ |10+1; - |11+1");
  }

  @Test
  void cellsAsParagraphs_wordsAroundTheTable_stayWords() {
    assertThat(prose(STACKED))
        .contains("CONDENSED STATEMENTS OF OPERATIONS", "(Unaudited)")
        .endsWith(
            "Closing words of the release follow here, and they are no part of the table any more.");
  }

  @Test
  void cellsAsParagraphs_headsThatDoNotTellColumnsApart_areNoTable() {
    String unsaid = STACKED.replace("Nine Months EndedSeptember 30,\n\n", "");
    assertThat(rows(unsaid)).isEmpty();
  }

  @Test
  void cellsAsParagraphs_fewerHeadsThanFigures_areNoTable() {
    String short2 = STACKED.replaceFirst("2025\n\n2024\n\n2025\n\n2024", "2025\n\n2024");
    assertThat(rows(short2)).isEmpty();
  }

  @Test
  void tableInOneParagraph_figuresThatCanBeCutInOneWay_isATable() {
    assertThat(rows(GLUED))
        .containsExactly(
            "Three Months Ended June 30, |1+2; Six Months Ended June 30, |3+2",
            "2025 |1+1; 2024 |2+1; 2025 |3+1; 2024 |4+1",
            "Net sales |0+1; 4,110 |1+1; 3,902 |2+1; 8,244 |3+1; 7,650 |4+1",
            "Cost of sales |0+1; 2,841 |1+1; 2,730 |2+1; 5,612 |3+1; 5,307 |4+1",
            "Gross profit |0+1; 1,269 |1+1; 1,172 |2+1; 2,632 |3+1; 2,343 |4+1",
            "Depreciation |0+1",
            "Current lines: |0+1",
            "Net income (loss) |0+1; 349 |1+1; (54) |2+1; 74 |3+1; (575) |4+1",
            "Net income (loss) per share |0+1",
            "Basic |0+1; 0.03 |1+1; (0.01) |2+1; 0.01 |3+1; (0.05) |4+1",
            "Diluted |0+1; 0.03 |1+1; (0.01) |2+1; 0.01 |3+1; (0.05) |4+1");
  }

  @Test
  void tableInOneParagraph_twoSpansInOneHead_standOverTheirColumns() {
    String both =
        GLUED.replace("Three Months Ended June 30, Six Months Ended", "Three and six months ended");
    assertThat(rows(both).get(0))
        .isEqualTo("Three months ended June 30, |1+2; six months ended June 30, |3+2");
  }

  @Test
  void tableInOneParagraph_oneSpanOverTheSameYearsTwice_isNoTable() {
    assertThat(rows(GLUED.replace("Three Months Ended June 30, ", ""))).isEmpty();
  }

  @Test
  void figuresOfARow_standWhereTheySaid() {
    byte[] bytes = GLUED.getBytes(StandardCharsets.UTF_8);
    for (Table.Row row : table(GLUED).rows()) {
      for (Table.Cell cell : row.cells().subList(1, row.cells().size())) {
        ByteSpan span = cell.text().span();
        String there = new String(bytes, span.start(), span.length(), StandardCharsets.UTF_8);
        assertThat(there).contains(cell.text().text());
      }
    }
  }

  @Test
  void prose_withTwoYearsAndFigures_staysProse() {
    String words =
        "Revenue was $4,110 in 2025 and $3,902 in 2024. The years 2025 2024 were good ones for the"
            + " 14 ferries and their 1,204 passengers, and 2023 2022 were not, by 12 and 14 points.\n";
    assertThat(rows(words)).isEmpty();
  }

  private static List<String> rows(String text) {
    return blocks(text).stream()
        .filter(Table.class::isInstance)
        .flatMap(block -> ((Table) block).rows().stream())
        .map(
            row ->
                row.cells().stream()
                    .map(c -> c.text() + " |" + c.column() + "+" + c.columnSpan())
                    .collect(Collectors.joining("; ")))
        .toList();
  }

  private static Table table(String text) {
    return blocks(text).stream()
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> prose(String text) {
    return blocks(text).stream()
        .filter(Prose.class::isInstance)
        .map(block -> ((Prose) block).text().text())
        .toList();
  }

  private static List<Block> blocks(String text) {
    Reading reading = new FilingReader().read(text.getBytes(StandardCharsets.UTF_8));
    return ((Reading.Read) reading)
        .filing().documents().stream().flatMap(d -> d.blocks().stream()).toList();
  }
}

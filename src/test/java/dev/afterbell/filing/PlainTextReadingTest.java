package dev.afterbell.filing;

import static dev.afterbell.filing.Readings.lines;
import static dev.afterbell.filing.Readings.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainTextReadingTest {

  @Test
  void lines_brokenByHand_joinToParagraphs() {
    Filing filing =
        read(
            """
                                Larkspur Tools Reports Second Quarter
                                      Net Sales Rose 12%

            NORTHFIELD, August 4, 2026 -- Larkspur Tools Corp. today announced results for the second
            quarter of fiscal 2026, which ended on July 4, 2026. Net sales were $412.6 million, non-
            GAAP income was $31.0 million.

            Outlook
            The company expects net sales of $430 million to $440 million in the third quarter, with a
            gross margin of about 31 percent.
                 \u2022 Capital expenditures of $20 million, of which half goes to the new plant in the
                   north of the country
                 \u2022 A tax rate of 24%


                                                     2
            """);

    assertThat(lines(filing))
        .containsExactly(
            "# Larkspur Tools Reports Second Quarter",
            "Net Sales Rose 12%",
            "NORTHFIELD, August 4, 2026 -- Larkspur Tools Corp. today announced results for the second"
                + " quarter of fiscal 2026, which ended on July 4, 2026. Net sales were $412.6 million,"
                + " non-GAAP income was $31.0 million.",
            "# Outlook",
            "The company expects net sales of $430 million to $440 million in the third quarter, with a"
                + " gross margin of about 31 percent.",
            "\u2022 Capital expenditures of $20 million, of which half goes to the new plant in the north"
                + " of the country",
            "\u2022 A tax rate of 24%");
    assertThat(filing.format()).isEqualTo(FilingFormat.TEXT);
  }

  @Test
  void columnsOfSpaces_becomeATable() {
    Filing filing =
        read(
            """
                                                  Three Months Ended              Six Months Ended
                                                July 4,        July 5,        July 4,        July 5,
                                                 2026           2025           2026           2025
            Net sales                        $   412,600     $  368,300     $  801,200     $  724,900
            Cost of sales                        284,700        256,100        553,900        505,800

              Gross profit                       127,900        112,200        247,300        219,100
              Gross profit %                        31.0 %         30.5 %         30.9 %         30.2 %
            Restructuring charges                      -             (86)          147            (34)
            Earnings before income tax expense and equity in the result
            of affiliates                         41,000         33,500         78,800         65,100
            Diluted earnings per share       $      1.02     $     0.84     $     1.97     $     1.61
            """);

    assertThat(lines(filing))
        .containsExactly(
            "| 1-2 Three Months Ended | 3-4 Six Months Ended",
            "| 1 July 4, | 2 July 5, | 3 July 4, | 4 July 5,",
            "| 1 2026 | 2 2025 | 3 2026 | 4 2025",
            "| 0 Net sales | 1 $ 412,600 | 2 $ 368,300 | 3 $ 801,200 | 4 $ 724,900",
            "| 0 Cost of sales | 1 284,700 | 2 256,100 | 3 553,900 | 4 505,800",
            "| 0 Gross profit | 1 127,900 | 2 112,200 | 3 247,300 | 4 219,100",
            "| 0 Gross profit % | 1 31.0 % | 2 30.5 % | 3 30.9 % | 4 30.2 %",
            "| 0 Restructuring charges | 1 - | 2 (86) | 3 147 | 4 (34)",
            "| 0 Earnings before income tax expense and equity in the result",
            "| 0 of affiliates | 1 41,000 | 2 33,500 | 3 78,800 | 4 65,100",
            "| 0 Diluted earnings per share | 1 $ 1.02 | 2 $ 0.84 | 3 $ 1.97 | 4 $ 1.61",
            "---");
  }

  @Test
  void fiveColumns_withChangesAndWaveringEdges_keepTheirOrder() {
    Filing filing =
        read(
            """
            ($ in millions)                    Second-Quarter                        Six Months
                                                            % Change
                                    2026        2025                         2026         2025
                                                        Total    Oper.
            Revenues             $ 12,734    $ 27,742    (54%)   (53%)    $ 31,015     $ 53,402
            Percent of plan         24.1%       31.1%      N/A     N/A        25.2%        34.8%
            Research                2,627       2,900     (7%) (6%)          5,118        5,106
            Tax                       6.8%       15.4%                        11.6%         15.1 %
            """);

    assertThat(lines(filing))
        .contains(
            "| 1 2026 | 2 2025 | 5 2026 | 6 2025",
            "| 3 Total | 4 Oper.",
            "| 0 Revenues | 1 $ 12,734 | 2 $ 27,742 | 3 (54%) | 4 (53%) | 5 $ 31,015 | 6 $ 53,402",
            "| 0 Percent of plan | 1 24.1% | 2 31.1% | 3 N/A | 4 N/A | 5 25.2% | 6 34.8%",
            "| 0 Research | 1 2,627 | 2 2,900 | 3 (7%) | 4 (6%) | 5 5,118 | 6 5,106",
            "| 0 Tax | 1 6.8% | 2 15.4% | 5 11.6% | 6 15.1 %");
  }

  @Test
  void numbersOfNotes_stayWithTheirLabel() {
    Filing filing =
        read(
            """
                                                     July 4,      January 3,
                                                      2026          2026
            Operating income                       $  1,795      $  3,039
            Add: adjustments           2                233            53
            Add: interest                               113           108
            Less: taxes                                (525)         (784)
            """);

    assertThat(lines(filing)).contains("| 0 Add: adjustments 2 | 1 233 | 2 53");
  }

  @Test
  void threeCurrencyColumns_standUnderTheirHeadings() {
    Filing filing =
        read(
            """
                                              For the three months ended
                                      June 30, 2025           June 30, 2026
                                           RMB             RMB             US$
            Total revenues             2,349,206       2,703,718         377,431
            Cost of revenues          (1,999,011)     (2,301,552)       (321,290)
            """);

    assertThat(lines(filing))
        .contains(
            "| 1 RMB | 2 RMB | 3 US$",
            "| 0 Total revenues | 1 2,349,206 | 2 2,703,718 | 3 377,431",
            "| 0 Cost of revenues | 1 (1,999,011) | 2 (2,301,552) | 3 (321,290)");
  }

  @Test
  void guidanceInColumns_isATable() {
    assertThat(
            lines(
                read(
                    """
                    The company gives this outlook for the year:

                    Revenue                          $13.8 to $14.8 billion
                    Tax rate                         Approximately 15.0%
                    """)))
        .containsExactly(
            "The company gives this outlook for the year:",
            "| 0 Revenue | 1 $13.8 to $14.8 billion",
            "| 0 Tax rate | 1 Approximately 15.0%",
            "---");
  }

  @Test
  void aSecondSetOfHeadings_beginsAnotherTable() {
    assertThat(
            lines(
                read(
                    """
                                         Three Months Ended
                                         2026         2025
                    Sales               1,000          900
                    Costs                 700          650

                                          Six Months Ended
                                         2026         2025
                    Sales               2,000        1,800
                    Costs               1,400        1,300
                    """)))
        .containsExactly(
            "| 1-2 Three Months Ended",
            "| 1 2026 | 2 2025",
            "| 0 Sales | 1 1,000 | 2 900",
            "| 0 Costs | 1 700 | 2 650",
            "---",
            "| 1-2 Six Months Ended",
            "| 1 2026 | 2 2025",
            "| 0 Sales | 1 2,000 | 2 1,800",
            "| 0 Costs | 1 1,400 | 2 1,300",
            "---");
  }

  @Test
  void paragraphs_runOverTheFootOfAPage() {
    assertThat(
            lines(
                read(
                    "The plant in the north will open in the spring of next year and will employ four\n\n\n"
                        + "                                      - 7 -\n\fhundred people, most of them from the"
                        + " valley around it.\n")))
        .containsExactly(
            "The plant in the north will open in the spring of next year and will employ four hundred"
                + " people, most of them from the valley around it.");
  }

  @Test
  void markdown_losesItsMarks() {
    Filing filing =
        read(
            """
            ---
            title: Larkspur
            date: 2026-08-04
            ---
            # Larkspur Reports

            Sales of **$412.6 million**, see [the release](https://example.com/a_b). A_b stays.

            | Metric | Q2 2026 |
            |---|---:|
            | Sales | 412.6 |
            | Margin | **31%** |
            """);

    assertThat(lines(filing))
        .containsExactly(
            "# Larkspur Reports",
            "Sales of $412.6 million, see the release. A_b stays.",
            "| 0 Metric | 1 Q2 2026",
            "| 0 Sales | 1 412.6",
            "| 0 Margin | 1 31%",
            "---");
    Table table = (Table) filing.documents().get(0).blocks().get(2);
    assertThat(table.rows().get(0).cells()).allMatch(Table.Cell::header);
    assertThat(table.rows().get(1).cells()).noneMatch(Table.Cell::header);
  }

  @Test
  void longLines_areParagraphsOfTheirOwn() {
    String one = "Revenue rose in every region that the company serves. ".repeat(8).strip();
    String two = "Costs fell in the second half of the year under review. ".repeat(8).strip();

    assertThat(lines(read((one + "\n" + two + "\n").repeat(3)))).startsWith(one, two);
  }

  @Test
  void spans_ofFiguresInColumns_areTheirBytes() {
    byte[] file =
        ("Umsatz f\u00FCr                 \u20AC   1,204     \u20AC   1,372\n"
                + "Kosten f\u00FCr                     804           872\n")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(Readings.bytesBehind(file, "1,372")).isEqualTo("1,372");
    assertThat(Readings.bytesBehind(file, "\u20AC 1,204")).isEqualTo("\u20AC   1,204");
    assertThat(Readings.bytesBehind(file, "872")).isEqualTo("872");
  }
}

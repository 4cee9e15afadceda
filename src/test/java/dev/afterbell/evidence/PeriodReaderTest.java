package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 Jan – 30 Sep 2025                  | 9  | 2025-09-30",
        "1 January to 30 June 2025            | 6  | 2025-06-30",
        "Jan 1 - Mar 31, 2025                 | 3  | 2025-03-31",
        "1 Jul 2024 – 30 Jun 2025             | 12 | 2025-06-30",
        "January-September 2024               | 9  | 2024-09-30",
        "Quarter ended 30/09/2024             | 3  | 2024-09-30",
        "Quarter ended 9/30/2024              | 3  | 2024-09-30",
      })
  void read_lengthAndLastDay(String text, int months, LocalDate end) {
    PeriodRef ref = PeriodReader.read(text);

    assertThat(ref.months()).isEqualTo(months);
    assertThat(ref.endDate()).contains(end);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "H1 FY 2025       | 6 | 2025",
        "9M FY25          | 9 | 2025",
        "1st half 2024    | 6 | 2024",
        "Q1 Fiscal 1997   | 3 | 1997",
      })
  void read_partOfANamedYear_thatPartAndNoSecondLength(String text, int months, int year) {
    PeriodRef ref = PeriodReader.read(text);

    assertThat(ref.months()).isEqualTo(months);
    assertThat(ref.year()).contains(year);
    assertThat(ProseSetting.severalLengths(Wording.of(text))).isFalse();
  }

  /** Neither the months nor the days of these are those of a period that is reported. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 January 2024 to 30 June 2025",
        "15 Jan – 30 Jun 2025",
        "1 Mar – 30 Jun 2025",
        "1 Jan 2024 – 31 Mar",
      })
  void read_monthsThatNoLengthComesFrom_untold(String text) {
    assertThat(PeriodReader.read(text).months()).isEqualTo(PeriodRef.UNTOLD);
  }

  @Test
  void monthsBesideAQuarter_noSecondLength() {
    Wording text = Wording.of("In the second quarter, stores were closed from March to June");

    assertThat(text.period().months()).isEqualTo(3);
    assertThat(ProseSetting.severalLengths(Wording.of("the quarter, from January to April")))
        .isFalse();
  }

  @Test
  void endsOf_rangeOfDays_itsBeginningIsNoLastDay() {
    assertThat(PeriodBook.endsOf(List.of(Wording.of("1 Jul 2024 – 30 Jun 2025"))))
        .containsExactly(LocalDate.parse("2025-06-30"));
  }

  /** A quarter of weeks that is said to end with the month ends a few days from it. */
  @ParameterizedTest
  @CsvSource({"2025-06-30,true", "2025-07-05,true", "2025-07-07,false"})
  void find_quarterSaidToEndWithTheMonth_thatOfWeeksNearIt(LocalDate end, boolean current) {
    PeriodRef reported =
        new PeriodRef(
            3,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LocalDate.parse("2025-06-28")),
            Optional.empty(),
            false);
    PeriodRef named =
        new PeriodRef(
            3,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(end),
            Optional.empty(),
            false);

    assertThat(new PeriodBook(reported, java.util.Set.of(), false).find(named))
        .map(PeriodBook.Found::current)
        .contains(current);
  }
}

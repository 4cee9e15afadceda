package dev.afterbell.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Finds the quarter that stands beside the half-year, or beside the months so far, that the title
 * of an interim report names: the quarter is what the document reports then.
 */
final class QuarterBeside {

  private QuarterBeside() {}

  /**
   * The quarter of a table that also has {@code told}, by its number and year.
   *
   * @param tables the layouts of all tables
   * @param told the period that the document names
   */
  static Optional<PeriodRef> of(List<TableLayout> tables, PeriodRef told) {
    Optional<LocalDate> end = told.endDate();
    if (end.isEmpty() || told.months() < 6) {
      return Optional.empty();
    }
    int number = told.months() / 3;
    Optional<Integer> year = told.year().or(() -> end.map(LocalDate::getYear));
    boolean found =
        tables.stream()
            .flatMap(t -> t.parts().stream())
            .map(p -> p.headers().stream().map(Wording::period).toList())
            .anyMatch(
                columns ->
                    columns.stream().anyMatch(c -> quarter(c, number, year) || closes(c, end))
                        && columns.stream().anyMatch(c -> c.months() == told.months()));
    return found
        ? Optional.of(
            new PeriodRef(
                3, Optional.empty(), Optional.of(number), year, end, Optional.empty(), false))
        : Optional.empty();
  }

  /** Three months that end with the period told. */
  private static boolean closes(PeriodRef column, Optional<LocalDate> end) {
    return column.months() == 3 && column.endDate().equals(end);
  }

  private static boolean quarter(PeriodRef column, int number, Optional<Integer> year) {
    return column.months() == 3
        && column.quarter().filter(q -> q == number).isPresent()
        && column.year().equals(year);
  }
}

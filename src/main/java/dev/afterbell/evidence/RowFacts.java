package dev.afterbell.evidence;

import dev.afterbell.evidence.TableColumns.Placed;
import dev.afterbell.evidence.TableFacts.Rate;
import dev.afterbell.evidence.TableFacts.Yield;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Knows how the figures of one row go together: the reported period with the year before, with its
 * translation and with a change in percent.
 */
final class RowFacts {

  private static final int RATE_DIGITS_MIN = 3;
  private static final BigDecimal GROWTH_SLACK = new BigDecimal("0.1");
  private static final BigDecimal GROWTH_MIN = new BigDecimal("0.5");

  private final RowFigures row;
  private final List<Placed> columns;

  RowFacts(RowFigures row) {
    this.row = row;
    this.columns = row.columns();
  }

  /** Adds to {@code yield} what the row says of the reported period. */
  void take(Yield yield) {
    for (int i = 0; i < columns.size(); i++) {
      boolean current = columns.get(i).found().filter(PeriodBook.Found::current).isPresent();
      if (current && !TableColumns.duplicate(columns, i)) {
        take(i, yield);
      }
    }
  }

  private void take(int i, Yield yield) {
    Optional<Candidate> current = row.candidate(i);
    if (current.isEmpty() || TableColumns.translation(columns, i, row.around())) {
      return;
    }
    Candidate taken = withComparator(i, current.get());
    translated(i, taken, yield);
    taken = withGrowth(taken, yield);
    Metric metric = taken.key().metric();
    boolean percent = taken.key().unit().equals(Unit.PERCENT);
    boolean needsScale = !percent && !metric.perShare();
    if (needsScale && !row.isScaled(i)) {
      yield.unscaled().add(taken);
    } else {
      yield.candidates().add(taken);
    }
  }

  private Candidate withComparator(int i, Candidate current) {
    Placed column = columns.get(i);
    for (int j = 0; j < columns.size(); j++) {
      Optional<Candidate> before =
          yearBefore(column, columns.get(j)) ? row.candidate(j) : Optional.empty();
      if (before.isPresent()) {
        Candidate prior = before.get();
        return current.withComparator(
            Optional.of(new Comparator(prior.value(), prior.key().period(), prior.passage())),
            prior.halfDigit());
      }
    }
    return current;
  }

  private static boolean yearBefore(Placed column, Placed other) {
    PeriodBook.Found found = column.found().orElseThrow();
    return other.found().isPresent()
        && other.found().get().yearsBack() == 1
        && other.found().get().months() == found.months()
        && other.currency().equals(column.currency())
        && other.column().basis().equals(column.column().basis());
  }

  /** Notes the exchange rates that columns in other currencies imply. */
  private void translated(int i, Candidate current, Yield yield) {
    Placed column = columns.get(i);
    for (int j = 0; j < columns.size(); j++) {
      Placed other = columns.get(j);
      if (j != i
          && other.found().equals(column.found())
          && !other.currency().equals(column.currency())
          && !other.currency().isEmpty()) {
        row.candidate(j)
            .filter(c -> c.value().signum() != 0 && current.value().signum() != 0)
            .filter(c -> c.value().precision() >= RATE_DIGITS_MIN && !c.key().metric().ratio())
            .map(c -> Rate.of(current.key(), current.value(), c.value(), c.halfDigit()))
            .ifPresent(yield.rates()::add);
      }
    }
  }

  /** A percent column beside the two amounts, if it follows from them. */
  private Candidate withGrowth(Candidate current, Yield yield) {
    if (current.comparator().isEmpty() || current.key().unit().equals(Unit.PERCENT)) {
      return current;
    }
    BigDecimal prior = current.comparator().get().value();
    if (prior.signum() <= 0 || current.value().signum() <= 0) {
      return current;
    }
    BigDecimal growth = TableFacts.growth(current.value(), prior);
    for (int j = 0; j < columns.size(); j++) {
      Optional<Figure> f = row.entry(j).flatMap(TableGrid.Entry::figure);
      boolean change = columns.get(j).column().use() == TableColumn.Use.PERCENT_CHANGE;
      if (change && f.isPresent() && !f.get().scaled() && follows(f.get(), growth)) {
        yield.candidates().add(growth(current, j, f.get()));
        return current.withChecks(List.of(Fact.Check.GROWTH_RECOMPUTED));
      }
    }
    return current;
  }

  private static boolean follows(Figure stated, BigDecimal growth) {
    BigDecimal slack = stated.halfDigit().add(GROWTH_SLACK);
    return growth.abs().compareTo(GROWTH_MIN) > 0
        && stated.printed().subtract(growth).abs().compareTo(slack) <= 0;
  }

  private Candidate growth(Candidate current, int j, Figure f) {
    return new Candidate(
        current.key().withRole(Fact.Role.YOY, Unit.PERCENT),
        f.printed(),
        f.halfDigit(),
        Optional.empty(),
        BigDecimal.ZERO,
        Fact.Place.TABLE,
        current.source(),
        current.weight(),
        List.of(Fact.Check.GROWTH_RECOMPUTED),
        RowFigures.passage(row.entry(j).orElseThrow(), f));
  }
}

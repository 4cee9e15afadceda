package dev.afterbell.evidence;

import dev.afterbell.evidence.Candidate.Key;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Stated growth against the amounts that stand beside it. */
final class GrowthChecks {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** What rounding of the recomputed growth itself can add, percentage points. */
  private static final BigDecimal FITS = new BigDecimal("0.02");

  /** How far beyond rounding growth may be off before it is called wrong (method.md §4). */
  private static final BigDecimal WRONG = new BigDecimal("0.15");

  private GrowthChecks() {}

  static void run(Workbench bench) {
    for (Candidate rate : bench.facts()) {
      if (rate.key().role() == Fact.Role.YOY) {
        for (Candidate level : bench.facts()) {
          if (ofTheSame(level.key(), rate.key()) && level.comparator().isPresent()) {
            compare(bench, rate, level);
          }
        }
      }
    }
    orphans(bench);
  }

  private static boolean ofTheSame(Key level, Key rate) {
    return level.role() == Fact.Role.LEVEL
        && level.metric() == rate.metric()
        && level.label().equals(rate.label())
        && level.basis() == rate.basis()
        && level.attribution().equals(rate.attribution())
        && level.segment().equals(rate.segment())
        && level.period().equals(rate.period());
  }

  /** Growth read from a table stands only beside the amounts that it follows from. */
  private static void orphans(Workbench bench) {
    for (Candidate rate : bench.facts()) {
      boolean read = rate.key().role() == Fact.Role.YOY && rate.place() == Fact.Place.TABLE;
      boolean level =
          bench.facts().stream()
              .anyMatch(f -> ofTheSame(f.key(), rate.key()) && f.comparator().isPresent());
      if (read && !level) {
        bench.drop(rate);
      }
    }
  }

  private static void compare(Workbench bench, Candidate rate, Candidate level) {
    BigDecimal prior = level.comparator().orElseThrow().value();
    if (prior.signum() == 0) {
      return;
    }
    BigDecimal growth = TableFacts.growth(level.value(), prior);
    BigDecimal slack = rate.halfDigit().add(slack(level, prior, growth));
    BigDecimal off = growth.subtract(rate.value()).abs();
    // Rounding must leave less than half of the growth open, or any amount would do.
    boolean sharp = slack.multiply(TWO).compareTo(growth.abs().max(BigDecimal.ONE)) <= 0;
    if (off.compareTo(slack.add(FITS)) <= 0) {
      if (sharp) {
        bench.confirm(rate, Fact.Check.GROWTH_RECOMPUTED);
        bench.confirm(level, Fact.Check.GROWTH_RECOMPUTED);
      }
    } else if (off.compareTo(slack.add(WRONG)) > 0) {
      bench.drop(rate);
      bench.report(
          Gap.Reason.GROWTH_CHECK,
          "Stated growth of "
              + rate.key().metric().text(rate.key().basis())
              + " is "
              + rate.value().toPlainString()
              + "%; the stated amounts give "
              + growth.toPlainString()
              + "%.",
          rate,
          Optional.of(level.passage().span()));
    }
  }

  /** How far rounding of the two amounts can have moved their growth, percentage points. */
  private static BigDecimal slack(Candidate level, BigDecimal prior, BigDecimal growth) {
    return level
        .halfDigit()
        .add(level.comparatorHalfDigit())
        .multiply(HUNDRED)
        .divide(prior.abs(), MathContext.DECIMAL64)
        .multiply(BigDecimal.ONE.add(growth.abs().divide(HUNDRED, MathContext.DECIMAL64)));
  }
}

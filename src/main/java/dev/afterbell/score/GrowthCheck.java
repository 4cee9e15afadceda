package dev.afterbell.score;

import dev.afterbell.evidence.Comparator;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Whether the growth that a document states follows from the amounts that it states. */
final class GrowthCheck {

  /** Percentage points beyond what the rounding of the amounts explains. */
  private static final BigDecimal TOLERANCE_PP = new BigDecimal("0.15");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int YEAR_DAYS_MIN = 340;
  private static final int YEAR_DAYS_MAX = 392;

  private GrowthCheck() {}

  /** A line for each stated growth that does not follow. */
  static List<String> mismatches(List<Fact> facts) {
    List<String> found = new ArrayList<>();
    for (Fact stated : facts) {
      if (stated.role() == Fact.Role.YOY) {
        facts.stream()
            .filter(level -> sameThing(level, stated))
            .flatMap(level -> mismatch(level, stated).stream())
            .forEach(found::add);
      }
    }
    return found.stream().distinct().toList();
  }

  private static boolean sameThing(Fact level, Fact growth) {
    return level.role() == Fact.Role.LEVEL
        && level.unit().money()
        && level.metric() == growth.metric()
        && level.basis() == growth.basis()
        && level.label().equals(growth.label())
        && level.segment().equals(growth.segment())
        && level.attribution().equals(growth.attribution())
        && level.period().equals(growth.period());
  }

  private static List<String> mismatch(Fact level, Fact stated) {
    if (level.comparator().isEmpty()) {
      return List.of();
    }
    Comparator before = level.comparator().get();
    if (before.value().signum() <= 0 || !aYearBefore(level.period(), before.period())) {
      return List.of();
    }
    BigDecimal growth =
        level
            .value()
            .divide(before.value(), MathContext.DECIMAL64)
            .subtract(BigDecimal.ONE)
            .multiply(HUNDRED);
    BigDecimal off = growth.subtract(stated.value()).abs();
    return off.compareTo(TOLERANCE_PP.add(rounding(level, before))) <= 0
        ? List.of()
        : List.of(
            stated.metric().text(stated.basis())
                + ": stated "
                + stated.value().toPlainString()
                + "%, recomputed "
                + growth.setScale(1, RoundingMode.HALF_EVEN).toPlainString()
                + "%");
  }

  /** How far half a last digit of either amount moves the growth, in percentage points. */
  private static BigDecimal rounding(Fact level, Comparator before) {
    BigDecimal half = new BigDecimal("0.5");
    BigDecimal ofLevel =
        Figure.lastDigit(level.value(), level.passage().quote())
            .multiply(half)
            .divide(before.value(), MathContext.DECIMAL64);
    BigDecimal ofBefore =
        Figure.lastDigit(before)
            .multiply(half)
            .multiply(level.value().abs())
            .divide(before.value().pow(2), MathContext.DECIMAL64);
    return ofLevel.add(ofBefore).multiply(HUNDRED);
  }

  private static boolean aYearBefore(FactPeriod now, FactPeriod before) {
    if (now.end().isEmpty() || before.end().isEmpty() || now.kind() != before.kind()) {
      return false;
    }
    long days = ChronoUnit.DAYS.between(before.end().get(), now.end().get());
    return days >= YEAR_DAYS_MIN && days <= YEAR_DAYS_MAX;
  }
}

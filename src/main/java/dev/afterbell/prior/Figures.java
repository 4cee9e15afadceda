package dev.afterbell.prior;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.Comparator;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks up the figures of the reported period in a results document. */
final class Figures {

  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  static final MathContext PRECISION = MathContext.DECIMAL64;

  /** A year of 52 or 53 weeks, or of calendar months, to the last day of the period. */
  private static final int YEAR_DAYS_MIN = 340;

  private static final int YEAR_DAYS_MAX = 392;

  private final Evidence evidence;
  private final Optional<FactPeriod> period;

  Figures(Evidence evidence) {
    this.evidence = evidence;
    this.period = evidence.extraction().document().period();
  }

  Evidence evidence() {
    return evidence;
  }

  /** An amount or percentage of the whole company for the reported period. */
  Optional<Fact> level(Metric metric, Basis basis) {
    return find(metric, basis, Fact.Role.LEVEL)
        .filter(f -> metric.ratio() || f.unit().money() || metric.perShare())
        .findFirst();
  }

  /** The same with what it was a year before. */
  Optional<Fact> levelWithYearBefore(Metric metric, Basis basis) {
    return find(metric, basis, Fact.Role.LEVEL)
        .filter(f -> metric.ratio() || f.unit().money())
        .filter(f -> f.comparator().filter(c -> aYearBefore(f, c)).isPresent())
        .findFirst();
  }

  /** The stated growth over a year. */
  Optional<Fact> growth(Metric metric, Basis basis) {
    return find(metric, basis, Fact.Role.YOY).findFirst();
  }

  /** Revenue: total revenues, or net sales where only those are given. */
  Optional<Fact> revenue() {
    return level(Metric.REVENUE, Basis.GAAP).or(() -> level(Metric.NET_SALES, Basis.GAAP));
  }

  /** Revenue with what it was a year before. */
  Optional<Fact> revenueWithYearBefore() {
    return levelWithYearBefore(Metric.REVENUE, Basis.GAAP)
        .or(() -> levelWithYearBefore(Metric.NET_SALES, Basis.GAAP));
  }

  /** What a fact was a year before. */
  static BigDecimal before(Fact fact) {
    return fact.comparator().orElseThrow().value();
  }

  private Stream<Fact> find(Metric metric, Basis basis, Fact.Role role) {
    return evidence.extraction().facts().stream()
        .filter(f -> f.metric() == metric && f.basis() == basis && f.role() == role)
        .filter(f -> f.segment().isEmpty() && inPeriod(f))
        .sorted(java.util.Comparator.comparing((Fact f) -> translated(f)));
  }

  /** The reporting currency comes before translations of it. */
  private boolean translated(Fact fact) {
    return !fact.unit().code().startsWith(evidence.extraction().document().currency().orElse(""));
  }

  private boolean inPeriod(Fact fact) {
    return period.isPresent()
        && fact.period().kind() == period.get().kind()
        && period.get().end().isPresent()
        && fact.period().end().equals(period.get().end());
  }

  private static boolean aYearBefore(Fact fact, Comparator before) {
    if (fact.period().end().isEmpty() || before.period().end().isEmpty()) {
      return false;
    }
    long days = ChronoUnit.DAYS.between(before.period().end().get(), fact.period().end().get());
    return fact.period().kind() == before.period().kind()
        && days >= YEAR_DAYS_MIN
        && days <= YEAR_DAYS_MAX;
  }

  /** {@code part / whole} in percent. */
  static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, PRECISION);
  }

  static List<String> ids(Fact... facts) {
    return Stream.of(facts).map(Fact::id).distinct().toList();
  }
}

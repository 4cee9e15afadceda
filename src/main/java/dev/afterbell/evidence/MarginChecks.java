package dev.afterbell.evidence;

import dev.afterbell.evidence.Candidate.Key;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stated margins against the profit and the revenue that they are of. */
final class MarginChecks {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What rounding of the recomputed margin itself can add, percentage points. */
  private static final BigDecimal FITS = new BigDecimal("0.01");

  /** How far beyond rounding a margin may be off before it is called wrong, percentage points. */
  private static final BigDecimal WRONG = new BigDecimal("0.3");

  /** Rounding may leave this share of a margin open, or chance would confirm it. */
  private static final BigDecimal OPEN_MAX = new BigDecimal("0.25");

  private MarginChecks() {}

  /** Profit and revenue of the same period and currency. */
  private record Pair(Candidate profit, Candidate revenue) {

    BigDecimal margin() {
      return profit.value().multiply(HUNDRED).divide(revenue.value(), MathContext.DECIMAL64);
    }

    /** How far rounding of the two can have moved their ratio, percentage points. */
    BigDecimal slack() {
      return profit
          .halfDigit()
          .add(revenue.halfDigit())
          .multiply(HUNDRED)
          .divide(revenue.value(), MathContext.DECIMAL64);
    }
  }

  static void run(Workbench bench) {
    for (Candidate margin : bench.facts()) {
      Key k = margin.key();
      if (k.metric().ratio() && k.role() == Fact.Role.LEVEL && k.segment().isEmpty()) {
        compare(bench, margin, pairs(bench, k));
      }
    }
  }

  private static void compare(Workbench bench, Candidate margin, List<Pair> pairs) {
    boolean fitted = false;
    for (Pair pair : pairs) {
      BigDecimal slack = margin.halfDigit().add(pair.slack());
      BigDecimal off = pair.margin().subtract(margin.value()).abs();
      boolean fits = off.compareTo(slack.add(FITS)) <= 0;
      fitted |= fits || off.compareTo(slack.add(WRONG)) <= 0;
      if (fits
          && slack.compareTo(margin.value().abs().multiply(OPEN_MAX).min(BigDecimal.ONE)) <= 0) {
        for (Candidate c : List.of(margin, pair.profit(), pair.revenue())) {
          bench.confirm(c, Fact.Check.MARGIN_RECOMPUTED);
        }
      }
    }
    if (!fitted && !pairs.isEmpty()) {
      Pair pair = pairs.get(0);
      bench.report(
          Gap.Reason.MARGIN_CHECK,
          "Stated "
              + margin.key().metric().text(margin.key().basis())
              + " is "
              + margin.value().toPlainString()
              + "%; the stated amounts give "
              + pair.margin().setScale(1, java.math.RoundingMode.HALF_EVEN).toPlainString()
              + "%.",
          margin,
          Optional.of(pair.profit().passage().span()));
    }
  }

  private static List<Pair> pairs(Workbench bench, Key k) {
    List<Pair> pairs = new ArrayList<>();
    List<Candidate> profits = bench.amounts(profit(k.metric()), k.basis(), k).toList();
    List<Candidate> revenues =
        Stream.concat(
                bench.amounts(Metric.REVENUE, Basis.GAAP, k),
                bench.amounts(Metric.NET_SALES, Basis.GAAP, k))
            .filter(r -> r.value().signum() > 0)
            .toList();
    for (Candidate profit : profits) {
      for (Candidate revenue : revenues) {
        if (profit.key().unit().equals(revenue.key().unit())) {
          pairs.add(new Pair(profit, revenue));
        }
      }
    }
    return pairs;
  }

  private static Metric profit(Metric margin) {
    return switch (margin) {
      case GROSS_MARGIN -> Metric.GROSS_PROFIT;
      case OPERATING_MARGIN -> Metric.OPERATING_INCOME;
      case EBITDA_MARGIN -> Metric.EBITDA;
      default -> Metric.NET_INCOME;
    };
  }
}

package dev.afterbell.evidence;

import dev.afterbell.evidence.Candidate.Key;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the readings of a document to one fact for each figure, and confirms them by arithmetic
 * and by agreement (docs/method.md §6). A fact is confirmed only by other digits than its own.
 */
final class Checks {

  /** Exchange rates within a document differ by rounding only. */
  private static final BigDecimal RATE_SLACK = new BigDecimal("0.015");

  private final Map<Key, Candidate> facts = new LinkedHashMap<>();
  private final Map<Key, Set<Fact.Check>> checks = new LinkedHashMap<>();
  private final List<Gap> gaps = new ArrayList<>();

  private Checks() {}

  /**
   * What is left after comparison.
   *
   * @param facts one reading for each figure, with its checks
   * @param gaps contradictions and failed arithmetic
   */
  record Outcome(List<Candidate> facts, List<Gap> gaps) {}

  static Outcome of(List<Candidate> candidates, List<TableFacts.Rate> rates) {
    Checks c = new Checks();
    Map<Key, List<Candidate>> byKey = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      byKey.computeIfAbsent(candidate.key(), k -> new ArrayList<>()).add(candidate);
    }
    byKey.forEach(c::settle);
    c.growth();
    c.orphans();
    c.margins();
    c.grossProfit();
    c.rates(rates);
    List<Candidate> done =
        c.facts.values().stream()
            .map(f -> f.withChecks(List.copyOf(c.checks.getOrDefault(f.key(), Set.of()))))
            .toList();
    return new Outcome(done, c.gaps);
  }

  private void settle(Key key, List<Candidate> readings) {
    List<Candidate> sorted = new ArrayList<>(readings);
    sorted.sort(
        java.util.Comparator.comparing(Candidate::place)
            .thenComparing(java.util.Comparator.comparingInt(Candidate::weight).reversed())
            .thenComparing(Candidate::halfDigit));
    Candidate best = sorted.get(0);
    Set<Fact.Check> confirmed = EnumSet.noneOf(Fact.Check.class);
    confirmed.addAll(best.checks());
    boolean contradicted = false;
    Candidate first = best;
    boolean agreed = sorted.stream().anyMatch(o -> o.source() != first.source() && first.agrees(o));
    for (Candidate other : sorted.subList(1, sorted.size())) {
      if (best.agrees(other)) {
        if (other.source() != best.source()) {
          confirmed.add(Fact.Check.STATED_TWICE);
        }
        if (other.place() == best.place()
            && other.weight() == best.weight()
            && other.halfDigit().compareTo(best.halfDigit()) < 0) {
          best = other;
        }
      } else {
        boolean rival =
            !agreed && other.place() == best.place() && other.weight() + 3 >= best.weight();
        contradicted |= rival;
        if (!rival && agreed && !comparable(best, other)) {
          continue;
        }
        gaps.add(
            new Gap(
                Gap.Reason.CONTRADICTION,
                "Two places give "
                    + key.metric().text(key.basis())
                    + " as "
                    + best.value().toPlainString()
                    + " and "
                    + other.value().toPlainString()
                    + ".",
                Optional.of(other.passage().span())));
      }
    }
    if (contradicted) {
      return;
    }
    Candidate kept = best;
    if (best.comparator().isEmpty()) {
      kept =
          sorted.stream()
              .filter(o -> o.comparator().isPresent() && sorted.get(0).agrees(o))
              .findFirst()
              .map(o -> sorted.get(0).withComparator(o.comparator(), o.comparatorHalfDigit()))
              .orElse(best);
    }
    facts.put(key, kept);
    checks.put(key, confirmed);
  }

  /**
   * Whether two amounts could be meant for the same thing. Part of a cost in a breakdown bears the
   * name of the whole, and is a fraction of it; once the whole stands in two places, the part does
   * not contradict it.
   */
  private static boolean comparable(Candidate one, Candidate other) {
    BigDecimal a = one.value().abs();
    BigDecimal b = other.value().abs();
    return a.multiply(BigDecimal.TEN).compareTo(b) >= 0
        && b.multiply(BigDecimal.TEN).compareTo(a) >= 0;
  }

  private void confirm(Key key, Fact.Check check) {
    checks.computeIfAbsent(key, k -> EnumSet.noneOf(Fact.Check.class)).add(check);
  }

  private void growth() {
    for (Candidate rate : List.copyOf(facts.values())) {
      Key k = rate.key();
      if (k.role() != Fact.Role.YOY) {
        continue;
      }
      for (Candidate level : List.copyOf(facts.values())) {
        boolean same =
            level.key().role() == Fact.Role.LEVEL
                && level.key().metric() == k.metric()
                && level.key().label().equals(k.label())
                && level.key().basis() == k.basis()
                && level.key().attribution().equals(k.attribution())
                && level.key().segment().equals(k.segment())
                && level.key().period().equals(k.period());
        if (same && level.comparator().isPresent()) {
          growth(rate, level);
        }
      }
    }
  }

  /** Growth read from a table stands only beside the amounts that it follows from. */
  private void orphans() {
    for (Candidate rate : List.copyOf(facts.values())) {
      Key k = rate.key();
      boolean read = k.role() == Fact.Role.YOY && rate.place() == Fact.Place.TABLE;
      boolean level =
          facts.values().stream()
              .anyMatch(
                  f ->
                      f.key().role() == Fact.Role.LEVEL
                          && f.key().metric() == k.metric()
                          && f.key().basis() == k.basis()
                          && f.key().attribution().equals(k.attribution())
                          && f.key().period().equals(k.period())
                          && f.comparator().isPresent());
      if (read && !level) {
        facts.remove(k);
        checks.remove(k);
      }
    }
  }

  private void growth(Candidate rate, Candidate level) {
    BigDecimal prior = level.comparator().orElseThrow().value();
    if (prior.signum() == 0) {
      return;
    }
    BigDecimal growth = TableFacts.growth(level.value(), prior);
    BigDecimal hundred = BigDecimal.valueOf(100);
    BigDecimal slack =
        rate.halfDigit()
            .add(
                level
                    .halfDigit()
                    .add(level.comparatorHalfDigit())
                    .multiply(hundred)
                    .divide(prior.abs(), MathContext.DECIMAL64)
                    .multiply(
                        BigDecimal.ONE.add(growth.abs().divide(hundred, MathContext.DECIMAL64))));
    BigDecimal off = growth.subtract(rate.value()).abs();
    boolean coarse = slack.compareTo(growth.abs().max(BigDecimal.ONE)) > 0;
    if (off.compareTo(slack.add(new BigDecimal("0.02"))) <= 0) {
      if (!coarse) {
        confirm(rate.key(), Fact.Check.GROWTH_RECOMPUTED);
        confirm(level.key(), Fact.Check.GROWTH_RECOMPUTED);
      }
    } else if (off.compareTo(slack.add(new BigDecimal("0.15"))) > 0) {
      facts.remove(rate.key());
      checks.remove(rate.key());
      gaps.add(
          new Gap(
              Gap.Reason.GROWTH_CHECK,
              "Stated growth of "
                  + rate.key().metric().text(rate.key().basis())
                  + " is "
                  + rate.value().toPlainString()
                  + "%; the stated amounts give "
                  + growth.toPlainString()
                  + "%.",
              Optional.of(rate.passage().span())));
    }
  }

  private void margins() {
    for (Candidate margin : List.copyOf(facts.values())) {
      Key k = margin.key();
      if (!k.metric().ratio() || k.role() != Fact.Role.LEVEL) {
        continue;
      }
      Metric part =
          switch (k.metric()) {
            case GROSS_MARGIN -> Metric.GROSS_PROFIT;
            case OPERATING_MARGIN -> Metric.OPERATING_INCOME;
            case EBITDA_MARGIN -> Metric.EBITDA;
            default -> Metric.NET_INCOME;
          };
      Optional<Candidate> profit = amount(part, k.basis(), k.period());
      Optional<Candidate> revenue =
          amount(Metric.REVENUE, Basis.GAAP, k.period())
              .or(() -> amount(Metric.NET_SALES, Basis.GAAP, k.period()));
      if (profit.isEmpty() || revenue.isEmpty() || revenue.get().value().signum() <= 0) {
        continue;
      }
      BigDecimal hundred = BigDecimal.valueOf(100);
      BigDecimal implied =
          profit
              .get()
              .value()
              .multiply(hundred)
              .divide(revenue.get().value(), MathContext.DECIMAL64);
      BigDecimal slack =
          margin
              .halfDigit()
              .add(
                  profit
                      .get()
                      .halfDigit()
                      .add(revenue.get().halfDigit())
                      .multiply(hundred)
                      .divide(revenue.get().value(), MathContext.DECIMAL64));
      if (implied.subtract(margin.value()).abs().compareTo(slack.add(new BigDecimal("0.01"))) <= 0
          && slack.compareTo(BigDecimal.ONE) <= 0) {
        confirm(k, Fact.Check.MARGIN_RECOMPUTED);
        confirm(profit.get().key(), Fact.Check.MARGIN_RECOMPUTED);
        confirm(revenue.get().key(), Fact.Check.MARGIN_RECOMPUTED);
      }
    }
  }

  private Optional<Candidate> amount(Metric metric, Basis basis, FactPeriod period) {
    return facts.values().stream()
        .filter(
            f ->
                f.key().metric() == metric
                    && f.key().basis() == basis
                    && f.key().role() == Fact.Role.LEVEL
                    && f.key().segment().isEmpty()
                    && f.key().period().equals(period))
        .findFirst();
  }

  private void grossProfit() {
    for (Candidate profit : List.copyOf(facts.values())) {
      Key k = profit.key();
      if (k.metric() != Metric.GROSS_PROFIT || k.role() != Fact.Role.LEVEL) {
        continue;
      }
      Optional<Candidate> cost = amount(Metric.COST_OF_REVENUE, k.basis(), k.period());
      for (Metric metric : List.of(Metric.REVENUE, Metric.NET_SALES)) {
        Optional<Candidate> revenue = amount(metric, k.basis(), k.period());
        if (cost.isEmpty() || revenue.isEmpty()) {
          continue;
        }
        BigDecimal off =
            revenue.get().value().subtract(cost.get().value()).subtract(profit.value()).abs();
        BigDecimal slack =
            profit.halfDigit().add(cost.get().halfDigit()).add(revenue.get().halfDigit());
        boolean fine = slack.multiply(BigDecimal.valueOf(50)).compareTo(profit.value().abs()) < 0;
        if (fine && off.compareTo(slack) <= 0) {
          confirm(k, Fact.Check.TOTAL_RECOMPUTED);
          confirm(cost.get().key(), Fact.Check.TOTAL_RECOMPUTED);
          confirm(revenue.get().key(), Fact.Check.TOTAL_RECOMPUTED);
        }
      }
    }
  }

  private void rates(List<TableFacts.Rate> rates) {
    if (rates.size() < 3) {
      return;
    }
    List<BigDecimal> sorted = rates.stream().map(r -> r.rate().abs()).sorted().toList();
    BigDecimal median = sorted.get(sorted.size() / 2);
    for (TableFacts.Rate r : rates) {
      BigDecimal off = r.rate().abs().subtract(median).abs().divide(median, MathContext.DECIMAL64);
      if (off.compareTo(RATE_SLACK) <= 0) {
        if (facts.containsKey(r.key())) {
          confirm(r.key(), Fact.Check.FX_CONSISTENT);
        }
      } else {
        gaps.add(
            new Gap(
                Gap.Reason.FX_CHECK,
                "The translation of "
                    + r.key().metric().text(r.key().basis())
                    + " implies a rate of "
                    + r.rate().setScale(4, java.math.RoundingMode.HALF_EVEN).toPlainString()
                    + "; the document's is "
                    + median.setScale(4, java.math.RoundingMode.HALF_EVEN).toPlainString()
                    + ".",
                Optional.ofNullable(facts.get(r.key())).map(f -> f.passage().span())));
      }
    }
  }
}

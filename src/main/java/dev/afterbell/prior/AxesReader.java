package dev.afterbell.prior;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.Metric;
import dev.afterbell.score.EvidenceScore;
import dev.afterbell.score.LegKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Measures the operating axes on the results documents, best evidence first (docs/method.md §2).
 */
final class AxesReader {

  private static final BigDecimal GROWTH_CAP_PP = new BigDecimal("20");
  private static final BigDecimal GROWTH_DEFAULT = new BigDecimal("10");
  private static final int HISTORY_QUARTERS = 4;
  private static final BigDecimal GROSS_CAP_PP = new BigDecimal("3");
  private static final BigDecimal MARGIN_CAP_PP = new BigDecimal("5");
  private static final BigDecimal CAPEX_FROM = new BigDecimal("20");
  private static final BigDecimal CAPEX_RANGE = new BigDecimal("40");

  private final EarlierResults earlier;
  private final List<Figures> results;

  AxesReader(EvidenceScore score, EarlierResults earlier) {
    this.earlier = earlier;
    this.results = score.serving(LegKind.PRIMARY).stream().map(Figures::new).toList();
  }

  OperatingAxes read() {
    return new OperatingAxes(
        AxisScale.axis(List.of(growth())),
        AxisScale.axis(
            List.of(
                first(this::grossMargin, "gross margin change", "pp", "gross margin"),
                first(
                    this::ebitdaMargin,
                    "adjusted EBITDA margin change",
                    "pp",
                    "adjusted EBITDA margin"),
                first(
                    this::operatingMargin,
                    "operating result to revenue, change",
                    "pp",
                    "operating result"),
                first(this::capex, "capital expenditure to revenue", "%", "capital expenditure"))));
  }

  private AxisComponent first(
      Function<Figures, Optional<AxisComponent>> measure, String name, String unit, String what) {
    return results.stream()
        .flatMap(r -> measure.apply(r).stream())
        .findFirst()
        .orElseGet(
            () ->
                AxisScale.missing(
                    name, unit, "no " + what + " of the period with its comparator was found"));
  }

  private AxisComponent growth() {
    String name = "revenue growth over its norm";
    Norm norm = norm();
    for (Figures figures : results) {
      Optional<Growth> growth = growth(figures);
      if (growth.isPresent()) {
        BigDecimal excess = growth.get().percent().subtract(norm.percent());
        return AxisScale.measured(
            name,
            excess,
            "pp",
            AxisScale.clipped(excess, GROWTH_CAP_PP),
            figures.evidence(),
            new AxisScale.Reason(
                "revenue "
                    + AxisScale.oneDecimal(growth.get().percent())
                    + "% over a year, against "
                    + norm.reason(),
                growth.get().facts()));
      }
    }
    return AxisScale.missing(name, "pp", "no revenue growth over a year was found");
  }

  private record Growth(BigDecimal percent, List<String> facts) {}

  private record Norm(BigDecimal percent, String reason) {}

  /** From the amounts where both stand, else as stated. */
  private static Optional<Growth> growth(Figures figures) {
    Optional<Fact> amount =
        figures.revenueWithYearBefore().filter(f -> Figures.before(f).signum() > 0);
    if (amount.isPresent()) {
      BigDecimal ratio = Figures.percent(amount.get().value(), Figures.before(amount.get()));
      return Optional.of(new Growth(ratio.subtract(Figures.HUNDRED), Figures.ids(amount.get())));
    }
    return figures
        .growth(Metric.REVENUE, Basis.GAAP)
        .or(() -> figures.growth(Metric.NET_SALES, Basis.GAAP))
        .map(f -> new Growth(f.value(), Figures.ids(f)));
  }

  /** Mean growth of the four quarters before, where all four releases are on file; else 10%. */
  private Norm norm() {
    List<BigDecimal> growths = new ArrayList<>();
    List<String> documents = new ArrayList<>();
    for (Evidence quarter : earlier.quarters()) {
      growth(new Figures(quarter))
          .ifPresent(
              g -> {
                growths.add(g.percent());
                documents.add(quarter.id().toString());
              });
    }
    if (growths.size() < HISTORY_QUARTERS) {
      return new Norm(GROWTH_DEFAULT, "the default of 10% without four earlier quarters on file");
    }
    BigDecimal mean =
        growths.stream()
            .limit(HISTORY_QUARTERS)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(HISTORY_QUARTERS), Figures.PRECISION);
    return new Norm(
        mean,
        "a mean of "
            + AxisScale.oneDecimal(mean)
            + "% of four quarters before ("
            + String.join(", ", documents.subList(0, HISTORY_QUARTERS))
            + ")");
  }

  private Optional<AxisComponent> grossMargin(Figures figures) {
    return marginChange(figures, Metric.GROSS_MARGIN, Metric.GROSS_PROFIT, Basis.GAAP)
        .map(c -> c.component("gross margin change", GROSS_CAP_PP, figures));
  }

  private Optional<AxisComponent> ebitdaMargin(Figures figures) {
    return marginChange(figures, Metric.EBITDA_MARGIN, Metric.EBITDA, Basis.NON_GAAP)
        .map(c -> c.component("adjusted EBITDA margin change", MARGIN_CAP_PP, figures));
  }

  private Optional<AxisComponent> operatingMargin(Figures figures) {
    return ratioChange(figures, Metric.OPERATING_INCOME, Basis.GAAP)
        .or(() -> statedChange(figures, Metric.OPERATING_MARGIN, Basis.GAAP))
        .map(c -> c.component("operating result to revenue, change", MARGIN_CAP_PP, figures));
  }

  private record Change(BigDecimal now, BigDecimal before, List<String> facts) {

    AxisComponent component(String name, BigDecimal cap, Figures figures) {
      BigDecimal change = now.subtract(before);
      return AxisScale.measured(
          name,
          change,
          "pp",
          AxisScale.clipped(change, cap),
          figures.evidence(),
          new AxisScale.Reason(
              AxisScale.oneDecimal(now) + "% after " + AxisScale.oneDecimal(before) + "%", facts));
    }
  }

  private static Optional<Change> marginChange(
      Figures figures, Metric margin, Metric profit, Basis basis) {
    return statedChange(figures, margin, basis).or(() -> ratioChange(figures, profit, basis));
  }

  private static Optional<Change> statedChange(Figures figures, Metric margin, Basis basis) {
    return figures
        .levelWithYearBefore(margin, basis)
        .map(f -> new Change(f.value(), Figures.before(f), Figures.ids(f)));
  }

  private static Optional<Change> ratioChange(Figures figures, Metric profit, Basis basis) {
    Optional<Fact> revenue = figures.revenueWithYearBefore().filter(AxesReader::bothPositive);
    Optional<Fact> amount = figures.levelWithYearBefore(profit, basis);
    if (revenue.isEmpty()
        || amount.isEmpty()
        || !amount.get().unit().equals(revenue.get().unit())) {
      return Optional.empty();
    }
    return Optional.of(
        new Change(
            Figures.percent(amount.get().value(), revenue.get().value()),
            Figures.percent(Figures.before(amount.get()), Figures.before(revenue.get())),
            Figures.ids(amount.get(), revenue.get())));
  }

  private static boolean bothPositive(Fact fact) {
    return fact.value().signum() > 0 && Figures.before(fact).signum() > 0;
  }

  /** −1 from 60% of revenue, 0 up to 20%, linear between. */
  private Optional<AxisComponent> capex(Figures figures) {
    Optional<Fact> spent =
        figures
            .level(Metric.CAPEX_AND_LEASED_ASSETS, Basis.GAAP)
            .or(() -> figures.level(Metric.CAPEX_AND_LEASED_ASSETS, Basis.NON_GAAP))
            .or(() -> figures.level(Metric.CAPEX, Basis.GAAP));
    Optional<Fact> revenue = figures.revenue().filter(f -> f.value().signum() > 0);
    if (spent.isEmpty() || revenue.isEmpty() || !spent.get().unit().equals(revenue.get().unit())) {
      return Optional.empty();
    }
    BigDecimal share = Figures.percent(spent.get().value().abs(), revenue.get().value());
    BigDecimal over = share.subtract(CAPEX_FROM).max(BigDecimal.ZERO);
    return Optional.of(
        AxisScale.measured(
            "capital expenditure to revenue",
            share,
            "%",
            AxisScale.clipped(over, CAPEX_RANGE).negate(),
            figures.evidence(),
            new AxisScale.Reason(
                AxisScale.oneDecimal(share) + "% of revenue",
                Figures.ids(spent.get(), revenue.get()))));
  }
}

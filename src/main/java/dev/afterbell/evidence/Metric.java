package dev.afterbell.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The closed list of what a fact can be about. Adjusted figures carry {@link Basis#NON_GAAP} beside
 * the metric.
 */
public enum Metric {
  REVENUE,
  NET_SALES,
  GROSS_PROFIT,
  GROSS_MARGIN,
  OPERATING_INCOME,
  OPERATING_MARGIN,
  NET_INCOME,
  NET_MARGIN,
  EPS_BASIC,
  EPS_DILUTED,
  EBITDA,
  EBITDA_MARGIN,
  CAPEX,
  CAPEX_AND_LEASED_ASSETS,
  DEPRECIATION_AND_AMORTIZATION,
  OPERATING_CASH_FLOW,
  FREE_CASH_FLOW,
  CASH,
  TOTAL_DEBT,
  NET_INTEREST_INCOME,
  ADS_RATIO,
  COST_OF_REVENUE,
  SEGMENT_REVENUE,
  /** The issuer's own measure, named in the fact's label. */
  KPI;

  /**
   * Whether no accounting standard defines it, so that it is marked as such without being adjusted.
   */
  boolean neverGaap() {
    return this == EBITDA || this == EBITDA_MARGIN || this == FREE_CASH_FLOW;
  }

  /** Lower-case name without basis, e.g. {@code gross_margin}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Lower-case name as facts print it: {@code adjusted_ebitda} for a non-GAAP basis. */
  public String text(Basis basis) {
    return basis == Basis.NON_GAAP ? "adjusted_" + text() : text();
  }

  /**
   * Reads {@link #text()}, with or without {@code adjusted_}.
   *
   * @throws IllegalArgumentException for an unknown metric
   */
  public static Metric parse(String text) {
    String bare = text.startsWith("adjusted_") ? text.substring("adjusted_".length()) : text;
    return Arrays.stream(values())
        .filter(m -> m.text().equals(bare))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown metric: " + text));
  }

  /** Whether the figure is a percentage of another. */
  public boolean ratio() {
    return this == GROSS_MARGIN
        || this == OPERATING_MARGIN
        || this == NET_MARGIN
        || this == EBITDA_MARGIN;
  }

  /**
   * The metrics of which a figure under the reporting framework shows what an adjusted figure of
   * this one adjusts.
   */
  public Set<Metric> reconciled() {
    return switch (this) {
      case EBITDA, EBITDA_MARGIN -> Set.of(this, NET_INCOME, OPERATING_INCOME);
      case NET_MARGIN -> Set.of(this, NET_INCOME);
      case OPERATING_MARGIN -> Set.of(this, OPERATING_INCOME);
      case GROSS_MARGIN -> Set.of(this, GROSS_PROFIT);
      case GROSS_PROFIT -> Set.of(this, GROSS_MARGIN);
      case EPS_BASIC, EPS_DILUTED -> Set.of(EPS_BASIC, EPS_DILUTED);
      case FREE_CASH_FLOW -> Set.of(this, OPERATING_CASH_FLOW);
      default -> Set.of(this);
    };
  }

  /** Whether the figure is an amount for each share or ADS. */
  public boolean perShare() {
    return this == EPS_BASIC || this == EPS_DILUTED;
  }
}

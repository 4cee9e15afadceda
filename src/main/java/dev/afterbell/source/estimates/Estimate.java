package dev.afterbell.source.estimates;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What analysts expect of one figure for one period, at one moment or several.
 *
 * @param metric of what: {@link Metric#EPS_DILUTED} or {@link Metric#REVENUE}
 * @param basis by which rules
 * @param period for when; has an end
 * @param unit of every mean
 * @param snapshots the consensus at each moment, oldest first; at least one, no moment twice
 */
public record Estimate(
    Metric metric, Basis basis, FactPeriod period, Unit unit, List<Snapshot> snapshots) {

  /**
   * @throws IllegalArgumentException if the period has no end, the unit is not one of the metric,
   *     or there is no snapshot, or there are two of one moment
   */
  public Estimate {
    boolean fits = metric.perShare() ? unit.code().contains("/") : unit.money();
    if (!fits) {
      throw new IllegalArgumentException(
          metric.perShare()
              ? "earnings are given for each share, in a unit such as USD/share or USD/ADS"
              : "revenue is given in a currency such as USD, as the full amount");
    }
    if (period.end().isEmpty() || snapshots.isEmpty()) {
      throw new IllegalArgumentException("an estimate has a period and a consensus");
    }
    snapshots = snapshots.stream().sorted(Comparator.comparing(Snapshot::asOf)).toList();
    if (snapshots.stream().map(Snapshot::asOf).distinct().count() != snapshots.size()) {
      throw new IllegalArgumentException("an estimate has one consensus at each moment");
    }
  }

  /**
   * The consensus at one moment.
   *
   * @param asOf the moment
   * @param mean the consensus, full amount
   * @param analysts how many estimates it is the mean of
   * @param high the highest of them, full amount
   * @param low the lowest of them, full amount
   * @param newest date of the newest of them, as far as the provider tells; never after the moment
   */
  public record Snapshot(
      AsOf asOf,
      BigDecimal mean,
      int analysts,
      Optional<BigDecimal> high,
      Optional<BigDecimal> low,
      LocalDate newest) {

    /**
     * @throws IllegalArgumentException if there is no analyst, the mean is not between low and
     *     high, or the newest estimate comes later than the moment
     */
    public Snapshot {
      if (analysts < 1) {
        throw new IllegalArgumentException("a consensus is the mean of 1 estimate or more");
      }
      if (high.isPresent() && high.get().compareTo(mean) < 0
          || low.isPresent() && low.get().compareTo(mean) > 0) {
        throw new IllegalArgumentException("the consensus is not between low and high");
      }
      if (newest.isAfter(asOf.date())) {
        throw new IllegalArgumentException("the newest estimate is of a later day than asOf");
      }
    }
  }
}

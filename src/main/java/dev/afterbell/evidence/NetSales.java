package dev.afterbell.evidence;

import java.util.List;

/**
 * Revenue is the total. Where a document gives total revenues as well, its net sales are a part of
 * them; where it gives net sales alone, they are its revenue.
 */
final class NetSales {

  private NetSales() {}

  /** The readings with net sales named as what they are in this document. */
  static List<Candidate> settled(List<Candidate> candidates) {
    boolean total =
        candidates.stream()
            .anyMatch(
                c ->
                    c.key().metric() == Metric.REVENUE
                        && c.key().role() == Fact.Role.LEVEL
                        && c.key().basis() == Basis.GAAP
                        && c.place() == Fact.Place.TABLE
                        && c.weight() >= 60);
    if (total) {
      return candidates;
    }
    return candidates.stream()
        .map(c -> c.key().metric() == Metric.NET_SALES ? c.named(Metric.REVENUE) : c)
        .toList();
  }
}

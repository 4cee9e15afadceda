package dev.afterbell.evidence;

import java.util.List;
import java.util.Optional;

/**
 * A sentence often says "net income" where the statement says whose. When a row of the parent's
 * share states the same amount and no row of the whole does, they are about the same figure.
 */
final class Owners {

  private Owners() {}

  /** The readings with bare net income named as the parent's where the statement shows it is. */
  static List<Candidate> settled(List<Candidate> candidates) {
    return candidates.stream()
        .map(c -> parents(c, candidates) ? c.attributed(Fact.Attribution.PARENT) : c)
        .toList();
  }

  private static boolean parents(Candidate c, List<Candidate> all) {
    if (c.key().metric() != Metric.NET_INCOME
        || c.place() == Fact.Place.TABLE
        || c.key().attribution().isPresent()) {
      return false;
    }
    return !stated(c, c.key(), all)
        && stated(c, c.key().withAttribution(Optional.of(Fact.Attribution.PARENT)), all);
  }

  /** Whether a row of a table gives the amount of {@code c} under {@code key}. */
  private static boolean stated(Candidate c, Candidate.Key key, List<Candidate> all) {
    return all.stream()
        .anyMatch(o -> o.place() == Fact.Place.TABLE && o.key().equals(key) && o.agrees(c));
  }
}

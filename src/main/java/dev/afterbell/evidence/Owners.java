package dev.afterbell.evidence;

import java.util.List;
import java.util.Optional;

/**
 * A sentence often says "net income" where the statement says whose. When the statement has only
 * the parent's share and the sentence states the same amount, they are about the same figure.
 */
final class Owners {

  private Owners() {}

  /** The readings with bare net income named as the parent's where the statement shows it is. */
  static List<Candidate> settled(List<Candidate> candidates) {
    return candidates.stream()
        .filter(c -> !contradicted(c, candidates))
        .map(c -> parents(c, candidates) ? c.attributed(Optional.of(Fact.Attribution.PARENT)) : c)
        .map(c -> wholes(c, candidates) ? c.attributed(Optional.empty()) : c)
        .toList();
  }

  /**
   * The other way round: "earnings of $5 million, or $0.50 per share" where the statement tells no
   * owners.
   */
  private static boolean wholes(Candidate c, List<Candidate> all) {
    if (c.key().metric() != Metric.NET_INCOME
        || c.place() == Fact.Place.TABLE
        || !c.key().attribution().equals(Optional.of(Fact.Attribution.PARENT))) {
      return false;
    }
    boolean told =
        all.stream().anyMatch(o -> o.place() == Fact.Place.TABLE && o.key().equals(c.key()));
    Candidate.Key whole = c.key().withAttribution(Optional.empty());
    return !told
        && all.stream()
            .anyMatch(o -> o.place() == Fact.Place.TABLE && o.key().equals(whole) && o.agrees(c));
  }

  private static boolean parents(Candidate c, List<Candidate> all) {
    if (c.key().metric() != Metric.NET_INCOME
        || c.place() == Fact.Place.TABLE
        || c.key().attribution().isPresent()) {
      return false;
    }
    boolean bare =
        all.stream().anyMatch(o -> o.place() == Fact.Place.TABLE && o.key().equals(c.key()));
    Candidate.Key parent = c.key().withAttribution(Optional.of(Fact.Attribution.PARENT));
    return !bare
        && all.stream()
            .anyMatch(o -> o.place() == Fact.Place.TABLE && o.key().equals(parent) && o.agrees(c));
  }

  /** A share of the parent in a sentence that is neither of the results that a statement tells. */
  private static boolean contradicted(Candidate c, List<Candidate> all) {
    Candidate.Key whole = c.key().withAttribution(Optional.empty());
    List<Candidate> told =
        all.stream()
            .filter(o -> o.place() == Fact.Place.TABLE)
            .filter(o -> o.key().withAttribution(Optional.empty()).equals(whole))
            .toList();
    return c.key().metric() == Metric.NET_INCOME
        && c.key().role() == Fact.Role.LEVEL
        && c.place() != Fact.Place.TABLE
        && c.key().attribution().equals(Optional.of(Fact.Attribution.PARENT))
        && !told.isEmpty()
        && told.stream().noneMatch(o -> o.agrees(c));
  }
}

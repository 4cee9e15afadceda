package dev.afterbell.evidence;

import dev.afterbell.evidence.Candidate.Key;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the readings of a document to one fact for each figure, and confirms them by arithmetic
 * and by agreement (docs/method.md §6). A fact is confirmed only by other digits than its own, and
 * only where there are digits enough to make chance unlikely.
 */
final class Checks {

  private Checks() {}

  /**
   * What is left after comparison.
   *
   * @param facts one reading for each figure, with its checks
   * @param gaps contradictions and failed arithmetic
   */
  record Outcome(List<Candidate> facts, List<Gap> gaps) {}

  /**
   * Compares readings.
   *
   * @param candidates all readings, in document order
   * @param breakdowns rows of tables that add up to what may be the revenue
   * @param rates exchange rates that translated amounts imply
   * @param stated exchange rates that the document states
   */
  static Outcome of(
      List<Candidate> candidates,
      List<Breakdown> breakdowns,
      List<TableFacts.Rate> rates,
      List<StatedRate> stated) {
    Workbench bench = new Workbench();
    Map<Key, List<Candidate>> byKey = new LinkedHashMap<>();
    for (Candidate candidate : PeriodStarts.settled(candidates)) {
      byKey.computeIfAbsent(candidate.key(), k -> new ArrayList<>()).add(candidate);
    }
    byKey.values().forEach(readings -> new Agreement(readings).settle(bench));
    Breakdown.settle(bench, breakdowns);
    GrowthChecks.run(bench);
    MarginChecks.run(bench);
    TotalChecks.run(bench);
    RateChecks.run(bench, rates, stated);
    adjustedAlone(bench);
    return bench.outcome();
  }

  /** Says which adjusted figures stand without the figure by the rules that they adjust. */
  private static void adjustedAlone(Workbench bench) {
    Set<Metric> told = EnumSet.noneOf(Metric.class);
    for (Candidate adjusted : bench.facts()) {
      Key k = adjusted.key();
      boolean level = k.role() == Fact.Role.LEVEL && k.basis() == Basis.NON_GAAP;
      if (level
          && bench.facts().stream().noneMatch(f -> reconciles(f.key(), k))
          && told.add(k.metric())) {
        bench.report(
            Gap.Reason.NONGAAP_ONLY,
            k.metric().text().replace('_', ' '),
            adjusted,
            Optional.empty());
      }
    }
  }

  private static boolean reconciles(Key reported, Key adjusted) {
    return reported.basis() == Basis.GAAP
        && reported.role() == Fact.Role.LEVEL
        && reported.segment().equals(adjusted.segment())
        && adjusted.metric().reconciled().contains(reported.metric());
  }
}

package dev.afterbell.snapshot;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.Metric;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks up the facts of one document that speak of the whole issuer in the reported period. */
final class FactFinder {

  private final List<Fact> facts;

  FactFinder(Evidence evidence) {
    this.facts =
        evidence.extraction().facts().stream()
            .filter(f -> f.segment().isEmpty())
            .filter(f -> ofReportedPeriod(evidence, f))
            .toList();
  }

  private static boolean ofReportedPeriod(Evidence evidence, Fact fact) {
    return evidence
        .extraction()
        .document()
        .period()
        .map(
            p ->
                p.end().equals(fact.period().end())
                    && (p.kind() == fact.period().kind() || fact.metric() == Metric.KPI))
        .orElse(true);
  }

  /** The amount or percentage itself. */
  Optional<Fact> level(Metric metric, Basis basis) {
    return first(f -> f.metric() == metric && f.basis() == basis && f.role() == Fact.Role.LEVEL);
  }

  /** Growth against the same period of the year before. */
  Optional<Fact> yearOverYear(Metric metric, Basis basis) {
    return first(f -> f.metric() == metric && f.basis() == basis && f.role() == Fact.Role.YOY);
  }

  /** The issuer's own measures, in document order. */
  Stream<Fact> kpis(Fact.Role role) {
    return facts.stream().filter(f -> f.metric() == Metric.KPI && f.role() == role);
  }

  private Optional<Fact> first(Predicate<Fact> wanted) {
    return facts.stream().filter(wanted).findFirst();
  }
}

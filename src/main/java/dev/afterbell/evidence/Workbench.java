package dev.afterbell.evidence;

import dev.afterbell.evidence.Candidate.Key;
import dev.afterbell.filing.ByteSpan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The readings of a document while they are compared: one for each figure, what confirmed it, and
 * what did not go together.
 */
final class Workbench {

  private final Map<Key, Candidate> facts = new LinkedHashMap<>();
  private final Map<Key, Set<Fact.Check>> checks = new LinkedHashMap<>();
  private final List<Gap> gaps = new ArrayList<>();

  /** Keeps {@code fact} for its key, confirmed by {@code confirmed}. */
  void keep(Candidate fact, Set<Fact.Check> confirmed) {
    facts.put(fact.key(), fact);
    confirmed.forEach(c -> confirm(fact, c));
  }

  void drop(Candidate fact) {
    facts.remove(fact.key());
    checks.remove(fact.key());
  }

  void confirm(Candidate fact, Fact.Check check) {
    checks.computeIfAbsent(fact.key(), k -> EnumSet.noneOf(Fact.Check.class)).add(check);
  }

  void report(Gap.Reason reason, String detail, Candidate where, Optional<ByteSpan> against) {
    gaps.add(new Gap(reason, detail, Optional.of(where.passage().span()), against));
  }

  /** What is kept now; a copy, so that a check may drop. */
  List<Candidate> facts() {
    return List.copyOf(facts.values());
  }

  Optional<Candidate> fact(Key key) {
    return Optional.ofNullable(facts.get(key));
  }

  /**
   * Amounts of the whole company for {@code metric}, of the period and in the unit of {@code k}.
   */
  Stream<Candidate> amounts(Metric metric, Basis basis, Key k) {
    return facts.values().stream()
        .filter(f -> f.key().metric() == metric && f.key().basis() == basis)
        .filter(f -> f.key().role() == Fact.Role.LEVEL && f.key().segment().isEmpty())
        .filter(f -> f.key().period().equals(k.period()));
  }

  /** The facts with their checks, and what was found wrong. */
  Checks.Outcome outcome() {
    List<Candidate> done =
        facts.values().stream()
            .map(f -> f.withChecks(List.copyOf(checks.getOrDefault(f.key(), Set.of()))))
            .toList();
    return new Checks.Outcome(done, List.copyOf(gaps));
  }
}

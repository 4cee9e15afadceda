package dev.afterbell.evidence;

import dev.afterbell.evidence.Candidate.Key;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows of a table that add up to another: revenue by segment, product or place, if the sum is the
 * revenue of the company (docs/method.md §6: segments against the total). What does not add up to
 * the revenue known from elsewhere in the document is nothing that is told here.
 *
 * @param totals the sum, for each period of which it is given
 * @param parts the parts and their growth, for the same periods
 * @param groups names of groups of parts
 * @param scaled whether the table says its scale; amounts are as printed where it does not
 */
record Breakdown(
    List<Candidate> totals, List<Candidate> parts, List<String> groups, boolean scaled) {

  private static final Pattern KIND_OF_PART = TableFacts.CUES.get("kind-of-part");

  private static final int[] POWERS = {0, 3, 6};

  Breakdown {
    totals = List.copyOf(totals);
    parts = List.copyOf(parts);
    groups = List.copyOf(groups);
  }

  static Breakdown of(TableFacts.Yield totals, TableFacts.Yield parts, List<String> groups) {
    boolean scaled = totals.unscaled().isEmpty() && parts.unscaled().isEmpty();
    return new Breakdown(
        levels(scaled ? totals.candidates() : totals.unscaled()),
        scaled ? parts.candidates() : parts.unscaled(),
        groups,
        scaled);
  }

  /** Folded names of the parts that tables break revenue down to, or that sentences name. */
  static Set<String> names(List<Breakdown> breakdowns, List<Candidate> stated) {
    Stream<Candidate> all =
        Stream.concat(breakdowns.stream().flatMap(b -> b.parts().stream()), stated.stream());
    return Stream.concat(
            all.flatMap(c -> c.key().segment().stream()),
            breakdowns.stream().flatMap(b -> b.groups().stream()))
        .map(Breakdown::folded)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  private static List<Candidate> levels(List<Candidate> all) {
    return all.stream().filter(c -> c.key().role() == Fact.Role.LEVEL).toList();
  }

  /** Puts on {@code bench} the parts of what is there as revenue, and confirms it. */
  static void settle(Workbench bench, List<Breakdown> breakdowns) {
    Map<Named, List<Candidate>> byName = new LinkedHashMap<>();
    for (Breakdown breakdown : breakdowns) {
      for (Candidate part : breakdown.ofRevenue(bench)) {
        byName.computeIfAbsent(Named.of(part), n -> new ArrayList<>()).add(part);
      }
    }
    byName.values().forEach(readings -> settle(readings, bench));
  }

  /** What two readings of a part have in common, however its name is spelled. */
  private record Named(String name, Fact.Role role, Unit unit, FactPeriod period) {

    static Named of(Candidate c) {
      Key k = c.key();
      return new Named(folded(k.segment().orElse("")), k.role(), k.unit(), k.period());
    }
  }

  /** A name in lower case, without words that only say what kind of part it is. */
  static String folded(String name) {
    return KIND_OF_PART.matcher(MetricNames.fold(name)).replaceAll("").strip();
  }

  private List<Candidate> ofRevenue(Workbench bench) {
    List<Candidate> told = new ArrayList<>();
    for (Candidate total : totals) {
      List<Candidate> revenues =
          bench.facts().stream().filter(f -> sales(f.key())).filter(f -> like(f, total)).toList();
      for (Candidate revenue : revenues) {
        Optional<Integer> power = power(revenue, total);
        if (power.isPresent()) {
          bench.confirm(revenue, Fact.Check.TOTAL_RECOMPUTED);
          parts.stream()
              .filter(p -> p.key().period().equals(total.key().period()))
              .map(p -> p.key().unit().money() ? p.scaledBy(power.get()) : p)
              .forEach(told::add);
          break;
        }
      }
    }
    return told;
  }

  private static boolean sales(Key k) {
    return (k.metric() == Metric.REVENUE || k.metric() == Metric.NET_SALES)
        && k.role() == Fact.Role.LEVEL
        && k.basis() == Basis.GAAP;
  }

  private static boolean like(Candidate revenue, Candidate total) {
    return revenue.key().unit().equals(total.key().unit())
        && revenue.key().period().equals(total.key().period());
  }

  /** The power of ten by which {@code total} is {@code revenue}. */
  private Optional<Integer> power(Candidate revenue, Candidate total) {
    for (int power : POWERS) {
      if ((power == 0 || !scaled) && revenue.agrees(total.scaledBy(power))) {
        return Optional.of(power);
      }
    }
    return Optional.empty();
  }

  /** One reading of a part: none where tables tell it differently, for names have two meanings. */
  private static void settle(List<Candidate> readings, Workbench bench) {
    Candidate first = readings.get(0);
    List<Candidate> others =
        bench.facts().stream()
            .filter(f -> f.key().metric() == Metric.SEGMENT_REVENUE)
            .filter(f -> Named.of(f).equals(Named.of(first)))
            .toList();
    others.forEach(bench::drop);
    if (!readings.stream().allMatch(first::agrees)) {
      return;
    }
    Candidate best =
        readings.stream().filter(r -> r.comparator().isPresent()).findFirst().orElse(first);
    Set<Fact.Check> confirmed = EnumSet.noneOf(Fact.Check.class);
    readings.forEach(r -> confirmed.addAll(r.checks()));
    if (first.key().role() == Fact.Role.LEVEL) {
      confirmed.add(Fact.Check.TOTAL_RECOMPUTED);
    }
    boolean again =
        readings.stream().anyMatch(r -> r.source() != first.source())
            || others.stream().anyMatch(best::agrees);
    if (again) {
      confirmed.add(Fact.Check.STATED_TWICE);
    }
    bench.keep(best, confirmed);
  }
}

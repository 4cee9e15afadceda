package dev.afterbell.score;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.DocumentEvent.ContractEvent;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.Gap;
import dev.afterbell.evidence.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags on what the documents say and leave out (docs/method.md §4). */
final class DocumentFlags {

  private static final Duration RELATED_PARTY_WINDOW = Duration.ofDays(90);

  private DocumentFlags() {}

  static void add(FlagInput in, List<Flag> raised) {
    unaudited(in, raised);
    onlyAdjusted(in, raised);
    growth(in, raised);
    gaps(in, raised);
    guidance(in, raised);
    relatedParty(in, raised);
    ConcentrationFlag.add(in, raised);
  }

  private static void unaudited(FlagInput in, List<Flag> raised) {
    List<Item> items =
        in.serving(LegKind.PRIMARY)
            .filter(i -> i.evidence().extraction().document().unaudited())
            .toList();
    if (!items.isEmpty()) {
      String detail = FlagInput.ids(items.stream()) + " calls its figures unaudited";
      raised.add(FlagCatalogue.SHIPPED.flag(FlagCode.UNAUDITED, detail, List.of()));
    }
  }

  private static void onlyAdjusted(FlagInput in, List<Flag> raised) {
    List<Fact> facts = facts(in).toList();
    Set<String> alone = new TreeSet<>();
    for (Fact fact : facts) {
      Set<Metric> matches = fact.metric().reconciled();
      if (fact.basis() == Basis.NON_GAAP
          && facts.stream()
              .noneMatch(f -> f.basis() == Basis.GAAP && matches.contains(f.metric()))) {
        alone.add(fact.metric().text().replace('_', ' '));
      }
    }
    gaps(in, Gap.Reason.NONGAAP_ONLY).map(Gap::detail).forEach(alone::add);
    if (!alone.isEmpty()) {
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.NONGAAP_ONLY,
              Map.of("metric", String.join(", ", alone)),
              "no figure under the reporting framework stands beside the adjusted one",
              List.of()));
    }
  }

  private static void growth(FlagInput in, List<Flag> raised) {
    Set<String> findings = new TreeSet<>();
    in.serving(LegKind.PRIMARY)
        .forEach(i -> findings.addAll(GrowthCheck.mismatches(i.evidence().extraction().facts())));
    gaps(in, Gap.Reason.GROWTH_CHECK).map(Gap::detail).forEach(findings::add);
    if (!findings.isEmpty()) {
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.GROWTH_CHECK, String.join("; ", findings), List.of()));
    }
  }

  private static void gaps(FlagInput in, List<Flag> raised) {
    List<String> fx = gaps(in, Gap.Reason.FX_CHECK).map(Gap::detail).distinct().toList();
    if (!fx.isEmpty()) {
      raised.add(FlagCatalogue.SHIPPED.flag(FlagCode.FX_CHECK, String.join("; ", fx), List.of()));
    }
    List<String> units = gaps(in, Gap.Reason.UNIT_AMBIGUOUS).map(Gap::detail).toList();
    if (!units.isEmpty()) {
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.UNIT_AMBIGUOUS,
              Map.of("table", ItemScoring.count(units.size(), "table or figure")),
              units.stream().distinct().collect(Collectors.joining("; ")),
              List.of()));
    }
    Set<String> metrics = new TreeSet<>();
    facts(in)
        .filter(f -> f.period().end().isEmpty())
        .forEach(f -> metrics.add(f.metric().text(f.basis()).replace('_', ' ')));
    List<String> periods = gaps(in, Gap.Reason.PERIOD_AMBIGUOUS).map(Gap::detail).toList();
    if (!metrics.isEmpty() || !periods.isEmpty()) {
      String named =
          metrics.isEmpty()
              ? ItemScoring.count(periods.size(), "figure")
              : String.join(", ", metrics);
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.PERIOD_AMBIGUOUS,
              Map.of("metric", named),
              periods.isEmpty()
                  ? "no last day is given"
                  : periods.stream().distinct().collect(Collectors.joining("; ")),
              List.of()));
    }
  }

  private static void guidance(FlagInput in, List<Flag> raised) {
    List<Item> own =
        Stream.concat(in.serving(LegKind.PRIMARY), in.serving(LegKind.FOLLOW_UP))
            .filter(Item::usable)
            .toList();
    if (own.stream().allMatch(i -> i.evidence().extraction().guidance().isEmpty())) {
      String where = own.isEmpty() ? "no document" : FlagInput.ids(own.stream());
      boolean withdrawn =
          own.stream().anyMatch(i -> !i.evidence().extraction().withdrawn().isEmpty());
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.GUIDANCE_ABSENT,
              where + (withdrawn ? " withdraws it" : " gives none"),
              List.of(
                  new LookedFor(
                      "quantitative guidance", where, in.asOf(), LookedFor.Outcome.NOTHING))));
    }
  }

  private static void relatedParty(FlagInput in, List<Flag> raised) {
    Instant from = in.asOf().minus(RELATED_PARTY_WINDOW);
    List<Item> items =
        in.items().stream()
            .filter(i -> i.usable() && !i.published().isBefore(from))
            .filter(i -> i.events(ContractEvent.class).anyMatch(ContractEvent::connectedPerson))
            .toList();
    if (!items.isEmpty()) {
      String detail =
          FlagInput.ids(items.stream()) + " changed terms with a connected person within 90 days";
      raised.add(FlagCatalogue.SHIPPED.flag(FlagCode.RELATED_PARTY, detail, List.of()));
    }
  }

  private static Stream<Fact> facts(FlagInput in) {
    return in.serving(LegKind.PRIMARY).flatMap(i -> i.evidence().extraction().facts().stream());
  }

  private static Stream<Gap> gaps(FlagInput in, Gap.Reason reason) {
    return in.serving(LegKind.PRIMARY)
        .flatMap(i -> i.evidence().extraction().gaps().stream())
        .filter(g -> g.reason() == reason);
  }
}

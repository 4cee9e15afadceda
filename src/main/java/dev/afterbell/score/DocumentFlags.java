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
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.UNAUDITED,
              detail,
              in.found("a statement that figures are unaudited", items.stream())));
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
              in.nothing("figures under the reporting framework", in.serving(LegKind.PRIMARY))));
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
              FlagCode.GROWTH_CHECK,
              String.join("; ", findings),
              in.found(
                  "growth that does not follow from its amounts", in.serving(LegKind.PRIMARY))));
    }
  }

  private static void gaps(FlagInput in, List<Flag> raised) {
    List<String> fx = gaps(in, Gap.Reason.FX_CHECK).map(Gap::detail).distinct().toList();
    if (!fx.isEmpty()) {
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.FX_CHECK,
              String.join("; ", fx),
              in.found("translations at another rate", in.serving(LegKind.PRIMARY))));
    }
    List<String> units = gaps(in, Gap.Reason.UNIT_AMBIGUOUS).map(Gap::detail).toList();
    if (!units.isEmpty()) {
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.UNIT_AMBIGUOUS,
              Map.of("table", ItemScoring.count(units.size(), "table or figure")),
              units.stream().distinct().collect(Collectors.joining("; ")),
              in.nothing("their scale or currency", in.serving(LegKind.PRIMARY))));
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
              in.nothing("the last day of the period", in.serving(LegKind.PRIMARY))));
    }
  }

  private static void guidance(FlagInput in, List<Flag> raised) {
    List<Item> own =
        Stream.concat(in.serving(LegKind.PRIMARY), in.serving(LegKind.FOLLOW_UP))
            .filter(Item::usable)
            .toList();
    if (own.stream().allMatch(i -> i.evidence().extraction().guidance().isEmpty())) {
      String where = FlagInput.ids(own.stream());
      boolean withdrawn =
          own.stream().anyMatch(i -> !i.evidence().extraction().withdrawn().isEmpty());
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.GUIDANCE_ABSENT,
              own.isEmpty()
                  ? "no document that could give it is on file"
                  : where + (withdrawn ? " withdraws it" : " gives none"),
              in.nothing("quantitative guidance", own.stream())));
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
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.RELATED_PARTY,
              detail,
              in.found("changed terms with a connected person", items.stream())));
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

package dev.afterbell.score;

import dev.afterbell.evidence.DocumentSummary.PublishedFrom;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Flags on what is there and whose it is (docs/method.md §4). */
final class LegFlags {

  private LegFlags() {}

  static void add(FlagInput in, List<Flag> raised) {
    PeerFlag.add(in, raised);
    followUpThin(in, raised);
    noPrimary(in, raised);
    entityMismatch(in, raised);
    factConflict(in, raised);
    noFacts(in, raised);
    lookahead(in, raised);
    noRevision(in, raised);
    singleCluster(in, raised);
    timeUncertain(in, raised);
  }

  private static void followUpThin(FlagInput in, List<Flag> raised) {
    boolean thin =
        !in.verified(LegKind.FOLLOW_UP)
            && (!in.verified(LegKind.REACTION) || !in.verified(LegKind.ANALYST));
    if (in.input().atT3() && thin) {
      List<Leg> unverified =
          List.of(LegKind.FOLLOW_UP, LegKind.REACTION, LegKind.ANALYST).stream()
              .map(in::leg)
              .filter(l -> !l.verified())
              .toList();
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.FOLLOWUP_THIN,
              unverified.stream()
                  .map(l -> l.kind().text() + ": " + l.reason())
                  .collect(Collectors.joining("; ")),
              unverified.stream().flatMap(l -> l.lookedFor().stream()).toList()));
    }
  }

  private static void noPrimary(FlagInput in, List<Flag> raised) {
    Leg primary = in.leg(LegKind.PRIMARY);
    if (!primary.verified()) {
      raised.add(
          FlagCatalogue.SHIPPED.flag(FlagCode.NO_PRIMARY, primary.reason(), primary.lookedFor()));
    }
  }

  private static void entityMismatch(FlagInput in, List<Flag> raised) {
    List<Item> strangers =
        in.items().stream().filter(i -> i.primary() && !i.evidence().entityMatched()).toList();
    if (!strangers.isEmpty()) {
      String detail =
          FlagInput.ids(strangers.stream()) + " names neither the issuer's CIK, name nor ticker";
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.ENTITY_MISMATCH,
              detail,
              in.nothing("the issuer's CIK, name or ticker", strangers.stream())));
    }
  }

  private static void factConflict(FlagInput in, List<Flag> raised) {
    Set<Figure> conflicts = in.agreement().primaryConflicts();
    if (!conflicts.isEmpty()) {
      Set<String> metrics = new TreeSet<>();
      Set<String> values = new TreeSet<>();
      for (Figure figure : conflicts) {
        metrics.add(Figure.metricOf(figure.subject()));
        values.add(figure.subject() + " = " + figure.value().toPlainString());
      }
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.FACT_CONFLICT,
              Map.of("metric", String.join(", ", metrics)),
              String.join("; ", values),
              in.found(
                  "figures that contradict one another",
                  in.items().stream()
                      .filter(i -> i.figures().stream().anyMatch(conflicts::contains)))));
    }
  }

  private static void noFacts(FlagInput in, List<Flag> raised) {
    if (in.serving(LegKind.PRIMARY).allMatch(i -> i.figures().isEmpty())) {
      String ids = FlagInput.ids(in.serving(LegKind.PRIMARY));
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.NO_FACTS,
              ids.isEmpty() ? "no results document is on file" : ids + " holds none",
              in.nothing("figures with unit and period", in.serving(LegKind.PRIMARY))));
    }
  }

  private static void lookahead(FlagInput in, List<Flag> raised) {
    List<Item> ahead = in.items().stream().filter(i -> i.lookahead().isPresent()).toList();
    if (!ahead.isEmpty()) {
      String detail =
          ahead.stream()
              .map(i -> i.id() + " holds " + i.lookahead().orElse(""))
              .collect(Collectors.joining("; "));
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.LOOKAHEAD,
              detail,
              in.found("readings dated after the snapshot time", ahead.stream())));
    }
  }

  private static void noRevision(FlagInput in, List<Flag> raised) {
    Leg analyst = in.leg(LegKind.ANALYST);
    if (!analyst.verified()) {
      raised.add(
          FlagCatalogue.SHIPPED.flag(FlagCode.NO_REVISION, analyst.reason(), analyst.lookedFor()));
    }
  }

  private static void singleCluster(FlagInput in, List<Flag> raised) {
    Set<String> clusters =
        in.qualities().stream()
            .filter(q -> q.quality().compareTo(BigDecimal.ZERO) > 0)
            .map(ItemQuality::cluster)
            .collect(Collectors.toCollection(TreeSet::new));
    if (clusters.size() == 1) {
      String detail = "every item that counts comes from one origin: " + clusters;
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.SINGLE_CLUSTER,
              detail,
              in.nothing("an item of a second origin", in.items().stream())));
    }
  }

  /**
   * EDGAR's acceptance and the moment that a wire states are times; a dateline is a day, and so is
   * whatever weaker source may come after it.
   */
  private static void timeUncertain(FlagInput in, List<Flag> raised) {
    PublishedFrom from = in.input().event().releaseKnownFrom();
    if (from == PublishedFrom.DATELINE) {
      String detail = "the release time is known from " + from.text() + " only";
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.TIME_UNCERTAIN,
              detail,
              in.sought(
                  "the time of day of the release",
                  "header and metadata of " + in.input().event().primary(),
                  LookedFor.Outcome.NOTHING)));
    }
  }
}

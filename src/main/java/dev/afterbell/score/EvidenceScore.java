package dev.afterbell.score;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How good the evidence of one event is at one moment.
 *
 * @param evidence the items that count, by id: published by then, one for each id, none replaced
 * @param items their quality, in the same order
 * @param legs the five legs in the order of {@link LegKind}
 * @param quality evidence quality
 * @param flags most severe first, then in catalogue order
 */
public record EvidenceScore(
    List<Evidence> evidence,
    List<ItemQuality> items,
    List<Leg> legs,
    EvidenceQuality quality,
    List<Flag> flags) {

  public EvidenceScore {
    evidence = List.copyOf(evidence);
    items = List.copyOf(items);
    legs = List.copyOf(legs);
    flags = List.copyOf(flags);
  }

  /** Scores the evidence. The order of it and duplicates in it do not matter. */
  public static EvidenceScore of(ScoreInput input) {
    List<Item> items = Items.of(input);
    Agreement agreement = new Agreement(items, Clusters.of(items, input.texts()));
    ItemScoring scoring = new ItemScoring(input, items, agreement);
    List<ItemQuality> qualities = items.stream().map(scoring::quality).toList();
    List<Leg> legs = new LegScoring(input, items, qualities).legs();
    FlagInput flags = new FlagInput(input, items, qualities, legs, agreement);
    return new EvidenceScore(
        items.stream().map(Item::evidence).toList(),
        qualities,
        legs,
        QualityScoring.quality(input, items, legs, agreement),
        FlagRules.flags(flags));
  }

  /** The items that serve a leg and may count, best first. */
  public List<Evidence> serving(LegKind kind) {
    return items.stream()
        .filter(i -> i.leg().isPresent() && i.leg().get() == kind)
        .filter(i -> i.quality().signum() > 0)
        .sorted(
            Comparator.comparing(ItemQuality::quality).reversed().thenComparing(ItemQuality::id))
        .map(i -> evidence(i.id()))
        .toList();
  }

  /** The quality of an item. */
  public Optional<ItemQuality> item(EvidenceId id) {
    return items.stream().filter(i -> i.id().equals(id)).findFirst();
  }

  /** Whether an item is fully checked and carries at least half. */
  public boolean verified(Evidence item) {
    return item(item.id()).map(ItemQuality::verified).orElse(false);
  }

  /** Whether an item counts for anything. */
  public boolean counts(Evidence item) {
    return item(item.id()).map(i -> i.quality().compareTo(BigDecimal.ZERO) > 0).orElse(false);
  }

  private Evidence evidence(EvidenceId id) {
    return evidence.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
  }
}

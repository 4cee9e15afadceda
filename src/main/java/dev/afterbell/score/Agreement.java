package dev.afterbell.score;

import dev.afterbell.evidence.EvidenceId;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who confirms and who contradicts whom. Only items that count take part: of this issuer, from a
 * source that can be judged.
 */
final class Agreement {

  private final List<Item> voices;
  private final Map<EvidenceId, String> clusters;

  Agreement(List<Item> items, Map<EvidenceId, String> clusters) {
    this.clusters = clusters;
    this.voices =
        items.stream().filter(i -> i.usable() && i.sourceClass().tier().signum() > 0).toList();
  }

  /** Clusters other than the item's own that state at least one of its figures. */
  Set<String> confirmedBy(Item item) {
    Set<String> found = new TreeSet<>();
    String own = cluster(item);
    for (Item other : voices) {
      if (!cluster(other).equals(own) && agree(item, other)) {
        found.add(cluster(other));
      }
    }
    return found;
  }

  String cluster(Item item) {
    return clusters.getOrDefault(item.id(), "");
  }

  /** Whether they state the same figure. */
  static boolean agree(Item a, Item b) {
    return a.figures().stream().anyMatch(x -> b.figures().stream().anyMatch(x::agreesWith));
  }

  /** Items that state another value for one of the item's figures, beyond rounding. */
  Stream<Item> contradicting(Item item) {
    return voices.stream().filter(o -> o != item && !conflicts(item, o).isEmpty());
  }

  /** Subjects on which two primary items disagree. */
  Set<Figure> primaryConflicts() {
    return conflictsBetween(true);
  }

  /** Subjects on which a secondary item disagrees with a primary one. */
  Set<Figure> secondaryConflicts() {
    return conflictsBetween(false);
  }

  private Set<Figure> conflictsBetween(boolean otherPrimary) {
    Set<Figure> found = new LinkedHashSet<>();
    for (Item a : voices) {
      for (Item b : voices) {
        if (a != b && a.primary() && b.primary() == otherPrimary) {
          found.addAll(conflicts(a, b));
        }
      }
    }
    return found;
  }

  /** Figures of {@code a} that {@code b} states otherwise and never the same. */
  private static List<Figure> conflicts(Item a, Item b) {
    return a.figures().stream()
        .filter(x -> b.figures().stream().anyMatch(x::contradicts))
        .filter(x -> sharing(x, a).noneMatch(y -> b.figures().stream().anyMatch(y::agreesWith)))
        .toList();
  }

  private static Stream<Figure> sharing(Figure figure, Item item) {
    return item.figures().stream().filter(f -> f.subject().equals(figure.subject()));
  }

  /** C: 0, 0.6, 0.8, 1 for no, one, two, three or more confirming clusters. */
  static BigDecimal corroboration(int confirming) {
    return switch (confirming) {
      case 0 -> BigDecimal.ZERO;
      case 1 -> new BigDecimal("0.6");
      case 2 -> new BigDecimal("0.8");
      default -> BigDecimal.ONE;
    };
  }
}

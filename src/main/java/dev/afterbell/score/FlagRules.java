package dev.afterbell.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All predicates, in the order of the catalogue. */
final class FlagRules {

  private FlagRules() {}

  /** The flags raised, most severe first, then in catalogue order. */
  static List<Flag> flags(FlagInput in) {
    List<Flag> raised = new ArrayList<>();
    LegFlags.add(in, raised);
    MarketFlags.add(in, raised);
    DocumentFlags.add(in, raised);
    raised.sort(Comparator.comparing(Flag::severity).thenComparing(Flag::code));
    return raised;
  }
}

package dev.afterbell.score;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Provenance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The five legs (docs/method.md §1). */
final class LegScoring {

  /** Where documents are sought that nobody was asked for. */
  static final String ON_FILE = "documents on file";

  private static final Comparator<ItemQuality> BEST_FIRST =
      Comparator.comparing(ItemQuality::quality).reversed().thenComparing(ItemQuality::id);

  private final ScoreInput input;
  private final List<Item> items;
  private final Map<EvidenceId, ItemQuality> qualities;

  LegScoring(ScoreInput input, List<Item> items, List<ItemQuality> qualities) {
    this.input = input;
    this.items = items;
    this.qualities =
        qualities.stream().collect(Collectors.toMap(ItemQuality::id, Function.identity()));
  }

  List<Leg> legs() {
    List<Leg> legs = new ArrayList<>();
    for (LegKind kind : LegKind.values()) {
      legs.add(leg(kind));
    }
    return legs;
  }

  private Leg leg(LegKind kind) {
    List<Item> serving = items.stream().filter(i -> i.serves(kind)).toList();
    List<ItemQuality> ranked =
        serving.stream()
            .flatMap(i -> Optional.ofNullable(qualities.get(i.id())).stream())
            .sorted(BEST_FIRST)
            .toList();
    Optional<EvidenceId> verifying =
        ranked.stream()
            .filter(ItemQuality::verified)
            .map(ItemQuality::id)
            .filter(id -> serving.stream().anyMatch(i -> i.id().equals(id) && i.canVerify()))
            .findFirst();
    return new Leg(
        kind,
        ranked.isEmpty() ? BigDecimal.ZERO.setScale(4) : ranked.get(0).quality(),
        verifying.isPresent(),
        ranked.stream().findFirst().map(ItemQuality::id),
        reason(serving, ranked, verifying),
        lookedFor(kind, serving, verifying.isPresent()));
  }

  private static String reason(
      List<Item> serving, List<ItemQuality> ranked, Optional<EvidenceId> verifying) {
    if (verifying.isPresent()) {
      return "verified by " + verifying.get();
    }
    if (ranked.isEmpty()) {
      return "nothing on file";
    }
    ItemQuality best = ranked.get(0);
    if (serving.stream().noneMatch(Item::canVerify)) {
      return "only " + best.id() + ", which reports at second hand and can verify nothing";
    }
    return best.verification().value().compareTo(BigDecimal.ONE) < 0
        ? "only " + best.id() + ": " + best.verification().reason()
        : "only " + best.id() + ", whose quality is below " + Leg.VERIFIED_QUALITY_MIN;
  }

  private List<LookedFor> lookedFor(LegKind kind, List<Item> serving, boolean verified) {
    List<LookedFor> found = new ArrayList<>();
    found.add(new LookedFor(kind.text(), ON_FILE, input.asOf(), onFile(serving, verified)));
    List<LookedFor> outside = input.searches().getOrDefault(kind, List.of());
    if (!outside.isEmpty()) {
      found.addAll(outside);
    } else if (serving.stream().noneMatch(LegScoring::fetched)) {
      found.add(notConfigured(kind, input.asOf()));
    }
    return found;
  }

  private static LookedFor.Outcome onFile(List<Item> serving, boolean verified) {
    if (verified) {
      return LookedFor.Outcome.FOUND;
    }
    return serving.isEmpty() ? LookedFor.Outcome.NOTHING : LookedFor.Outcome.UNUSABLE;
  }

  private static boolean fetched(Item item) {
    return item.evidence().provenance().custody() == Provenance.Custody.FETCHED;
  }

  private LookedFor notConfigured(LegKind kind, Instant asOf) {
    String symbol = input.issuer().ticker().symbol();
    return switch (kind) {
      case PRIMARY -> missing("results filings of " + symbol, "EDGAR", asOf);
      case REACTION -> missing("daily prices of " + symbol, "price feed", asOf);
      case ANALYST -> missing("consensus before and after the release", "estimate feed", asOf);
      case FOLLOW_UP -> missing("later filings and call transcripts", "EDGAR", asOf);
      case PEERS -> missing("daily prices of the peers", "price feed", asOf);
    };
  }

  private static LookedFor missing(String what, String where, Instant asOf) {
    return new LookedFor(what, where, asOf, LookedFor.Outcome.NOT_CONFIGURED);
  }
}

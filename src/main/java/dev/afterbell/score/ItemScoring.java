package dev.afterbell.score;

import dev.afterbell.evidence.Gap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Item quality {@code V × (0.35 T + 0.20 S + 0.15 D + 0.15 F + 0.15 C)} (docs/method.md §1). */
final class ItemScoring {

  private static final BigDecimal WEIGHT_TIER = new BigDecimal("0.35");
  private static final BigDecimal WEIGHT_SPECIFICITY = new BigDecimal("0.20");
  private static final BigDecimal WEIGHT_OTHER = new BigDecimal("0.15");
  private static final BigDecimal NOVELTY_STEP = new BigDecimal("0.75");
  private static final Duration NOVELTY_ENDS = Duration.ofHours(24);
  private static final int FULL_FIGURES = 6;

  private final ScoreInput input;
  private final List<Item> items;
  private final Agreement agreement;

  ItemScoring(ScoreInput input, List<Item> items, Agreement agreement) {
    this.input = input;
    this.items = items;
    this.agreement = agreement;
  }

  ItemQuality quality(Item item) {
    Component verification = verification(item);
    Component specificity = specificity(item.figures());
    Component directness = Directness.of(item, input);
    BigDecimal freshness = freshness(item);
    Set<String> confirming = agreement.confirmedBy(item);
    BigDecimal corroboration = Agreement.corroboration(confirming.size());
    BigDecimal sum =
        WEIGHT_TIER
            .multiply(item.sourceClass().tier())
            .add(WEIGHT_SPECIFICITY.multiply(specificity.value()))
            .add(WEIGHT_OTHER.multiply(directness.value().add(freshness).add(corroboration)));
    return new ItemQuality(
        item.id(),
        item.sourceClass(),
        item.leg(),
        verification,
        new Component(round(specificity.value()), specificity.reason()),
        directness,
        new Component(freshness.setScale(6, RoundingMode.HALF_EVEN), freshnessReason(item)),
        new Component(corroboration, corroborationReason(confirming)),
        round(verification.value().multiply(sum)),
        credibility(item, verification, confirming),
        agreement.cluster(item),
        novelty(item));
  }

  private static Component verification(Item item) {
    if (!item.evidence().entityMatched()) {
      return new Component(BigDecimal.ZERO, "not matched to the issuer");
    }
    if (item.lookahead().isPresent()) {
      return new Component(
          BigDecimal.ZERO, "holds " + item.lookahead().get() + ", after the snapshot time");
    }
    return switch (item.evidence().provenance().custody()) {
      case SELF_IDENTIFYING ->
          new Component(BigDecimal.ONE, "original that names its filer, matched to the issuer");
      case FETCHED ->
          new Component(BigDecimal.ONE, "fetched from a configured source, matched to the issuer");
      case ADDRESSED ->
          new Component(new BigDecimal("0.6"), "its address is named, its figures not rechecked");
      case PASTED -> new Component(new BigDecimal("0.3"), "handed in without an address");
    };
  }

  /** S: complete figures over six, less if they mostly stand alone; 0.1 below one. */
  private static Component specificity(List<Figure> figures) {
    int n = figures.size();
    if (n == 0) {
      return new Component(new BigDecimal("0.1"), "no complete figure");
    }
    BigDecimal share =
        BigDecimal.valueOf(Math.min(n, FULL_FIGURES))
            .divide(BigDecimal.valueOf(FULL_FIGURES), MathContext.DECIMAL64);
    long compared = figures.stream().filter(Figure::compared).count();
    boolean alone = compared * 2 < n;
    BigDecimal value = alone ? share.multiply(new BigDecimal("0.6")) : share;
    return new Component(
        value, count(n, "complete figure") + ", " + compared + " with a comparator");
  }

  /** F: {@code 2^(−age/h)}. */
  private static BigDecimal freshness(Item item) {
    double halved = (double) item.age() / item.sourceClass().halfLifeSessions();
    return BigDecimal.valueOf(StrictMath.pow(2, -halved)).setScale(12, RoundingMode.HALF_EVEN);
  }

  private static String freshnessReason(Item item) {
    return count(item.age(), "session")
        + " old, half-life "
        + item.sourceClass().halfLifeSessions();
  }

  private static String corroborationReason(Set<String> confirming) {
    return confirming.isEmpty()
        ? "no independent origin states one of its figures"
        : "a figure is also stated by " + String.join(", ", confirming);
  }

  private int credibility(Item item, Component verification, Set<String> confirming) {
    if (verification.value().compareTo(new BigDecimal("0.3")) <= 0) {
      return 6;
    }
    List<BigDecimal> against =
        agreement.contradicting(item).map(o -> o.sourceClass().tier()).toList();
    BigDecimal tier = item.sourceClass().tier();
    if (against.stream().anyMatch(t -> t.compareTo(tier) > 0)) {
      return 5;
    }
    if (against.stream().anyMatch(t -> t.compareTo(tier) == 0)) {
      return 4;
    }
    if (!confirming.isEmpty()) {
      return 1;
    }
    return item.primary() && consistent(item) ? 2 : 3;
  }

  private static boolean consistent(Item item) {
    return item.evidence().extraction().gaps().stream()
        .noneMatch(g -> g.reason() == Gap.Reason.CONTRADICTION);
  }

  /** 0.75 for each earlier copy; 0 for a copy more than a day after the first. */
  private BigDecimal novelty(Item item) {
    List<Item> earlier =
        items.stream()
            .filter(o -> before(o, item))
            .filter(o -> agreement.cluster(o).equals(agreement.cluster(item)))
            .filter(o -> Agreement.agree(o, item) || Clusters.copies(o, item, input.texts()))
            .toList();
    if (earlier.isEmpty()) {
      return BigDecimal.ONE;
    }
    Instant first =
        earlier.stream().map(Item::published).min(Comparator.naturalOrder()).orElseThrow();
    return item.published().isAfter(first.plus(NOVELTY_ENDS))
        ? BigDecimal.ZERO
        : round(NOVELTY_STEP.pow(earlier.size()));
  }

  private static boolean before(Item a, Item b) {
    int byTime = a.published().compareTo(b.published());
    return byTime < 0 || byTime == 0 && a.id().compareTo(b.id()) < 0;
  }

  static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  private static BigDecimal round(BigDecimal value) {
    return value.setScale(4, RoundingMode.HALF_EVEN);
  }
}

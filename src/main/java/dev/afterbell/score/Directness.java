package dev.afterbell.score;

import dev.afterbell.evidence.Issuer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** D: how much an item is about the issuer and this event (docs/method.md §1). */
final class Directness {

  private static final BigDecimal FULL = BigDecimal.ONE;
  private static final BigDecimal LEAD = new BigDecimal("0.75");
  private static final BigDecimal BODY = new BigDecimal("0.4");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** A lead is the first paragraph or two. */
  private static final int LEAD_CHARS = 600;

  private Directness() {}

  static Component of(Item item, ScoreInput input) {
    Component subject = subject(item, input);
    return item.onEvent()
        ? subject
        : new Component(
            subject.value().multiply(HALF).setScale(4, RoundingMode.HALF_EVEN),
            subject.reason() + ", but about another period or topic");
  }

  private static Component subject(Item item, ScoreInput input) {
    switch (item.sourceClass()) {
      case REGULATOR_FILING, ISSUER_RELEASE -> {
        return new Component(FULL, "the issuer speaks of itself");
      }
      case PRICE_FEED, ESTIMATE_FEED -> {
        return new Component(FULL, "the issuer's own share or estimates");
      }
      case PEER_FEED -> {
        return new Component(LEAD, "the companies it is compared with");
      }
      default -> {
        return article(item, input);
      }
    }
  }

  private static Component article(Item item, ScoreInput input) {
    List<Pattern> names = names(input.issuer());
    if (item.evidence().extraction().document().title().filter(t -> names(names, t)).isPresent()) {
      return new Component(FULL, "the title names the issuer");
    }
    String text = input.texts().getOrDefault(item.id(), "");
    if (names(names, text.substring(0, Math.min(LEAD_CHARS, text.length())))) {
      return new Component(LEAD, "the lead names the issuer");
    }
    return item.evidence().entityMatched()
        ? new Component(BODY, "the body names the issuer")
        : new Component(BigDecimal.ZERO, "the issuer is not named");
  }

  private static List<Pattern> names(Issuer issuer) {
    return Stream.of(issuer.name(), issuer.displayName(), issuer.ticker().symbol())
        .map(n -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(n) + "(?![\\p{L}\\p{N}])"))
        .toList();
  }

  private static boolean names(List<Pattern> names, String text) {
    return names.stream().anyMatch(n -> n.matcher(text).find());
  }
}

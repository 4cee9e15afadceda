package dev.afterbell.score;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.DocumentEvent.RevenueShare;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Issuer.RelatedParty;
import dev.afterbell.evidence.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether one customer or related party brings much of the revenue (docs/method.md §4,
 * CONCENTRATION): by what the issuer's documents say of it, or by the revenue that they state for a
 * related party beside the whole.
 */
final class ConcentrationFlag {

  private static final BigDecimal SHARE_MIN_PERCENT = BigDecimal.valueOf(20);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private record Share(String party, BigDecimal percent, Item item) {

    String text() {
      return party + " brings " + percent.toPlainString() + "% (" + item.id() + ")";
    }
  }

  private ConcentrationFlag() {}

  static void add(FlagInput in, List<Flag> raised) {
    LocalDate since = since(in);
    List<Item> own = in.items().stream().filter(i -> i.primary() && i.usable()).toList();
    List<Share> large =
        own.stream()
            .flatMap(i -> Stream.concat(stated(in, i, since), computed(in, i, since)))
            .toList();
    if (!large.isEmpty()) {
      String detail = large.stream().map(Share::text).distinct().collect(Collectors.joining("; "));
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.CONCENTRATION,
              detail,
              in.found(
                  "shares of revenue that one party brings",
                  own.stream().filter(i -> large.stream().anyMatch(s -> s.item().equals(i))))));
    }
  }

  /** What is of an earlier time than this says nothing of today. */
  private static LocalDate since(FlagInput in) {
    return today(in).minusYears(1);
  }

  private static LocalDate today(FlagInput in) {
    return in.asOf().atZone(zone(in)).toLocalDate();
  }

  private static ZoneId zone(FlagInput in) {
    return in.input().calendar().venue().zone();
  }

  private static Stream<Share> stated(FlagInput in, Item item, LocalDate since) {
    return item.events(RevenueShare.class)
        .filter(s -> s.percent().compareTo(SHARE_MIN_PERCENT) >= 0)
        .filter(s -> recent(in, item, s.period(), since))
        .map(s -> new Share(s.party(), s.percent(), item));
  }

  private static boolean recent(
      FlagInput in, Item item, Optional<FactPeriod> period, LocalDate since) {
    LocalDate published = item.published().atZone(zone(in)).toLocalDate();
    return !period.flatMap(FactPeriod::end).orElse(published).isBefore(since);
  }

  /** The revenue from a related party over that of the whole company in the same period. */
  private static Stream<Share> computed(FlagInput in, Item item, LocalDate since) {
    List<Fact> facts = item.evidence().extraction().facts();
    List<Share> found = new ArrayList<>();
    for (Fact part : facts) {
      if (ofRelatedParty(in, part)
          && recent(in, item, Optional.of(part.period()), since)
          && item.events(RevenueShare.class)
              .noneMatch(s -> s.party().equals(part.segment().orElse("")))) {
        facts.stream()
            .filter(whole -> isWholeOf(whole, part))
            .findFirst()
            .filter(whole -> isLarge(part, whole))
            .map(whole -> share(item, part, whole))
            .ifPresent(found::add);
      }
    }
    return found.stream();
  }

  private static boolean ofRelatedParty(FlagInput in, Fact part) {
    return part.role() == Fact.Role.LEVEL
        && part.unit().money()
        && (part.metric() == Metric.SEGMENT_REVENUE || part.metric() == Metric.REVENUE)
        && part.segment().filter(s -> namesRelatedParty(in, s)).isPresent();
  }

  private static boolean namesRelatedParty(FlagInput in, String segment) {
    String words = words(segment);
    return words.contains(" related part")
        || in.input().issuer().relatedParties().stream()
            .flatMap(ConcentrationFlag::names)
            .anyMatch(name -> words.contains(words(name)));
  }

  private static Stream<String> names(RelatedParty party) {
    return Stream.concat(Stream.of(party.name()), party.aliases().stream());
  }

  private static String words(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }

  private static boolean isWholeOf(Fact whole, Fact part) {
    return (whole.metric() == Metric.REVENUE || whole.metric() == Metric.NET_SALES)
        && whole.basis() == Basis.GAAP
        && whole.role() == Fact.Role.LEVEL
        && whole.segment().isEmpty()
        && whole.value().signum() > 0
        && whole.unit().equals(part.unit())
        && whole.period().equals(part.period());
  }

  /** By the amounts as they are: a share that is only rounded to the bound is below it. */
  private static boolean isLarge(Fact part, Fact whole) {
    BigDecimal bound = whole.value().multiply(SHARE_MIN_PERCENT);
    return part.value().multiply(HUNDRED).compareTo(bound) >= 0
        && part.value().compareTo(whole.value()) <= 0;
  }

  private static Share share(Item item, Fact part, Fact whole) {
    BigDecimal percent =
        part.value().multiply(HUNDRED).divide(whole.value(), 1, RoundingMode.HALF_EVEN);
    return new Share(part.segment().orElseThrow(), percent, item);
  }
}

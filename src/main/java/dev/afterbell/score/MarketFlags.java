package dev.afterbell.score;

import dev.afterbell.evidence.DocumentEvent.ContractEvent;
import dev.afterbell.evidence.DocumentEvent.CorporateEvent;
import dev.afterbell.evidence.DocumentEvent.MarketSession;
import dev.afterbell.evidence.DocumentEvent.ReactionClaim;
import dev.afterbell.evidence.DocumentSummary.Kind;
import dev.afterbell.evidence.MarketReading.Consensus;
import dev.afterbell.evidence.MarketReading.ConsensusRevision;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.market.EventClock;
import dev.afterbell.market.SessionCalendar.Unscheduled;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags on prices and estimates (docs/method.md §4). */
final class MarketFlags {

  private static final int SESSIONS = 4;
  private static final int ESTIMATION_SESSIONS_MIN = 60;
  private static final int ANALYSTS_MIN = 3;

  private MarketFlags() {}

  static void add(FlagInput in, List<Flag> raised) {
    estimates(in, raised);
    claims(in, raised);
    prices(in, raised);
    benchmark(in, raised);
    confounded(in, raised);
    calendarOverride(in, raised);
  }

  private static void estimates(FlagInput in, List<Flag> raised) {
    LocalDate release = in.input().event().eventDate();
    List<Item> items = in.items().stream().filter(Item::usable).toList();
    List<Item> revised = items.stream().filter(i -> i.serves(LegKind.ANALYST)).toList();
    boolean stale =
        revised.stream()
            .flatMap(i -> i.events(ConsensusRevision.class))
            .allMatch(r -> r.newest().isBefore(release));
    raise(
        in,
        raised,
        FlagCode.STALE_ESTIMATE,
        stale ? revised : List.of(),
        new Finding(
            " holds no estimate made on or after " + release,
            "estimates made on or after " + release,
            LookedFor.Outcome.NOTHING));
    List<Item> thin =
        items.stream()
            .filter(
                i ->
                    i.events(ConsensusRevision.class).anyMatch(r -> r.analysts() < ANALYSTS_MIN)
                        || i.events(Consensus.class).anyMatch(c -> c.analysts() < ANALYSTS_MIN))
            .toList();
    raise(
        in,
        raised,
        FlagCode.THIN_COVERAGE,
        thin,
        new Finding(
            " rests on fewer than three estimates",
            "a consensus of at least three analysts",
            LookedFor.Outcome.UNUSABLE));
  }

  private static void claims(FlagInput in, List<Flag> raised) {
    List<Item> claiming =
        in.serving(LegKind.REACTION).filter(i -> i.usable() && i.has(ReactionClaim.class)).toList();
    Leg reaction = in.leg(LegKind.REACTION);
    if (!claiming.isEmpty() && !reaction.verified()) {
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.REACTION_SECONDARY,
              FlagInput.ids(claiming.stream()) + " reports a move that no price on file confirms",
              reaction.lookedFor()));
    }
    List<Item> outside =
        claiming.stream()
            .filter(i -> i.events(ReactionClaim.class).anyMatch(MarketFlags::outsideHours))
            .toList();
    raise(
        in,
        raised,
        FlagCode.REACTION_PREMARKET,
        outside,
        Finding.found(" reports a move before or after hours", "moves outside regular hours"));
  }

  private static boolean outsideHours(ReactionClaim claim) {
    return claim.session() == MarketSession.PRE_MARKET
        || claim.session() == MarketSession.AFTER_HOURS;
  }

  private static void prices(FlagInput in, List<Flag> raised) {
    boolean atT3 = in.input().atT3();
    raise(
        in,
        raised,
        FlagCode.PRICE_INCOMPLETE,
        unless(in, p -> p.missing().isEmpty() && (!atT3 || p.sessions().size() >= SESSIONS)),
        new Finding(
            " lacks a session of the four from the release on",
            "closes of T0 to T+3",
            LookedFor.Outcome.UNUSABLE));
    raise(
        in,
        raised,
        FlagCode.SHORT_HISTORY,
        unless(in, p -> p.estimationSessions() >= ESTIMATION_SESSIONS_MIN),
        new Finding(
            " has fewer than 60 sessions to fit a market model on",
            "60 sessions before the release",
            LookedFor.Outcome.UNUSABLE));
    raise(
        in,
        raised,
        FlagCode.HALT,
        priced(in).filter(i -> readings(in, i).anyMatch(p -> !p.halted().isEmpty())).toList(),
        Finding.found(" has a session without regular trade", "sessions without regular trade"));
  }

  /** The price calculations, if none of them is {@code good}. */
  private static List<Item> unless(FlagInput in, Predicate<PriceReaction> good) {
    return priced(in).flatMap(i -> readings(in, i)).anyMatch(good)
        ? List.of()
        : priced(in).toList();
  }

  private static Stream<Item> priced(FlagInput in) {
    return in.serving(LegKind.REACTION)
        .filter(i -> i.usable() && readings(in, i).findAny().isPresent());
  }

  /** What an item has of the listing whose sessions count; others are shown and flag nothing. */
  private static Stream<PriceReaction> readings(FlagInput in, Item item) {
    String symbol = in.input().issuer().ticker().symbol();
    return item.events(PriceReaction.class).filter(p -> p.symbol().equals(symbol));
  }

  private static void benchmark(FlagInput in, List<Flag> raised) {
    if (in.input().issuer().benchmark().isEmpty()) {
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.BENCH_DEFAULT,
              "the issuer profile names no benchmark",
              in.sought("a benchmark", "issuer profile", LookedFor.Outcome.NOTHING)));
    }
  }

  private static void confounded(FlagInput in, List<Flag> raised) {
    EventClock clock = in.input().event().clock();
    LocalDate from = before(clock);
    List<Item> others =
        in.items().stream()
            .filter(i -> i.primary() && i.usable() && !i.serves(LegKind.PRIMARY))
            .filter(MarketFlags::material)
            .filter(i -> !i.published().atZone(clock.venue().zone()).toLocalDate().isBefore(from))
            .filter(i -> !i.published().isAfter(clock.t3().close()))
            .toList();
    raise(
        in,
        raised,
        FlagCode.CONFOUNDED,
        others,
        Finding.found(
            " tells of another event in the window",
            "contracts and corporate events from " + from + " to " + clock.t3().date()));
  }

  /** Date of T−1; of the release where the calendar begins with T0. */
  private static LocalDate before(EventClock clock) {
    return clock.calendar().reachesBack(clock.t0())
        ? clock.plus(-1).date()
        : clock.release().atZone(clock.venue().zone()).toLocalDate();
  }

  private static boolean material(Item item) {
    return item.evidence().extraction().document().kind() == Kind.CONTRACT
        || item.has(ContractEvent.class)
        || item.has(CorporateEvent.class);
  }

  private static void calendarOverride(FlagInput in, List<Flag> raised) {
    EventClock clock = in.input().event().clock();
    if (!clock.unscheduled().isEmpty()) {
      String days =
          clock.unscheduled().stream()
              .map(MarketFlags::announcement)
              .collect(Collectors.joining("; "));
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.CAL_OVERRIDE,
              clock.venue() + " " + days,
              in.sought(
                  "days announced after that year's calendar",
                  "calendar " + clock.calendar().version(),
                  LookedFor.Outcome.FOUND)));
    }
  }

  private static String announcement(Unscheduled day) {
    return day.close().map(close -> "closed at " + close).orElse("was shut")
        + " on "
        + day.date()
        + " ("
        + day.source()
        + ")";
  }

  /**
   * What is wrong with some items, and what was sought in them.
   *
   * @param detail what is wrong, after their ids
   * @param what was sought
   * @param outcome how that ended
   */
  private record Finding(String detail, String what, LookedFor.Outcome outcome) {

    static Finding found(String detail, String what) {
      return new Finding(detail, what, LookedFor.Outcome.FOUND);
    }
  }

  private static void raise(
      FlagInput in, List<Flag> raised, FlagCode code, List<Item> items, Finding finding) {
    if (!items.isEmpty()) {
      String ids = FlagInput.ids(items.stream());
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              code, ids + finding.detail(), in.sought(finding.what(), ids, finding.outcome())));
    }
  }
}

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
    List<Item> stale =
        items.stream()
            .filter(i -> i.serves(LegKind.ANALYST))
            .filter(
                i -> i.events(ConsensusRevision.class).allMatch(r -> r.newest().isBefore(release)))
            .toList();
    raise(raised, FlagCode.STALE_ESTIMATE, stale, " holds no estimate made on or after " + release);
    List<Item> thin =
        items.stream()
            .filter(
                i ->
                    i.events(ConsensusRevision.class).anyMatch(r -> r.analysts() < ANALYSTS_MIN)
                        || i.events(Consensus.class).anyMatch(c -> c.analysts() < ANALYSTS_MIN))
            .toList();
    raise(raised, FlagCode.THIN_COVERAGE, thin, " rests on fewer than three estimates");
  }

  private static void claims(FlagInput in, List<Flag> raised) {
    List<Item> claiming =
        in.serving(LegKind.REACTION).filter(i -> i.has(ReactionClaim.class)).toList();
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
    raise(raised, FlagCode.REACTION_PREMARKET, outside, " reports a move before or after hours");
  }

  private static boolean outsideHours(ReactionClaim claim) {
    return claim.session() == MarketSession.PRE_MARKET
        || claim.session() == MarketSession.AFTER_HOURS;
  }

  private static void prices(FlagInput in, List<Flag> raised) {
    boolean atT3 = in.input().atT3();
    raise(
        raised,
        FlagCode.PRICE_INCOMPLETE,
        reactions(in, p -> !p.missing().isEmpty() || atT3 && p.sessions().size() < SESSIONS),
        " lacks a session of the four from the release on");
    raise(
        raised,
        FlagCode.SHORT_HISTORY,
        reactions(in, p -> p.estimationSessions() < ESTIMATION_SESSIONS_MIN),
        " has fewer than 60 sessions to fit a market model on");
    raise(
        raised,
        FlagCode.HALT,
        reactions(in, p -> !p.halted().isEmpty()),
        " has a session without regular trade");
  }

  private static List<Item> reactions(FlagInput in, Predicate<PriceReaction> which) {
    return in.serving(LegKind.REACTION)
        .filter(i -> i.events(PriceReaction.class).anyMatch(which))
        .toList();
  }

  private static void benchmark(FlagInput in, List<Flag> raised) {
    if (in.input().issuer().benchmark().isEmpty()) {
      raised.add(
          FlagCatalogue.SHIPPED.flag(
              FlagCode.BENCH_DEFAULT, "the issuer profile names no benchmark", List.of()));
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
    raise(raised, FlagCode.CONFOUNDED, others, " tells of another event in the window");
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
          FlagCatalogue.SHIPPED.flag(FlagCode.CAL_OVERRIDE, clock.venue() + " " + days, List.of()));
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

  private static void raise(List<Flag> raised, FlagCode code, List<Item> items, String finding) {
    if (!items.isEmpty()) {
      String detail = FlagInput.ids(items.stream()) + finding;
      raised.add(FlagCatalogue.SHIPPED.flag(code, detail, List.of()));
    }
  }
}

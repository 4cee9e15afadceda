package dev.afterbell.score;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.DocumentEvent.ReactionClaim;
import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.EvidenceJson;
import dev.afterbell.evidence.MarketReading.ConsensusRevision;
import dev.afterbell.evidence.MarketReading.PeerReaction;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.SourceClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** Which items count at the snapshot time, and what each serves. */
final class Items {

  private static final Comparator<Evidence> STRONGEST_FIRST =
      Comparator.comparing((Evidence e) -> e.provenance().custody())
          .thenComparing(e -> e.provenance().observedAt())
          .thenComparing(e -> CanonicalJson.text(EvidenceJson.toJson(e)));

  private final ScoreInput input;
  private final ZoneId zone;
  private final Map<EvidenceId, Evidence> admitted;
  private final Set<EvidenceId> primaries;
  private final Optional<LocalDate> periodEnd;

  private Items(ScoreInput input) {
    this.input = input;
    this.zone = input.calendar().venue().zone();
    this.admitted = admitted();
    this.primaries = primaries();
    this.periodEnd =
        primaries.stream()
            .flatMap(id -> Optional.ofNullable(admitted.get(id)).stream())
            .flatMap(e -> e.extraction().document().period().stream())
            .flatMap(p -> p.end().stream())
            .findFirst();
  }

  /**
   * The items that count, by id: published by the snapshot time, one for each id, none that a later
   * document of at least its standing replaces.
   */
  static List<Item> of(ScoreInput input) {
    Items items = new Items(input);
    Set<EvidenceId> replaced = items.replaced();
    return items.admitted.values().stream()
        .filter(e -> !replaced.contains(e.id()))
        .map(items::item)
        .toList();
  }

  private Map<EvidenceId, Evidence> admitted() {
    Map<EvidenceId, Evidence> found = new TreeMap<>();
    for (Evidence evidence : input.evidence()) {
      if (!Publication.of(evidence, zone).isAfter(input.asOf())) {
        found.merge(evidence.id(), evidence, BinaryOperator.minBy(STRONGEST_FIRST));
      }
    }
    return found;
  }

  /** The release that the event is keyed by, and what amends it. */
  private Set<EvidenceId> primaries() {
    Set<EvidenceId> found = new TreeSet<>(Set.of(input.event().primary()));
    boolean grew = true;
    while (grew) {
      List<EvidenceId> amendments =
          admitted.values().stream()
              .filter(e -> e.supersedes().filter(found::contains).isPresent())
              .map(Evidence::id)
              .toList();
      grew = found.addAll(amendments);
    }
    return found;
  }

  private Set<EvidenceId> replaced() {
    Set<EvidenceId> found = new TreeSet<>();
    for (Evidence later : admitted.values()) {
      later
          .supersedes()
          .flatMap(id -> Optional.ofNullable(admitted.get(id)))
          .filter(earlier -> mayReplace(later, earlier))
          .ifPresent(earlier -> found.add(earlier.id()));
    }
    return found;
  }

  private static boolean mayReplace(Evidence later, Evidence earlier) {
    return later.entityMatched()
        && !later.id().equals(earlier.id())
        && later.sourceClass() == earlier.sourceClass()
        && later.provenance().custody().compareTo(earlier.provenance().custody()) <= 0;
  }

  private Item item(Evidence evidence) {
    Instant published = Publication.of(evidence, zone);
    boolean onEvent = onEvent(evidence, published);
    return new Item(
        evidence,
        published,
        Publication.age(evidence, published, input),
        leg(evidence, published),
        onEvent,
        lookahead(evidence),
        Figure.of(evidence));
  }

  private boolean ofEventPeriod(Evidence evidence) {
    return primaries.contains(evidence.id())
        || periodEnd.isPresent()
            && evidence.extraction().document().period().flatMap(p -> p.end()).equals(periodEnd);
  }

  private boolean onEvent(Evidence evidence, Instant published) {
    if (isReading(evidence.sourceClass())) {
      return true;
    }
    boolean later = !published.isBefore(input.event().clock().release());
    if (!evidence.sourceClass().primary()) {
      return later;
    }
    return ofEventPeriod(evidence) || later && evidence.id().prefix() == EvidenceId.Prefix.CALL;
  }

  private Optional<LegKind> leg(Evidence evidence, Instant published) {
    if (evidence.sourceClass().primary()) {
      return primaryLeg(evidence, published);
    }
    if (published.isBefore(input.event().clock().release())) {
      return Optional.empty();
    }
    if (Item.events(evidence, PriceReaction.class).anyMatch(this::fromT0)
        || Item.events(evidence, ReactionClaim.class).findAny().isPresent()) {
      return Optional.of(LegKind.REACTION);
    }
    if (Item.events(evidence, ConsensusRevision.class).findAny().isPresent()) {
      return Optional.of(LegKind.ANALYST);
    }
    return Item.events(evidence, PeerReaction.class).findAny().map(p -> LegKind.PEERS);
  }

  /** What the share did at another listing is shown, but the event venue's market decides. */
  private boolean fromT0(PriceReaction reaction) {
    return ofEventVenue(reaction)
        && !reaction.sessions().isEmpty()
        && reaction.sessions().get(0).date().equals(input.event().clock().t0().date());
  }

  private Optional<LegKind> primaryLeg(Evidence evidence, Instant published) {
    DocumentSummary document = evidence.extraction().document();
    boolean results = document.kind() == DocumentSummary.Kind.RESULTS && ofEventPeriod(evidence);
    if (primaries.contains(evidence.id()) || results && !laterReport(evidence, published)) {
      return Optional.of(LegKind.PRIMARY);
    }
    boolean notice = document.kind() == DocumentSummary.Kind.NOTICE;
    boolean after = published.isAfter(input.event().clock().release());
    return after && !notice ? Optional.of(LegKind.FOLLOW_UP) : Optional.empty();
  }

  /** A periodic report that follows the release on a later session is follow-up. */
  private boolean laterReport(Evidence evidence, Instant published) {
    return switch (evidence.id().prefix()) {
      case FORM_10Q, FORM_10K, FORM_20F -> published.isAfter(input.event().clock().t0().close());
      case CALL -> true;
      default -> false;
    };
  }

  private Optional<String> lookahead(Evidence evidence) {
    List<String> found = new ArrayList<>();
    for (var event : evidence.extraction().events()) {
      if (event instanceof PriceReaction price) {
        price.sessions().stream()
            .filter(
                s ->
                    ofEventVenue(price)
                        ? closesAfterAsOf(s.date())
                        : isTomorrow(price.symbol(), s.date()))
            .forEach(s -> found.add("a return of " + s.date()));
      } else if (event instanceof PeerReaction peer && closesAfterAsOf(peer.to())) {
        found.add("a peer's return to " + peer.to());
      }
    }
    return found.stream().sorted().findFirst();
  }

  private boolean ofEventVenue(PriceReaction reaction) {
    return reaction.symbol().equals(input.issuer().ticker().symbol());
  }

  /** Whether a day has not begun yet where that symbol is listed. */
  private boolean isTomorrow(String symbol, LocalDate date) {
    ZoneId there =
        input.issuer().listings().stream()
            .filter(l -> l.symbol().equals(symbol))
            .map(l -> l.venue().zone())
            .findFirst()
            .orElse(zone);
    return date.isAfter(input.asOf().atZone(there).toLocalDate());
  }

  private boolean closesAfterAsOf(LocalDate date) {
    return input
        .calendar()
        .session(date)
        .map(s -> s.close().isAfter(input.asOf()))
        .orElseGet(() -> date.isAfter(input.asOf().atZone(zone).toLocalDate()));
  }

  private static boolean isReading(SourceClass sourceClass) {
    return switch (sourceClass) {
      case PRICE_FEED, ESTIMATE_FEED, PEER_FEED -> true;
      default -> false;
    };
  }
}

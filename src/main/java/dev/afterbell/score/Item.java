package dev.afterbell.score;

import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.MarketReading.ConsensusRevision;
import dev.afterbell.evidence.MarketReading.PeerReaction;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.SourceClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One item as it stands at the snapshot time.
 *
 * @param evidence the item
 * @param published when the public had it
 * @param age in sessions
 * @param leg what it serves; absent for context
 * @param onEvent whether it is about this event's period and topic
 * @param lookahead what in it is dated after the snapshot time
 * @param figures its complete figures
 */
record Item(
    Evidence evidence,
    Instant published,
    int age,
    Optional<LegKind> leg,
    boolean onEvent,
    Optional<String> lookahead,
    List<Figure> figures) {

  EvidenceId id() {
    return evidence.id();
  }

  SourceClass sourceClass() {
    return evidence.sourceClass();
  }

  boolean primary() {
    return sourceClass().primary();
  }

  boolean serves(LegKind kind) {
    return leg.isPresent() && leg.get() == kind;
  }

  /** Whether it may count at all: of this issuer, and nothing in it from the future. */
  boolean usable() {
    return evidence.entityMatched() && lookahead.isEmpty();
  }

  /** Whether an item of this kind can verify its leg; what others report of a price never can. */
  boolean canVerify() {
    return leg.isPresent()
        && switch (leg.get()) {
          case PRIMARY, FOLLOW_UP -> primary();
          case REACTION -> sourceClass() == SourceClass.PRICE_FEED && has(PriceReaction.class);
          case ANALYST ->
              sourceClass() == SourceClass.ESTIMATE_FEED && has(ConsensusRevision.class);
          case PEERS -> sourceClass() == SourceClass.PEER_FEED && has(PeerReaction.class);
        };
  }

  <T extends DocumentEvent> Stream<T> events(Class<T> type) {
    return events(evidence, type);
  }

  static <T extends DocumentEvent> Stream<T> events(Evidence evidence, Class<T> type) {
    return evidence.extraction().events().stream().filter(type::isInstance).map(type::cast);
  }

  boolean has(Class<? extends DocumentEvent> type) {
    return events(type).findAny().isPresent();
  }
}

package dev.afterbell.score;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the flag rules look at.
 *
 * @param input what is scored
 * @param items the items that count, by id
 * @param qualities their quality
 * @param legs the five legs
 * @param agreement who contradicts whom
 */
record FlagInput(
    ScoreInput input,
    List<Item> items,
    List<ItemQuality> qualities,
    List<Leg> legs,
    Agreement agreement) {

  Leg leg(LegKind kind) {
    return legs.get(kind.ordinal());
  }

  boolean verified(LegKind kind) {
    return leg(kind).verified();
  }

  Stream<Item> serving(LegKind kind) {
    return items.stream().filter(i -> i.serves(kind));
  }

  Instant asOf() {
    return input.asOf();
  }

  /** What was sought in the documents of {@code items}, and that it is there. */
  List<LookedFor> found(String what, Stream<Item> items) {
    return sought(what, ids(items), LookedFor.Outcome.FOUND);
  }

  /** What was sought in the documents of {@code items}, and that none has it. */
  List<LookedFor> nothing(String what, Stream<Item> items) {
    return sought(what, ids(items), LookedFor.Outcome.NOTHING);
  }

  /** One search as of the snapshot time; without a place it was in all that is on file. */
  List<LookedFor> sought(String what, String where, LookedFor.Outcome outcome) {
    String place = where.isEmpty() ? LegScoring.ON_FILE : where;
    return List.of(new LookedFor(what, place, asOf(), outcome));
  }

  /** Ids in order, for a detail line. */
  static String ids(Stream<Item> items) {
    return items.map(i -> i.id().toString()).collect(Collectors.joining(", "));
  }
}

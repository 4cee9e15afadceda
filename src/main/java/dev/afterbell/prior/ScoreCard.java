package dev.afterbell.prior;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Sha256;
import dev.afterbell.score.EvidenceQuality;
import dev.afterbell.score.Flag;
import dev.afterbell.score.FlagCode;
import dev.afterbell.score.ItemQuality;
import dev.afterbell.score.Leg;
import dev.afterbell.score.LegKind;
import dev.afterbell.score.Uncertainty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one scoring found, and what it was computed from.
 *
 * @param methodVersion names formulas, weights and texts, e.g. {@code m1}
 * @param calendarVersion names the session table
 * @param ticker of the issuer
 * @param eventDate day of the release
 * @param asOf the moment of the snapshot
 * @param t3 close of the third session after the event's; quality is pending before it
 * @param inputs the items used, by id
 * @param history earlier results that growth, tone and guidance were measured against, by id
 * @param items their quality, by id
 * @param legs the five legs in the order of {@link LegKind}
 * @param quality evidence quality
 * @param uncertainty what follows from quality and information
 * @param flags most severe first, then in catalogue order
 * @param axes what the results describe
 * @param prior what follows for later returns: next to nothing, and how little
 * @param stance what the snapshot leans to
 * @param formalMode whether a recommendation could be made, and on what history
 * @param recommendation what is recommended, next to always nothing, and why
 */
public record ScoreCard(
    String methodVersion,
    String calendarVersion,
    Ticker ticker,
    LocalDate eventDate,
    Instant asOf,
    Instant t3,
    List<Input> inputs,
    List<Input> history,
    List<ItemQuality> items,
    List<Leg> legs,
    EvidenceQuality quality,
    Uncertainty uncertainty,
    List<Flag> flags,
    OperatingAxes axes,
    ScenarioPrior prior,
    StanceReading stance,
    FormalMode formalMode,
    Recommendation recommendation) {

  /** Formulas, weights and texts of this build. */
  public static final String METHOD_VERSION = "m1";

  /**
   * @throws IllegalArgumentException unless there is one leg of each kind, in order
   */
  public ScoreCard {
    inputs = List.copyOf(inputs);
    history = List.copyOf(history);
    items = List.copyOf(items);
    legs = List.copyOf(legs);
    flags = List.copyOf(flags);
    if (!legs.stream().map(Leg::kind).toList().equals(List.of(LegKind.values()))) {
      throw new IllegalArgumentException("A score card has the five legs in order");
    }
  }

  /**
   * One item that the card was computed from.
   *
   * @param id its name
   * @param document SHA-256 of the stored bytes
   * @param text SHA-256 of the canonical text
   * @param textRead whether the scoring had that text at hand
   */
  public record Input(EvidenceId id, Sha256 document, Sha256 text, boolean textRead) {}

  /** The number in {@link #METHOD_VERSION}. */
  public static int methodNumber() {
    return Integer.parseInt(METHOD_VERSION.substring(1));
  }

  /** Whether the snapshot is taken before the close of T+3. */
  public boolean pending() {
    return asOf.isBefore(t3);
  }

  /** The leg of a kind. */
  public Leg leg(LegKind kind) {
    return legs.get(kind.ordinal());
  }

  /** The quality of an item. */
  public Optional<ItemQuality> item(EvidenceId id) {
    return items.stream().filter(i -> i.id().equals(id)).findFirst();
  }

  /** The flag of a code, if raised. */
  public Optional<Flag> flag(FlagCode code) {
    return flags.stream().filter(f -> f.code() == code).findFirst();
  }
}

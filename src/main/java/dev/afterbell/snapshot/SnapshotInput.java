package dev.afterbell.snapshot;

import dev.afterbell.evidence.EarningsEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.prior.ScoreCard;
import java.util.List;
import java.util.Optional;

/**
 * What a snapshot is made of.
 *
 * @param issuer as its operator describes it
 * @param event the release and its clock
 * @param card the score card that counts at the as-of time
 * @param evidence items published up to the as-of time, by id; no duplicates
 * @param problems drops that could not be used and entries that could not be read
 * @param otherListings the issuer's listings beside that of the event venue
 * @param modelText what became of a language model's text
 */
public record SnapshotInput(
    Issuer issuer,
    EarningsEvent event,
    ScoreCard card,
    List<Evidence> evidence,
    List<Problem> problems,
    List<OtherListing> otherListings,
    ModelText modelText) {

  public SnapshotInput {
    otherListings = List.copyOf(otherListings);
    evidence = List.copyOf(evidence);
    problems = List.copyOf(problems);
  }

  /** Without a language model. */
  public SnapshotInput(
      Issuer issuer,
      EarningsEvent event,
      ScoreCard card,
      List<Evidence> evidence,
      List<Problem> problems,
      List<OtherListing> otherListings) {
    this(issuer, event, card, evidence, problems, otherListings, new ModelText.NotAsked());
  }

  /** Of an issuer that is listed once. */
  public SnapshotInput(
      Issuer issuer,
      EarningsEvent event,
      ScoreCard card,
      List<Evidence> evidence,
      List<Problem> problems) {
    this(issuer, event, card, evidence, problems, List.of());
  }

  /** The release itself, if it counts at the as-of time. */
  public Optional<Evidence> primary() {
    return evidence.stream().filter(e -> e.id().equals(event.primary())).findFirst();
  }

  /**
   * Something that reached Afterbell and could not be used.
   *
   * @param code closed reason code
   * @param subject object key or entry key
   * @param message what a person needs to know
   */
  public record Problem(String code, String subject, String message) {}
}

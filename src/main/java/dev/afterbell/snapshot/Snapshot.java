package dev.afterbell.snapshot;

import dev.afterbell.evidence.EarningsEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.score.Flag;
import java.util.List;

/**
 * One page: what is known around one earnings release at one moment. Only {@link #of} makes one,
 * and it runs the check on every sentence.
 */
public final class Snapshot {

  private final SnapshotInput input;
  private final Commentary commentary;
  private final List<Flag> flags;

  private Snapshot(SnapshotInput input, Commentary commentary) {
    this.input = input;
    this.commentary = commentary;
    this.flags = WriterFlag.with(input);
  }

  /** Writes and checks the page's text. The same input gives an equal page. */
  public static Snapshot of(SnapshotInput input) {
    GroundingCheck check = new GroundingCheck(new EvidenceIndex(input.evidence()));
    return new Snapshot(input, new CommentaryWriter().write(input, check));
  }

  /** Whose. */
  public Issuer issuer() {
    return input.issuer();
  }

  /** Which release. */
  public EarningsEvent event() {
    return input.event();
  }

  /** The score card that counts. */
  public ScoreCard card() {
    return input.card();
  }

  /** What it rests on, by id. */
  public List<Evidence> evidence() {
    return input.evidence();
  }

  /** What could not be used. */
  public List<SnapshotInput.Problem> problems() {
    return input.problems();
  }

  /** The issuer's listings beside that of the event venue. */
  public List<OtherListing> otherListings() {
    return input.otherListings();
  }

  /** The card's flags and those on how the page was written, most severe first. */
  public List<Flag> flags() {
    return flags;
  }

  /** What became of a language model's text. */
  public ModelText modelText() {
    return input.modelText();
  }

  /** Its sentences. */
  public Commentary commentary() {
    return commentary;
  }
}

package dev.afterbell.flow;

import dev.afterbell.evaluation.ScoredHistory;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.filing.Sha256;
import dev.afterbell.market.Calendars;
import dev.afterbell.prior.FormalMode;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.prior.TrackRecord;
import dev.afterbell.vault.Vault;
import dev.afterbell.vault.VaultRead;
import java.util.List;

/**
 * What an operator sets of scoring.
 *
 * @param calendars in which sessions are counted
 * @param mode whether a recommendation may be made
 */
public record ScoringSetting(Calendars calendars, FormalMode mode) {

  /** The calendars of this build, no recommendation. */
  public static final ScoringSetting SHIPPED = in(Calendars.SHIPPED);

  /** These calendars, no recommendation. */
  public static ScoringSetting in(Calendars calendars) {
    return new ScoringSetting(calendars, FormalMode.OFF);
  }

  /**
   * The same with the formal mode on, by an evaluation report that lies in the vault.
   *
   * @param report SHA-256 of the report's bytes, in hex
   * @throws IllegalArgumentException saying which condition is not met: without a scored history
   *     that is long and good enough it cannot be turned on
   * @throws dev.afterbell.vault.StoreUnavailable if the vault does not answer
   */
  public ScoringSetting formal(String report, Vault vault) {
    Sha256 digest = new Sha256(report);
    if (!(vault.get(digest) instanceof VaultRead.Found found)) {
      throw new IllegalArgumentException(
          "Formal mode needs its evaluation report at vault/sha256/" + digest);
    }
    List<ScoredHistory> histories;
    try {
      histories = ScoredHistory.read(found.bytes());
    } catch (CorruptJson e) {
      throw new IllegalArgumentException("Not an evaluation report: " + e.getMessage(), e);
    }
    ScoredHistory own =
        histories.stream()
            .filter(h -> h.methodVersion().equals(ScoreCard.METHOD_VERSION))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Formal mode needs a history of method " + ScoreCard.METHOD_VERSION));
    return new ScoringSetting(
        calendars,
        FormalMode.on(
            new TrackRecord(
                own.methodVersion(),
                own.events(),
                own.brierSkillLow()
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "Formal mode needs an interval of the Brier skill")),
                digest)));
  }
}

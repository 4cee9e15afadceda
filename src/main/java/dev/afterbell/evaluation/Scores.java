package dev.afterbell.evaluation;

/**
 * How good a series of forecasts was on average.
 *
 * @param brier mean Brier score for three classes; uniform 2/3
 * @param brierSkill against one third each; above 0 is better than knowing nothing
 * @param ranked mean ranked probability score
 * @param rankedSkill against one third each
 * @param log mean logarithmic score; uniform 1.0986
 * @param error share of events in which the scenario given most did not come true
 * @param bearShare share of events that came out as bear
 * @param baseShare as base
 * @param bullShare as bull
 */
public record Scores(
    Estimate brier,
    Estimate brierSkill,
    Estimate ranked,
    Estimate rankedSkill,
    Estimate log,
    Estimate error,
    Estimate bearShare,
    Estimate baseShare,
    Estimate bullShare) {

  /** Whether the lower end of the interval of Brier skill is above 0: proof of skill. */
  public boolean skillProved() {
    return brierSkill.interval().filter(i -> i.low() > 0).isPresent();
  }
}

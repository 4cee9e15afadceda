package dev.afterbell.flow;

import dev.afterbell.score.LookedFor;
import dev.afterbell.source.Fetched;
import java.util.Optional;

/**
 * How a question to an outside source ended.
 *
 * @param outcome of a closed list
 * @param reason in words, where there is one
 */
record Ending(LookedFor.Outcome outcome, Optional<String> reason) {

  static final Ending FOUND = new Ending(LookedFor.Outcome.FOUND, Optional.empty());

  static Ending of(LookedFor.Outcome outcome, String reason) {
    return new Ending(outcome, Optional.of(reason));
  }

  /** How it ended if the answer itself cannot be faulted. */
  static Ending of(Fetched fetched) {
    if (fetched instanceof Fetched.Nothing nothing) {
      return of(LookedFor.Outcome.NOTHING, nothing.sentence());
    }
    if (fetched instanceof Fetched.NotConfigured not) {
      return of(LookedFor.Outcome.NOT_CONFIGURED, not.missing());
    }
    if (fetched instanceof Fetched.Unavailable unavailable) {
      return of(LookedFor.Outcome.FAILED, unavailable.sentence());
    }
    return FOUND;
  }
}

package dev.afterbell.prior;

/**
 * A stance and why.
 *
 * @param stance the stance
 * @param rule number of the rule that decided, 1 to 5; the first that holds decides
 * @param reason one line: how that rule came to hold
 */
public record StanceReading(Stance stance, int rule, String reason) {

  /**
   * @throws IllegalArgumentException if there is no such rule
   */
  public StanceReading {
    if (rule < 1 || rule > 5) {
      throw new IllegalArgumentException("Stance rules are 1 to 5: " + rule);
    }
  }
}

package dev.afterbell.prior;

/**
 * What is recommended, which is nothing in all but the formal mode, and why.
 *
 * @param text as shown; never a word of trade
 * @param reason one line: the first condition that is not met, or all that are
 */
public record Recommendation(String text, String reason) {

  /** Shown unless every condition of the formal mode is met. */
  public static final String NONE = "No formal recommendation provided.";
}

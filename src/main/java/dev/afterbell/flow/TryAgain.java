package dev.afterbell.flow;

/** The item cannot be finished now and must be delivered again: another has it, or lost a race. */
public final class TryAgain extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param why for the log; names keys, never content
   */
  public TryAgain(String why) {
    super(why);
  }
}

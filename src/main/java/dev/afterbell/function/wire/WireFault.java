package dev.afterbell.function.wire;

/**
 * A message from a trigger that does not have the shape that the trigger documents. Names no
 * content.
 */
public final class WireFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message which part is missing or malformed
   */
  public WireFault(String message) {
    super(message);
  }
}

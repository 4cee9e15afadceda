package dev.afterbell.cloud;

/**
 * The local cloud cannot start or go on; the message is one line that tells a person what to do.
 */
public final class CloudFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure with what to do about it. */
  public CloudFailure(String message) {
    super(message);
  }

  /** A failure with what to do about it and what caused it. */
  public CloudFailure(String message, Throwable cause) {
    super(message, cause);
  }
}

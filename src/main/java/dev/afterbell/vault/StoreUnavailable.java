package dev.afterbell.vault;

/**
 * A store did not answer within its budget of attempts and time: throttled, failing, unreachable.
 * Nothing is known to be wrong with the request, so whoever asked should ask again later; it must
 * never be read as "not there".
 */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Which store failed at which operation; {@code cause} is the last failure. */
  public StoreUnavailable(String operation, Throwable cause) {
    super(operation + " did not succeed within its budget; try again later", cause);
  }

  /** Which store failed at which operation after losing every attempt to others. */
  public StoreUnavailable(String operation) {
    super(operation + " did not succeed within its budget; try again later");
  }
}

package dev.afterbell.cloud;

/**
 * An invocation that ended in an error: thrown by the function, its time-out, or the end of its
 * process.
 */
public final class FunctionFailed extends Exception {

  private static final long serialVersionUID = 1L;

  /** Error type of an invocation that did not answer in time. */
  public static final String TIMED_OUT = "Sandbox.Timedout";

  /** Error type of a function whose process ended. */
  public static final String EXITED = "Runtime.ExitError";

  /** Error type of a function that could not start. */
  public static final String INIT = "Runtime.InitError";

  private final String errorType;

  /** A failure of the given Lambda error type. */
  public FunctionFailed(String errorType, String message) {
    super(errorType + ": " + message);
    this.errorType = errorType;
  }

  /** The Lambda error type, such as the class name of what the function threw. */
  public String errorType() {
    return errorType;
  }
}

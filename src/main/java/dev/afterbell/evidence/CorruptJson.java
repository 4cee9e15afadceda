package dev.afterbell.evidence;

/**
 * Stored JSON that does not have the shape it was written in. It is never repaired: whoever reads
 * it must stop, because the hash over it can no longer be trusted either.
 */
public final class CorruptJson extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  /**
   * @param path where, as a JSON path from the root, e.g. {@code $.facts[3].value}
   * @param problem what was found there and what was expected
   */
  public CorruptJson(String path, String problem) {
    super(path + ": " + problem);
    this.path = path;
    this.problem = problem;
  }

  /**
   * @param path where, as a JSON path from the root
   * @param problem what was found there and what was expected
   * @param cause the failure that showed it
   */
  public CorruptJson(String path, String problem, Throwable cause) {
    super(path + ": " + problem, cause);
    this.path = path;
    this.problem = problem;
  }

  /** Where the problem stands, as a JSON path from the root. */
  public String path() {
    return path;
  }

  /** What is wrong there, without the path. */
  public String problem() {
    return problem;
  }
}

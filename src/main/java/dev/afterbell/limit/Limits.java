package dev.afterbell.limit;

/**
 * Every cap of Afterbell. A cap states its unit in its name, its value and why it is what it is.
 */
public final class Limits {

  /**
   * Largest file read: the largest 10-K submissions without XBRL and graphics stay below this;
   * memory is six times it.
   */
  public static final int BODY_BYTES_MAX = 25 * 1024 * 1024;

  /**
   * Deepest HTML nesting followed; real filings stay below 100, deeper elements are read as if they
   * stood at the cap.
   */
  public static final int HTML_DEPTH_MAX = 256;

  private Limits() {}
}

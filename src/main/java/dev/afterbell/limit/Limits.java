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

  /**
   * Largest object of the vault: a canonical text in UTF-8 takes up to three bytes for each byte of
   * a document in an older character set.
   */
  public static final int VAULT_BYTES_MAX = 3 * BODY_BYTES_MAX;

  /** Largest packed payload kept in the table; larger ones go to the vault (architecture). */
  public static final int PAYLOAD_PACKED_BYTES_MAX = 32 * 1024;

  /**
   * Largest payload unpacked: 100 times what evidence of the longest annual report takes; more is
   * no payload but a decompression bomb.
   */
  public static final int PAYLOAD_BYTES_MAX = 16 * 1024 * 1024;

  /** Largest item of DynamoDB, names included. */
  public static final int ITEM_BYTES_MAX = 400 * 1024;

  /** Attempts of one transaction that loses to others, the first included. */
  public static final int APPEND_ATTEMPTS_MAX = 8;

  /** Pages of one query, each up to 1 MB: ten times the largest book thought of. */
  public static final int QUERY_PAGES_MAX = 256;

  /** Largest file of prices read: 80 years of daily rows with every column. */
  public static final int PRICE_FILE_BYTES_MAX = 4 * 1024 * 1024;

  /** Most rows of a file of prices, its header not counted: 80 years of sessions. */
  public static final int PRICE_ROWS_MAX = 20_000;

  /** Most fields of a row of a file of prices; feeds give up to 13. */
  public static final int PRICE_COLUMNS_MAX = 64;

  /** Largest file of estimates read: 100 times what a feed gives for one issuer. */
  public static final int ESTIMATE_FILE_BYTES_MAX = 1024 * 1024;

  /** Most estimates of one file, each for one figure and period. */
  public static final int ESTIMATES_MAX = 200;

  /** Most moments at which one estimate is given in one file. */
  public static final int ESTIMATE_SNAPSHOTS_MAX = 100;

  private Limits() {}
}

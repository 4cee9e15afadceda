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
   * Paragraphs and table cells of one file: ten times those of the longest annual reports; each
   * costs some 200 bytes of memory.
   */
  public static final int FILING_PIECES_MAX = 400_000;

  /**
   * Tables of one file: several times those of the longest annual reports. Tables that are not
   * closed cost an HTML parser time with the square of their number.
   */
  public static final int FILING_TABLES_MAX = 10_000;

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

  /**
   * A claim on a notice outlives the longest invocation (template.yaml, ingest timeout 120 s) by a
   * margin.
   */
  public static final int CLAIM_LEASE_SECONDS = 180;

  /**
   * Documents parked for a missing profile and taken up with it; more wait for the profile's next
   * drop.
   */
  public static final int PARKED_DOCUMENTS_MAX = 50;

  /**
   * How far around a profile's drop parked documents are looked for, in days: notices overtake each
   * other.
   */
  public static final int PARKED_DAYS_MAX = 400;

  /** Documents of one name on one day; beyond it something drops copies in a loop. */
  public static final int EVIDENCE_COPIES_MAX = 20;

  /** A second release of the same period within so many days belongs to the first one's event. */
  public static final int SAME_RELEASE_DAYS = 45;

  /** How far before an event its context is read, in days: one quarter and a margin. */
  public static final int CONTEXT_DAYS = 100;

  /** How far back the newest event is looked for, in days: half-yearly reporters and a margin. */
  public static final int LATEST_EVENT_DAYS = 220;

  /** Days for which a refresh catches up after missed runs; each costs one query. */
  public static final int CATCH_UP_DAYS = 31;

  /** Events listed for one issuer: ten years of quarters. */
  public static final int EVENTS_LISTED_MAX = 40;

  /** Longest path or parameter of a request that is looked at, in characters. */
  public static final int REQUEST_CHARS_MAX = 1024;

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

  /** Files of prices, and of estimates, read for one event: a feed's for each session and more. */
  public static final int MARKET_FILES_MAX = 40;

  private Limits() {}
}

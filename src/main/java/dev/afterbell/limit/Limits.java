package dev.afterbell.limit;

import java.time.LocalDate;

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

  /**
   * How far before an event its earlier results are read, in days: the four quarters before, the
   * first of which was reported a year ago, and a margin.
   */
  public static final int HISTORY_DAYS = 400;

  /** How far back the newest event is looked for, in days: half-yearly reporters and a margin. */
  public static final int LATEST_EVENT_DAYS = 220;

  /** Days for which a refresh catches up after missed runs; each costs one query. */
  public static final int CATCH_UP_DAYS = 31;

  /**
   * Days of prices asked for before T0: the reports of the eight quarters before, and far more than
   * the 121 sessions of the market model.
   */
  public static final int PRICE_HISTORY_DAYS = 800;

  /**
   * Articles and releases of one event whose texts are compared: a day's news of a large company.
   */
  public static final int COMPARED_TEXTS_MAX = 40;

  /** Largest document whose text is compared: ten times a long release. */
  public static final int COMPARED_TEXT_BYTES_MAX = 2 * 1024 * 1024;

  /** First day of any book: before EDGAR took filings of everybody, in 1996. */
  public static final LocalDate BOOK_BEGINS = LocalDate.of(1990, 1, 1);

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

  /** Longest wait for one answer of a provider, its body included, in milliseconds. */
  public static final int FETCH_MILLIS_MAX = 15_000;

  /** Longest wait for a connection to a provider, in milliseconds. */
  public static final int CONNECT_MILLIS_MAX = 5_000;

  /**
   * Longest time spent on one document of EDGAR, waiting for turns, tries and pauses included, in
   * milliseconds: half of what an invocation has.
   */
  public static final int EDGAR_MILLIS_MAX = 25_000;

  /** Tries of one request to EDGAR, the first and those that go on after a cut included. */
  public static final int EDGAR_TRIES_MAX = 4;

  /**
   * Least time between two requests to EDGAR, in milliseconds. 200 would give the 5 a second that
   * are allowed; the rest is for requests that arrive late and close up on the next ones.
   */
  public static final int EDGAR_SPACING_MILLIS = 250;

  /** How late a turn may be taken, in milliseconds; later, another one is asked for. */
  public static final int EDGAR_TURN_MILLIS = 100;

  /** Longest queue for a turn at EDGAR, in milliseconds: 80 requests. */
  public static final int EDGAR_QUEUE_MILLIS_MAX = 20_000;

  /** Pause before the second try, in milliseconds, drawn between 0 and this; then twice as much. */
  public static final int EDGAR_PAUSE_MILLIS = 1_000;

  /**
   * Largest answer about what a filer has filed: the last thousand filings, or the older ones in
   * files of their own.
   */
  public static final int SUBMISSIONS_BYTES_MAX = 8 * 1024 * 1024;

  /** Most filings in one such answer; the largest filers have a few ten thousand, in files. */
  public static final int SUBMISSIONS_MAX = 50_000;

  /**
   * Most issuers that are watched: a list and now and then a filing each, within one run, written
   * in a setting of 1,500 characters.
   */
  public static final int WATCHED_MAX = 80;

  /** How far back the watch looks, in days: a long weekend, and runs that were missed. */
  public static final int WATCH_DAYS = 5;

  /** Most filings after a release, or results filings, that are worked on at one time. */
  public static final int FOLLOW_UPS_MAX = 40;

  /** Score cards evaluated at a time: forty times as many as a proof of skill takes. */
  public static final int CARDS_EVALUATED_MAX = 200_000;

  /** Longest line of a file of score cards, in characters: that of a payload. */
  public static final int CARD_LINE_CHARS_MAX = PAYLOAD_BYTES_MAX;

  private Limits() {}
}

package dev.afterbell.source;

import java.time.Instant;

/**
 * What came of asking a provider for something. Whatever a provider does is one of these and never
 * an exception. No sentence quotes an answer, an address or a key: some providers repeat the key in
 * their notices.
 */
public sealed interface Fetched {

  /**
   * The provider gave what was asked for, in the shape that is expected. Nothing more has been read
   * of it: the bytes are taken in as if somebody had dropped them.
   *
   * @param bytes as received; not copied
   * @param kind what they are
   * @param fileName under which they can be dropped
   * @param url where they are from, without key
   * @param fetchedAt the caller's time
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Found(byte[] bytes, Kind kind, String fileName, String url, Instant fetchedAt)
      implements Fetched {

    /**
     * @throws IllegalArgumentException if there are no bytes, or the name is no plain file name
     */
    public Found {
      if (bytes.length == 0) {
        throw new IllegalArgumentException("What is found has bytes");
      }
      if (!fileName.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
        throw new IllegalArgumentException("Not a plain file name: " + fileName);
      }
    }

    /** Says how much there is, not what. */
    @Override
    public String toString() {
      return "Found[" + kind + ", " + fileName + ", " + bytes.length + " bytes]";
    }
  }

  /**
   * The provider answered and has nothing.
   *
   * @param sentence what it does not have
   */
  record Nothing(String sentence) implements Fetched {}

  /**
   * Nobody was asked.
   *
   * @param missing what has to be configured
   */
  record NotConfigured(String missing) implements Fetched {}

  /**
   * No answer that can be used.
   *
   * @param reason closed reason
   * @param sentence who did not give what
   */
  record Unavailable(Reason reason, String sentence) implements Fetched {}

  /** Whether the same question may be answered otherwise in a moment. */
  default boolean mayPass() {
    return this instanceof Unavailable unavailable
        && switch (unavailable.reason()) {
          case NO_KEY,
              NO_CONNECTION,
              TIMEOUT,
              NO_TURN_KNOWN,
              RATE_LIMITED,
              SERVER_ERROR,
              TRUNCATED ->
              true;
          case REFUSED, NOTICE, REJECTED, REDIRECTED, WEB_PAGE, CHANGED_SHAPE, TOO_LARGE -> false;
        };
  }

  /** What was found. */
  enum Kind {
    /** Daily prices, JSON. */
    PRICES,
    /** What analysts expect, JSON. */
    ESTIMATES,
    /** What was earned and what had been expected, JSON. */
    EARNINGS,
    /** What a filer has filed, JSON. */
    SUBMISSIONS,
    /** One filing with its header and every document, SGML text. */
    FILING;

    /** Its media type. */
    public String mediaType() {
      return this == FILING ? "text/plain" : "application/json";
    }
  }

  /** Why there is no answer that can be used. */
  enum Reason {
    /** Where keys are kept could not be read. Try again later. */
    NO_KEY,
    /** Name not found, connection refused or lost before an answer. Try again later. */
    NO_CONNECTION,
    /** Not answered in time. Try again later. */
    TIMEOUT,
    /** HTTP 401 or 403: key or User-Agent are refused, or the address is locked out. */
    REFUSED,
    /** Where turns to ask are kept could not be asked. Try again later. */
    NO_TURN_KNOWN,
    /** HTTP 429, or no turn was to be had in time. Try again later. */
    RATE_LIMITED,
    /** A notice in place of data with HTTP 200, as a rule that a limit is reached. */
    NOTICE,
    /** Another 4xx. The request or the service has changed. */
    REJECTED,
    /** 5xx. Try again later. */
    SERVER_ERROR,
    /** 3xx; none is followed. */
    REDIRECTED,
    /** A web page in place of data. */
    WEB_PAGE,
    /** Data in another shape than documented. */
    CHANGED_SHAPE,
    /** The answer broke off. */
    TRUNCATED,
    /** More bytes than {@link dev.afterbell.limit.Limits} allows. */
    TOO_LARGE
  }
}

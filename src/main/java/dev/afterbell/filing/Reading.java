package dev.afterbell.filing;

/** What came of reading a file: a filing, or the reason why there is none. */
public sealed interface Reading {

  /** The file was read. */
  record Read(Filing filing) implements Reading {}

  /**
   * The file is not a document that can be read.
   *
   * @param reason the closed reason
   * @param detail one sentence for the person who dropped it: what was found, what was expected
   */
  record Unusable(Reason reason, String detail) implements Reading {}

  /** Why a file cannot be read. */
  enum Reason {
    /** No bytes, or white space only. */
    EMPTY,
    /** More bytes than {@code Limits} allows. */
    TOO_LARGE,
    /** An image, archive, PDF, executable or other binary. */
    UNSUPPORTED,
    /** A full submission whose last section never ends. */
    TRUNCATED
  }
}

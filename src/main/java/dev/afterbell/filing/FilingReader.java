package dev.afterbell.filing;

/**
 * Turns the bytes of a dropped file into a {@link Filing}. Stateless and pure: the same bytes give
 * an equal filing.
 */
public final class FilingReader {

  /**
   * Reads an EDGAR full submission, an HTML page, plain text or Markdown. The format is told from
   * the content, never from a name.
   *
   * @param bytes the stored file
   */
  public Reading read(byte[] bytes) {
    throw new UnsupportedOperationException(String.valueOf(bytes.length));
  }
}

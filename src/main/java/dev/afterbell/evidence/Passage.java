package dev.afterbell.evidence;

import dev.afterbell.filing.ByteSpan;

/**
 * Words at a place in the stored file.
 *
 * @param span the bytes
 * @param quote those bytes as a reader sees them; never empty
 */
public record Passage(ByteSpan span, String quote) {

  /**
   * @throws IllegalArgumentException if there is nothing to quote
   */
  public Passage {
    if (quote.isEmpty() || span.length() == 0) {
      throw new IllegalArgumentException("A passage quotes something");
    }
  }
}

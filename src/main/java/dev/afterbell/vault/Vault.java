package dev.afterbell.vault;

import dev.afterbell.filing.Sha256;

/**
 * Original bytes, kept once under their SHA-256 and never replaced.
 *
 * <p>Every method throws {@link StoreUnavailable} when the store cannot be asked.
 */
public interface Vault {

  /** Keeps {@code bytes} under their digest; keeping the same bytes again changes nothing. */
  Sha256 put(byte[] bytes);

  /** The bytes of that digest, checked against it. */
  VaultRead get(Sha256 digest);

  /**
   * Keeps the canonical text of a document that is kept under {@code document}. A text that is
   * already there stays.
   *
   * @return the digest of the text that is now kept; it differs from that of {@code text} when
   *     another one was there first
   */
  Sha256 putText(Sha256 document, String text);

  /**
   * The canonical text of a document, as UTF-8 bytes.
   *
   * @param document digest of the document
   * @param textDigest digest that the text must have
   */
  VaultRead getText(Sha256 document, Sha256 textDigest);
}

package dev.afterbell.vault;

import dev.afterbell.filing.Sha256;

/** What came of reading the vault. */
public sealed interface VaultRead {

  /**
   * The bytes are there and have the digest they were asked for.
   *
   * @param bytes not copied; treat as read-only
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Found(byte[] bytes) implements VaultRead {}

  /** Nothing is kept under that digest, or the reader has no right to know. */
  record Absent() implements VaultRead {}

  /**
   * What is kept is not what was put there.
   *
   * @param actual digest of the bytes found
   */
  record Altered(Sha256 actual) implements VaultRead {}
}

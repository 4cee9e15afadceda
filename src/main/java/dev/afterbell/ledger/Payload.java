package dev.afterbell.ledger;

import dev.afterbell.filing.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * The content of an entry: canonical JSON in UTF-8. The package that owns the content writes and
 * reads it; to the ledger it is bytes with a digest.
 */
public final class Payload {

  private final byte[] bytes;
  private final Sha256 sha256;

  private Payload(byte[] bytes) {
    this.bytes = bytes;
    this.sha256 = Sha256.of(bytes);
  }

  /** A payload of these bytes. */
  public static Payload of(byte[] bytes) {
    return new Payload(bytes.clone());
  }

  /** A payload of this JSON text. */
  public static Payload of(String json) {
    return new Payload(json.getBytes(StandardCharsets.UTF_8));
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Number of bytes. */
  public int length() {
    return bytes.length;
  }

  /** Digest of the bytes. */
  public Sha256 sha256() {
    return sha256;
  }

  /** The JSON text. */
  public String json() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payload payload && payload.sha256.equals(sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  @Override
  public String toString() {
    return "Payload[" + bytes.length + " bytes, sha256 " + sha256 + "]";
  }
}

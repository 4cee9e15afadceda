package dev.afterbell.flow;

import dev.afterbell.evidence.Provenance;
import dev.afterbell.filing.Sha256;
import dev.afterbell.ledger.Rejection;
import dev.afterbell.ledger.RejectionReason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A dropped object with its bytes.
 *
 * @param key its parsed key
 * @param objectKey its key as written
 * @param bytes the object; not copied
 * @param metadata what its dropper said of it: user metadata of the object, then the side-car's
 * @param at when it was dropped, or fetched
 * @param fetched whether Afterbell fetched it itself; nothing that a dropper says makes it so
 */
@SuppressWarnings("ArrayRecordComponent")
record Drop(
    DropKey key,
    String objectKey,
    byte[] bytes,
    Map<String, String> metadata,
    Instant at,
    boolean fetched) {

  Drop {
    metadata = Map.copyOf(metadata);
  }

  /** Dropped by somebody. */
  Drop(DropKey key, String objectKey, byte[] bytes, Map<String, String> metadata, Instant at) {
    this(key, objectKey, bytes, metadata, at, false);
  }

  /** How it came, if its content does not say who made it. */
  Provenance.Custody custody() {
    if (fetched) {
      return Provenance.Custody.FETCHED;
    }
    return said("source-url").isPresent()
        ? Provenance.Custody.ADDRESSED
        : Provenance.Custody.PASTED;
  }

  Optional<String> said(String name) {
    return Optional.ofNullable(metadata.get(name)).filter(v -> !v.isBlank());
  }

  /** Why it was not used; the vault keeps its bytes under {@code original}. */
  Rejection rejected(RejectionReason reason, String message, Sha256 original) {
    return new Rejection(
        reason, message, objectKey, Optional.of(original), Optional.empty(), bytes.length);
  }
}

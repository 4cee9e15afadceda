package dev.afterbell.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * How a document came to Afterbell.
 *
 * @param custody how far its origin can be trusted
 * @param publisher who published it, where it is not the issuer
 * @param sourceUrl where it can be read
 * @param objectKey key of the dropped object
 * @param observedAt when Afterbell first had it
 */
public record Provenance(
    Custody custody,
    Optional<String> publisher,
    Optional<String> sourceUrl,
    String objectKey,
    Instant observedAt) {

  /** Chain of custody, from strongest to weakest. */
  public enum Custody {
    /**
     * An original that identifies itself: an EDGAR submission whose header names filer and
     * accession.
     */
    SELF_IDENTIFYING,
    /** Fetched by Afterbell from a configured source. */
    FETCHED,
    /** Dropped by a person who names its address. */
    ADDRESSED,
    /** Dropped by a person without an address. */
    PASTED
  }
}

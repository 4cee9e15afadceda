package dev.afterbell.flow;

import java.time.Instant;
import java.util.Optional;

/**
 * What the bucket says of one object.
 *
 * @param change created or removed
 * @param bucket name of the bucket
 * @param key object key, decoded
 * @param versionId version, in a versioned bucket
 * @param sequencer order of events on one key: compared after padding with zeros on the right
 * @param bytes size as the notice gives it; not trusted
 * @param at when it happened
 */
public record ObjectNotice(
    Change change,
    String bucket,
    String key,
    Optional<String> versionId,
    Optional<String> sequencer,
    long bytes,
    Instant at) {

  /** What happened to the object. */
  public enum Change {
    CREATED,
    REMOVED,
    /** An event that Afterbell has no use for. */
    OTHER
  }
}

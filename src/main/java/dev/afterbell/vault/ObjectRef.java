package dev.afterbell.vault;

import java.util.Optional;

/**
 * One object of a bucket.
 *
 * @param bucket its bucket
 * @param key its decoded key, at most 1,024 bytes of UTF-8
 * @param versionId the version meant; the newest one when absent
 */
public record ObjectRef(String bucket, String key, Optional<String> versionId) {

  private static final String SIDE_CAR_SUFFIX = ".meta.json";

  /**
   * @throws IllegalArgumentException if bucket or key is empty
   */
  public ObjectRef {
    if (bucket.isEmpty() || key.isEmpty()) {
      throw new IllegalArgumentException("An object has a bucket and a key");
    }
  }

  /** The newest version of the side-car that may describe this object: {@code <key>.meta.json}. */
  public ObjectRef sideCar() {
    return new ObjectRef(bucket, key + SIDE_CAR_SUFFIX, Optional.empty());
  }

  /** Whether this object is itself a side-car. */
  public boolean isSideCar() {
    return key.endsWith(SIDE_CAR_SUFFIX);
  }

  /** The object that this side-car describes; itself when it is no side-car. */
  public ObjectRef described() {
    return isSideCar()
        ? new ObjectRef(
            bucket, key.substring(0, key.length() - SIDE_CAR_SUFFIX.length()), Optional.empty())
        : this;
  }
}

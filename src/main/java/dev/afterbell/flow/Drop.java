package dev.afterbell.flow;

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
 * @param at when it was dropped
 */
@SuppressWarnings("ArrayRecordComponent")
record Drop(DropKey key, String objectKey, byte[] bytes, Map<String, String> metadata, Instant at) {

  Drop {
    metadata = Map.copyOf(metadata);
  }

  Optional<String> said(String name) {
    return Optional.ofNullable(metadata.get(name)).filter(v -> !v.isBlank());
  }
}

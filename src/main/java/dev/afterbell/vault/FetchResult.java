package dev.afterbell.vault;

import java.util.Map;
import java.util.Optional;

/** What came of fetching a dropped object. */
public sealed interface FetchResult {

  /**
   * The whole object.
   *
   * @param bytes not copied; treat as read-only
   * @param metadata user metadata, names in lower case without {@code x-amz-meta-}
   * @param contentType as the person or tool that dropped it declared it
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Body(byte[] bytes, Map<String, String> metadata, Optional<String> contentType)
      implements FetchResult {
    public Body {
      metadata = Map.copyOf(metadata);
    }
  }

  /** There is no such object (any more), or no right to know about it. */
  record Gone() implements FetchResult {}

  /**
   * The object has more bytes than {@code Limits.BODY_BYTES_MAX}, whatever its length header says.
   *
   * @param bytesSeen bytes read until that was known, or the declared length where it already was
   *     too large
   */
  record TooLarge(long bytesSeen) implements FetchResult {}
}

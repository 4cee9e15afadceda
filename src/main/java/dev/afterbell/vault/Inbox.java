package dev.afterbell.vault;

import java.util.Optional;

/**
 * Where people and feeds drop documents.
 *
 * <p>Every method throws {@link StoreUnavailable} when the store cannot be asked.
 */
public interface Inbox {

  /** Reads a dropped object up to {@code Limits.BODY_BYTES_MAX} bytes. */
  FetchResult fetch(ObjectRef object);

  /**
   * Copies, inside the store, an object that is too large to read, so that it is kept even if its
   * inbox object goes.
   *
   * @return the key of the copy; absent if the object is gone or too large to copy in one request
   */
  Optional<String> keepRejected(ObjectRef object);
}

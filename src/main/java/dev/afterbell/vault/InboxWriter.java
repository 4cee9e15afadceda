package dev.afterbell.vault;

import java.util.Map;

/**
 * Drops documents into the inbox, as people and feeds do.
 *
 * <p>Every method throws {@link StoreUnavailable} when the store cannot be asked.
 */
public interface InboxWriter {

  /** Whether something lies under a key. */
  boolean has(String key);

  /**
   * Drops an object where nothing lies yet.
   *
   * @param metadata what the dropper says of it
   * @return whether it was dropped; false if something was there before
   */
  boolean drop(String key, byte[] bytes, Map<String, String> metadata);
}

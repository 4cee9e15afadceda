package dev.afterbell.vault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body read whole up to a cap that is enforced on the stream itself; no header is believed. */
public sealed interface BoundedBody {

  /**
   * The stream ended within the cap.
   *
   * @param bytes all of it; not copied
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Whole(byte[] bytes) implements BoundedBody {}

  /**
   * The stream went on beyond the cap.
   *
   * @param bytesSeen bytes read until that was known
   */
  record Over(long bytesSeen) implements BoundedBody {}

  /**
   * Reads {@code in} to its end or to the first byte beyond {@code bytesMax}; does not close it.
   *
   * @param bytesMax largest body accepted, from 0
   * @throws IOException if the stream fails
   */
  static BoundedBody read(InputStream in, int bytesMax) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[64 * 1024];
    long seen = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      seen += n;
      if (seen > bytesMax) {
        return new Over(seen);
      }
      out.write(buffer, 0, n);
    }
    return new Whole(out.toByteArray());
  }
}

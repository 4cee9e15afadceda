package dev.afterbell.ledger.dynamo;

import dev.afterbell.ledger.Payload;
import dev.afterbell.limit.Limits;
import dev.afterbell.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A payload as an item carries it: deflated in the item, or, where that is more than {@link
 * Limits#PAYLOAD_PACKED_BYTES_MAX}, in the vault under its digest. The digest is always that of the
 * unpacked bytes, so it does not depend on the compressor.
 *
 * @param attributes what the item gets
 */
record PackedPayload(Map<String, AttributeValue> attributes) {

  PackedPayload {
    attributes = Map.copyOf(attributes);
  }

  /**
   * Packs a payload; puts it into the vault if it is too large for the table.
   *
   * @throws IllegalArgumentException if it is larger than {@link Limits#PAYLOAD_BYTES_MAX}
   */
  static PackedPayload pack(Payload payload, Vault vault) {
    if (payload.length() > Limits.PAYLOAD_BYTES_MAX) {
      throw new IllegalArgumentException("Too large for a payload: " + payload.length());
    }
    AttributeValue digest = Item.text(payload.sha256().hex());
    AttributeValue size = Item.number(payload.length());
    byte[] packed = deflate(payload.bytes());
    if (packed.length > Limits.PAYLOAD_PACKED_BYTES_MAX) {
      vault.put(payload.bytes());
      return new PackedPayload(
          Map.of(
              Item.DIGEST, digest, Item.SIZE, size, Item.IN_VAULT, AttributeValue.fromBool(true)));
    }
    AttributeValue content = AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(packed));
    return new PackedPayload(Map.of(Item.DIGEST, digest, Item.SIZE, size, Item.PAYLOAD, content));
  }

  static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
      byte[] buffer = new byte[8 * 1024];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /** The unpacked bytes; absent if they are not {@code length} bytes or not deflated at all. */
  static Optional<byte[]> inflate(byte[] packed, int length) {
    if (length < 0 || length > Limits.PAYLOAD_BYTES_MAX) {
      return Optional.empty();
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] bytes = new byte[length + 1]; // one more, to see that there is no more
      int filled = 0;
      while (!inflater.finished() && filled <= length) {
        int n = inflater.inflate(bytes, filled, bytes.length - filled);
        if (n == 0 && !inflater.finished()) {
          return Optional.empty();
        }
        filled += n;
      }
      return filled == length ? Optional.of(Arrays.copyOf(bytes, length)) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}

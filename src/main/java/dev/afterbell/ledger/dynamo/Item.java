package dev.afterbell.ledger.dynamo;

import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.EntryKey;
import dev.afterbell.ledger.EntryKind;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of the table's items, and typed access to them. */
final class Item {

  static final String BOOK = "ticker";
  static final String SORT_KEY = "eventDate";
  static final String SCHEMA = "schema";
  static final String KIND = "kind";
  static final String RECORDED_AT = "recordedAt";
  static final String PAYLOAD = "payload";
  static final String IN_VAULT = "inVault";
  static final String DIGEST = "sha256";
  static final String SIZE = "size";
  static final String SEQ = "seq";
  static final String PREV_HASH = "prevHash";
  static final String HASH = "hash";
  static final String VERSION = "version";
  static final String DUE = "due";
  static final String DOCUMENT = "document";
  static final String EXPIRES_AT = "expiresAt";
  static final String ENTRY = "entry";
  static final String OBJECT_KEY = "objectKey";
  static final String SEQUENCER = "sequencer";
  static final String STATE = "state";
  static final String FENCE = "fence";
  static final String LEASE_UNTIL = "leaseUntil";

  /** Version of the items' layout that this code writes, and the newest that it reads. */
  static final int SCHEMA_NOW = 1;

  private final Map<String, AttributeValue> attributes;

  Item(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  /** What every new item starts with. */
  static Map<String, AttributeValue> start(EntryKey key, EntryKind kind) {
    Map<String, AttributeValue> item = new TreeMap<>(key(key.book(), key.sortKey()));
    item.put(SCHEMA, number(SCHEMA_NOW));
    item.put(KIND, text(kind.name()));
    return item;
  }

  static Map<String, AttributeValue> key(Book book, SortKey sortKey) {
    return Map.of(BOOK, text(book.name()), SORT_KEY, text(sortKey.toString()));
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /**
   * The item itself, once it is known to fit.
   *
   * @throws IllegalStateException if it is larger than {@link Limits#ITEM_BYTES_MAX}; payloads too
   *     large for an item go to the vault before
   */
  static Map<String, AttributeValue> measured(Map<String, AttributeValue> item) {
    long bytes = bytes(item);
    if (bytes > Limits.ITEM_BYTES_MAX) {
      throw new IllegalStateException("An item of " + bytes + " bytes does not fit the table");
    }
    return item;
  }

  /** Size as DynamoDB counts it, numbers by their digits (an upper bound). */
  static long bytes(Map<String, AttributeValue> item) {
    long bytes = 0;
    for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
      AttributeValue value = attribute.getValue();
      bytes += attribute.getKey().getBytes(StandardCharsets.UTF_8).length;
      bytes +=
          switch (value.type()) {
            case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
            case N -> value.n().length();
            case B -> value.b().asByteArrayUnsafe().length;
            default -> 1;
          };
    }
    return bytes;
  }

  Optional<String> optionalText(String name) {
    return Optional.ofNullable(attributes.get(name)).flatMap(v -> Optional.ofNullable(v.s()));
  }

  /**
   * A text that must be there.
   *
   * @throws IllegalArgumentException if it is not
   */
  String textOf(String name) {
    return optionalText(name).orElseThrow(() -> new IllegalArgumentException("No text " + name));
  }

  Optional<Long> optionalNumber(String name) {
    return Optional.ofNullable(attributes.get(name))
        .flatMap(v -> Optional.ofNullable(v.n()))
        .map(Long::parseLong);
  }

  /**
   * A whole number that must be there.
   *
   * @throws IllegalArgumentException if it is not
   */
  long numberOf(String name) {
    return optionalNumber(name)
        .orElseThrow(() -> new IllegalArgumentException("No number " + name));
  }

  Optional<byte[]> optionalBytes(String name) {
    return Optional.ofNullable(attributes.get(name))
        .flatMap(v -> Optional.ofNullable(v.b()))
        .map(b -> b.asByteArray());
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }
}

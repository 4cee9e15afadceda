package dev.afterbell.ledger.dynamo;

import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.filing.Sha256;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.ChainLink;
import dev.afterbell.ledger.CorruptEntry;
import dev.afterbell.ledger.EntryKey;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.Lookup;
import dev.afterbell.ledger.Payload;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.ledger.Stored;
import dev.afterbell.vault.Vault;
import dev.afterbell.vault.VaultRead;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads items into entries; one that cannot be read is reported, never guessed at. */
final class ItemReader {

  private final Vault vault;

  ItemReader(Vault vault) {
    this.vault = vault;
  }

  /** An item that cannot be used. */
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final CorruptEntry.Reason reason;

    Unusable(CorruptEntry.Reason reason, String detail) {
      super(detail);
      this.reason = reason;
    }
  }

  /** The entry of an item; absent for items that are no entries, such as the chain's head. */
  Lookup entry(Map<String, AttributeValue> attributes) {
    Item item = new Item(attributes);
    try {
      return read(item);
    } catch (Unusable e) {
      return corrupt(item, e.reason, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException | DateTimeException | CorruptJson e) {
      return corrupt(item, CorruptEntry.Reason.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  /** Whether an item's payload is kept in the vault. */
  static boolean isInVault(Map<String, AttributeValue> attributes) {
    return attributes.containsKey(Item.IN_VAULT);
  }

  /** Digest of an item's content as it is now; absent if there is none that can be unpacked. */
  Optional<Sha256> contentDigest(Map<String, AttributeValue> attributes) {
    Item item = new Item(attributes);
    try {
      return Optional.of(payload(item).sha256());
    } catch (Unusable | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static ChainLink link(Item item) {
    return new ChainLink(
        item.numberOf(Item.SEQ),
        new Sha256(item.textOf(Item.PREV_HASH)),
        new Sha256(item.textOf(Item.HASH)));
  }

  private Lookup read(Item item) throws Unusable {
    long schema = item.numberOf(Item.SCHEMA);
    if (schema > Item.SCHEMA_NOW) {
      throw new Unusable(CorruptEntry.Reason.FUTURE_SCHEMA, "schema " + schema);
    }
    SortKey sortKey = SortKey.parse(item.textOf(Item.SORT_KEY));
    if (!sortKey.kind().name().equals(item.textOf(Item.KIND))) {
      throw new Unusable(CorruptEntry.Reason.MALFORMED, "key and kind differ");
    }
    return switch (sortKey.kind()) {
      case CHAIN, DELIVERY, DOCUMENT, EVENT_DAY -> new Lookup.Absent();
      default -> new Lookup.Found(entry(item, sortKey));
    };
  }

  private LedgerEntry entry(Item item, SortKey sortKey) throws Unusable {
    Stored stored = stored(item, sortKey);
    if (sortKey instanceof SortKey.EventNow event) {
      Optional<LocalDate> due = item.optionalText(Item.DUE).map(LocalDate::parse);
      return new LedgerEntry.EventEntry(stored, event.date(), item.numberOf(Item.VERSION), due);
    }
    if (sortKey instanceof SortKey.EvidenceOf evidence) {
      return new LedgerEntry.EvidenceEntry(stored, evidence.id());
    }
    if (sortKey instanceof SortKey.ScoreAt score) {
      return new LedgerEntry.ScoreEntry(stored, score.date(), score.asOf(), score.method());
    }
    if (sortKey instanceof SortKey.SearchAt search) {
      return new LedgerEntry.SearchEntry(stored, search.date(), search.asOf());
    }
    return switch (sortKey.kind()) {
      case ISSUER, MEMBER -> new LedgerEntry.IssuerEntry(stored, item.numberOf(Item.VERSION));
      case VERSION -> new LedgerEntry.VersionEntry(stored, version(sortKey));
      case COMMENTARY ->
          new LedgerEntry.CommentaryEntry(
              stored, Instant.ofEpochSecond(item.numberOf(Item.EXPIRES_AT)));
      case REJECTED -> LedgerEntry.RejectedEntry.of(stored);
      case REMOVAL -> LedgerEntry.RemovalEntry.of(stored);
      default -> throw new IllegalArgumentException("No entry: " + sortKey);
    };
  }

  private Stored stored(Item item, SortKey sortKey) throws Unusable {
    Payload payload = payload(item);
    if (!payload.sha256().hex().equals(item.textOf(Item.DIGEST))) {
      throw new Unusable(
          CorruptEntry.Reason.DIGEST_MISMATCH, "content with digest " + payload.sha256());
    }
    EntryKey key =
        sortKey instanceof SortKey.Member member
            ? new EntryKey(Book.of(member.ticker()), new SortKey.IssuerNow())
            : new EntryKey(new Book(item.textOf(Item.BOOK)), sortKey);
    Optional<ChainLink> link = item.has(Item.SEQ) ? Optional.of(link(item)) : Optional.empty();
    return new Stored(key, payload, Instant.parse(item.textOf(Item.RECORDED_AT)), link);
  }

  private Payload payload(Item item) throws Unusable {
    Optional<byte[]> packed = item.optionalBytes(Item.PAYLOAD);
    if (packed.isPresent()) {
      long size = item.numberOf(Item.SIZE);
      int length = size < 0 || size > Integer.MAX_VALUE ? -1 : (int) size;
      return PackedPayload.inflate(packed.get(), length)
          .map(Payload::of)
          .orElseThrow(
              () ->
                  new Unusable(CorruptEntry.Reason.DIGEST_MISMATCH, "content cannot be unpacked"));
    }
    if (!item.has(Item.IN_VAULT)) {
      throw new Unusable(CorruptEntry.Reason.MALFORMED, "no content");
    }
    VaultRead read = vault.get(new Sha256(item.textOf(Item.DIGEST)));
    if (read instanceof VaultRead.Found found) {
      return Payload.of(found.bytes());
    }
    throw read instanceof VaultRead.Altered altered
        ? new Unusable(
            CorruptEntry.Reason.DIGEST_MISMATCH, "content with digest " + altered.actual())
        : new Unusable(CorruptEntry.Reason.CONTENT_MISSING, "content is not in the vault");
  }

  private static long version(SortKey key) {
    return key instanceof SortKey.EventVersion event
        ? event.version()
        : ((SortKey.IssuerVersion) key).version();
  }

  private static Lookup corrupt(Item item, CorruptEntry.Reason reason, String detail) {
    return new Lookup.Corrupt(
        new CorruptEntry(
            new Book(item.textOf(Item.BOOK)), item.textOf(Item.SORT_KEY), reason, detail));
  }
}

package dev.afterbell.ledger.dynamo;

import dev.afterbell.cloud.LocalStores;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Sha256;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.AppendOutcome;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Change;
import dev.afterbell.ledger.LedgerRead;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.Payload;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.vault.MemoryVault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A ledger on a table of its own, and words to write into it. */
public final class LedgerFixture {

  /** An issuer of the tests. */
  public static final Ticker TICKER = new Ticker("ACME");

  /** Its book. */
  public static final Book BOOK = Book.of(TICKER);

  /** The day of its event. */
  public static final LocalDate EVENT = LocalDate.parse("2026-05-27");

  /** The day on which that is due. */
  public static final LocalDate DUE = LocalDate.parse("2026-06-01");

  /** A time at which things are recorded. */
  public static final Instant NOON = Instant.parse("2026-05-27T12:00:00Z");

  public final String table = LocalStores.newTable();
  public final WatchedDynamo dynamo = new WatchedDynamo(LocalStores.dynamo());
  public final MemoryVault vault = new MemoryVault();
  public final DynamoLedger ledger =
      new DynamoLedger(dynamo.client(), table, vault, attempt -> Thread.onSpinWait());

  /** Evidence of a document that says {@code text}. */
  public static NewEntry evidence(String id, String text) {
    return NewEntry.evidence(
        new SortKey.EvidenceOf(EvidenceId.parse(id)), payload(text), document(text));
  }

  /** Digest of a document that says {@code text}. */
  public static Sha256 document(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A payload that says {@code text}. */
  public static Payload payload(String text) {
    return Payload.of("{\"text\":\"" + text + "\"}");
  }

  /** A score card as of the due instant. */
  public static NewEntry score(String text) {
    return NewEntry.score(
        new SortKey.ScoreAt(EVENT, OffsetDateTime.parse("2026-06-01T20:30:00-04:00"), 1),
        payload(text));
  }

  /** Sets the event at a version. */
  public static Change.SetEvent event(String text, long expectedVersion) {
    return new Change.SetEvent(EVENT, payload(text), Optional.of(DUE), expectedVersion);
  }

  /** Sets the issuer at a version. */
  public static Change.SetIssuer issuer(String text, long expectedVersion) {
    return new Change.SetIssuer(payload(text), expectedVersion);
  }

  /** Appends an entry. */
  public AppendOutcome append(NewEntry entry) {
    return ledger.append(Append.of(BOOK, NOON, entry));
  }

  /** Makes a change. */
  public AppendOutcome append(Change change) {
    return ledger.append(Append.of(BOOK, NOON, change));
  }

  /** All that is dated. */
  public LedgerRead readAll() {
    return ledger.read(BOOK, LocalDate.parse("2020-01-01"), LocalDate.parse("2030-01-01"), NOON);
  }

  /** An item as it stands in the table. */
  public Map<String, AttributeValue> item(Book book, String sortKey) {
    return LocalStores.dynamo()
        .getItem(
            r ->
                r.tableName(table)
                    .key(Map.of("ticker", Item.text(book.name()), "eventDate", Item.text(sortKey))))
        .item();
  }

  /** Changes an attribute behind the ledger's back. */
  public void tamper(String sortKey, String attribute, AttributeValue value) {
    Map<String, AttributeValue> item = new HashMap<>(item(BOOK, sortKey));
    item.put(attribute, value);
    LocalStores.dynamo().putItem(r -> r.tableName(table).item(item));
  }

  /** Removes an item behind the ledger's back. */
  public void remove(String sortKey) {
    LocalStores.dynamo()
        .deleteItem(
            r ->
                r.tableName(table)
                    .key(
                        Map.of("ticker", Item.text(BOOK.name()), "eventDate", Item.text(sortKey))));
  }

  /** Puts an item behind the ledger's back. */
  public void put(Map<String, AttributeValue> item) {
    LocalStores.dynamo().putItem(r -> r.tableName(table).item(item));
  }
}

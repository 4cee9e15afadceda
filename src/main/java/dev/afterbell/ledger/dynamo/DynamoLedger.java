package dev.afterbell.ledger.dynamo;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.AppendOutcome;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Claim;
import dev.afterbell.ledger.ClaimOutcome;
import dev.afterbell.ledger.CorruptEntry;
import dev.afterbell.ledger.Delivery;
import dev.afterbell.ledger.DueEvent;
import dev.afterbell.ledger.EntryKey;
import dev.afterbell.ledger.EntryKind;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.LedgerRead;
import dev.afterbell.ledger.Lookup;
import dev.afterbell.ledger.Payload;
import dev.afterbell.ledger.ReadCost;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.ledger.Verification;
import dev.afterbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The ledger on one DynamoDB table: partition key {@code ticker}, sort key {@code eventDate}, index
 * {@code due}. It puts, updates, gets and queries; it never scans and never deletes.
 */
public final class DynamoLedger implements Ledger {

  private static final String INDEX = "due";
  private static final String EVENT_DAY = "@EVENT#";

  /** Sorts after every key of a day: {@code $} follows {@code #}. */
  private static final String END_OF_DAY = "$";

  private final DynamoTable table;
  private final Vault vault;
  private final ItemReader reader;
  private final DynamoAppends appends;
  private final DynamoDeliveries deliveries;

  /**
   * The ledger of a table.
   *
   * @param client set up with {@link DynamoTable#configure}
   * @param tableName the table's name
   * @param vault where payloads go that are too large for the table
   * @param pause how long to wait before trying again what lost to another
   */
  public DynamoLedger(DynamoDbClient client, String tableName, Vault vault, Pause pause) {
    this.table = new DynamoTable(client, tableName);
    this.vault = vault;
    this.reader = new ItemReader(vault);
    this.appends = new DynamoAppends(table, vault, pause);
    this.deliveries = new DynamoDeliveries(table);
  }

  @Override
  public AppendOutcome append(Append append) {
    return appends.append(append);
  }

  @Override
  public LedgerRead read(Book book, LocalDate from, LocalDate to, Instant now) {
    return entries(table.range(book, from.toString(), to + END_OF_DAY), now);
  }

  @Override
  public Lookup entry(EntryKey key, Instant now) {
    Lookup lookup = table.get(key).map(reader::entry).orElse(new Lookup.Absent());
    return lookup instanceof Lookup.Found found && isExpired(found.entry(), now)
        ? new Lookup.Absent()
        : lookup;
  }

  @Override
  public Lookup issuer(Ticker ticker) {
    return entry(new EntryKey(Book.of(ticker), new SortKey.IssuerNow()), Instant.EPOCH);
  }

  @Override
  public LedgerRead issuers() {
    return entries(table.range(Book.ISSUERS, "@MEMBER#", "@MEMBER$"), Instant.EPOCH);
  }

  @Override
  public List<LocalDate> eventDates(Ticker ticker, int max) {
    QueryResponse response =
        DynamoTable.call(
            "DynamoDB Query",
            () ->
                table
                    .client()
                    .query(
                        r ->
                            r.tableName(table.name())
                                .keyConditionExpression(
                                    "ticker = :t AND begins_with(eventDate, :day)")
                                .expressionAttributeValues(
                                    Map.of(
                                        ":t", Item.text(ticker.symbol()),
                                        ":day", Item.text(EVENT_DAY)))
                                .consistentRead(true)
                                .scanIndexForward(false)
                                .limit(max)));
    return response.items().stream()
        .map(i -> new Item(i).textOf(Item.SORT_KEY).substring(EVENT_DAY.length()))
        .map(LocalDate::parse)
        .toList();
  }

  @Override
  public List<DueEvent> dueOn(LocalDate day) {
    DynamoTable.Page page =
        table.all(
            QueryRequest.builder()
                .indexName(INDEX)
                .keyConditionExpression("#due = :day")
                .expressionAttributeNames(Map.of("#due", Item.DUE))
                .expressionAttributeValues(Map.of(":day", Item.text(day.toString()))));
    return page.items().stream().map(i -> due(new Item(i), day)).toList();
  }

  private static DueEvent due(Item item, LocalDate day) {
    if (SortKey.parse(item.textOf(Item.SORT_KEY)) instanceof SortKey.EventNow event) {
      return new DueEvent(new Ticker(item.textOf(Item.BOOK)), event.date(), day);
    }
    throw new IllegalStateException("Only events are due");
  }

  @Override
  public boolean keepCommentary(EntryKey key, Payload payload, Instant now, Instant expiresAt) {
    if (key.sortKey().kind() != EntryKind.COMMENTARY) {
      throw new IllegalArgumentException("Not a commentary: " + key);
    }
    Map<String, AttributeValue> item = Item.start(key, EntryKind.COMMENTARY);
    item.putAll(PackedPayload.pack(payload, vault).attributes());
    item.put(Item.RECORDED_AT, Item.text(now.toString()));
    item.put(Item.EXPIRES_AT, Item.number(expiresAt.getEpochSecond()));
    try {
      DynamoTable.call(
          "DynamoDB PutItem",
          () ->
              table
                  .client()
                  .putItem(
                      r ->
                          r.tableName(table.name())
                              .item(Item.measured(item))
                              .conditionExpression(
                                  "attribute_not_exists(ticker) OR expiresAt <= :now")
                              .expressionAttributeValues(
                                  Map.of(":now", Item.number(now.getEpochSecond())))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public ClaimOutcome claim(Delivery delivery, Instant now, Duration lease) {
    return deliveries.claim(delivery, now, lease);
  }

  @Override
  public boolean finish(Claim claim) {
    return deliveries.finish(claim);
  }

  @Override
  public Verification verify(Book book) {
    return new ChainWalk(table, appends, reader).verify(book);
  }

  private LedgerRead entries(DynamoTable.Page page, Instant now) {
    List<LedgerEntry> entries = new ArrayList<>();
    List<CorruptEntry> corrupt = new ArrayList<>();
    int vaultReads = 0;
    for (Map<String, AttributeValue> item : page.items()) {
      vaultReads += ItemReader.isInVault(item) ? 1 : 0;
      Lookup lookup = reader.entry(item);
      if (lookup instanceof Lookup.Found found && !isExpired(found.entry(), now)) {
        entries.add(found.entry());
      } else if (lookup instanceof Lookup.Corrupt broken) {
        corrupt.add(broken.entry());
      }
    }
    return new LedgerRead(entries, corrupt, page.cost().plus(new ReadCost(0, 0, vaultReads)));
  }

  /** DynamoDB deletes what has expired within days, not at once. */
  private static boolean isExpired(LedgerEntry entry, Instant now) {
    return entry instanceof LedgerEntry.CommentaryEntry commentary
        && !commentary.expiresAt().isAfter(now);
  }
}

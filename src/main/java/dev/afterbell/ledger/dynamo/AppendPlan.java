package dev.afterbell.ledger.dynamo;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Sha256;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.ChainHead;
import dev.afterbell.ledger.ChainLink;
import dev.afterbell.ledger.Change;
import dev.afterbell.ledger.EntryKey;
import dev.afterbell.ledger.EntryKind;
import dev.afterbell.ledger.HashChain;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.Payload;
import dev.afterbell.ledger.SortKey;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The transaction that makes an append on top of one head of the chain: the writes, and what each
 * one is for, so that a cancellation can be told apart.
 */
final class AppendPlan {

  private static final String NOT_THERE = "attribute_not_exists(ticker)";

  private final DynamoTable table;
  private final Append append;
  private final Map<Payload, PackedPayload> packed;
  private final List<Step> steps = new ArrayList<>();
  private final List<ChainLink> links = new ArrayList<>();
  private ChainHead head;

  /** What a write is for. */
  sealed interface Purpose {

    /** A new entry. */
    record Entry(NewEntry entry) implements Purpose {}

    /** Where a document is held. */
    record Document() implements Purpose {}

    /** What stands now. */
    record Current(SortKey key) implements Purpose {}

    /** The end of a claim. */
    record Completion() implements Purpose {}

    /** A consequence of the other writes; fails only if one of them does. */
    record Consequence() implements Purpose {}

    /** The head of the chain. */
    record Head() implements Purpose {}
  }

  /** A write and its purpose. */
  record Step(Purpose purpose, TransactWriteItem write) {}

  private AppendPlan(
      DynamoTable table, Append append, Map<Payload, PackedPayload> packed, ChainHead head) {
    this.table = table;
    this.append = append;
    this.packed = packed;
    this.head = head;
  }

  /** Plans an append on top of {@code head}; {@code packed} has each of its payloads. */
  static AppendPlan of(
      DynamoTable table, Append append, Map<Payload, PackedPayload> packed, ChainHead head) {
    AppendPlan plan = new AppendPlan(table, append, packed, head);
    plan.addEntries();
    append.changes().forEach(plan::addChange);
    append
        .completes()
        .ifPresent(
            claim ->
                plan.add(
                    new Purpose.Completion(),
                    TransactWriteItem.builder()
                        .update(new DynamoDeliveries(table).completion(claim))
                        .build()));
    if (!plan.links.isEmpty()) {
      plan.addHead(head);
    }
    return plan;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  List<ChainLink> links() {
    return List.copyOf(links);
  }

  private void addEntries() {
    Set<Sha256> documents = new LinkedHashSet<>();
    for (NewEntry entry : append.entries()) {
      Map<String, AttributeValue> item = chained(entry.key(), entry.payload());
      entry.document().ifPresent(d -> item.put(Item.DOCUMENT, Item.text(d.hex())));
      add(new Purpose.Entry(entry), putNew(item));
      if (entry.document().isPresent() && documents.add(entry.document().get())) {
        EntryKey key = new EntryKey(append.book(), new SortKey.DocumentOf(entry.document().get()));
        Map<String, AttributeValue> holder = Item.start(key, EntryKind.DOCUMENT);
        holder.put(Item.ENTRY, Item.text(entry.key().toString()));
        add(new Purpose.Document(), putNew(holder));
      }
    }
  }

  private void addChange(Change change) {
    if (change instanceof Change.SetEvent event) {
      addEvent(event);
    } else if (change instanceof Change.SetIssuer issuer) {
      addIssuer(issuer);
    } else {
      Update clear =
          Update.builder()
              .tableName(table.name())
              .key(Item.key(append.book(), change.key()))
              .updateExpression("REMOVE #due")
              .conditionExpression("#version = :version")
              .expressionAttributeNames(Map.of("#due", Item.DUE, "#version", Item.VERSION))
              .expressionAttributeValues(Map.of(":version", Item.number(change.expectedVersion())))
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
              .build();
      add(new Purpose.Current(change.key()), TransactWriteItem.builder().update(clear).build());
    }
  }

  private void addEvent(Change.SetEvent event) {
    long version = event.expectedVersion() + 1;
    Map<String, AttributeValue> item =
        version(new SortKey.EventVersion(event.date(), version), event.payload());
    Map<String, AttributeValue> current = current(item, event.key(), version);
    event.due().ifPresent(due -> current.put(Item.DUE, Item.text(due.toString())));
    add(new Purpose.Current(event.key()), putOver(current, event.expectedVersion()));
    if (event.expectedVersion() == 0) {
      EntryKey day = new EntryKey(append.book(), new SortKey.EventDay(event.date()));
      add(new Purpose.Consequence(), putNew(Item.start(day, EntryKind.EVENT_DAY)));
    }
  }

  private void addIssuer(Change.SetIssuer issuer) {
    long version = issuer.expectedVersion() + 1;
    LocalDate day = LocalDate.ofInstant(append.recordedAt(), ZoneOffset.UTC);
    Map<String, AttributeValue> item =
        version(new SortKey.IssuerVersion(day, version), issuer.payload());
    Map<String, AttributeValue> current = current(item, issuer.key(), version);
    add(new Purpose.Current(issuer.key()), putOver(current, issuer.expectedVersion()));
    SortKey.Member key = new SortKey.Member(new Ticker(append.book().name()));
    Map<String, AttributeValue> member = current(item, key, version);
    member.put(Item.BOOK, Item.text(Book.ISSUERS.name()));
    add(
        new Purpose.Consequence(),
        TransactWriteItem.builder()
            .put(Put.builder().tableName(table.name()).item(Item.measured(member)).build())
            .build());
  }

  /** Adds the chained version and gives its item, for what stands now to be made from. */
  private Map<String, AttributeValue> version(SortKey key, Payload payload) {
    Map<String, AttributeValue> item = chained(key, payload);
    add(new Purpose.Consequence(), putNew(item));
    return item;
  }

  private Map<String, AttributeValue> current(
      Map<String, AttributeValue> version, SortKey key, long number) {
    Map<String, AttributeValue> item = new TreeMap<>(version);
    item.putAll(Item.start(new EntryKey(append.book(), key), key.kind()));
    item.put(Item.VERSION, Item.number(number));
    return item;
  }

  private Map<String, AttributeValue> chained(SortKey sortKey, Payload payload) {
    EntryKey key = new EntryKey(append.book(), sortKey);
    ChainLink link = HashChain.next(head, key, payload.sha256(), append.recordedAt());
    head = head.after(link);
    links.add(link);
    Map<String, AttributeValue> item = Item.start(key, sortKey.kind());
    item.putAll(
        Optional.ofNullable(packed.get(payload))
            .orElseThrow(() -> new IllegalStateException("Not packed: " + payload))
            .attributes());
    item.put(Item.RECORDED_AT, Item.text(append.recordedAt().toString()));
    item.put(Item.SEQ, Item.number(link.seq()));
    item.put(Item.PREV_HASH, Item.text(link.prevHash().hex()));
    item.put(Item.HASH, Item.text(link.hash().hex()));
    return item;
  }

  private void addHead(ChainHead before) {
    EntryKey key = new EntryKey(append.book(), new SortKey.Chain());
    Map<String, AttributeValue> item = Item.start(key, EntryKind.CHAIN);
    item.put(Item.SEQ, Item.number(head.seq()));
    item.put(Item.HASH, Item.text(head.hash().hex()));
    Put.Builder put = Put.builder().tableName(table.name()).item(item);
    if (before.seq() == 0) {
      put.conditionExpression(NOT_THERE);
    } else {
      put.conditionExpression("#seq = :seq AND #hash = :hash")
          .expressionAttributeNames(Map.of("#seq", Item.SEQ, "#hash", Item.HASH))
          .expressionAttributeValues(
              Map.of(":seq", Item.number(before.seq()), ":hash", Item.text(before.hash().hex())));
    }
    add(new Purpose.Head(), TransactWriteItem.builder().put(put.build()).build());
  }

  private TransactWriteItem putNew(Map<String, AttributeValue> item) {
    return put(Put.builder().item(Item.measured(item)).conditionExpression(NOT_THERE));
  }

  private TransactWriteItem putOver(Map<String, AttributeValue> item, long expectedVersion) {
    if (expectedVersion == 0) {
      return putNew(item);
    }
    return put(
        Put.builder()
            .item(Item.measured(item))
            .conditionExpression("#version = :version")
            .expressionAttributeNames(Map.of("#version", Item.VERSION))
            .expressionAttributeValues(Map.of(":version", Item.number(expectedVersion))));
  }

  private TransactWriteItem put(Put.Builder put) {
    return TransactWriteItem.builder()
        .put(
            put.tableName(table.name())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build())
        .build();
  }

  private void add(Purpose purpose, TransactWriteItem write) {
    steps.add(new Step(purpose, write));
  }
}

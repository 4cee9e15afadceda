package dev.afterbell.ledger.dynamo;

import dev.afterbell.filing.Sha256;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.AppendOutcome;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.ChainHead;
import dev.afterbell.ledger.Change;
import dev.afterbell.ledger.EntryKey;
import dev.afterbell.ledger.EntryKind;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.Payload;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.limit.Limits;
import dev.afterbell.vault.StoreUnavailable;
import dev.afterbell.vault.Vault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Appends in one transaction with the head of the chain. A transaction that lost to another is
 * planned again on the new head, a bounded number of times; a failed condition of the append's own
 * is an outcome.
 */
final class DynamoAppends {

  private static final String CONDITION_FAILED = "ConditionalCheckFailed";

  private final DynamoTable table;
  private final Vault vault;
  private final Pause pause;

  DynamoAppends(DynamoTable table, Vault vault, Pause pause) {
    this.table = table;
    this.vault = vault;
    this.pause = pause;
  }

  AppendOutcome append(Append append) {
    Map<Payload, PackedPayload> packed = pack(append);
    for (int attempt = 1; attempt <= Limits.APPEND_ATTEMPTS_MAX; attempt++) {
      AppendPlan plan = AppendPlan.of(table, append, packed, head(append.book()));
      Optional<AppendOutcome> outcome = attempt(append, plan);
      if (outcome.isPresent()) {
        return outcome.get();
      }
      if (attempt < Limits.APPEND_ATTEMPTS_MAX) {
        pause.after(attempt);
      }
    }
    throw new StoreUnavailable("DynamoDB append to a busy book");
  }

  /** The head of a book's chain. */
  ChainHead head(Book book) {
    return table
        .get(new EntryKey(book, new SortKey.Chain()))
        .map(Item::new)
        .map(i -> new ChainHead(i.numberOf(Item.SEQ), new Sha256(i.textOf(Item.HASH))))
        .orElse(ChainHead.EMPTY);
  }

  private Map<Payload, PackedPayload> pack(Append append) {
    Map<Payload, PackedPayload> packed = new HashMap<>();
    for (NewEntry entry : append.entries()) {
      packed.computeIfAbsent(entry.payload(), p -> PackedPayload.pack(p, vault));
    }
    for (Change change : append.changes()) {
      if (change instanceof Change.SetEvent event) {
        packed.computeIfAbsent(event.payload(), p -> PackedPayload.pack(p, vault));
      } else if (change instanceof Change.SetIssuer issuer) {
        packed.computeIfAbsent(issuer.payload(), p -> PackedPayload.pack(p, vault));
      }
    }
    return packed;
  }

  /** The outcome; absent if the transaction lost to another and must be planned again. */
  private Optional<AppendOutcome> attempt(Append append, AppendPlan plan) {
    try {
      DynamoTable.call(
          "DynamoDB append",
          () ->
              table
                  .client()
                  .transactWriteItems(
                      r ->
                          r.transactItems(
                              plan.steps().stream().map(AppendPlan.Step::write).toList())));
      return Optional.of(new AppendOutcome.Appended(plan.links()));
    } catch (TransactionCanceledException e) {
      return cancelled(append, plan.steps(), e);
    }
  }

  private static Optional<AppendOutcome> cancelled(
      Append append, List<AppendPlan.Step> steps, TransactionCanceledException e) {
    List<CancellationReason> reasons = e.cancellationReasons();
    if (reasons.size() != steps.size()) {
      throw e;
    }
    for (int i = 0; i < steps.size(); i++) {
      CancellationReason reason = reasons.get(i);
      if (CONDITION_FAILED.equals(reason.code())) {
        Item old = new Item(reason.hasItem() ? reason.item() : Map.of());
        Optional<AppendOutcome> outcome = failed(append, steps.get(i).purpose(), old);
        if (outcome.isPresent()) {
          return outcome;
        }
      } else if (!isPassing(reason.code())) {
        throw e;
      }
    }
    return Optional.empty();
  }

  /** Nothing wrong with that write, or something that another attempt may mend. */
  private static boolean isPassing(String code) {
    return switch (code) {
      case "None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" ->
          true;
      default -> false;
    };
  }

  private static Optional<AppendOutcome> failed(
      Append append, AppendPlan.Purpose purpose, Item old) {
    if (purpose instanceof AppendPlan.Purpose.Entry entry) {
      EntryKey key = new EntryKey(append.book(), entry.entry().key());
      return Optional.of(
          isSame(entry.entry(), old)
              ? new AppendOutcome.AlreadyThere(key)
              : new AppendOutcome.KeyTaken(key));
    }
    if (purpose instanceof AppendPlan.Purpose.Document) {
      SortKey holder = SortKey.parse(old.textOf(Item.ENTRY));
      return Optional.of(new AppendOutcome.AlreadyThere(new EntryKey(append.book(), holder)));
    }
    if (purpose instanceof AppendPlan.Purpose.Current current) {
      return Optional.of(
          new AppendOutcome.VersionConflict(new EntryKey(append.book(), current.key())));
    }
    if (purpose instanceof AppendPlan.Purpose.Completion) {
      return Optional.of(new AppendOutcome.FenceLost());
    }
    return Optional.empty();
  }

  /** Whether what stands there is what was to be written, so that nothing is lost. */
  private static boolean isSame(NewEntry entry, Item old) {
    if (entry.key().kind() != EntryKind.EVIDENCE) {
      return true;
    }
    return entry.document().isPresent()
        ? entry.document().map(Sha256::hex).equals(old.optionalText(Item.DOCUMENT))
        : old.optionalText(Item.DIGEST).equals(Optional.of(entry.payload().sha256().hex()));
  }
}

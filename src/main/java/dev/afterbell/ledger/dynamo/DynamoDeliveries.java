package dev.afterbell.ledger.dynamo;

import dev.afterbell.ledger.Claim;
import dev.afterbell.ledger.ClaimOutcome;
import dev.afterbell.ledger.Delivery;
import dev.afterbell.ledger.EntryKind;
import dev.afterbell.ledger.Sequencer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Who deals with a dropped object. Its state is one item, {@code @DELIVERY#<digest of the key>}:
 *
 * <pre>
 * absent ──claim──▶ CLAIMED(sequencer, fence, leaseUntil) ──finish──▶ DONE(sequencer, fence)
 *                      │  ▲                                              │
 *                      └──┘ the lease has run out, or a newer sequencer   └──▶ CLAIMED by a newer one
 * </pre>
 *
 * <p>Every claim raises the fence, and only the holder of the latest fence can finish, so that an
 * owner whose lease ran out cannot overwrite what the next one did. A crash at any point leaves
 * CLAIMED, which another delivery of the notice takes over once the lease has run out, or DONE.
 */
final class DynamoDeliveries {

  static final String CLAIMED = "CLAIMED";
  static final String DONE = "DONE";

  private static final String CAN_CLAIM =
      "attribute_not_exists(ticker) OR sequencer < :seq"
          + " OR (sequencer = :seq AND #state = :claimed AND leaseUntil <= :now)";
  private static final String SET_CLAIM =
      "SET #schema = :schema, kind = :kind, objectKey = :key, sequencer = :seq, #state = :claimed,"
          + " leaseUntil = :until, fence = if_not_exists(fence, :zero) + :one";
  private static final String IS_OURS = "#state = :claimed AND sequencer = :seq AND fence = :fence";
  private static final String SET_DONE = "SET #state = :done REMOVE leaseUntil";

  private final DynamoTable table;

  DynamoDeliveries(DynamoTable table) {
    this.table = table;
  }

  ClaimOutcome claim(Delivery delivery, Instant now, Duration lease) {
    Instant until = now.plus(lease);
    Map<String, AttributeValue> values =
        Map.ofEntries(
            Map.entry(":schema", Item.number(Item.SCHEMA_NOW)),
            Map.entry(":kind", Item.text(EntryKind.DELIVERY.name())),
            Map.entry(":key", Item.text(delivery.objectKey())),
            Map.entry(":seq", Item.text(delivery.sequencer().digits())),
            Map.entry(":claimed", Item.text(CLAIMED)),
            Map.entry(":until", Item.number(until.toEpochMilli())),
            Map.entry(":now", Item.number(now.toEpochMilli())),
            Map.entry(":zero", Item.number(0)),
            Map.entry(":one", Item.number(1)));
    try {
      UpdateItemResponse response =
          DynamoTable.call(
              "DynamoDB claim of a delivery",
              () ->
                  table
                      .client()
                      .updateItem(
                          r ->
                              r.tableName(table.name())
                                  .key(Item.key(delivery.book(), delivery.stateKey().sortKey()))
                                  .conditionExpression(CAN_CLAIM)
                                  .updateExpression(SET_CLAIM)
                                  .expressionAttributeNames(
                                      Map.of("#state", Item.STATE, "#schema", Item.SCHEMA))
                                  .expressionAttributeValues(values)
                                  .returnValues(ReturnValue.ALL_NEW)
                                  .returnValuesOnConditionCheckFailure(
                                      ReturnValuesOnConditionCheckFailure.ALL_OLD)));
      long fence = new Item(response.attributes()).numberOf(Item.FENCE);
      return new ClaimOutcome.Claimed(new Claim(delivery, fence, until));
    } catch (ConditionalCheckFailedException e) {
      return refused(delivery, new Item(e.item()));
    }
  }

  private static ClaimOutcome refused(Delivery delivery, Item state) {
    Sequencer newest = new Sequencer(state.textOf(Item.SEQUENCER));
    if (newest.compareTo(delivery.sequencer()) > 0) {
      return new ClaimOutcome.Stale(newest);
    }
    return state.textOf(Item.STATE).equals(DONE)
        ? new ClaimOutcome.Duplicate()
        : new ClaimOutcome.Busy(Instant.ofEpochMilli(state.numberOf(Item.LEASE_UNTIL)));
  }

  boolean finish(Claim claim) {
    Update update = completion(claim);
    try {
      DynamoTable.call(
          "DynamoDB completion of a delivery",
          () ->
              table
                  .client()
                  .updateItem(
                      r ->
                          r.tableName(update.tableName())
                              .key(update.key())
                              .conditionExpression(update.conditionExpression())
                              .updateExpression(update.updateExpression())
                              .expressionAttributeNames(update.expressionAttributeNames())
                              .expressionAttributeValues(update.expressionAttributeValues())
                              .returnValuesOnConditionCheckFailure(
                                  ReturnValuesOnConditionCheckFailure.ALL_OLD)));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return isFinishedBy(claim, new Item(e.item()));
    }
  }

  /** Whether this very claim was finished before. */
  static boolean isFinishedBy(Claim claim, Item state) {
    return state.optionalText(Item.STATE).equals(Optional.of(DONE))
        && state.optionalNumber(Item.FENCE).equals(Optional.of(claim.fence()));
  }

  /** The write that finishes a claim, if it is still the latest. */
  Update completion(Claim claim) {
    Delivery delivery = claim.delivery();
    return Update.builder()
        .tableName(table.name())
        .key(Item.key(delivery.book(), delivery.stateKey().sortKey()))
        .conditionExpression(IS_OURS)
        .updateExpression(SET_DONE)
        .expressionAttributeNames(Map.of("#state", Item.STATE))
        .expressionAttributeValues(
            Map.of(
                ":claimed", Item.text(CLAIMED),
                ":done", Item.text(DONE),
                ":seq", Item.text(delivery.sequencer().digits()),
                ":fence", Item.number(claim.fence())))
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }
}

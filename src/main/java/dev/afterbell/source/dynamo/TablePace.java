package dev.afterbell.source.dynamo;

import dev.afterbell.limit.Limits;
import dev.afterbell.source.edgar.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A pace that all processes share: the last turn given is a number in one item of the table,
 * {@code @PACE} / {@code EDGAR}. It is no entry of the ledger: nothing is derived from it, and it
 * may be lost. While others wait, a turn is one write that adds the spacing, whoever else does the
 * same; when nobody waits, it is one write more, which only the first of those who come at once
 * gets.
 */
public final class TablePace implements Pace {

  private static final Map<String, AttributeValue> KEY =
      Map.of("ticker", AttributeValue.fromS("@PACE"), "eventDate", AttributeValue.fromS("EDGAR"));
  private static final String WAITING = "turn BETWEEN :recent AND :latest";
  private static final String IDLE = "attribute_not_exists(turn) OR turn < :recent";

  /** Who loses the first turn of an idle time joins the queue in the next round. */
  private static final int ROUNDS_MAX = 3;

  private static final long SPACING = Duration.ofMillis(Limits.EDGAR_SPACING_MILLIS).toNanos();
  private static final long QUEUE = Duration.ofMillis(Limits.EDGAR_QUEUE_MILLIS_MAX).toNanos();

  private final DynamoDbClient client;
  private final String table;

  /** A pace kept in {@code table}; nothing is asked yet. */
  public TablePace(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public Turn reserve(long nowNanos) {
    try {
      for (int round = 1; round <= ROUNDS_MAX; round++) {
        OptionalLong queued = queued(nowNanos);
        if (queued.isPresent()) {
          return new At(queued.getAsLong());
        }
        OptionalLong first = first(nowNanos);
        if (first.isPresent()) {
          return new At(first.getAsLong());
        }
      }
      return new None();
    } catch (SdkException e) {
      return new Unknown();
    }
  }

  /** The turn after the last one, if that is not over and the queue not full. */
  private OptionalLong queued(long nowNanos) {
    return changed(
        request("SET turn = turn + :spacing", WAITING)
            .expressionAttributeValues(
                Map.of(
                    ":spacing", number(SPACING),
                    ":recent", number(nowNanos - SPACING),
                    ":latest", number(nowNanos + QUEUE - SPACING))));
  }

  /** A turn at once, if the last one is over. */
  private OptionalLong first(long nowNanos) {
    return changed(
        request("SET turn = :now", IDLE)
            .expressionAttributeValues(
                Map.of(":now", number(nowNanos), ":recent", number(nowNanos - SPACING))));
  }

  private UpdateItemRequest.Builder request(String change, String condition) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(KEY)
        .updateExpression(change)
        .conditionExpression(condition)
        .returnValues(ReturnValue.UPDATED_NEW)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.NONE);
  }

  private OptionalLong changed(UpdateItemRequest.Builder request) {
    try {
      return Optional.ofNullable(client.updateItem(request.build()).attributes().get("turn"))
          .map(turn -> OptionalLong.of(Long.parseLong(turn.n())))
          .orElse(OptionalLong.empty());
    } catch (ConditionalCheckFailedException e) {
      return OptionalLong.empty();
    }
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}

package dev.afterbell.ledger.dynamo;

import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.EntryKey;
import dev.afterbell.ledger.ReadCost;
import dev.afterbell.limit.Limits;
import dev.afterbell.vault.StoreBudget;
import dev.afterbell.vault.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Requests to the table, and how their failures are told apart. */
public final class DynamoTable {

  private final DynamoDbClient client;
  private final String name;

  DynamoTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** Sets a client's attempts and timeouts. */
  public static void configure(DynamoDbClientBuilder builder, StoreBudget budget) {
    builder.overrideConfiguration(
        c ->
            c.retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(budget.attemptsMax())
                        .build())
                .apiCallAttemptTimeout(budget.attemptTimeout())
                .apiCallTimeout(budget.totalTimeout()));
  }

  /**
   * Items and what reading them cost.
   *
   * @param items in the order of the query
   */
  record Page(List<Map<String, AttributeValue>> items, ReadCost cost) {
    Page {
      items = List.copyOf(items);
    }
  }

  String name() {
    return name;
  }

  DynamoDbClient client() {
    return client;
  }

  /**
   * Makes a request. What only time can mend becomes {@link StoreUnavailable}; failed conditions,
   * cancelled transactions and what a person must mend are thrown as they came.
   */
  static <T> T call(String operation, Supplier<T> request) {
    try {
      return request.get();
    } catch (ProvisionedThroughputExceededException
        | RequestLimitExceededException
        | TransactionInProgressException
        | TransactionConflictException e) {
      throw new StoreUnavailable(operation, e);
    } catch (ConditionalCheckFailedException e) {
      throw e;
    } catch (DynamoDbException e) {
      if (e.statusCode() >= 500 || e.isThrottlingException()) {
        throw new StoreUnavailable(operation, e);
      }
      throw e;
    } catch (SdkClientException e) {
      throw new StoreUnavailable(operation, e);
    }
  }

  /** One item, read consistently. */
  Optional<Map<String, AttributeValue>> get(EntryKey key) {
    GetItemResponse response =
        call(
            "DynamoDB GetItem",
            () ->
                client.getItem(
                    r ->
                        r.tableName(name)
                            .key(Item.key(key.book(), key.sortKey()))
                            .consistentRead(true)));
    return response.hasItem() ? Optional.of(response.item()) : Optional.empty();
  }

  /** A range of sort keys of a book, both ends included, read consistently. */
  Page range(Book book, String from, String to) {
    return all(
        QueryRequest.builder()
            .keyConditionExpression("ticker = :t AND eventDate BETWEEN :from AND :to")
            .expressionAttributeValues(
                Map.of(
                    ":t", Item.text(book.name()),
                    ":from", Item.text(from),
                    ":to", Item.text(to)))
            .consistentRead(true));
  }

  /** Runs a query to its end, a page for each MB. */
  Page all(QueryRequest.Builder query) {
    query.tableName(name).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    ReadCost cost = ReadCost.NONE;
    Optional<Map<String, AttributeValue>> next = Optional.empty();
    for (int page = 1; page <= Limits.QUERY_PAGES_MAX; page++) {
      next.ifPresent(query::exclusiveStartKey);
      QueryResponse response = call("DynamoDB Query", () -> client.query(query.build()));
      items.addAll(response.items());
      cost = cost.plus(new ReadCost(1, units(response.consumedCapacity()), 0));
      if (!response.hasLastEvaluatedKey() || response.lastEvaluatedKey().isEmpty()) {
        return new Page(items, cost);
      }
      next = Optional.of(response.lastEvaluatedKey());
    }
    throw new IllegalStateException("More than " + Limits.QUERY_PAGES_MAX + " pages in one query");
  }

  private static double units(@Nullable ConsumedCapacity capacity) {
    return capacity == null || capacity.capacityUnits() == null ? 0 : capacity.capacityUnits();
  }
}

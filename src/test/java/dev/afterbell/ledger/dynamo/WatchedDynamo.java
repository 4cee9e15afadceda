package dev.afterbell.ledger.dynamo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A DynamoDB client that counts requests and can fail before or after one of them takes effect. */
public final class WatchedDynamo {

  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final Deque<Failure> failures = new ArrayDeque<>();
  private final DynamoDbClient client;

  private record Failure(String operation, boolean takesEffect, RuntimeException exception) {}

  /** Watches {@code real}. */
  public WatchedDynamo(DynamoDbClient real) {
    this.client =
        (DynamoDbClient)
            Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                  calls
                      .computeIfAbsent(method.getName(), n -> new AtomicInteger())
                      .incrementAndGet();
                  Failure failure = next(method.getName());
                  if (failure != null && !failure.takesEffect()) {
                    throw failure.exception();
                  }
                  try {
                    Object result = method.invoke(real, arguments);
                    if (failure != null) {
                      throw failure.exception();
                    }
                    return result;
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
  }

  private synchronized Failure next(String operation) {
    Failure first = failures.peek();
    return first != null && first.operation().equals(operation) ? failures.poll() : null;
  }

  /** The client to use. */
  public DynamoDbClient client() {
    return client;
  }

  /** The next request of that name does not reach the table. */
  public synchronized WatchedDynamo failBefore(String operation, RuntimeException exception) {
    failures.add(new Failure(operation, false, exception));
    return this;
  }

  /** The next request of that name takes effect, but its answer is lost. */
  public synchronized WatchedDynamo failAfter(String operation, RuntimeException exception) {
    failures.add(new Failure(operation, true, exception));
    return this;
  }

  /** How many requests of that name were made. */
  public int count(String operation) {
    AtomicInteger count = calls.get(operation);
    return count == null ? 0 : count.get();
  }

  /** How many requests were made. */
  public int total() {
    return calls.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  /** Counts from zero again. */
  public void reset() {
    calls.clear();
  }
}

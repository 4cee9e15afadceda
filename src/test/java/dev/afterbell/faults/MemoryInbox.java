package dev.afterbell.faults;

import dev.afterbell.vault.FetchResult;
import dev.afterbell.vault.Inbox;
import dev.afterbell.vault.ObjectRef;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An inbox in memory that counts how often a body was fetched. */
final class MemoryInbox implements Inbox {

  private final Map<String, String> objects = new ConcurrentHashMap<>();
  final AtomicInteger fetches = new AtomicInteger();

  void drop(String key, String text) {
    objects.put(key, text);
  }

  @Override
  public FetchResult fetch(ObjectRef object) {
    fetches.incrementAndGet();
    return Optional.ofNullable(objects.get(object.key()))
        .<FetchResult>map(
            text ->
                new FetchResult.Body(
                    text.getBytes(StandardCharsets.UTF_8), Map.of(), Optional.empty()))
        .orElseGet(FetchResult.Gone::new);
  }

  @Override
  public Optional<String> keepRejected(ObjectRef object) {
    return Optional.empty();
  }
}

package dev.afterbell.flow;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Verification;
import dev.afterbell.ledger.dynamo.LedgerFixture;
import dev.afterbell.snapshot.Snapshot;
import dev.afterbell.vault.FetchResult;
import dev.afterbell.vault.Inbox;
import dev.afterbell.vault.ObjectRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flows over a real table, with an inbox of files: a whole Afterbell without its functions. */
public final class Desk {

  public static final Ticker TICKER = new Ticker("KC");
  public static final LocalDate EVENT = LocalDate.of(2026, 5, 27);
  public static final Instant LATER = Instant.parse("2026-06-02T00:30:00Z");

  /** The sample issuer's documents, each with the time at which it is dropped. */
  public static final List<ObjectNotice> SAMPLE =
      List.of(
          notice("issuer.json", "2026-01-05T15:00:00Z"),
          notice("2026-04-23-6-K.txt", "2026-04-23T10:35:00Z"),
          notice("2026-05-27-6-K.txt", "2026-05-27T10:35:00Z"),
          notice("article-2026-05-27.json", "2026-05-27T12:30:00Z"));

  public final LedgerFixture store = new LedgerFixture();
  private final Map<String, byte[]> extra = new HashMap<>();
  private final Map<String, Map<String, String>> said = new HashMap<>();
  public final IngestFiling ingest = new IngestFiling(store.ledger, store.vault, new SampleInbox());
  public final RefreshEvidence refresh = new RefreshEvidence(store.ledger, store.vault);
  public final AssembleSnapshot assemble = new AssembleSnapshot(store.ledger, store.vault);

  public static ObjectNotice notice(String file, String at) {
    return new ObjectNotice(
        ObjectNotice.Change.CREATED,
        "afterbell",
        "inbox/KC/" + file,
        Optional.empty(),
        Optional.of("0A"),
        0,
        Instant.parse(at));
  }

  /** Drops something that is not a sample file. */
  public ObjectNotice drop(String key, byte[] bytes, String at) {
    extra.put(key, bytes);
    return new ObjectNotice(
        ObjectNotice.Change.CREATED,
        "afterbell",
        key,
        Optional.empty(),
        Optional.of("0A"),
        bytes.length,
        Instant.parse(at));
  }

  /** Takes an object away again, as a person may before it is read. */
  public void takeAway(String key) {
    extra.remove(key);
  }

  /** What the dropper says of an object, as user metadata. */
  public void say(String key, String name, String value) {
    said.computeIfAbsent(key, k -> new HashMap<>()).put(name, value);
  }

  public IngestOutcome deliver(ObjectNotice notice) {
    return ingest.ingest(notice, notice.at());
  }

  public Desk withSample() {
    SAMPLE.forEach(this::deliver);
    return this;
  }

  public Snapshot snapshot() {
    return assemble.ofEvent(TICKER, EVENT, Optional.empty(), LATER).snapshot().orElseThrow();
  }

  public boolean intact() {
    return store.ledger.verify(Book.of(TICKER)) instanceof Verification.Intact;
  }

  private final class SampleInbox implements Inbox {

    @Override
    public FetchResult fetch(ObjectRef object) {
      byte[] dropped = extra.get(object.key());
      if (dropped != null) {
        return new FetchResult.Body(
            dropped, said.getOrDefault(object.key(), Map.of()), Optional.empty());
      }
      Path file = Path.of("infra/sample", object.key().substring("inbox/".length()));
      try {
        return Files.isRegularFile(file)
            ? new FetchResult.Body(Files.readAllBytes(file), Map.of(), Optional.empty())
            : new FetchResult.Gone();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Optional<String> keepRejected(ObjectRef object) {
      return Optional.empty();
    }
  }
}

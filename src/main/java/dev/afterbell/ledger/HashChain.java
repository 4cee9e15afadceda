package dev.afterbell.ledger;

import dev.afterbell.filing.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The hash chain of a book. The hash of an entry is the SHA-256 of
 *
 * <pre>
 * {"kind":…,"payloadSha256":…,"prevHash":…,"recordedAt":…,"seq":…,"sortKey":…,"ticker":…}
 * </pre>
 *
 * in UTF-8, without white space, names in that order. Who can rewrite the whole table can also
 * calculate a new chain; the head's hash in each invocation's log is what such a chain would have
 * to match.
 */
public final class HashChain {

  private HashChain() {}

  /** The link of the entry that follows {@code head}. */
  public static ChainLink next(ChainHead head, EntryKey key, Sha256 payload, Instant recordedAt) {
    long seq = head.seq() + 1;
    ChainItem item =
        new ChainItem(
            key.sortKey().toString(),
            key.sortKey().kind().name(),
            Optional.of(payload),
            recordedAt.toString(),
            new ChainLink(seq, head.hash(), ChainLink.GENESIS));
    return new ChainLink(seq, head.hash(), hash(key.book(), item, payload));
  }

  /**
   * Walks a whole chain.
   *
   * @param book whose chain it is
   * @param items its chained entries, in any order
   * @param head its head as stored
   */
  public static Verification verify(Book book, List<ChainItem> items, ChainHead head) {
    List<ChainItem> ordered =
        items.stream().sorted(Comparator.comparingLong(i -> i.link().seq())).toList();
    ChainHead reached = ChainHead.EMPTY;
    for (ChainItem item : ordered) {
      Optional<Verification.Broken> broken = check(book, item, reached, ordered);
      if (broken.isPresent()) {
        return broken.get();
      }
      reached = new ChainHead(item.link().seq(), item.link().hash());
    }
    if (reached.seq() < head.seq()) {
      return missing(reached.seq() + 1);
    }
    if (!reached.equals(head)) {
      ChainItem last = ordered.get(ordered.size() - 1);
      return reached.seq() > head.seq()
          ? brokenAt(last, Verification.Fault.INSERTED, "the chain goes on behind its head")
          : brokenAt(last, Verification.Fault.ALTERED, "the entry is not the one its head names");
    }
    return new Verification.Intact(head.seq(), head.hash());
  }

  private static Optional<Verification.Broken> check(
      Book book, ChainItem item, ChainHead reached, List<ChainItem> all) {
    long expected = reached.seq() + 1;
    ChainLink link = item.link();
    if (link.seq() > expected) {
      return Optional.of(missing(expected));
    }
    if (link.seq() < expected) {
      return broken(item, Verification.Fault.INSERTED, "a second entry claims this place");
    }
    if (!isWhatWasChained(book, item, link)) {
      boolean fitsElsewhere =
          all.stream().anyMatch(o -> o != item && isWhatWasChained(book, item, o.link()));
      return fitsElsewhere
          ? broken(item, Verification.Fault.REORDERED, "the entry belongs to another place")
          : broken(item, Verification.Fault.ALTERED, "the entry is not what was chained");
    }
    if (!link.prevHash().equals(reached.hash())) {
      return broken(item, Verification.Fault.REORDERED, "the entry followed another one");
    }
    return Optional.empty();
  }

  private static boolean isWhatWasChained(Book book, ChainItem item, ChainLink place) {
    ChainItem there =
        new ChainItem(item.sortKey(), item.kind(), item.payload(), item.recordedAt(), place);
    return item.payload().map(p -> hash(book, there, p).equals(place.hash())).orElse(false);
  }

  private static Verification.Broken missing(long seq) {
    return new Verification.Broken(
        seq, Optional.empty(), Verification.Fault.MISSING, "no entry stands at this place");
  }

  private static Optional<Verification.Broken> broken(
      ChainItem item, Verification.Fault fault, String detail) {
    return Optional.of(brokenAt(item, fault, detail));
  }

  private static Verification.Broken brokenAt(
      ChainItem item, Verification.Fault fault, String detail) {
    return new Verification.Broken(item.link().seq(), Optional.of(item.sortKey()), fault, detail);
  }

  /** Keys, kinds, digests and times need no JSON escapes; what does is not what was chained. */
  private static Sha256 hash(Book book, ChainItem item, Sha256 payload) {
    String json =
        "{\"kind\":\""
            + item.kind()
            + "\",\"payloadSha256\":\""
            + payload
            + "\",\"prevHash\":\""
            + item.link().prevHash()
            + "\",\"recordedAt\":\""
            + item.recordedAt()
            + "\",\"seq\":"
            + item.link().seq()
            + ",\"sortKey\":\""
            + item.sortKey()
            + "\",\"ticker\":\""
            + book
            + "\"}";
    return Sha256.of(json.getBytes(StandardCharsets.UTF_8));
  }
}

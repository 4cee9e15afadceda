package dev.afterbell.ledger.dynamo;

import dev.afterbell.filing.Sha256;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.ChainHead;
import dev.afterbell.ledger.ChainItem;
import dev.afterbell.ledger.HashChain;
import dev.afterbell.ledger.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads a whole book and verifies its chain, and that what stands now is the last version chained.
 * What is chained is judged by the key alone, since every other attribute may have been altered.
 *
 * <p>The head is read before and after. Entries between the two were appended meanwhile and are
 * left to the next walk.
 */
final class ChainWalk {

  private static final String ISSUER_NOW = "@ISSUER";
  private static final String EVENT_NOW_SUFFIX = "#EVENT";
  private static final String CACHE = "#COMMENTARY#";
  private static final Pattern VERSION = Pattern.compile("(.*)#(EVENT|ISSUER)#v(\\d{1,18})");

  private final DynamoTable table;
  private final DynamoAppends appends;
  private final ItemReader reader;

  ChainWalk(DynamoTable table, DynamoAppends appends, ItemReader reader) {
    this.table = table;
    this.appends = appends;
    this.reader = reader;
  }

  /** What a book holds, sorted out. */
  private static final class Sorted {
    private final List<ChainItem> chained = new ArrayList<>();
    private final List<String> withoutLink = new ArrayList<>();
    private final Map<String, Standing> current = new TreeMap<>();
    private final Map<String, Standing> latest = new TreeMap<>();
  }

  /** A version that stands somewhere: its number, content and place in the chain. */
  private record Standing(long version, Optional<Sha256> content, long seq) {
    boolean agreesWith(Standing other) {
      return version == other.version && content.isPresent() && content.equals(other.content);
    }
  }

  Verification verify(Book book) {
    ChainHead before = appends.head(book);
    Sorted sorted = new Sorted();
    table.range(book, "0", ISSUER_NOW).items().forEach(i -> sort(i, sorted));
    ChainHead after = appends.head(book);
    sorted.chained.removeIf(i -> i.link().seq() > before.seq() && i.link().seq() <= after.seq());
    Verification verification = HashChain.verify(book, sorted.chained, before);
    if (verification instanceof Verification.Broken broken) {
      return named(broken, sorted);
    }
    return before.equals(after)
        ? differing(sorted).<Verification>map(b -> b).orElse(verification)
        : verification;
  }

  private void sort(Map<String, AttributeValue> attributes, Sorted sorted) {
    Item item = new Item(attributes);
    String key = item.textOf(Item.SORT_KEY);
    if (key.equals(ISSUER_NOW) || key.endsWith(EVENT_NOW_SUFFIX)) {
      long version = item.optionalNumber(Item.VERSION).orElse(0L);
      sorted.current.put(key, new Standing(version, reader.contentDigest(attributes), 0));
    } else if (!key.startsWith("@") && !key.contains(CACHE)) {
      sortChained(item, reader.contentDigest(attributes), sorted);
    }
  }

  private static void sortChained(Item item, Optional<Sha256> content, Sorted sorted) {
    String key = item.textOf(Item.SORT_KEY);
    ChainItem chained;
    try {
      chained =
          new ChainItem(
              key,
              item.optionalText(Item.KIND).orElse(""),
              content,
              item.optionalText(Item.RECORDED_AT).orElse(""),
              ItemReader.link(item));
    } catch (IllegalArgumentException e) {
      sorted.withoutLink.add(key);
      return;
    }
    sorted.chained.add(chained);
    Matcher version = VERSION.matcher(key);
    if (version.matches()) {
      String standsAt =
          version.group(2).equals("ISSUER") ? ISSUER_NOW : version.group(1) + EVENT_NOW_SUFFIX;
      sorted.latest.merge(
          standsAt,
          new Standing(Long.parseLong(version.group(3)), content, chained.link().seq()),
          (a, b) -> a.version > b.version ? a : b);
    }
  }

  /** A place without an entry is that of the entry whose link cannot be read, if there is one. */
  private static Verification named(Verification.Broken broken, Sorted sorted) {
    if (broken.fault() != Verification.Fault.MISSING || sorted.withoutLink.isEmpty()) {
      return broken;
    }
    return new Verification.Broken(
        broken.seq(),
        Optional.of(sorted.withoutLink.get(0)),
        Verification.Fault.ALTERED,
        "the entry's chain link cannot be read");
  }

  private static Optional<Verification.Broken> differing(Sorted sorted) {
    TreeSet<String> keys = new TreeSet<>(sorted.latest.keySet());
    keys.addAll(sorted.current.keySet());
    for (String key : keys) {
      Optional<Standing> latest = Optional.ofNullable(sorted.latest.get(key));
      Optional<Standing> current = Optional.ofNullable(sorted.current.get(key));
      if (!latest.flatMap(l -> current.map(l::agreesWith)).orElse(false)) {
        return Optional.of(
            new Verification.Broken(
                latest.map(Standing::seq).orElse(0L),
                Optional.of(key),
                Verification.Fault.CURRENT_DIFFERS,
                "what stands now is not the last version that was chained"));
      }
    }
    return Optional.empty();
  }
}

package dev.afterbell.score;

import dev.afterbell.evidence.EvidenceId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which items share an origin. One publisher is one origin, and so is the issuer with its regulator
 * filings; copies, and accounts that say they repeat another, join the origin they repeat.
 */
final class Clusters {

  /** The issuer's own words, wherever filed. */
  static final String ISSUER = "issuer";

  private static final Pattern HOST = Pattern.compile("https?://(?:www\\.)?([^/:?#]+).*");
  private static final Pattern ORIGIN = originPattern(FlagCatalogue.lines("origins.txt"));
  private static final Shingles NO_TEXT = Shingles.of("");

  private final Map<EvidenceId, String> texts;
  private final Map<EvidenceId, Shingles> shingles;

  private Clusters(List<Item> items, Map<EvidenceId, String> texts) {
    this.texts = texts;
    this.shingles = items.stream().collect(Collectors.toMap(Item::id, i -> shingles(i, texts)));
  }

  /** The cluster of each item; a cluster goes by the first of its labels. */
  static Map<EvidenceId, String> of(List<Item> items, Map<EvidenceId, String> texts) {
    Clusters clusters = new Clusters(items, texts);
    Map<EvidenceId, String> labels = new TreeMap<>();
    items.forEach(i -> labels.put(i.id(), clusters.label(i)));
    for (int i = 0; i < items.size(); i++) {
      Item a = items.get(i);
      for (Item b : items.subList(i + 1, items.size())) {
        if (clusters.sameOrigin(a, b)) {
          merge(labels, labels.getOrDefault(a.id(), ""), labels.getOrDefault(b.id(), ""));
        }
      }
    }
    return labels;
  }

  /** Whether one is a copy of the other. */
  static boolean copies(Item a, Item b, Map<EvidenceId, String> texts) {
    return sameText(a, b)
        || texts.containsKey(a.id())
            && texts.containsKey(b.id())
            && shingles(a, texts).copyOf(shingles(b, texts));
  }

  /** None where its text is not at hand, so that it is no copy of anything. */
  private static Shingles shingles(Item item, Map<EvidenceId, String> texts) {
    return Shingles.of(texts.getOrDefault(item.id(), ""));
  }

  private static void merge(Map<EvidenceId, String> labels, String a, String b) {
    List<String> both = List.of(a, b);
    String kept = both.contains(ISSUER) ? ISSUER : Collections.min(both);
    labels.replaceAll((id, label) -> both.contains(label) ? kept : label);
  }

  private boolean sameOrigin(Item a, Item b) {
    return sameText(a, b) || copied(a, b) || repeats(a, b) || repeats(b, a);
  }

  private boolean copied(Item a, Item b) {
    return shingles.getOrDefault(a.id(), NO_TEXT).copyOf(shingles.getOrDefault(b.id(), NO_TEXT));
  }

  private static boolean sameText(Item a, Item b) {
    return a.evidence()
        .extraction()
        .document()
        .canonicalSha256()
        .equals(b.evidence().extraction().document().canonicalSha256());
  }

  /** Whether {@code account} says that it has its figures from {@code source}'s publisher. */
  private boolean repeats(Item account, Item source) {
    String text = texts.getOrDefault(account.id(), "").toLowerCase(Locale.ROOT);
    if (account.primary()) {
      return false;
    }
    if (source.primary()) {
      return ORIGIN.matcher(text).find();
    }
    return source
        .evidence()
        .provenance()
        .publisher()
        .map(p -> text.contains("according to " + p.toLowerCase(Locale.ROOT)))
        .orElse(false);
  }

  private String label(Item item) {
    if (item.primary()) {
      return ISSUER;
    }
    var provenance = item.evidence().provenance();
    String name =
        provenance
            .publisher()
            .map(Clusters::plain)
            .filter(p -> !p.isEmpty())
            .or(() -> provenance.sourceUrl().flatMap(Clusters::host))
            .orElse("unknown");
    return switch (item.sourceClass()) {
      case PRICE_FEED, ESTIMATE_FEED, PEER_FEED -> "feed " + name;
      default -> "publisher " + name;
    };
  }

  private static String plain(String publisher) {
    return publisher.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").trim();
  }

  private static Optional<String> host(String url) {
    Matcher m = HOST.matcher(url.toLowerCase(Locale.ROOT));
    return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
  }

  /**
   * Any of the phrases; blank lines and comments are none.
   *
   * @throws IllegalStateException if there is no phrase
   */
  static Pattern originPattern(List<String> lines) {
    List<String> phrases =
        lines.stream().filter(l -> !l.isBlank() && !l.startsWith("#")).map(Pattern::quote).toList();
    if (phrases.isEmpty()) {
      throw new IllegalStateException("origins.txt has no phrase");
    }
    return Pattern.compile("\\b(?:" + String.join("|", phrases) + ")\\b");
  }
}

package dev.afterbell.flow;

import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Links an amended document (a form that ends in {@code /A}, or a release that calls itself a
 * correction) to the one it replaces: the newest earlier one of the same prefix, tag and period.
 *
 * <p>Linked when evidence is read, not when it is stored: an amendment may be delivered before what
 * it amends, and what counted at an earlier moment must not know of it.
 */
final class Amendments {

  private static final String RESOURCE = "corrections.txt";
  private static final List<Pattern> CORRECTIONS = load();

  private Amendments() {}

  private static List<Pattern> load() {
    try (InputStream in = Amendments.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource " + RESOURCE);
      }
      List<Pattern> patterns =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> Pattern.compile(line, Pattern.CASE_INSENSITIVE))
              .toList();
      if (patterns.isEmpty()) {
        throw new IllegalStateException("No pattern in " + RESOURCE);
      }
      return patterns;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same items in the same order, each amendment naming what it supersedes among them. */
  static List<Evidence> linked(List<Evidence> evidence) {
    return evidence.stream().map(e -> linked(e, evidence)).toList();
  }

  private static Evidence linked(Evidence item, List<Evidence> all) {
    if (item.supersedes().isPresent() || !amends(item)) {
      return item;
    }
    Optional<EvidenceId> earlier =
        all.stream()
            .filter(e -> replaces(item, e))
            .max(Comparator.comparing(Amendments::published).thenComparing(Evidence::id))
            .map(Evidence::id);
    return new Evidence(
        item.id(),
        item.ticker(),
        item.sourceClass(),
        item.provenance(),
        item.entityMatched(),
        item.extraction(),
        earlier);
  }

  private static boolean amends(Evidence item) {
    DocumentSummary document = item.extraction().document();
    boolean amendedForm =
        document.form().map(f -> f.toUpperCase(Locale.ROOT).endsWith("/A")).orElse(false);
    return amendedForm
        || document
            .title()
            .map(t -> CORRECTIONS.stream().anyMatch(p -> p.matcher(t).find()))
            .orElse(false);
  }

  /** Nobody's word is replaced by a weaker one: same source class, custody at least as firm. */
  private static boolean replaces(Evidence later, Evidence earlier) {
    return published(earlier).isBefore(published(later))
        && later.entityMatched()
        && later.sourceClass() == earlier.sourceClass()
        && later.id().prefix() == earlier.id().prefix()
        && later.id().tag().equals(earlier.id().tag())
        && later.provenance().custody().compareTo(earlier.provenance().custody()) <= 0
        && samePeriod(later, earlier);
  }

  private static boolean samePeriod(Evidence later, Evidence earlier) {
    return later.extraction().document().period().equals(earlier.extraction().document().period());
  }

  private static Instant published(Evidence item) {
    return item.extraction().document().published().orElse(Instant.MIN);
  }

  /** What stands in the place of {@code original}: the end of the chain of its amendments. */
  static EvidenceId newest(EvidenceId original, List<Evidence> evidence) {
    EvidenceId newest = original;
    for (int step = 0; step < evidence.size(); step++) {
      EvidenceId standing = newest;
      Optional<EvidenceId> next =
          evidence.stream()
              .filter(e -> e.supersedes().equals(Optional.of(standing)))
              .max(Comparator.comparing(Amendments::published).thenComparing(Evidence::id))
              .map(Evidence::id);
      if (next.isEmpty()) {
        return newest;
      }
      newest = next.get();
    }
    return newest;
  }
}

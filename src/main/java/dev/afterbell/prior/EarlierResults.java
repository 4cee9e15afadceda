package dev.afterbell.prior;

import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.score.EvidenceScore;
import dev.afterbell.score.LegKind;
import dev.afterbell.score.ScoreInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the issuer reported before this event: the past that growth, tone and guidance are measured
 * against (docs/method.md §2).
 *
 * @param documents results documents published before the release, latest first, one for each id
 * @param quarters of them one for each quarter that ended before the event's and less than 13
 *     months before its end, latest first; the release itself where there are several documents
 */
record EarlierResults(List<Evidence> documents, List<Evidence> quarters) {

  /** A year of 53 weeks and some days: the fourth quarter before, and none earlier. */
  private static final int YEAR_DAYS_MAX = 392;

  EarlierResults {
    documents = List.copyOf(documents);
    quarters = List.copyOf(quarters);
  }

  /** Of everything that the scoring may look at; what is published later does not matter. */
  static EarlierResults of(EvidenceScore score, ScoreInput input) {
    List<Evidence> event = score.serving(LegKind.PRIMARY);
    Predicate<Evidence> ofEvent = e -> event.stream().anyMatch(p -> p.id().equals(e.id()));
    Map<EvidenceId, Evidence> found = new LinkedHashMap<>();
    Stream.concat(
            score.evidence().stream().filter(score::counts),
            input.before().stream().filter(Evidence::entityMatched))
        .filter(e -> e.sourceClass().primary() && !ofEvent.test(e))
        .filter(e -> e.extraction().document().kind() == DocumentSummary.Kind.RESULTS)
        .filter(e -> published(e).isBefore(input.event().clock().release()))
        .filter(e -> !published(e).isAfter(input.asOf()))
        .sorted(
            Comparator.comparing(EarlierResults::published).reversed().thenComparing(Evidence::id))
        .forEach(e -> found.putIfAbsent(e.id(), e));
    List<Evidence> documents = new ArrayList<>(found.values());
    return new EarlierResults(documents, quarters(documents, event));
  }

  private static List<Evidence> quarters(List<Evidence> documents, List<Evidence> event) {
    Optional<LocalDate> end = event.stream().flatMap(e -> periodEnd(e).stream()).findFirst();
    if (end.isEmpty()) {
      return List.of();
    }
    LocalDate oldest = end.get().minusDays(YEAR_DAYS_MAX);
    Map<LocalDate, Evidence> byEnd = new TreeMap<>(Comparator.reverseOrder());
    for (Evidence document : documents) {
      periodEnd(document)
          .filter(d -> quarterly(document) && d.isBefore(end.get()) && !d.isBefore(oldest))
          .ifPresent(d -> byEnd.merge(d, document, EarlierResults::betterKnown));
    }
    return List.copyOf(byEnd.values());
  }

  /** The release before a later report of the same quarter; then the earlier document. */
  private static Evidence betterKnown(Evidence a, Evidence b) {
    Comparator<Evidence> order =
        Comparator.comparing((Evidence e) -> e.id().prefix() != EvidenceId.Prefix.RELEASE)
            .thenComparing(EarlierResults::published)
            .thenComparing(Evidence::id);
    return order.compare(a, b) <= 0 ? a : b;
  }

  private static boolean quarterly(Evidence evidence) {
    return evidence
        .extraction()
        .document()
        .period()
        .filter(p -> p.kind() == FactPeriod.Kind.QTD)
        .isPresent();
  }

  private static Optional<LocalDate> periodEnd(Evidence evidence) {
    return evidence.extraction().document().period().flatMap(FactPeriod::end);
  }

  /** A document without a time cannot be placed before anything. */
  private static Instant published(Evidence evidence) {
    return evidence.extraction().document().published().orElse(Instant.MAX);
  }
}

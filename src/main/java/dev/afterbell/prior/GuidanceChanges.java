package dev.afterbell.prior;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Guidance;
import dev.afterbell.evidence.GuidanceWithdrawal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of the issuer's guidance since the release before: each range against the last one on
 * file for the same metric, unit and period. Read from stored evidence each time, so that the order
 * in which documents arrived does not matter.
 */
final class GuidanceChanges {

  /** So many are told in one line. */
  private static final int TOLD_MAX = 3;

  private GuidanceChanges() {}

  /**
   * A range against the one before.
   *
   * @param guidance as it stands now
   * @param action what was done to the one before
   * @param before the item that holds the one before
   */
  record Change(Guidance guidance, Guidance.Action action, EvidenceId before) {}

  /**
   * The changes, in document order.
   *
   * @param now the event's own results documents
   * @param earlier results documents for periods before, latest first
   */
  static List<Change> of(List<Evidence> now, List<Evidence> earlier) {
    List<Change> changes = new ArrayList<>();
    for (Evidence document : now) {
      for (Guidance guidance : document.extraction().guidance()) {
        since(guidance, earlier).ifPresent(changes::add);
      }
    }
    return changes;
  }

  /** Against the latest document that has the same subject; a year without a known end has none. */
  private static Optional<Change> since(Guidance guidance, List<Evidence> earlier) {
    if (guidance.period().end().isEmpty()) {
      return Optional.empty();
    }
    for (Evidence document : earlier) {
      for (Guidance before : document.extraction().guidance()) {
        if (guidance.sameSubject(before)) {
          return guidance.since(before).map(a -> new Change(guidance, a, document.id()));
        }
      }
    }
    return Optional.empty();
  }

  /** The changes and what is taken back in one line; empty where there are none. */
  static Optional<String> told(List<Evidence> now, List<Evidence> earlier) {
    List<String> told = new ArrayList<>();
    of(now, earlier).stream().limit(TOLD_MAX).map(GuidanceChanges::told).forEach(told::add);
    now.stream()
        .flatMap(e -> e.extraction().withdrawn().stream())
        .limit(TOLD_MAX)
        .map(GuidanceChanges::told)
        .forEach(told::add);
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(told.stream().distinct().collect(Collectors.joining("; ")));
  }

  private static String told(Change change) {
    Guidance g = change.guidance();
    return named(g.metric().text(g.basis()), g.period().end())
        + " "
        + change.action().name().toLowerCase(Locale.ROOT)
        + " since "
        + change.before();
  }

  private static String told(GuidanceWithdrawal w) {
    return named(
            w.metric().map(m -> m.text(w.basis())).orElse("guidance"),
            w.period().flatMap(p -> p.end()))
        + " withdrawn";
  }

  private static String named(String subject, Optional<LocalDate> end) {
    return subject.replace('_', ' ') + end.map(e -> " to " + e).orElse("");
  }
}

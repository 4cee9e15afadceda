package dev.afterbell.flow;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.MarketReading.Consensus;
import dev.afterbell.evidence.MarketReading.ConsensusRevision;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Passage;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Unit;
import dev.afterbell.flow.PastSurprises.EarningsSource;
import dev.afterbell.flow.PriceReading.PriceSource;
import dev.afterbell.source.estimates.Estimate;
import dev.afterbell.source.estimates.Estimate.Snapshot;
import dev.afterbell.source.estimates.EstimateFile.Estimates;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What analysts expected before a release and after it, out of the moments that files of estimates
 * give: for each figure and period the last consensus that certainly stood before the release and,
 * for periods still to be reported, the last one after it. A consensus is compared with another of
 * the same provider only; of several providers the one is taken that gives most.
 */
final class EstimateReading {

  private static final Optional<String> TAG = Optional.of("CONS");
  private static final Comparator<Moment> LAST =
      Comparator.comparing((Moment m) -> m.snapshot().asOf())
          .thenComparing(m -> m.evidence().provenance().custody(), Comparator.reverseOrder())
          .thenComparing(m -> m.evidence().extraction().document().sha256().hex());
  private static final Comparator<List<Pair>> RICHEST =
      Comparator.comparing((List<Pair> p) -> p.stream().filter(Pair::revised).count())
          .thenComparing(List::size)
          .thenComparing(p -> basis(p).custody(), Comparator.reverseOrder())
          .thenComparing(p -> basis(p).digests().toString());

  private EstimateReading() {}

  /**
   * A file of estimates.
   *
   * @param evidence under which it is stored
   * @param estimates what it holds
   */
  record EstimateSource(Evidence evidence, Estimates estimates) {}

  /**
   * What is on file about what was expected.
   *
   * @param estimates files of estimates
   * @param earnings files of past earnings
   * @param prices files of prices
   * @param asOf no later consensus counts
   */
  record Expectations(
      List<EstimateSource> estimates,
      List<EarningsSource> earnings,
      List<PriceSource> prices,
      Instant asOf) {}

  private record Subject(Metric metric, Basis basis, FactPeriod period, Unit unit) {
    String text() {
      return metric.text(basis)
          + " for the "
          + switch (period.kind()) {
            case QTD -> "quarter";
            case HY -> "half-year";
            case FY -> "year";
            case YTD -> "year so far";
            case INSTANT -> "day";
          }
          + " to "
          + period.end().map(LocalDate::toString).orElse("an unknown day")
          + ", "
          + unit;
    }
  }

  private record Moment(Snapshot snapshot, Evidence evidence) {}

  private record Pair(Subject subject, Moment before, Optional<Moment> after) {
    boolean revised() {
      return after.isPresent();
    }

    Stream<Moment> moments() {
      return Stream.concat(Stream.of(before), after.stream());
    }
  }

  /** The reading of the files. */
  static Optional<ReadingDraft> best(EventRecord record, Expectations files) {
    Map<String, List<EstimateSource>> providers =
        files.estimates().stream()
            .collect(
                Collectors.groupingBy(
                    s -> s.estimates().provider().orElse(""), TreeMap::new, Collectors.toList()));
    return providers.values().stream()
        .map(sources -> pairs(record, sources, files.asOf()))
        .filter(pairs -> !pairs.isEmpty())
        .max(RICHEST)
        .map(
            pairs ->
                draft(
                    record,
                    pairs,
                    PastSurprises.of(
                        record, files.earnings(), files.prices(), basis(pairs).custody())));
  }

  private static List<Pair> pairs(EventRecord record, List<EstimateSource> files, Instant asOf) {
    Map<String, Subject> subjects = new TreeMap<>();
    Map<String, List<Moment>> moments = new TreeMap<>();
    for (EstimateSource file : files) {
      for (Estimate e : file.estimates().estimates()) {
        Subject subject = new Subject(e.metric(), e.basis(), e.period(), e.unit());
        subjects.put(subject.text(), subject);
        e.snapshots().stream()
            .filter(s -> !s.asOf().instant().isAfter(asOf))
            .forEach(
                s ->
                    moments
                        .computeIfAbsent(subject.text(), k -> new ArrayList<>())
                        .add(new Moment(s, file.evidence())));
      }
    }
    Instant release = record.event().clock().release();
    LocalDate day = record.event().eventDate();
    List<Pair> pairs = new ArrayList<>();
    moments.forEach(
        (name, found) ->
            Optional.ofNullable(subjects.get(name))
                .flatMap(
                    subject ->
                        last(found, s -> s.asOf().before(release, day))
                            .map(
                                before ->
                                    new Pair(
                                        subject,
                                        before,
                                        toCome(subject.period(), record)
                                            ? last(found, s -> s.asOf().after(release, day))
                                            : Optional.empty())))
                .ifPresent(pairs::add));
    return pairs;
  }

  private static Optional<Moment> last(List<Moment> moments, Predicate<Snapshot> which) {
    return moments.stream().filter(m -> which.test(m.snapshot())).max(LAST);
  }

  /** Whether a period was still to be reported after the release. */
  private static boolean toCome(FactPeriod period, EventRecord record) {
    LocalDate reported = record.periodEnd().orElse(record.event().eventDate().minusDays(1));
    return period.end().map(end -> end.isAfter(reported)).orElse(false);
  }

  private static ReadingBasis basis(List<Pair> pairs) {
    return ReadingBasis.of(
        pairs.stream()
            .flatMap(Pair::moments)
            .map(Moment::evidence)
            .sorted(Comparator.comparing(e -> e.extraction().document().sha256().hex()))
            .toList());
  }

  private static ReadingDraft draft(
      EventRecord record, List<Pair> pairs, Optional<PastSurprises> past) {
    boolean measured = past.filter(p -> pairs.stream().anyMatch(q -> fits(p, q))).isPresent();
    Optional<PastSurprises> used = measured ? past : Optional.empty();
    ReadingText text =
        new ReadingText()
            .line(
                "Consensus around the release of "
                    + record.event().eventDate()
                    + ", compared by Afterbell");
    List<DocumentEvent> events = new ArrayList<>();
    for (Pair pair : pairs) {
      text.line(pair.subject().text());
      events.add(consensus(pair, used, stated(text, "Before the release: ", pair.before())));
      pair.after()
          .ifPresent(after -> events.add(revision(pair, after, stated(text, "After it: ", after))));
    }
    ReadingBasis basis = basis(pairs);
    basis.digests().forEach(digest -> text.line("Estimates: sha256 " + digest.hex()));
    used.ifPresent(p -> history(text, p));
    Snapshot newest =
        pairs.stream().flatMap(Pair::moments).max(LAST).map(Moment::snapshot).orElseThrow();
    return new ReadingDraft(
        EvidenceId.of(EvidenceId.Prefix.ESTIMATE, newest.asOf().date(), TAG),
        SourceClass.ESTIMATE_FEED,
        "Consensus before and after the release of " + record.event().eventDate(),
        newest.asOf().instant(),
        text.text(),
        events,
        used.map(basis::and).orElse(basis));
  }

  /** Whether past surprises are of the kind that the pair's consensus is of. */
  private static boolean fits(PastSurprises past, Pair pair) {
    return pair.subject().metric().perShare()
        && pair.subject().period().kind() == FactPeriod.Kind.QTD
        && pair.subject().unit().equals(past.unit());
  }

  private static void history(ReadingText text, PastSurprises past) {
    text.line(
        "Earlier surprises over price, newest first: "
            + past.surprises().stream()
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining(", ")));
    ReadingBasis inputs = ReadingBasis.of(past.inputs());
    text.line("Earnings: sha256 " + inputs.digests().get(0).hex());
    text.line("Prices: sha256 " + inputs.digests().get(1).hex());
  }

  private static Passage stated(ReadingText text, String when, Moment moment) {
    Snapshot s = moment.snapshot();
    return text.cited(
        when,
        s.mean().toPlainString(),
        ", analysts: "
            + s.analysts()
            + ", as of "
            + (s.asOf().timed() ? s.asOf().instant() : s.asOf().date())
            + ", newest estimate of "
            + s.newest());
  }

  private static Consensus consensus(Pair pair, Optional<PastSurprises> past, Passage passage) {
    Subject subject = pair.subject();
    Snapshot before = pair.before().snapshot();
    return new Consensus(
        subject.metric(),
        subject.basis(),
        subject.period(),
        before.mean(),
        subject.unit(),
        before.analysts(),
        before.newest(),
        past.filter(p -> fits(p, pair)).map(PastSurprises::surprises).orElse(List.of()),
        passage);
  }

  private static ConsensusRevision revision(Pair pair, Moment after, Passage passage) {
    Subject subject = pair.subject();
    return new ConsensusRevision(
        subject.metric(),
        subject.basis(),
        subject.period(),
        pair.before().snapshot().mean(),
        after.snapshot().mean(),
        subject.unit(),
        after.snapshot().analysts(),
        after.snapshot().newest(),
        passage);
  }
}

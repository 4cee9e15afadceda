package dev.afterbell.snapshot;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.Comparator;
import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Extraction;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Passage;
import dev.afterbell.evidence.Provenance;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.evidence.Unit;
import dev.afterbell.filing.ByteSpan;
import dev.afterbell.filing.FilingFormat;
import dev.afterbell.filing.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Evidence of an invented airport retailer, made by hand. */
final class Fixtures {

  static final Ticker TICKER = new Ticker("AFD");
  static final LocalDate RELEASED = LocalDate.of(2026, 5, 6);
  static final EvidenceId RELEASE =
      EvidenceId.of(EvidenceId.Prefix.RELEASE, RELEASED, Optional.empty());
  static final EvidenceId NEWS = EvidenceId.of(EvidenceId.Prefix.NEWS, RELEASED, Optional.empty());
  static final FactPeriod QUARTER =
      new FactPeriod(
          FactPeriod.Kind.QTD,
          Optional.of(LocalDate.of(2026, 1, 1)),
          Optional.of(LocalDate.of(2026, 3, 31)));
  static final FactPeriod YEAR_AGO =
      new FactPeriod(
          FactPeriod.Kind.QTD,
          Optional.of(LocalDate.of(2025, 1, 1)),
          Optional.of(LocalDate.of(2025, 3, 31)));

  private Fixtures() {}

  static Passage passage(int start, String quote) {
    return new Passage(
        new ByteSpan(start, start + quote.getBytes(StandardCharsets.UTF_8).length), quote);
  }

  static Fact level(
      String id,
      Metric metric,
      Basis basis,
      String value,
      Unit unit,
      Passage passage,
      Optional<Comparator> comparator) {
    return fact(id, metric, basis, Fact.Role.LEVEL, value, unit, passage, comparator);
  }

  static Fact yoy(String id, Metric metric, String value, Passage passage) {
    return fact(
        id, metric, Basis.GAAP, Fact.Role.YOY, value, Unit.PERCENT, passage, Optional.empty());
  }

  private static Fact fact(
      String id,
      Metric metric,
      Basis basis,
      Fact.Role role,
      String value,
      Unit unit,
      Passage passage,
      Optional<Comparator> comparator) {
    return new Fact(
        id,
        metric,
        Optional.empty(),
        new BigDecimal(value),
        unit,
        QUARTER,
        basis,
        role,
        Optional.empty(),
        Optional.empty(),
        comparator,
        List.of(),
        Fact.Place.BODY,
        passage);
  }

  static Comparator comparator(String value, Passage passage) {
    return new Comparator(new BigDecimal(value), YEAR_AGO, passage);
  }

  static Evidence release(List<Fact> facts, List<DocumentEvent> events) {
    return evidence(
        RELEASE, SourceClass.ISSUER_RELEASE, DocumentSummary.Kind.RESULTS, facts, events);
  }

  static Evidence article(DocumentEvent event) {
    return evidence(
        NEWS, SourceClass.AGGREGATOR, DocumentSummary.Kind.ARTICLE, List.of(), List.of(event));
  }

  static Evidence evidence(
      EvidenceId id,
      SourceClass source,
      DocumentSummary.Kind kind,
      List<Fact> facts,
      List<DocumentEvent> events) {
    Sha256 digest = Sha256.of(id.toString().getBytes(StandardCharsets.UTF_8));
    DocumentSummary document =
        new DocumentSummary(
            digest,
            digest,
            4_000,
            FilingFormat.HTML,
            Optional.empty(),
            Optional.of("Aerofine Duty Free plc"),
            Optional.empty(),
            Optional.of("Title of " + id),
            Optional.of(Instant.parse("2026-05-06T11:00:00Z")),
            Optional.of(DocumentSummary.PublishedFrom.SGML_HEADER),
            kind,
            true,
            true,
            Optional.of(QUARTER),
            Optional.of("EUR"));
    Provenance provenance =
        new Provenance(
            Provenance.Custody.SELF_IDENTIFYING,
            Optional.empty(),
            Optional.empty(),
            "inbox/AFD/" + id,
            Instant.parse("2026-05-06T11:05:00Z"));
    return new Evidence(
        id,
        TICKER,
        source,
        provenance,
        true,
        new Extraction(document, facts, List.of(), events, Optional.empty(), List.of()),
        Optional.empty());
  }
}

package dev.afterbell.evidence;

import dev.afterbell.filing.Filing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a document tells beside figures: agreements, causes of change, firsts and records,
 * corporate events, customers on whom much revenue depends, and what an article says of the share
 * price. Stateless; the same filing gives the same events.
 */
public final class EventReader {

  /**
   * Events of a document, in the order of their words.
   *
   * @param filing the document; one that is not readable tells nothing
   * @param kind what the document is for, which decides what is looked for in it
   */
  public List<DocumentEvent> read(Filing filing, DocumentSummary.Kind kind) {
    return read(filing, kind, filing.envelope().flatMap(e -> e.issuerName()));
  }

  /**
   * Events of a document, in the order of their words.
   *
   * @param filing the document; one that is not readable tells nothing
   * @param kind what the document is for, which decides what is looked for in it
   * @param issuerName whose document it is, so that the other side of an agreement can be told
   */
  public List<DocumentEvent> read(
      Filing filing, DocumentSummary.Kind kind, Optional<String> issuerName) {
    return read(filing, kind, issuerName, Optional.empty());
  }

  /**
   * Events of a document, in the order of their words.
   *
   * @param filing the document; one that is not readable tells nothing
   * @param kind what the document is for, which decides what is looked for in it
   * @param issuerName whose document it is, so that the other side of an agreement can be told
   * @param day the last day that the document is about, or that it came out on, so that what
   *     happened long before is not told as news
   */
  public List<DocumentEvent> read(
      Filing filing,
      DocumentSummary.Kind kind,
      Optional<String> issuerName,
      Optional<LocalDate> day) {
    return filing.readable()
        ? read(filing, Narrative.of(filing), kind, issuerName, day)
        : List.of();
  }

  /** The same of a readable filing whose paragraphs other readers share. */
  List<DocumentEvent> read(
      Filing filing,
      Narrative narrative,
      DocumentSummary.Kind kind,
      Optional<String> issuerName,
      Optional<LocalDate> day) {
    List<DocumentEvent> events = new ArrayList<>();
    switch (kind) {
      case RESULTS -> {
        events.addAll(DriverReader.read(narrative));
        events.addAll(MilestoneReader.read(narrative));
        events.addAll(CorporateReader.read(narrative, day));
        events.addAll(RevenueShareReader.read(narrative, day));
      }
      case CONTRACT -> {
        ContractReader.read(filing, narrative, issuerName).ifPresent(events::add);
        events.addAll(RevenueShareReader.read(narrative, day));
      }
      case ARTICLE -> events.addAll(ReactionReader.read(narrative));
      case NOTICE, OTHER -> {
        events.addAll(CorporateReader.read(narrative, day));
        events.addAll(RevenueShareReader.read(narrative, day));
      }
    }
    events.sort(Comparator.comparing(e -> e.passage().span()));
    return List.copyOf(events);
  }
}

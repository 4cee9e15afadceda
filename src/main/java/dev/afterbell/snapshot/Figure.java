package dev.afterbell.snapshot;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Passage;
import dev.afterbell.evidence.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a number or date in a sentence stands on. */
public sealed interface Figure {

  /** How it is printed in the sentence. */
  String printed();

  /**
   * An amount or percentage that a document states.
   *
   * @param printed as written in the sentence, possibly rounded
   * @param evidence the document
   * @param value the full amount; a fall is negative even where the sentence says "down 3%"
   * @param unit of the value
   * @param passage where it stands
   */
  record Stated(String printed, EvidenceId evidence, BigDecimal value, Unit unit, Passage passage)
      implements Figure {}

  /**
   * A day that a document states.
   *
   * @param printed as written in the sentence
   * @param evidence the document
   * @param day the day
   * @param passage where it stands
   */
  record StatedDay(String printed, EvidenceId evidence, LocalDate day, Passage passage)
      implements Figure {}

  /**
   * The day a document was published, in the event venue's zone; its place is the document's
   * envelope.
   *
   * @param printed as written in the sentence
   * @param evidence the document
   * @param day the day, equal to the date of the evidence's id
   */
  record PublicationDay(String printed, EvidenceId evidence, LocalDate day) implements Figure {}

  /**
   * The fiscal quarter, half or year that a document reports.
   *
   * @param printed e.g. {@code Q1}
   * @param evidence the document
   * @param end last day of the period
   */
  record ReportedPeriod(String printed, EvidenceId evidence, LocalDate end) implements Figure {}
}

package dev.afterbell.evidence;

import java.util.List;
import java.util.Optional;

/**
 * All that a document yields.
 *
 * @param document what it is
 * @param facts figures of the reported period and their growth, in document order
 * @param guidance what the issuer expects
 * @param withdrawn guidance that the issuer takes back
 * @param events what else it tells
 * @param tone how it sounds; absent below five scored sentences
 * @param gaps what could not be used, with reasons
 */
public record Extraction(
    DocumentSummary document,
    List<Fact> facts,
    List<Guidance> guidance,
    List<GuidanceWithdrawal> withdrawn,
    List<DocumentEvent> events,
    Optional<Tone> tone,
    List<Gap> gaps) {

  public Extraction {
    facts = List.copyOf(facts);
    guidance = List.copyOf(guidance);
    withdrawn = List.copyOf(withdrawn);
    events = List.copyOf(events);
    gaps = List.copyOf(gaps);
  }

  /** All of it where no guidance is taken back. */
  public Extraction(
      DocumentSummary document,
      List<Fact> facts,
      List<Guidance> guidance,
      List<DocumentEvent> events,
      Optional<Tone> tone,
      List<Gap> gaps) {
    this(document, facts, guidance, List.of(), events, tone, gaps);
  }
}

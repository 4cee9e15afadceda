package dev.afterbell.flow;

import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Extraction;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.SourceClass;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A calculation before it is stored.
 *
 * @param id the first of its name
 * @param sourceClass of its inputs
 * @param title in words
 * @param published when its newest input figure was known
 * @param text the calculation as a document; its bytes are stored and cited
 * @param events the readings, with passages in {@code text}
 * @param basis what it rests on
 */
record ReadingDraft(
    EvidenceId id,
    SourceClass sourceClass,
    String title,
    Instant published,
    String text,
    List<DocumentEvent> events,
    ReadingBasis basis) {

  /** What {@link dev.afterbell.evidence.DocumentSummary#form()} calls a calculation. */
  static final String FORM = "CALCULATION";

  ReadingDraft {
    events = List.copyOf(events);
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * As evidence.
   *
   * @param supersedes an earlier calculation of the same thing from other files
   */
  Evidence evidence(Issuer issuer, Optional<EvidenceId> supersedes) {
    FeedFile file =
        new FeedFile(
            FORM,
            Optional.of(issuer.ticker().symbol()),
            title,
            published,
            Optional.empty(),
            Optional.empty());
    Extraction extraction =
        new Extraction(
            file.document(bytes(), text),
            List.of(),
            List.of(),
            events,
            Optional.empty(),
            List.of());
    return new Evidence(
        id, issuer.ticker(), sourceClass, basis.provenance(), true, extraction, supersedes);
  }
}

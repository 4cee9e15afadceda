package dev.afterbell.flow;

import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Extraction;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.Provenance;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.filing.FilingFormat;
import dev.afterbell.filing.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a file of market figures is, beside its figures.
 *
 * @param form which kind of file
 * @param symbol whose figures
 * @param title in words
 * @param published when its newest figure was known
 * @param currency of its figures, where the file itself does not say it
 * @param publisher who collected them
 */
record FeedFile(
    String form,
    Optional<String> symbol,
    String title,
    Instant published,
    Optional<String> currency,
    Optional<String> publisher) {

  /** Evidence of a dropped file; figures are read from it only where something is calculated. */
  DocumentIntake.Usable usable(Drop drop, Issuer issuer, EvidenceId id, SourceClass sourceClass) {
    String text = text(drop.bytes());
    Optional<String> url = drop.said("source-url");
    Provenance provenance =
        new Provenance(drop.custody(), publisher, url, drop.objectKey(), drop.at());
    Extraction extraction =
        new Extraction(
            document(drop.bytes(), text),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of());
    Evidence evidence =
        new Evidence(
            id, issuer.ticker(), sourceClass, provenance, true, extraction, Optional.empty());
    return new DocumentIntake.Usable(evidence, text);
  }

  /** The summary of a document with these bytes, of which a reader sees {@code text}. */
  DocumentSummary document(byte[] bytes, String text) {
    return new DocumentSummary(
        Sha256.of(bytes),
        Sha256.of(text.getBytes(StandardCharsets.UTF_8)),
        bytes.length,
        FilingFormat.TEXT,
        Optional.of(form),
        symbol,
        Optional.empty(),
        Optional.of(title),
        Optional.of(published),
        Optional.of(DocumentSummary.PublishedFrom.DATELINE),
        DocumentSummary.Kind.OTHER,
        true,
        false,
        Optional.empty(),
        currency);
  }

  private static String text(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}

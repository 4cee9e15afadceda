package dev.afterbell.filing;

import java.util.List;
import java.util.Optional;

/**
 * A stored file as read: who filed it, and everything in it that a person would see, each piece
 * with its bytes.
 *
 * @param sha256 of the original bytes
 * @param bytes length of the original
 * @param format how it was laid out
 * @param envelope the SGML header, for a full submission
 * @param documents its readable documents in file order; graphics, XBRL and archives are left out
 * @param hidden spans of text that no person would see (by style, attribute, colour, comment); kept
 *     for the record, never read as evidence
 * @param readable whether the text layer can be trusted; when not, no fact may be taken from it
 * @param canonicalText all visible text, a line per paragraph or table row, tabs between cells
 */
public record Filing(
    Sha256 sha256,
    int bytes,
    FilingFormat format,
    Optional<Envelope> envelope,
    List<FilingDocument> documents,
    List<ByteSpan> hidden,
    boolean readable,
    String canonicalText) {

  public Filing {
    documents = List.copyOf(documents);
    hidden = List.copyOf(hidden);
  }
}

package dev.afterbell.filing;

import java.util.List;
import java.util.Optional;

/**
 * One document of a filing: the main form, an exhibit, or the only text of a single file.
 *
 * @param type the SGML {@code <TYPE>}, e.g. {@code 6-K} or {@code EX-99.1}; empty for a single file
 * @param filename the SGML {@code <FILENAME>}
 * @param description the SGML {@code <DESCRIPTION>}, or the HTML title
 * @param span where its text stands in the stored file
 * @param blocks what a person would read, in order
 */
public record FilingDocument(
    Optional<String> type,
    Optional<String> filename,
    Optional<String> description,
    ByteSpan span,
    List<Block> blocks) {

  public FilingDocument {
    blocks = List.copyOf(blocks);
  }
}

package dev.afterbell.evidence;

import dev.afterbell.filing.Cik;
import dev.afterbell.filing.FilingFormat;
import dev.afterbell.filing.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * What a document is.
 *
 * @param sha256 of the stored bytes
 * @param canonicalSha256 of its visible text
 * @param bytes length
 * @param format layout; articles in JSON count as text
 * @param form SEC form or other form name, where known
 * @param issuerName as the document gives it
 * @param cik as the document gives it
 * @param title headline
 * @param published when the public could first read it
 * @param publishedFrom how that is known
 * @param kind what kind of document
 * @param readable false when the text layer is garbage; then there are no facts
 * @param unaudited whether it calls its figures unaudited
 * @param period the period that it reports
 * @param currency reporting currency, ISO 4217
 */
public record DocumentSummary(
    Sha256 sha256,
    Sha256 canonicalSha256,
    int bytes,
    FilingFormat format,
    Optional<String> form,
    Optional<String> issuerName,
    Optional<Cik> cik,
    Optional<String> title,
    Optional<Instant> published,
    Optional<PublishedFrom> publishedFrom,
    Kind kind,
    boolean readable,
    boolean unaudited,
    Optional<FactPeriod> period,
    Optional<String> currency) {

  /** How the time of publication is known. */
  public enum PublishedFrom {
    SGML_HEADER("sgml-header"),
    METADATA("metadata"),
    DATELINE("dateline");

    private final String text;

    PublishedFrom(String text) {
      this.text = text;
    }

    /** As printed. */
    public String text() {
      return text;
    }
  }

  /** What a document is for. */
  public enum Kind {
    /** Reports the results of a period. */
    RESULTS,
    /** Says when results will come. */
    NOTICE,
    /** Announces an agreement. */
    CONTRACT,
    /** A third party writes about the issuer. */
    ARTICLE,
    /** Anything else. */
    OTHER
  }
}

package dev.afterbell.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the SGML header of an EDGAR full submission says of it.
 *
 * @param form conformed submission type, e.g. {@code 6-K}
 * @param accession accession number, {@code 0001104659-25-113842}
 * @param issuerName conformed name of the filer (the subject company where there is one)
 * @param cik its Central Index Key
 * @param accepted ACCEPTANCE-DATETIME, which the header gives in New York time
 * @param filed FILED AS OF DATE
 * @param reportPeriod CONFORMED PERIOD OF REPORT
 * @param items ITEM INFORMATION lines, as written
 */
public record Envelope(
    String form,
    Optional<String> accession,
    Optional<String> issuerName,
    Optional<Cik> cik,
    Optional<Instant> accepted,
    Optional<LocalDate> filed,
    Optional<LocalDate> reportPeriod,
    List<String> items) {

  public Envelope {
    items = List.copyOf(items);
  }
}

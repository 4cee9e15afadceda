package dev.afterbell.evidence;

import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What is known of a document from outside it. All of it may be absent; what the document itself
 * says goes first.
 *
 * @param form SEC form or other form name, from the drop's metadata
 * @param published when it came out, from the drop's metadata
 * @param sourceUrl where it can be read
 * @param title headline, from the drop's metadata
 * @param venueZone time zone of the issuer's main market; a dateline without a time counts from the
 *     start of its day there
 * @param fiscalYearEnd last day of the issuer's fiscal year
 * @param reportingCurrency ISO 4217 code of the issuer's reporting currency
 */
public record ExtractionContext(
    Optional<String> form,
    Optional<Instant> published,
    Optional<String> sourceUrl,
    Optional<String> title,
    Optional<ZoneId> venueZone,
    Optional<MonthDay> fiscalYearEnd,
    Optional<String> reportingCurrency) {

  /** Nothing but the bytes. */
  public static final ExtractionContext NONE =
      new ExtractionContext(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}

package dev.afterbell.flow;

import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Unit;
import dev.afterbell.flow.DocumentIntake.Result;
import dev.afterbell.flow.DocumentIntake.Unusable;
import dev.afterbell.ledger.RejectionReason;
import dev.afterbell.source.estimates.AsOf;
import dev.afterbell.source.estimates.EstimateFile;
import dev.afterbell.source.estimates.EstimateFile.Estimates;
import dev.afterbell.source.estimates.EstimateFile.Setting;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Optional;

/**
 * Turns a dropped file of estimates into evidence, and the evidence with its file back into
 * estimates. The evidence itself states no consensus: which of the file's moments lie before and
 * after a release is known only with the release.
 */
final class EstimateIntake {

  /** What {@link DocumentSummary#form()} calls such a file. */
  static final String FORM = "ESTIMATES";

  private EstimateIntake() {}

  static Result read(Drop drop, Issuer issuer) {
    Instant fetched;
    Optional<String> currency;
    try {
      fetched =
          drop.said("published").map(t -> OffsetDateTime.parse(t).toInstant()).orElse(drop.at());
      currency = drop.said("currency").map(c -> Currency.getInstance(c).getCurrencyCode());
    } catch (DateTimeException e) {
      return new Unusable(
          RejectionReason.MALFORMED,
          "The metadata 'published' must be an instant with an offset, as"
              + " 2026-05-26T18:00:00-04:00.");
    } catch (IllegalArgumentException e) {
      return new Unusable(
          RejectionReason.MALFORMED,
          "The metadata 'currency' must be an ISO 4217 code, as USD or HKD.");
    }
    MarketSymbols symbols = new MarketSymbols(issuer);
    Optional<String> known = currency.or(symbols::estimateCurrency);
    EstimateFile file = EstimateFile.read(drop.bytes(), setting(issuer, fetched, known));
    if (file instanceof EstimateFile.Refused refused) {
      return new Unusable(rejection(refused.reason()), refused.message());
    }
    return checked((Estimates) file, drop, issuer, known);
  }

  private static Result checked(
      Estimates estimates, Drop drop, Issuer issuer, Optional<String> currency) {
    MarketSymbols symbols = new MarketSymbols(issuer);
    Optional<String> symbol = estimates.symbol();
    if (symbol.isPresent() && !symbols.own().contains(symbol.get())) {
      return new Unusable(
          RejectionReason.WRONG_ISSUER,
          "The estimates are of "
              + symbol.get()
              + ", not of "
              + String.join(" or ", symbols.own())
              + ". Check the folder.");
    }
    AsOf newest = estimates.newest();
    LocalDate dropped = drop.at().atZone(issuer.venue().zone()).toLocalDate();
    if (newest.date().isAfter(dropped)) {
      return new Unusable(
          RejectionReason.MALFORMED,
          "The estimates are as of " + newest.date() + ", after the day they were dropped.");
    }
    FeedFile feed =
        new FeedFile(
            FORM,
            Optional.of(symbol.orElse(issuer.ticker().symbol())),
            "Estimates as of " + newest.date(),
            newest.instant(),
            currency,
            estimates.provider().or(() -> drop.said("publisher")));
    EvidenceId id = EvidenceId.of(EvidenceId.Prefix.ESTIMATE, newest.date(), Optional.empty());
    return feed.usable(drop, issuer, id, SourceClass.ESTIMATE_FEED);
  }

  /** The estimates of stored evidence, as they were taken in. */
  static Optional<Estimates> reread(Evidence evidence, byte[] bytes, Issuer issuer) {
    DocumentSummary document = evidence.extraction().document();
    Instant published = document.published().orElse(evidence.provenance().observedAt());
    return EstimateFile.read(bytes, setting(issuer, published, document.currency()))
            instanceof Estimates estimates
        ? Optional.of(estimates)
        : Optional.empty();
  }

  private static Setting setting(Issuer issuer, Instant fetched, Optional<String> currency) {
    MarketSymbols symbols = new MarketSymbols(issuer);
    return new Setting(
        issuer.venue(),
        AsOf.at(fetched, issuer.venue()),
        currency.map(symbols::perShare),
        currency.map(Unit::money));
  }

  private static RejectionReason rejection(EstimateFile.Reason reason) {
    return switch (reason) {
      case EMPTY -> RejectionReason.EMPTY;
      case TOO_LARGE -> RejectionReason.TOO_LARGE;
      default -> RejectionReason.MALFORMED;
    };
  }
}

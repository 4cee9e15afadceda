package dev.afterbell.flow;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.flow.DocumentIntake.Result;
import dev.afterbell.flow.DocumentIntake.Unusable;
import dev.afterbell.ledger.RejectionReason;
import dev.afterbell.source.estimates.EarningsFile;
import dev.afterbell.source.estimates.EarningsFile.History;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * Turns a file of past earnings and of what had been expected into evidence, and back. It is a
 * history by which a surprise is measured; no figure of it is cited.
 */
final class EarningsIntake {

  /** What {@link dev.afterbell.evidence.DocumentSummary#form()} calls such a file. */
  static final String FORM = "EARNINGS";

  private static final Optional<String> TAG = Optional.of("HIST");

  private EarningsIntake() {}

  static Result read(Drop drop, Issuer issuer) {
    Optional<String> currency;
    try {
      currency = drop.said("currency").map(c -> Currency.getInstance(c).getCurrencyCode());
    } catch (IllegalArgumentException e) {
      return new Unusable(
          RejectionReason.MALFORMED,
          "The metadata 'currency' must be an ISO 4217 code, as USD or HKD.");
    }
    EarningsFile file = EarningsFile.read(drop.bytes());
    if (file instanceof EarningsFile.Refused refused) {
      return new Unusable(RejectionReason.MALFORMED, refused.message());
    }
    MarketSymbols symbols = new MarketSymbols(issuer);
    History history = (History) file;
    if (!symbols.own().contains(history.symbol())) {
      return new Unusable(
          RejectionReason.WRONG_ISSUER,
          "The earnings are of "
              + history.symbol()
              + ", not of "
              + String.join(" or ", symbols.own())
              + ". Check the folder.");
    }
    LocalDate day = drop.at().atZone(issuer.venue().zone()).toLocalDate();
    FeedFile feed =
        new FeedFile(
            FORM,
            Optional.of(history.symbol()),
            "Earnings and expectations of past quarters, as of " + day,
            drop.at(),
            currency.or(symbols::estimateCurrency),
            drop.said("publisher"));
    EvidenceId id = EvidenceId.of(EvidenceId.Prefix.ESTIMATE, day, TAG);
    return feed.usable(drop, issuer, id, SourceClass.ESTIMATE_FEED);
  }

  /** The history of stored evidence. */
  static Optional<History> reread(byte[] bytes) {
    return EarningsFile.read(bytes) instanceof History history
        ? Optional.of(history)
        : Optional.empty();
  }

  /** Whether evidence is such a file. */
  static boolean is(Evidence evidence) {
    return evidence.extraction().document().form().equals(Optional.of(FORM));
  }
}

package dev.afterbell.flow;

import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.flow.DocumentIntake.Result;
import dev.afterbell.flow.DocumentIntake.Unusable;
import dev.afterbell.flow.DocumentIntake.Usable;
import dev.afterbell.ledger.RejectionReason;
import dev.afterbell.market.Calendars;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import dev.afterbell.source.prices.PriceFile;
import dev.afterbell.source.prices.PriceFile.Prices;
import dev.afterbell.source.prices.PriceFile.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a dropped file of prices into evidence, and the evidence with its file back into prices.
 * The evidence says whose prices there are and for which days; they are read again when something
 * is calculated from them. A day whose session had not closed when the file was dropped is left
 * out: what stands there is no close.
 */
final class PriceIntake {

  /** What {@link DocumentSummary#form()} calls such a file. */
  static final String FORM = "PRICES";

  private static final Pattern NAME =
      Pattern.compile("prices(?:-(.+))?\\.(?:csv|json)", Pattern.CASE_INSENSITIVE);

  private final Calendars calendars;

  PriceIntake(Calendars calendars) {
    this.calendars = calendars;
  }

  Result read(Drop drop, Issuer issuer) {
    MarketSymbols symbols = new MarketSymbols(issuer);
    Optional<String> symbol = symbol(drop, issuer);
    if (symbol.isEmpty()) {
      return new Unusable(
          RejectionReason.MALFORMED,
          "It cannot be told whose prices these are. Call the file prices.csv for the issuer's own"
              + " or prices-<SYMBOL>.csv, or give the metadata 'symbol'.");
    }
    if (!symbols.all().contains(symbol.get())) {
      return new Unusable(
          RejectionReason.WRONG_ISSUER,
          "The prices are of "
              + symbol.get()
              + ", which issuer.json names neither as a listing nor as benchmark or peer ("
              + String.join(", ", symbols.all())
              + "). Correct the name of the file, or name the symbol in issuer.json first.");
    }
    Optional<Currency> currency = currency(drop, symbols.currency(symbol.get()));
    if (currency.isEmpty()) {
      return new Unusable(
          RejectionReason.MALFORMED,
          "The metadata 'currency' must be an ISO 4217 code, as USD or HKD.");
    }
    PriceFile file = PriceFile.read(drop.bytes(), new Subject(symbol.get(), currency.get()));
    if (file instanceof PriceFile.Refused refused) {
      return new Unusable(rejection(refused.reason()), refused.message());
    }
    return closed((Prices) file, symbols.venue(symbol.get()), drop.at())
        .<Result>map(prices -> usable(drop, issuer, prices))
        .orElseGet(
            () ->
                new Unusable(
                    RejectionReason.MALFORMED,
                    "No session in the file had closed when it was dropped."));
  }

  /** The prices of stored evidence, as they were taken in. */
  Optional<Prices> reread(Evidence evidence, byte[] bytes, Issuer issuer) {
    DocumentSummary document = evidence.extraction().document();
    if (document.issuerName().isEmpty() || document.currency().isEmpty()) {
      return Optional.empty();
    }
    Currency currency = Currency.getInstance(document.currency().get());
    return PriceFile.read(bytes, new Subject(document.issuerName().get(), currency))
            instanceof Prices prices
        ? closed(
            prices,
            new MarketSymbols(issuer).venue(prices.subject().symbol()),
            evidence.provenance().observedAt())
        : Optional.empty();
  }

  private Usable usable(Drop drop, Issuer issuer, Prices prices) {
    String symbol = prices.subject().symbol();
    String title =
        (prices.adjusted() ? "Adjusted daily closes of " : "Daily closes of ")
            + symbol
            + ", "
            + prices.first()
            + " to "
            + prices.last();
    FeedFile feed =
        new FeedFile(
            FORM,
            Optional.of(symbol),
            title,
            closing(prices.last(), new MarketSymbols(issuer).venue(symbol)),
            Optional.of(prices.subject().currency().getCurrencyCode()),
            drop.said("publisher"));
    EvidenceId id =
        EvidenceId.of(EvidenceId.Prefix.PRICE, prices.last(), MarketSymbols.tag(symbol));
    return feed.usable(drop, issuer, id, SourceClass.PRICE_FEED);
  }

  private Optional<Prices> closed(Prices prices, Venue venue, Instant at) {
    LocalDate last = at.atZone(venue.zone()).toLocalDate();
    return prices.through(closing(last, venue).isAfter(at) ? last.minusDays(1) : last);
  }

  /** When the prices of a day are known: at the close of its session, or of a full day's. */
  private Instant closing(LocalDate date, Venue venue) {
    SessionCalendar calendar = calendars.of(venue);
    Instant regular = date.atTime(venue.regularClose()).atZone(venue.zone()).toInstant();
    return calendar.covers(date)
        ? calendar.session(date).map(s -> s.close()).orElse(regular)
        : regular;
  }

  private static Optional<String> symbol(Drop drop, Issuer issuer) {
    Optional<String> said = drop.said("symbol");
    if (said.isPresent()) {
      return said.map(s -> s.strip().toUpperCase(Locale.ROOT));
    }
    String path = drop.key().path();
    Matcher name = NAME.matcher(path.substring(path.lastIndexOf('/') + 1));
    if (!name.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(name.group(1))
        .map(s -> s.toUpperCase(Locale.ROOT))
        .or(() -> Optional.of(issuer.ticker().symbol()))
        .filter(Ticker::isValid);
  }

  private static Optional<Currency> currency(Drop drop, Currency usual) {
    try {
      return Optional.of(drop.said("currency").map(Currency::getInstance).orElse(usual));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static RejectionReason rejection(PriceFile.Reason reason) {
    return switch (reason) {
      case EMPTY -> RejectionReason.EMPTY;
      case TOO_LARGE -> RejectionReason.TOO_LARGE;
      default -> RejectionReason.MALFORMED;
    };
  }
}

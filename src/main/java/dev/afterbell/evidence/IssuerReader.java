package dev.afterbell.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.Issuer.Listing;
import dev.afterbell.evidence.Issuer.Peer;
import dev.afterbell.evidence.Issuer.PeerKind;
import dev.afterbell.evidence.Issuer.RelatedParty;
import dev.afterbell.evidence.IssuerProfile.Problem;
import dev.afterbell.evidence.IssuerProfile.Reason;
import dev.afterbell.filing.Cik;
import dev.afterbell.market.Venue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads one issuer profile and remembers every problem on the way, so that all show at once. */
final class IssuerReader {

  private static final Set<String> FIELDS =
      Set.of(
          "ticker",
          "name",
          "displayName",
          "cik",
          "primaryVenue",
          "listings",
          "adsRatio",
          "reportingCurrency",
          "estimateCurrency",
          "fiscalYearEnd",
          "benchmark",
          "sicCode",
          "country",
          "annualRevenue",
          "peers",
          "relatedParties",
          "notice");
  private static final Set<String> LISTING_FIELDS = Set.of("venue", "symbol", "instrument");
  private static final Set<String> PEER_FIELDS =
      Set.of(
          "symbol",
          "name",
          "kind",
          "sicCode",
          "country",
          "annualRevenue",
          "revenueRatio",
          "sharedSegmentShare");
  private static final Set<String> PARTY_FIELDS = Set.of("name", "tag", "aliases", "relation");

  private static final Pattern SIC = Pattern.compile("\\d{4}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern TAG = Pattern.compile("[A-Z][A-Z0-9]{0,7}");
  private static final int RATIO_DECIMALS = 6;

  private final List<Problem> problems = new ArrayList<>();

  IssuerProfile read(JsonNode json) {
    if (!json.isObject()) {
      return new IssuerProfile.Refused(
          List.of(new Problem(Reason.NOT_JSON, "$", "an issuer is described by a JSON object")));
    }
    JsonView view = JsonView.of(json);
    knownOnly(view, FIELDS);
    Optional<Issuer> issuer = issuer(view);
    return issuer.isPresent() && problems.isEmpty()
        ? new IssuerProfile.Described(issuer.get())
        : new IssuerProfile.Refused(problems);
  }

  private Optional<Issuer> issuer(JsonView view) {
    Optional<Ticker> ticker = kept(() -> view.parsed("ticker", Ticker::new));
    Optional<String> name = kept(() -> view.parsed("name", IssuerReader::named));
    Optional<String> displayName =
        keptOptional(() -> view.optionalParsed("displayName", IssuerReader::named));
    Optional<Cik> cik = keptOptional(() -> view.optionalParsed("cik", Cik::parse));
    Optional<Venue> venue = kept(() -> view.parsed("primaryVenue", Venue::parse));
    List<Listing> listings = each(view, "listings", LISTING_FIELDS, IssuerReader::listing);
    Optional<String> currency =
        keptOptional(() -> view.optionalParsed("reportingCurrency", IssuerReader::currency));
    Optional<String> estimates =
        keptOptional(() -> view.optionalParsed("estimateCurrency", IssuerReader::currency));
    Optional<BigDecimal> adsRatio =
        keptOptional(() -> view.optionalNumber("adsRatio").map(n -> positive(view, "adsRatio", n)));
    Optional<MonthDay> yearEnd = kept(() -> view.parsed("fiscalYearEnd", IssuerReader::monthDay));
    Optional<String> benchmark =
        keptOptional(() -> view.optionalParsed("benchmark", IssuerReader::named));
    Optional<String> sic =
        keptOptional(() -> view.optionalParsed("sicCode", matching(SIC, "four digits")));
    Optional<String> country =
        keptOptional(
            () -> view.optionalParsed("country", matching(COUNTRY, "two capital letters")));
    Optional<BigDecimal> revenue =
        keptOptional(
            () ->
                view.optionalNumber("annualRevenue").map(n -> positive(view, "annualRevenue", n)));
    List<Peer> peers = each(view, "peers", PEER_FIELDS, peer -> peer(peer, revenue));
    List<RelatedParty> parties = each(view, "relatedParties", PARTY_FIELDS, IssuerReader::party);
    if (ticker.isEmpty() || name.isEmpty() || venue.isEmpty() || yearEnd.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Issuer(
            ticker.get(),
            name.get(),
            displayName.orElse(name.get()),
            cik,
            venue.get(),
            listings(listings, venue.get(), ticker.get()),
            currency,
            estimates,
            adsRatio,
            yearEnd.get(),
            benchmark,
            sic,
            country,
            peers,
            parties));
  }

  /** The ticker is the symbol at the primary venue; without listings it is the only one. */
  private List<Listing> listings(List<Listing> listings, Venue venue, Ticker ticker) {
    Listing primary = new Listing(venue, ticker.symbol());
    if (listings.isEmpty()) {
      return List.of(primary);
    }
    if (!listings.contains(primary)) {
      problems.add(
          new Problem(
              Reason.INCONSISTENT,
              "$.listings",
              "no listing of " + ticker + " at the primary venue " + venue.mic()));
    }
    return listings;
  }

  private static Listing listing(JsonView view) {
    return new Listing(
        view.parsed("venue", Venue::parse), view.parsed("symbol", IssuerReader::named));
  }

  private static Peer peer(JsonView view, Optional<BigDecimal> issuerRevenue) {
    Optional<BigDecimal> stated =
        view.optionalNumber("revenueRatio").map(n -> positive(view, "revenueRatio", n));
    Optional<BigDecimal> revenue =
        view.optionalNumber("annualRevenue").map(n -> positive(view, "annualRevenue", n));
    Optional<BigDecimal> share = view.optionalNumber("sharedSegmentShare");
    if (share.isPresent()
        && (share.get().signum() < 0 || share.get().compareTo(BigDecimal.ONE) > 0)) {
      throw new CorruptJson(view.path() + ".sharedSegmentShare", "a share is from 0 to 1");
    }
    return new Peer(
        view.parsed("symbol", IssuerReader::named),
        view.parsed("name", IssuerReader::named),
        view.optionalParsed("kind", JsonTree.lowerOf(PeerKind.class)).orElse(PeerKind.OPERATING),
        view.optionalParsed("sicCode", matching(SIC, "four digits")),
        view.optionalParsed("country", matching(COUNTRY, "two capital letters")),
        stated.or(() -> ratio(revenue, issuerRevenue)),
        share);
  }

  private static Optional<BigDecimal> ratio(
      Optional<BigDecimal> revenue, Optional<BigDecimal> issuerRevenue) {
    return revenue.flatMap(
        r -> issuerRevenue.map(i -> r.divide(i, RATIO_DECIMALS, RoundingMode.HALF_EVEN)));
  }

  private static RelatedParty party(JsonView view) {
    return new RelatedParty(
        view.parsed("name", IssuerReader::named),
        view.optionalParsed("tag", matching(TAG, "1 to 8 of A-Z and 0-9, a letter first")),
        view.has("aliases") ? view.texts("aliases", IssuerReader::named) : List.of(),
        view.optionalText("relation"));
  }

  private <T> List<T> each(
      JsonView view, String field, Set<String> known, Function<JsonView, T> reader) {
    if (!view.has(field)) {
      return List.of();
    }
    List<JsonView> items = kept(() -> view.list(field, v -> v)).orElse(List.of());
    List<T> read = new ArrayList<>(items.size());
    for (JsonView item : items) {
      knownOnly(item, known);
      kept(() -> JsonView.built(item, reader)).ifPresent(read::add);
    }
    return read;
  }

  private void knownOnly(JsonView view, Set<String> known) {
    for (String name : view.names()) {
      if (!known.contains(name)) {
        problems.add(
            new Problem(
                Reason.UNKNOWN_FIELD,
                view.path() + "." + name,
                "no such field; known are " + String.join(", ", known.stream().sorted().toList())));
      }
    }
  }

  private <T> Optional<T> kept(Supplier<T> reader) {
    return keptOptional(() -> Optional.of(reader.get()));
  }

  private <T> Optional<T> keptOptional(Supplier<Optional<T>> reader) {
    try {
      return reader.get();
    } catch (CorruptJson e) {
      problems.add(new Problem(Reason.BAD_FIELD, e.path(), e.problem()));
      return Optional.empty();
    }
  }

  private static BigDecimal positive(JsonView view, String field, BigDecimal number) {
    if (number.signum() <= 0) {
      throw new CorruptJson(view.path() + "." + field, "a number above 0 is expected");
    }
    return number;
  }

  private static String named(String text) {
    if (text.isBlank() || text.length() > 200) {
      throw new IllegalArgumentException("1 to 200 characters are expected");
    }
    return text.strip();
  }

  private static Function<String, String> matching(Pattern form, String expected) {
    return text -> {
      if (!form.matcher(text).matches()) {
        throw new IllegalArgumentException(expected + " are expected, not " + text);
      }
      return text;
    };
  }

  private static String currency(String code) {
    try {
      return Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("an ISO 4217 code is expected, not " + code, e);
    }
  }

  private static MonthDay monthDay(String text) {
    try {
      return MonthDay.parse("--" + text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("MM-dd is expected, not " + text, e);
    }
  }
}

package dev.afterbell.flow;

import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.Unit;
import dev.afterbell.market.Venue;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The symbols whose prices matter to an issuer: its own, its benchmark's and its peers'.
 *
 * @param issuer as its operator describes it
 */
record MarketSymbols(Issuer issuer) {

  private static final int TAG_CHARS_MAX = 8;

  /** What the issuer's share is measured against: its benchmark, or a broad fund of its market. */
  String benchmark() {
    return issuer.benchmark().orElseGet(() -> broadFund(issuer.venue()));
  }

  /** A fund on the broad index of a venue's market, quoted in the venue's currency. */
  private static String broadFund(Venue venue) {
    return switch (venue) {
      case XNYS, XNAS -> "SPY";
      case XHKG -> "2800";
    };
  }

  /** The issuer's own symbols, at every listing. */
  Set<String> own() {
    return sorted(
        Stream.concat(
            Stream.of(issuer.ticker().symbol()),
            issuer.listings().stream().map(Issuer.Listing::symbol)));
  }

  /** The listings beside that of the event venue, as the profile orders them. */
  List<Issuer.Listing> others() {
    return issuer.listings().stream()
        .filter(l -> l.venue() != issuer.venue() || !l.symbol().equals(issuer.ticker().symbol()))
        .toList();
  }

  /**
   * What a listing is measured against: the issuer's benchmark where it trades in the same
   * currency, else a broad fund of the listing's market.
   */
  String benchmark(Issuer.Listing listing) {
    return listing.venue().currency().equals(issuer.venue().currency())
        ? benchmark()
        : broadFund(listing.venue());
  }

  /** All of them. */
  Set<String> all() {
    return sorted(
        Stream.of(
                own().stream(),
                Stream.of(benchmark()),
                others().stream().map(this::benchmark),
                issuer.peers().stream().map(Issuer.Peer::symbol))
            .flatMap(s -> s));
  }

  /**
   * Those whose prices are measured: the share's at every listing, the benchmarks', the compared
   * companies'.
   */
  Set<String> measured() {
    return sorted(
        Stream.of(
                own().stream(),
                Stream.of(benchmark()),
                others().stream().map(this::benchmark),
                peers().stream())
            .flatMap(s -> s));
  }

  /** Companies it is compared with; a fund or an index tells nothing of a competitor's day. */
  Set<String> peers() {
    return sorted(
        issuer.peers().stream()
            .filter(p -> p.kind() == Issuer.PeerKind.OPERATING)
            .map(Issuer.Peer::symbol));
  }

  /** The currency in which a symbol is quoted unless somebody says otherwise. */
  Currency currency(String symbol) {
    return venue(symbol).currency();
  }

  /**
   * The venue whose sessions a symbol's prices are closes of: that of its listing, or of the
   * listing that it is the benchmark of; for any other symbol the event's.
   */
  Venue venue(String symbol) {
    boolean central = symbol.equals(issuer.ticker().symbol()) || symbol.equals(benchmark());
    return others().stream()
        .filter(l -> !central && (l.symbol().equals(symbol) || benchmark(l).equals(symbol)))
        .map(Issuer.Listing::venue)
        .findFirst()
        .orElseGet(issuer::venue);
  }

  /** The unit of an amount for each share, as the event venue trades it. */
  Unit perShare(String currency) {
    return perShare(currency, issuer.venue());
  }

  /** The unit of an amount for each share, as a venue trades it. */
  Unit perShare(String currency, Venue venue) {
    boolean depositary = issuer.adsRatio().isPresent() && venue != Venue.XHKG;
    return depositary ? Unit.perAds(currency) : Unit.perShare(currency);
  }

  /**
   * The currency of estimates that do not name theirs: what the operator says, or the only one that
   * it can be.
   */
  Optional<String> estimateCurrency() {
    String quoted = issuer.venue().currency().getCurrencyCode();
    boolean one = issuer.reportingCurrency().map(quoted::equals).orElse(true);
    return issuer.estimateCurrency().or(() -> one ? Optional.of(quoted) : Optional.empty());
  }

  /** A symbol as a tag of an evidence id: capitals and digits, a letter first, at most eight. */
  static Optional<String> tag(String symbol) {
    String plain = symbol.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    String lettered = plain.isEmpty() || plain.charAt(0) > '9' ? plain : "S" + plain;
    return Optional.of(lettered.substring(0, Math.min(TAG_CHARS_MAX, lettered.length())))
        .filter(t -> !t.isEmpty());
  }

  private static Set<String> sorted(Stream<String> symbols) {
    return symbols.collect(Collectors.toCollection(TreeSet::new));
  }
}

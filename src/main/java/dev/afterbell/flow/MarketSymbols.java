package dev.afterbell.flow;

import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.Unit;
import dev.afterbell.market.Venue;
import java.util.Currency;
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

  /** All of them. */
  Set<String> all() {
    return sorted(
        Stream.concat(
            own().stream(),
            Stream.concat(
                Stream.of(benchmark()), issuer.peers().stream().map(Issuer.Peer::symbol))));
  }

  /** Those whose prices are measured: the share's, the benchmark's, the compared companies'. */
  Set<String> measured() {
    return sorted(
        Stream.concat(Stream.of(issuer.ticker().symbol(), benchmark()), peers().stream()));
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
    return issuer.listings().stream()
        .filter(l -> l.symbol().equals(symbol) && !symbol.equals(issuer.ticker().symbol()))
        .map(l -> l.venue().currency())
        .findFirst()
        .orElseGet(() -> issuer.venue().currency());
  }

  /** The unit of an amount for each share, as the event venue trades it. */
  Unit perShare(String currency) {
    boolean depositary = issuer.adsRatio().isPresent() && issuer.venue() != Venue.XHKG;
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

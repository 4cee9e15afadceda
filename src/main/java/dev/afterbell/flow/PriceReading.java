package dev.afterbell.flow;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.MarketReading.Price;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.MarketReading.SessionReturn;
import dev.afterbell.evidence.Passage;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.market.EventClock;
import dev.afterbell.market.MarketModel;
import dev.afterbell.market.Reaction;
import dev.afterbell.market.Session;
import dev.afterbell.source.prices.PriceFile.Prices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the share did from T0 to T+3, calculated from one file of its own prices and one of its
 * benchmark's. Where a close of the window is missing, the sessions before it are measured.
 *
 * <p>Of several files the pair is taken that measures most sessions; among those the best kept, the
 * one adjusted for splits and dividends, the one with the longest history, the one that ends first
 * (so that later files of the same change nothing), and then the one whose digests come first. The
 * order in which files came has no part in it. Two files of one symbol are never joined: prices
 * adjusted on different days do not fit together.
 */
final class PriceReading {

  /** Decimals of a stored return, which is a fraction. */
  private static final int DECIMALS = 10;

  private static final int WINDOW_LAST = 3;

  private static final Comparator<PriceReading> BEST_FIRST =
      Comparator.comparing((PriceReading r) -> r.measured.days().size(), Comparator.reverseOrder())
          .thenComparing(r -> r.basis().custody())
          .thenComparing(PriceReading::adjusted, Comparator.reverseOrder())
          .thenComparing(r -> r.measured.expectation().observations(), Comparator.reverseOrder())
          .thenComparing(r -> r.stock.prices().last())
          .thenComparing(r -> r.benchmark.prices().last())
          .thenComparing(r -> r.basis().digests().toString());

  private final EventRecord record;
  private final Market market;
  private final PriceSource stock;
  private final PriceSource benchmark;
  private final Reaction.Measured measured;
  private final List<LocalDate> missing;

  private PriceReading(
      EventRecord record,
      Market market,
      PriceSource stock,
      PriceSource benchmark,
      Reaction.Measured measured,
      List<LocalDate> missing) {
    this.record = record;
    this.market = market;
    this.stock = stock;
    this.benchmark = benchmark;
    this.measured = measured;
    this.missing = missing;
  }

  /**
   * A file of prices.
   *
   * @param evidence under which it is stored
   * @param prices what it holds
   */
  record PriceSource(Evidence evidence, Prices prices) {}

  /** The issuer's own reading on the event venue, as evidence. */
  static Optional<ReadingDraft> best(EventRecord record, List<PriceSource> sources) {
    EventClock clock = record.event().clock();
    EvidenceId id = EvidenceId.of(EvidenceId.Prefix.PRICE, clock.t3().date(), Optional.empty());
    String title = "Price reaction after the release of " + record.event().eventDate();
    return best(record, sources, record.issuer().ticker().symbol())
        .map(reading -> reading.draft(id, title, clock.t3().close()));
  }

  /** The best reading of a symbol in the sessions of the event venue. */
  static Optional<PriceReading> best(EventRecord record, List<PriceSource> sources, String symbol) {
    String benchmark = new MarketSymbols(record.issuer()).benchmark();
    return best(record, sources, new Market(record.event().clock(), symbol, benchmark));
  }

  /**
   * The best reading that the files give of a symbol, if one of its prices and one of the
   * benchmark's fit.
   */
  static Optional<PriceReading> best(EventRecord record, List<PriceSource> sources, Market market) {
    return of(sources, market.symbol())
        .flatMap(
            stock ->
                of(sources, market.benchmark())
                    .flatMap(benchmark -> measured(record, market, stock, benchmark).stream()))
        .min(BEST_FIRST);
  }

  /** Returns and what was expected. */
  Reaction.Measured measured() {
    return measured;
  }

  /** The files it was calculated from: of the share, of the benchmark. */
  List<PriceSource> sources() {
    return List.of(stock, benchmark);
  }

  private static Stream<PriceSource> of(List<PriceSource> sources, String symbol) {
    return sources.stream().filter(s -> s.prices().subject().symbol().equals(symbol));
  }

  private static Optional<PriceReading> measured(
      EventRecord record, Market market, PriceSource stock, PriceSource benchmark) {
    if (!stock.prices().subject().currency().equals(benchmark.prices().subject().currency())
        || !market.clock().calendar().reachesBack(market.clock().t0())) {
      return Optional.empty();
    }
    TreeSet<LocalDate> missing = new TreeSet<>();
    for (int last = WINDOW_LAST; last >= 0; last--) {
      Reaction reaction =
          MarketModel.reaction(
              stock.prices().series(), benchmark.prices().series(), market.clock(), last);
      if (reaction instanceof Reaction.Measured measured) {
        return Optional.of(
            new PriceReading(record, market, stock, benchmark, measured, List.copyOf(missing)));
      }
      Reaction.Incomplete incomplete = (Reaction.Incomplete) reaction;
      missing.addAll(incomplete.stock());
      missing.addAll(incomplete.benchmark());
    }
    return Optional.empty();
  }

  private ReadingBasis basis() {
    return ReadingBasis.of(List.of(stock.evidence(), benchmark.evidence()));
  }

  private int adjusted() {
    return (stock.prices().adjusted() ? 1 : 0) + (benchmark.prices().adjusted() ? 1 : 0);
  }

  /** As evidence of that name, which became known at that moment. */
  ReadingDraft draft(EvidenceId id, String title, Instant published) {
    ReadingText text = heading(new ReadingText());
    measured.days().forEach(day -> text.line(line(day)));
    Passage car =
        text.cited(
            "Cumulative abnormal return: ",
            percent(measured.car()),
            " (" + decimal(measured.car()).toPlainString() + ")");
    text.line("Sessions without a close: " + dates(missing));
    text.line("Sessions without trade: " + dates(halted()));
    text.line("Prices of " + symbol(stock) + ": sha256 " + digest(stock));
    text.line("Prices of " + symbol(benchmark) + ": sha256 " + digest(benchmark));
    return new ReadingDraft(
        id, SourceClass.PRICE_FEED, title, published, text.text(), List.of(reaction(car)), basis());
  }

  private ReadingText heading(ReadingText text) {
    Reaction.Expectation model = measured.expectation();
    return text.line(
            "Price reaction of "
                + symbol(stock)
                + " against "
                + symbol(benchmark)
                + " after the release of "
                + record.event().eventDate()
                + ", calculated by Afterbell")
        .line("Currency: " + stock.prices().subject().currency())
        .line("Closes of " + symbol(stock) + ": " + kind(stock))
        .line("Closes of " + symbol(benchmark) + ": " + kind(benchmark))
        .line(
            (model.model() == Reaction.Model.MARKET_MODEL
                    ? "Expected return: market model"
                    : "Expected return: the benchmark's own")
                + ", alpha "
                + decimal(model.alpha()).toPlainString()
                + ", beta "
                + decimal(model.beta()).toPlainString()
                + ", from "
                + model.observations()
                + " sessions")
        .line(
            "Standard deviation of a session's abnormal return: "
                + sigma().map(BigDecimal::toPlainString).orElse("not known"))
        .line("Sessions: calendar " + market.clock().calendar().version());
  }

  private String line(Reaction.Day day) {
    return "Session "
        + day.session().date()
        + ": "
        + symbol(stock)
        + " "
        + percent(day.stock())
        + ", "
        + symbol(benchmark)
        + " "
        + percent(day.benchmark())
        + ", abnormal "
        + percent(day.abnormal());
  }

  private PriceReaction reaction(Passage car) {
    return new PriceReaction(
        symbol(stock),
        symbol(benchmark),
        measured.days().stream()
            .map(
                d ->
                    new SessionReturn(
                        d.session().date(),
                        decimal(d.stock()),
                        decimal(d.benchmark()),
                        decimal(d.abnormal())))
            .toList(),
        decimal(measured.car()),
        sigma(),
        measured.expectation().observations(),
        missing,
        halted(),
        closeBefore(),
        Optional.empty(),
        car);
  }

  private Optional<BigDecimal> sigma() {
    return measured.expectation().sigma().stream()
        .mapToObj(PriceReading::decimal)
        .filter(s -> s.signum() > 0)
        .findFirst();
  }

  private List<LocalDate> halted() {
    return Stream.iterate(0, k -> k <= WINDOW_LAST, k -> k + 1)
        .map(market.clock()::plus)
        .map(Session::date)
        .filter(stock.prices().untraded()::contains)
        .toList();
  }

  /** As it was quoted; an adjusted close is no price that anybody paid. */
  private Optional<Price> closeBefore() {
    String currency = stock.prices().subject().currency().getCurrencyCode();
    return stock
        .prices()
        .quoted()
        .close(market.clock().plus(-1).date())
        .map(
            p ->
                new Price(
                    p,
                    new MarketSymbols(record.issuer()).perShare(currency, market.clock().venue())));
  }

  static String symbol(PriceSource source) {
    return source.prices().subject().symbol();
  }

  static String digest(PriceSource source) {
    return source.evidence().extraction().document().sha256().hex();
  }

  private static String kind(PriceSource source) {
    return source.prices().adjusted()
        ? "adjusted for splits and dividends"
        : "as given; not said to be adjusted for splits and dividends";
  }

  private static String dates(Collection<LocalDate> dates) {
    return dates.isEmpty()
        ? "none"
        : dates.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
  }

  static BigDecimal decimal(double value) {
    return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  static String percent(double fraction) {
    return new BigDecimal(fraction)
            .movePointRight(2)
            .setScale(2, RoundingMode.HALF_EVEN)
            .toPlainString()
        + "%";
  }
}

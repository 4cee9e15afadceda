package dev.afterbell.evaluation;

import dev.afterbell.filing.Sha256;
import dev.afterbell.market.Calendars;
import dev.afterbell.market.PriceSeries;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds stored score cards against what came after them. The same cards and prices, in any order,
 * give the same report.
 */
public final class Evaluation {

  private final Settings settings;
  private final Prices prices;
  private final Map<Venue, Market> markets = new EnumMap<>(Venue.class);
  private final SortedMap<String, EvaluationReport.PriceInput> inputs = new TreeMap<>();
  private final List<ScoredEvent> events = new ArrayList<>();
  private final List<Excluded> excluded = new ArrayList<>();

  /**
   * What is asked.
   *
   * @param asOf prices of days that close later are not looked at; without one, the last day that
   *     every benchmark reaches
   * @param benchmarks what shares are measured against
   * @param calendars the reviewed sessions
   * @param resampling how intervals are drawn
   */
  public record Settings(
      Optional<Instant> asOf, Benchmarks benchmarks, Calendars calendars, Resampling resampling) {

    /** As of the end of the prices, against broad funds. */
    public static final Settings DEFAULT =
        new Settings(Optional.empty(), Benchmarks.BROAD, Calendars.SHIPPED, Resampling.DEFAULT);
  }

  private Evaluation(Settings settings, Prices prices) {
    this.settings = settings;
    this.prices = prices;
  }

  /**
   * Evaluates cards.
   *
   * @throws IllegalArgumentException if one benchmark is to serve for venues of two currencies
   */
  public static EvaluationReport of(Cards cards, Prices prices, Settings settings) {
    return new Evaluation(settings, prices).report(cards);
  }

  private EvaluationReport report(Cards cards) {
    List<Venue> venues = cards.forecasts().stream().map(Forecast::venue).distinct().toList();
    if (settings.benchmarks().forAll().isPresent()
        && venues.stream().map(Venue::currency).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "the cards are of venues with two currencies, which one benchmark cannot serve; evaluate"
              + " them apart");
    }
    Optional<Instant> asOf = settings.asOf().or(() -> end(venues));
    venues.stream().sorted().forEach(venue -> asOf.ifPresent(at -> open(venue, at)));
    excluded.addAll(cards.excluded());
    counted(cards.forecasts()).forEach(this::score);
    return new EvaluationReport(
        asOf,
        settings.asOf().isPresent(),
        venues.stream()
            .collect(
                Collectors.toMap(Venue::mic, settings.benchmarks()::of, (a, b) -> a, TreeMap::new)),
        settings.resampling(),
        cards.lines(),
        excluded,
        inputs.values().stream().toList(),
        events,
        methods(cards));
  }

  /** The last moment that the prices of every benchmark reach. */
  private Optional<Instant> end(List<Venue> venues) {
    return venues.stream()
        .flatMap(
            venue ->
                prices.find(settings.benchmarks().of(venue), venue) instanceof Prices.Found found
                        && !found.series().closes().isEmpty()
                    ? Optional.of(Market.close(venue, found.series().closes().lastKey())).stream()
                    : Optional.<Instant>empty().stream())
        .min(Instant::compareTo);
  }

  private void open(Venue venue, Instant asOf) {
    String symbol = settings.benchmarks().of(venue);
    if (prices.find(symbol, venue) instanceof Prices.Found found) {
      PriceSeries known = found.series().through(Market.known(venue, asOf));
      if (known.closes().keySet().stream().anyMatch(d -> d.getDayOfWeek().getValue() < 6)) {
        markets.put(
            venue,
            new Market(
                venue,
                symbol,
                known,
                Market.known(venue, asOf),
                settings.calendars().of(venue),
                SessionCalendar.observed(venue, known.closes().keySet())));
        note(symbol, known, found.adjusted());
      }
    }
  }

  /** Of the cards of one event and method version that were made in time, the latest. */
  private List<Candidate> counted(List<Forecast> forecasts) {
    SortedMap<Forecast.Key, List<Candidate>> byKey = new TreeMap<>();
    for (Forecast forecast : forecasts) {
      try {
        Market market = market(forecast);
        Candidate candidate =
            new Candidate(forecast, market, OutcomeReader.inTime(forecast, market));
        byKey.computeIfAbsent(forecast.key(), k -> new ArrayList<>()).add(candidate);
      } catch (OutcomeReader.LeftOut e) {
        excluded.add(e.of(forecast));
      }
    }
    return byKey.values().stream().flatMap(same -> latest(same).stream()).toList();
  }

  private record Candidate(Forecast forecast, Market market, Market.Sessions sessions) {}

  private Optional<Candidate> latest(List<Candidate> same) {
    Instant latest = same.get(same.size() - 1).forecast().asOf();
    List<Candidate> last = same.stream().filter(c -> c.forecast().asOf().equals(latest)).toList();
    for (Candidate candidate : same) {
      if (candidate.forecast().asOf().isBefore(latest)) {
        excluded.add(
            Excluded.of(Exclusion.SUPERSEDED, candidate.forecast(), "by the card as of " + latest));
      } else if (last.size() > 1) {
        excluded.add(
            Excluded.of(
                Exclusion.CONFLICT, candidate.forecast(), "card " + candidate.forecast().card()));
      }
    }
    return last.size() == 1 ? Optional.of(last.get(0)) : Optional.empty();
  }

  private Market market(Forecast forecast) throws OutcomeReader.LeftOut {
    Market market = markets.get(forecast.venue());
    if (market == null) {
      String symbol = settings.benchmarks().of(forecast.venue());
      throw prices.find(symbol, forecast.venue()) instanceof Prices.Refused refused
          ? new OutcomeReader.LeftOut(Exclusion.PRICES_REFUSED, symbol + ": " + refused.message())
          : new OutcomeReader.LeftOut(Exclusion.NO_BENCHMARK, symbol);
    }
    return market;
  }

  private void score(Candidate candidate) {
    try {
      Forecast forecast = candidate.forecast();
      Prices.Found found = found(forecast);
      PriceSeries known = found.series().through(candidate.market().known());
      if (known.closes().isEmpty()) {
        throw new OutcomeReader.LeftOut(
            Exclusion.NO_PRICES, forecast.key().ticker() + " up to " + candidate.market().known());
      }
      events.add(
          new ScoredEvent(
              forecast, OutcomeReader.outcome(known, candidate.market(), candidate.sessions())));
      note(forecast.key().ticker().symbol(), known, found.adjusted());
    } catch (OutcomeReader.LeftOut e) {
      excluded.add(e.of(candidate.forecast()));
    }
  }

  private Prices.Found found(Forecast forecast) throws OutcomeReader.LeftOut {
    String symbol = forecast.key().ticker().symbol();
    Prices.Answer answer = prices.find(symbol, forecast.venue());
    if (answer instanceof Prices.Refused refused) {
      throw new OutcomeReader.LeftOut(Exclusion.PRICES_REFUSED, symbol + ": " + refused.message());
    }
    if (answer instanceof Prices.Found found) {
      return found;
    }
    throw new OutcomeReader.LeftOut(Exclusion.NO_PRICES, symbol);
  }

  /** Names the closes that were looked at, none of them after the moment of the evaluation. */
  private void note(String symbol, PriceSeries known, boolean adjusted) {
    inputs.computeIfAbsent(
        symbol,
        s -> {
          StringBuilder text = new StringBuilder();
          known
              .closes()
              .forEach((d, p) -> text.append(d).append(' ').append(p.toPlainString()).append('\n'));
          return new EvaluationReport.PriceInput(
              s,
              adjusted,
              known.closes().size(),
              known.closes().firstKey(),
              known.closes().lastKey(),
              Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)));
        });
  }

  private List<MethodResult> methods(Cards cards) {
    SortedMap<String, List<ScoredEvent>> byVersion = new TreeMap<>();
    cards.forecasts().forEach(f -> byVersion.put(f.key().methodVersion(), new ArrayList<>()));
    events.forEach(
        e -> byVersion.getOrDefault(e.forecast().key().methodVersion(), List.of()).add(e));
    return byVersion.entrySet().stream()
        .map(e -> MethodResult.of(e.getKey(), e.getValue(), settings.resampling()))
        .toList();
  }
}

package dev.afterbell.evaluation;

import dev.afterbell.filing.Sha256;
import dev.afterbell.market.Reaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an evaluation found.
 *
 * @param asOf nothing later was looked at; absent if there was neither a moment nor a benchmark
 * @param asOfGiven whether somebody asked for that moment; otherwise it is where benchmarks end
 * @param benchmarks symbol by venue of the cards
 * @param resampling how intervals were drawn
 * @param lines lines of the input with anything in them
 * @param excluded those that are not scored, in order
 * @param prices the series that were used, by symbol
 * @param events the scored events, in order
 * @param methods one result for each method version among the cards
 */
public record EvaluationReport(
    Optional<Instant> asOf,
    boolean asOfGiven,
    SortedMap<String, String> benchmarks,
    Resampling resampling,
    int lines,
    List<Excluded> excluded,
    List<PriceInput> prices,
    List<ScoredEvent> events,
    List<MethodResult> methods) {

  /**
   * @throws IllegalArgumentException unless every line is scored or excluded
   */
  public EvaluationReport {
    benchmarks = Collections.unmodifiableSortedMap(new TreeMap<>(benchmarks));
    excluded = excluded.stream().sorted().toList();
    prices = List.copyOf(prices);
    events = events.stream().sorted().toList();
    methods = List.copyOf(methods);
    if (lines != excluded.size() + events.size()) {
      throw new IllegalArgumentException(
          "Every line is scored or left out: "
              + lines
              + " are not "
              + events.size()
              + " and "
              + excluded.size());
    }
  }

  /**
   * A series of prices.
   *
   * @param symbol whose
   * @param adjusted whether it is known to be adjusted for splits and dividends
   * @param closes how many were known
   * @param first day of the first
   * @param last day of the last
   * @param sha256 of the known closes, a line {@code yyyy-MM-dd price} each
   */
  public record PriceInput(
      String symbol,
      boolean adjusted,
      int closes,
      LocalDate first,
      LocalDate last,
      Sha256 sha256) {}

  /** How many lines are left out for each reason that occurs. */
  public Map<Exclusion, Long> exclusions() {
    return excluded.stream()
        .collect(
            Collectors.groupingBy(
                Excluded::reason, () -> new EnumMap<>(Exclusion.class), Collectors.counting()));
  }

  /** How many events were counted in those sessions. */
  public long countedIn(Outcome.Sessions sessions) {
    return events.stream().filter(e -> e.outcome().sessions() == sessions).count();
  }

  /** How many outcomes rest on too few returns for a fit: α = 0, β = 1. */
  public long marketAdjusted() {
    return events.stream()
        .filter(e -> e.outcome().model() == Reaction.Model.MARKET_ADJUSTED)
        .count();
  }

  /** Digest of the cards that were scored: their digests, in order. */
  public Sha256 cardsSha256() {
    return Sha256.of(
        events.stream()
            .map(e -> e.forecast().card().hex())
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8));
  }
}

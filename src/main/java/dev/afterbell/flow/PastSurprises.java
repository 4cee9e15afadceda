package dev.afterbell.flow;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.Unit;
import dev.afterbell.flow.PriceReading.PriceSource;
import dev.afterbell.market.PriceSeries;
import dev.afterbell.source.estimates.EarningsFile.History;
import dev.afterbell.source.estimates.EarningsFile.Quarter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far earnings were from what had been expected in the quarters before an event, over the price
 * at the time: what a surprise is measured by (docs/method.md §2). A provider restates past figures
 * for splits, so the price is the adjusted close of the last session before the report. That is
 * adjusted for dividends too, which makes an old price of a high payer a little too small.
 *
 * @param surprises fractions of the price, newest first; at least one
 * @param unit of the earnings and of the price
 * @param inputs the file of earnings and the file of prices
 */
record PastSurprises(List<BigDecimal> surprises, Unit unit, List<Evidence> inputs) {

  private static final int DECIMALS = 10;

  /**
   * A file of past earnings.
   *
   * @param evidence under which it is stored
   * @param history what it holds
   */
  record EarningsSource(Evidence evidence, History history) {}

  /**
   * The surprises that the files give.
   *
   * @param weakest no file that is kept worse is used: it would weaken what it is added to
   */
  static Optional<PastSurprises> of(
      EventRecord record,
      List<EarningsSource> earnings,
      List<PriceSource> prices,
      Custody weakest) {
    MarketSymbols symbols = new MarketSymbols(record.issuer());
    List<PriceSource> own =
        prices.stream()
            .filter(p -> p.prices().subject().symbol().equals(record.issuer().ticker().symbol()))
            .filter(p -> p.prices().adjusted() && keptAsWell(p.evidence(), weakest))
            .toList();
    return earnings.stream()
        .filter(e -> e.history().symbol().equals(record.issuer().ticker().symbol()))
        .filter(e -> keptAsWell(e.evidence(), weakest))
        .flatMap(e -> own.stream().flatMap(p -> of(record, e, p, symbols).stream()))
        .max(
            Comparator.comparing((PastSurprises p) -> p.surprises().size())
                .thenComparing(p -> ReadingBasis.of(p.inputs()).digests().toString()));
  }

  private static Optional<PastSurprises> of(
      EventRecord record, EarningsSource earnings, PriceSource prices, MarketSymbols symbols) {
    Optional<Unit> earned =
        earnings.evidence().extraction().document().currency().map(symbols::perShare);
    Unit paid = symbols.perShare(prices.prices().subject().currency().getCurrencyCode());
    if (!earned.equals(Optional.of(paid))) {
      return Optional.empty();
    }
    List<BigDecimal> surprises =
        earnings.history().quarters().stream()
            .filter(q -> reportedBefore(q, record))
            .sorted(Comparator.comparing(Quarter::end).reversed())
            .flatMap(q -> surprise(q, prices.prices().series()))
            .toList();
    return surprises.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PastSurprises(surprises, paid, List.of(earnings.evidence(), prices.evidence())));
  }

  private static boolean keptAsWell(Evidence evidence, Custody weakest) {
    return evidence.provenance().custody().compareTo(weakest) <= 0;
  }

  private static boolean reportedBefore(Quarter quarter, EventRecord record) {
    LocalDate event = record.event().eventDate();
    return quarter.reported().filter(day -> day.isBefore(event)).isPresent()
        && record.periodEnd().map(quarter.end()::isBefore).orElse(true);
  }

  private static Stream<BigDecimal> surprise(Quarter quarter, PriceSeries series) {
    return quarter
        .surprise()
        .flatMap(
            s ->
                quarter
                    .reported()
                    .flatMap(day -> Optional.ofNullable(series.closes().lowerEntry(day)))
                    .map(Map.Entry::getValue)
                    .map(price -> s.divide(price, DECIMALS, RoundingMode.HALF_EVEN)))
        .stream();
  }
}

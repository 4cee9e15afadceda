package dev.afterbell.snapshot;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.MarketReading.SessionReturn;
import dev.afterbell.market.EventClock;
import dev.afterbell.market.Venue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The event at one listing of the issuer.
 *
 * @param venue where
 * @param symbol under which symbol
 * @param eventVenue whether its sessions are those of the event
 * @param clock the event in the venue's sessions; absent if its calendar does not reach
 * @param reaction what the share did there, where that was calculated
 */
record ListingRow(
    Venue venue,
    String symbol,
    boolean eventVenue,
    Optional<EventClock> clock,
    Optional<Measured> reaction) {

  /** How a page heads the table of {@link #cells}. */
  static final List<String> HEADS = List.of("listing", "T0", "T+1", "T+2", "T+3", "reaction");

  /**
   * A reaction and the calculation that it stands in.
   *
   * @param id of the calculation
   * @param reading the reaction
   */
  record Measured(EvidenceId id, PriceReaction reading) {

    /** The return over all measured sessions, as a fraction. */
    BigDecimal change() {
      BigDecimal value = BigDecimal.ONE;
      for (SessionReturn session : reading.sessions()) {
        value = value.multiply(BigDecimal.ONE.add(session.stock()), MathContext.DECIMAL64);
      }
      return value.subtract(BigDecimal.ONE).setScale(6, RoundingMode.HALF_EVEN);
    }

    /** In words, to two decimals of a per cent. */
    String text() {
      return percent(change())
          + " from T0 to T+"
          + (reading.sessions().size() - 1)
          + ", abnormal "
          + percent(reading.car())
          + " against "
          + reading.benchmark();
    }

    private static String percent(BigDecimal fraction) {
      return fraction
              .movePointRight(2)
              .setScale(2, RoundingMode.HALF_EVEN)
              .toPlainString()
              .replace('-', '−')
          + "%";
    }
  }

  /** All listings, the event venue's first; none if the issuer is listed once. */
  static List<ListingRow> of(Snapshot snapshot) {
    if (snapshot.otherListings().isEmpty()) {
      return List.of();
    }
    EventClock clock = snapshot.event().clock();
    String symbol = snapshot.issuer().ticker().symbol();
    List<ListingRow> rows = new ArrayList<>();
    rows.add(
        new ListingRow(
            clock.venue(), symbol, true, Optional.of(clock), measured(snapshot, symbol, clock)));
    for (OtherListing other : snapshot.otherListings()) {
      String there = other.listing().symbol();
      rows.add(
          new ListingRow(
              other.listing().venue(),
              there,
              false,
              other.clock(),
              other.clock().flatMap(c -> measured(snapshot, there, c))));
    }
    return rows;
  }

  private static Optional<Measured> measured(Snapshot snapshot, String symbol, EventClock clock) {
    Set<EvidenceId> replaced =
        snapshot.evidence().stream()
            .flatMap(e -> e.supersedes().stream())
            .collect(Collectors.toSet());
    return snapshot.evidence().stream()
        .filter(e -> !replaced.contains(e.id()))
        .flatMap(ListingRow::readings)
        .filter(m -> m.reading().symbol().equals(symbol))
        .filter(
            m ->
                m.reading().sessions().stream()
                    .findFirst()
                    .filter(s -> s.date().equals(clock.t0().date()))
                    .isPresent())
        .reduce((first, second) -> second);
  }

  private static Stream<Measured> readings(Evidence evidence) {
    return evidence.extraction().events().stream()
        .filter(PriceReaction.class::isInstance)
        .map(price -> new Measured(evidence.id(), (PriceReaction) price));
  }

  /** The row as a page shows it, without the citation of its reaction. */
  List<String> cells() {
    List<String> cells = new ArrayList<>();
    cells.add(venue + " " + symbol + (eventVenue ? " (event venue)" : ""));
    for (int k = 0; k <= 3; k++) {
      cells.add(day(k));
    }
    cells.add(reaction.map(Measured::text).orElse("no prices on file"));
    return cells;
  }

  private String day(int k) {
    return clock
        .map(c -> c.plus(k).date() + (c.calendar().isProvisional(c.plus(k).date()) ? "*" : ""))
        .orElse("beyond the calendar");
  }

  /** What the star of a day means; empty if there is none. */
  static Optional<String> note(List<ListingRow> rows) {
    String venues =
        rows.stream()
            .filter(r -> r.clock().map(EventClock::provisional).orElse(false))
            .map(r -> r.venue().mic())
            .distinct()
            .collect(Collectors.joining(", "));
    return venues.isEmpty()
        ? Optional.empty()
        : Optional.of("* Provisional: not confirmed yet by " + venues + ".");
  }
}

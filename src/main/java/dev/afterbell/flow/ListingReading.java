package dev.afterbell.flow;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.flow.PriceReading.PriceSource;
import dev.afterbell.market.CalendarExhausted;
import dev.afterbell.market.Calendars;
import dev.afterbell.market.EventClock;
import dev.afterbell.market.Reaction;
import dev.afterbell.market.Session;
import dev.afterbell.snapshot.OtherListing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The event as the issuer's other listings lived it: in the sessions of their venues, against a
 * benchmark in their currency. It is shown beside the event venue's reading and counts for no leg.
 */
final class ListingReading {

  private ListingReading() {}

  /** The other listings with their days; without days where a venue's calendar does not reach. */
  static List<OtherListing> listings(EventRecord record, Calendars calendars) {
    return new MarketSymbols(record.issuer())
        .others().stream()
            .map(listing -> new OtherListing(listing, clock(record, listing, calendars)))
            .toList();
  }

  /** What the files of prices say of them, one draft for each listing that has prices. */
  static Stream<ReadingDraft> drafts(
      EventRecord record, List<PriceSource> sources, Calendars calendars) {
    return listings(record, calendars).stream()
        .filter(o -> !o.listing().symbol().equals(record.issuer().ticker().symbol()))
        .flatMap(
            o -> o.clock().flatMap(clock -> draft(record, sources, o.listing(), clock)).stream());
  }

  private static Optional<ReadingDraft> draft(
      EventRecord record, List<PriceSource> sources, Issuer.Listing listing, EventClock clock) {
    String benchmark = new MarketSymbols(record.issuer()).benchmark(listing);
    String title =
        "Price reaction of "
            + listing.symbol()
            + " on "
            + listing.venue()
            + " after the release of "
            + record.event().eventDate();
    return PriceReading.best(record, sources, new Market(clock, listing.symbol(), benchmark))
        .map(
            reading -> {
              Session last = last(reading.measured());
              EvidenceId id =
                  EvidenceId.of(
                      EvidenceId.Prefix.PRICE, last.date(), Optional.of(listing.venue().mic()));
              return reading.draft(id, title, last.close());
            });
  }

  private static Session last(Reaction.Measured measured) {
    return measured.days().get(measured.days().size() - 1).session();
  }

  private static Optional<EventClock> clock(
      EventRecord record, Issuer.Listing listing, Calendars calendars) {
    try {
      return Optional.of(
          EventClock.of(calendars.of(listing.venue()), record.event().clock().release()));
    } catch (CalendarExhausted e) {
      return Optional.empty();
    }
  }
}

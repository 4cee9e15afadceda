package dev.afterbell.flow;

import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.MarketReading.PeerReaction;
import dev.afterbell.evidence.Passage;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.flow.PriceReading.PriceSource;
import dev.afterbell.market.EventClock;
import dev.afterbell.market.Reaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the shares of the compared companies did over the sessions of the event, each against the
 * issuer's benchmark by the same market model. Companies without prices on file are left out and
 * named; so are those quoted in another currency than the benchmark.
 */
final class PeerReading {

  private final EventRecord record;
  private final List<PriceReading> read = new ArrayList<>();
  private final List<String> without = new ArrayList<>();

  private PeerReading(EventRecord record, List<PriceSource> sources) {
    this.record = record;
    for (String peer : new MarketSymbols(record.issuer()).peers()) {
      PriceReading.best(record, sources, peer).ifPresentOrElse(read::add, () -> without.add(peer));
    }
  }

  /** The reading, if there are prices of one of the companies at least. */
  static Optional<ReadingDraft> of(EventRecord record, List<PriceSource> sources) {
    PeerReading reading = new PeerReading(record, sources);
    return reading.read.isEmpty() ? Optional.empty() : Optional.of(reading.draft());
  }

  private ReadingDraft draft() {
    EventClock clock = record.event().clock();
    ReadingText text =
        new ReadingText()
            .line(
                "Shares of compared companies against "
                    + new MarketSymbols(record.issuer()).benchmark()
                    + " after the release of "
                    + record.event().eventDate()
                    + ", calculated by Afterbell")
            .line("Sessions: calendar " + clock.calendar().version());
    List<DocumentEvent> events = new ArrayList<>();
    read.forEach(peer -> events.add(reaction(peer, text)));
    text.line(
        "Companies without prices: " + (without.isEmpty() ? "none" : String.join(", ", without)));
    sources()
        .forEach(
            source ->
                text.line(
                    "Prices of "
                        + PriceReading.symbol(source)
                        + ": sha256 "
                        + PriceReading.digest(source)));
    return new ReadingDraft(
        EvidenceId.of(EvidenceId.Prefix.PEER, clock.t3().date(), Optional.empty()),
        SourceClass.PEER_FEED,
        "Shares of compared companies after the release of " + record.event().eventDate(),
        clock.t3().close(),
        text.text(),
        events,
        ReadingBasis.of(sources().map(PriceSource::evidence).toList()));
  }

  private static PeerReaction reaction(PriceReading peer, ReadingText text) {
    String symbol = PriceReading.symbol(peer.sources().get(0));
    List<Reaction.Day> days = peer.measured().days();
    Reaction.Day first = days.get(0);
    Reaction.Day last = days.get(days.size() - 1);
    double stock = compounded(days.stream().mapToDouble(Reaction.Day::stock).toArray());
    double benchmark = compounded(days.stream().mapToDouble(Reaction.Day::benchmark).toArray());
    Passage abnormal =
        text.cited(
            symbol
                + " from "
                + first.session().date()
                + " to "
                + last.session().date()
                + ": "
                + PriceReading.percent(stock)
                + ", "
                + PriceReading.symbol(peer.sources().get(1))
                + " "
                + PriceReading.percent(benchmark)
                + ", cumulative abnormal return ",
            PriceReading.percent(peer.measured().car()),
            " from " + peer.measured().expectation().observations() + " sessions");
    return new PeerReaction(
        symbol,
        first.session().date(),
        last.session().date(),
        PriceReading.decimal(stock),
        PriceReading.decimal(benchmark),
        PriceReading.decimal(peer.measured().car()),
        abnormal);
  }

  /** The return over all of them. */
  private static double compounded(double[] returns) {
    double value = 1;
    for (double r : returns) {
      value *= 1 + r;
    }
    return value - 1;
  }

  private Stream<PriceSource> sources() {
    return read.stream().flatMap(peer -> peer.sources().stream()).distinct();
  }
}

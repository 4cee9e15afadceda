package dev.afterbell.score;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.MarketReading;
import dev.afterbell.evidence.MarketReading.Consensus;
import dev.afterbell.evidence.MarketReading.ConsensusRevision;
import dev.afterbell.evidence.MarketReading.PeerReaction;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The complete figures of readings of prices and estimates. */
final class ReadingFigures {

  private ReadingFigures() {}

  static List<Figure> of(Evidence evidence) {
    List<Figure> figures = new ArrayList<>();
    for (var event : evidence.extraction().events()) {
      if (event instanceof PriceReaction price) {
        price(price, figures);
      } else if (event instanceof Consensus consensus) {
        consensus(consensus).ifPresent(figures::add);
      } else if (event instanceof ConsensusRevision revision) {
        revision(revision).ifPresent(figures::add);
      } else if (event instanceof PeerReaction peer) {
        figures.add(peer(peer));
      } else if (event instanceof MarketReading) {
        throw new IllegalStateException("A reading of a kind without figures: " + event);
      }
    }
    return figures;
  }

  /** Each session's abnormal return against the benchmark's, their sum, and its scale. */
  private static void price(PriceReaction price, List<Figure> figures) {
    String subject = "abnormal return|" + price.symbol() + "|";
    price
        .sessions()
        .forEach(
            s ->
                figures.add(
                    Figure.ofReading(subject + s.date(), s.abnormal(), Unit.PERCENT, true)));
    if (!price.sessions().isEmpty()) {
      figures.add(Figure.ofReading(subject + "cumulative", price.car(), Unit.PERCENT, false));
      price
          .sigma()
          .ifPresent(s -> figures.add(Figure.ofReading(subject + "sigma", s, Unit.PERCENT, false)));
    }
  }

  private static Optional<Figure> consensus(Consensus c) {
    return subject("consensus", c.metric(), c.basis(), c.period())
        .map(s -> Figure.ofReading(s, c.mean(), c.unit(), false));
  }

  private static Optional<Figure> revision(ConsensusRevision r) {
    return subject("consensus revised", r.metric(), r.basis(), r.period())
        .map(s -> Figure.ofReading(s, r.after(), r.unit(), true));
  }

  private static Figure peer(PeerReaction peer) {
    BigDecimal abnormal = peer.abnormal();
    String subject = "peer return|" + peer.symbol() + "|" + peer.from() + "|" + peer.to();
    return Figure.ofReading(subject, abnormal, Unit.PERCENT, true);
  }

  private static Optional<String> subject(
      String what, Metric metric, Basis basis, FactPeriod period) {
    return Figure.period(period).map(p -> what + "|" + metric.text(basis) + "|" + p);
  }
}

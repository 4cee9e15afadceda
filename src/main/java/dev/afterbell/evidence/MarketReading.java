package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a feed of prices or estimates says about an event. The document is the reading as it was
 * fetched and calculated, so a passage points into it as into any other. Returns are fractions:
 * 0.01 is one per cent.
 */
public sealed interface MarketReading extends DocumentEvent {

  /**
   * What the share did from T0 on, by our own calculation.
   *
   * @param symbol the listing
   * @param benchmark what it is measured against
   * @param sessions the sessions measured, from T0 on, without gaps
   * @param car cumulative abnormal return over {@code sessions}
   * @param sigma standard deviation of one session's abnormal return, where there is a market model
   * @param estimationSessions sessions that the model was fitted on
   * @param missing sessions of the window without a close
   * @param halted sessions of the window without regular trade
   * @param closeBefore the last close before T0, with its unit
   * @param marketValueUsd market value at that close, US dollars
   * @param passage the cumulative abnormal return in the reading
   */
  record PriceReaction(
      String symbol,
      String benchmark,
      List<SessionReturn> sessions,
      BigDecimal car,
      Optional<BigDecimal> sigma,
      int estimationSessions,
      List<LocalDate> missing,
      List<LocalDate> halted,
      Optional<Price> closeBefore,
      Optional<BigDecimal> marketValueUsd,
      Passage passage)
      implements MarketReading {

    public PriceReaction {
      sessions = List.copyOf(sessions);
      missing = List.copyOf(missing);
      halted = List.copyOf(halted);
    }
  }

  /**
   * One session.
   *
   * @param date in the venue's zone
   * @param stock the share's return
   * @param benchmark the benchmark's return
   * @param abnormal the share's return beyond what the benchmark explains
   */
  record SessionReturn(
      LocalDate date, BigDecimal stock, BigDecimal benchmark, BigDecimal abnormal) {}

  /**
   * A price.
   *
   * @param value positive
   * @param unit a currency for each share or ADS
   */
  record Price(BigDecimal value, Unit unit) {

    /**
     * @throws IllegalArgumentException if it is not positive
     */
    public Price {
      if (value.signum() <= 0) {
        throw new IllegalArgumentException("A price is positive: " + value);
      }
    }
  }

  /**
   * What analysts expected before the release.
   *
   * @param metric of what
   * @param basis by which rules
   * @param period for when
   * @param mean the consensus, full amount
   * @param unit of the mean
   * @param analysts how many estimates it is the mean of
   * @param newest date of the newest of them
   * @param pastSurprises earlier actual less consensus, over price at the time, newest first
   * @param passage the mean in the reading
   */
  record Consensus(
      Metric metric,
      Basis basis,
      FactPeriod period,
      BigDecimal mean,
      Unit unit,
      int analysts,
      LocalDate newest,
      List<BigDecimal> pastSurprises,
      Passage passage)
      implements MarketReading {

    public Consensus {
      pastSurprises = List.copyOf(pastSurprises);
    }
  }

  /**
   * How analysts changed what they expect after the release.
   *
   * @param metric of what
   * @param basis by which rules
   * @param period for when
   * @param before the consensus before the release, full amount
   * @param after the consensus now
   * @param unit of both
   * @param analysts how many estimates it is the mean of now
   * @param newest date of the newest of them
   * @param passage the consensus now, in the reading
   */
  record ConsensusRevision(
      Metric metric,
      Basis basis,
      FactPeriod period,
      BigDecimal before,
      BigDecimal after,
      Unit unit,
      int analysts,
      LocalDate newest,
      Passage passage)
      implements MarketReading {}

  /**
   * What a compared company's share did over the same sessions.
   *
   * @param symbol the peer
   * @param from first session
   * @param to last session
   * @param stock the peer's return
   * @param benchmark the benchmark's return
   * @param abnormal the peer's return beyond what the benchmark explains
   * @param passage the abnormal return in the reading
   */
  record PeerReaction(
      String symbol,
      LocalDate from,
      LocalDate to,
      BigDecimal stock,
      BigDecimal benchmark,
      BigDecimal abnormal,
      Passage passage)
      implements MarketReading {}
}

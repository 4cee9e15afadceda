package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Something that a document tells beside figures of a period. */
public sealed interface DocumentEvent
    permits DocumentEvent.ContractEvent,
        DocumentEvent.ReactionClaim,
        DocumentEvent.Driver,
        DocumentEvent.Milestone,
        DocumentEvent.CorporateEvent,
        DocumentEvent.RevenueShare,
        MarketReading {

  /** The words that tell it. */
  Passage passage();

  /**
   * An agreement entered into or changed.
   *
   * @param actions what was done, in the order of {@link ContractAction}
   * @param signed date of the agreement that does it
   * @param counterparty the other side's short name, e.g. the defined term
   * @param instrument name of the agreement
   * @param connectedPerson whether the document calls it a connected or related-party transaction
   * @param caps annual caps set or revised
   * @param extensions terms extended
   * @param added services or goods added to the scope
   * @param holding the counterparty's stake in the issuer, percent
   * @param passage the sentence that announces it
   */
  record ContractEvent(
      List<ContractAction> actions,
      Optional<LocalDate> signed,
      Optional<String> counterparty,
      Optional<String> instrument,
      boolean connectedPerson,
      List<AnnualCap> caps,
      List<TermExtension> extensions,
      List<AddedScope> added,
      Optional<Holding> holding,
      Passage passage)
      implements DocumentEvent {

    public ContractEvent {
      actions = List.copyOf(actions);
      caps = List.copyOf(caps);
      extensions = List.copyOf(extensions);
      added = List.copyOf(added);
    }
  }

  /** What happens to an agreement. */
  enum ContractAction {
    ENTER,
    AMEND,
    RENEW,
    EXTEND,
    TERMINATE
  }

  /**
   * A yearly ceiling on transactions. A cap is permission, never revenue.
   *
   * @param subject what is capped, e.g. {@code cloud services}
   * @param period the year
   * @param previous the ceiling before, full amount
   * @param revised the ceiling now, full amount
   * @param unit currency
   * @param passage the figure of the ceiling now
   */
  record AnnualCap(
      String subject,
      FactPeriod period,
      Optional<Comparator> previous,
      BigDecimal revised,
      Unit unit,
      Passage passage) {}

  /**
   * A term that now runs longer.
   *
   * @param subject the agreement or business whose term it is, e.g. {@code hardware procurement}
   * @param until last day
   * @param passage the date as written
   */
  record TermExtension(String subject, LocalDate until, Passage passage) {}

  /**
   * Goods or services added to an agreement.
   *
   * @param what in the document's words, e.g. {@code API-related services}
   * @param passage those words in place
   */
  record AddedScope(String what, Passage passage) {}

  /**
   * A stake.
   *
   * @param percent of the issuer's shares
   * @param passage the figure
   */
  record Holding(BigDecimal percent, Passage passage) {}

  /**
   * A share-price move that a third party reports. Never a price: it cannot fill the reaction leg.
   *
   * @param percent signed; a fall is negative
   * @param session when it was seen
   * @param framing what the article blames or credits, e.g. {@code earnings miss}
   * @param passage the figure
   */
  record ReactionClaim(
      BigDecimal percent, MarketSession session, Optional<String> framing, Passage passage)
      implements DocumentEvent {}

  /** Part of the trading day. */
  enum MarketSession {
    PRE_MARKET,
    REGULAR,
    AFTER_HOURS,
    UNSTATED
  }

  /**
   * What the issuer names as the cause of a change.
   *
   * @param metric what changed
   * @param rose whether it rose
   * @param themes keys of causes found in the sentence, of the theme table
   * @param passage the sentence
   */
  record Driver(Metric metric, boolean rose, List<String> themes, Passage passage)
      implements DocumentEvent {

    public Driver {
      themes = List.copyOf(themes);
    }
  }

  /**
   * Something reached for the first time, or a record.
   *
   * @param subject what reached it, in the document's words
   * @param statement what was reached, in the document's words, e.g. {@code more than half of …}
   * @param passage the sentence part
   */
  record Milestone(String subject, String statement, Passage passage) implements DocumentEvent {}

  /**
   * A corporate event of a closed kind.
   *
   * @param kind what happened
   * @param passage the sentence
   */
  record CorporateEvent(CorporateEventKind kind, Passage passage) implements DocumentEvent {}

  /**
   * How much of the whole revenue one customer or related party brings.
   *
   * @param party in the document's words, e.g. {@code our largest customer}
   * @param percent of all revenue, in (0, 100]; where the document says "more than", at least so
   *     much
   * @param period which it is told of, where its last day is said
   * @param passage the share as printed
   */
  record RevenueShare(
      String party, BigDecimal percent, Optional<FactPeriod> period, Passage passage)
      implements DocumentEvent {

    /**
     * @throws IllegalArgumentException if the party has no name or the share is none of a whole
     */
    public RevenueShare {
      if (party.isBlank()
          || percent.signum() <= 0
          || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
        throw new IllegalArgumentException("A party's share of revenue: " + party + " " + percent);
      }
    }
  }

  /** Kinds of corporate events. */
  enum CorporateEventKind {
    BUYBACK,
    DIVIDEND,
    MANAGEMENT_CHANGE,
    IMPAIRMENT,
    RESTATEMENT,
    OFFERING
  }
}

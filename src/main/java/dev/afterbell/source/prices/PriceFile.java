package dev.afterbell.source.prices;

import dev.afterbell.market.PriceSeries;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What came of reading a file of daily prices, CSV or Tiingo's JSON list: the closes of one
 * listing, or why the file is not used. Nothing in it is guessed; the formats are described in
 * docs/drops.md.
 */
public sealed interface PriceFile {

  /**
   * Whose prices a file holds. The file itself does not say.
   *
   * @param symbol of the listing, fund or index
   * @param currency of every price
   */
  record Subject(String symbol, Currency currency) {

    /**
     * @throws IllegalArgumentException if the symbol is blank
     */
    public Subject {
      if (symbol.isBlank()) {
        throw new IllegalArgumentException("Prices are of something that has a symbol");
      }
    }
  }

  /**
   * The prices of one listing.
   *
   * @param subject whose
   * @param adjusted whether the file says that its closes are adjusted for splits and dividends;
   *     otherwise they are closes as they were quoted, or nobody knows
   * @param series closes, the adjusted ones where the file has them; at least one
   * @param quoted closes from the column that is not called adjusted; empty without such a column
   * @param untraded dates whose volume is 0; none if the file has no volume
   */
  record Prices(
      Subject subject,
      boolean adjusted,
      PriceSeries series,
      PriceSeries quoted,
      SortedSet<LocalDate> untraded)
      implements PriceFile {

    /**
     * @throws IllegalArgumentException if there is no close, or a price in another currency
     */
    public Prices {
      if (series.closes().isEmpty()
          || !series.currency().equals(subject.currency())
          || !quoted.currency().equals(subject.currency())) {
        throw new IllegalArgumentException(
            "A price file has a close, in its currency: " + subject.symbol());
      }
      untraded = Collections.unmodifiableSortedSet(new TreeSet<>(untraded));
    }

    /** What is known at the end of {@code date}; empty if that is no close at all. */
    public Optional<Prices> through(LocalDate date) {
      PriceSeries known = series.through(date);
      return known.closes().isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Prices(
                  subject,
                  adjusted,
                  known,
                  quoted.through(date),
                  untraded.headSet(date.plusDays(1))));
    }

    /** The first date with a close. */
    public LocalDate first() {
      return series.closes().firstKey();
    }

    /** The last date with a close. */
    public LocalDate last() {
      return series.closes().lastKey();
    }
  }

  /**
   * The file is not used.
   *
   * @param reason closed reason
   * @param message what is wrong and what to do, with the line where there is one
   */
  record Refused(Reason reason, String message) implements PriceFile {

    /**
     * @throws IllegalArgumentException if the message is blank
     */
    public Refused {
      if (message.isBlank()) {
        throw new IllegalArgumentException("A refusal says why");
      }
    }
  }

  /** Why a price file is refused. Whoever dropped it has to correct it. */
  enum Reason {
    /** No bytes, or white space only. */
    EMPTY,
    /** More bytes or rows than {@link dev.afterbell.limit.Limits} allows. */
    TOO_LARGE,
    /** Not text in UTF-8, or its quotes do not close. */
    NOT_CSV,
    /** JSON that is cut off, or has another shape than Tiingo's list of days. */
    BAD_JSON,
    /** The first line names no date, no close, or one of them twice. */
    BAD_HEADER,
    /** A date that is none, or dates of which the order of day and month cannot be told. */
    BAD_DATE,
    /** A price or volume that is no number, or a price that is not above 0. */
    BAD_NUMBER,
    /** Two rows for one date; in JSON, two that differ. */
    REPEATED_DATE,
    /** Not one row with a close. */
    NO_PRICES
  }

  /**
   * Reads a file.
   *
   * @param bytes the file
   * @param subject whose prices they are
   */
  static PriceFile read(byte[] bytes, Subject subject) {
    try {
      String text = CsvRows.text(bytes);
      return TiingoRows.json(text)
          ? TiingoRows.read(text, subject)
          : PriceRows.read(CsvRows.of(text), subject);
    } catch (PriceFault fault) {
      return new Refused(fault.reason(), fault.problem());
    }
  }
}

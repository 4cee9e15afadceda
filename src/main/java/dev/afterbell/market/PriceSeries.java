package dev.afterbell.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Daily closing prices of one listing, adjusted for splits and dividends, one a date at most.
 *
 * @param currency the currency of every price
 * @param closes adjusted closes by date of the venue's sessions; each above 0
 */
public record PriceSeries(Currency currency, NavigableMap<LocalDate, BigDecimal> closes) {

  /** Digits of a ratio of two prices before it becomes a {@code double}. */
  private static final MathContext RATIO = MathContext.DECIMAL128;

  /**
   * @throws IllegalArgumentException if a price is not above 0
   */
  public PriceSeries {
    closes = Collections.unmodifiableNavigableMap(new TreeMap<>(closes));
    closes.forEach(PriceSeries::requirePositive);
  }

  /** One adjusted close. */
  public record Close(LocalDate date, BigDecimal price) {}

  /**
   * A series of closes given in any order.
   *
   * @throws IllegalArgumentException if a date is repeated or a price is not above 0
   */
  public static PriceSeries of(Currency currency, List<Close> closes) {
    TreeMap<LocalDate, BigDecimal> byDate = new TreeMap<>();
    for (Close close : closes) {
      if (byDate.put(close.date(), close.price()) != null) {
        throw new IllegalArgumentException("Two closing prices for " + close.date());
      }
    }
    return new PriceSeries(currency, byDate);
  }

  /** The adjusted close of {@code date}, or empty if the series has none. */
  public Optional<BigDecimal> close(LocalDate date) {
    return Optional.ofNullable(closes.get(date));
  }

  /**
   * The simple return from the close of {@code from} to the close of {@code to}, as a fraction
   * (0.01 is one per cent), or empty if either close is missing.
   */
  public Optional<BigDecimal> change(LocalDate from, LocalDate to) {
    return close(from)
        .flatMap(
            before -> close(to).map(after -> after.divide(before, RATIO).subtract(BigDecimal.ONE)));
  }

  /** The part of the series that is known at the end of {@code lastDate}. */
  public PriceSeries through(LocalDate lastDate) {
    return new PriceSeries(currency, closes.headMap(lastDate, true));
  }

  private static void requirePositive(LocalDate date, BigDecimal price) {
    if (price.signum() <= 0) {
      throw new IllegalArgumentException("A closing price is above 0: " + date + " " + price);
    }
  }
}

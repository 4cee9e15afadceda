package dev.afterbell.ledger;

import dev.afterbell.evidence.Ticker;

/**
 * One item collection of the table, with a hash chain of its own: an issuer's, or a reserved one.
 *
 * @param name a ticker, or {@code @ISSUERS} or {@code @UNKNOWN}; the table's partition key
 */
public record Book(String name) {

  /** The list of issuers; kept by the ledger itself, not chained. */
  public static final Book ISSUERS = new Book("@ISSUERS");

  /** Drops that belong to no issuer. */
  public static final Book UNKNOWN = new Book("@UNKNOWN");

  /**
   * @throws IllegalArgumentException if {@code name} is neither a ticker nor reserved
   */
  public Book {
    if (!name.equals("@ISSUERS") && !name.equals("@UNKNOWN") && !Ticker.isValid(name)) {
      throw new IllegalArgumentException("A book is named by a ticker, @ISSUERS or @UNKNOWN");
    }
  }

  /** The book of one issuer. */
  public static Book of(Ticker ticker) {
    return new Book(ticker.symbol());
  }

  @Override
  public String toString() {
    return name;
  }
}

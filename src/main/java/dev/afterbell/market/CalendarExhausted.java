package dev.afterbell.market;

import java.time.LocalDate;

/**
 * A question about a day that a venue's calendar table does not reach. Nothing is guessed for such
 * a day: a wrong holiday would move T+3. What helps is a newer table; retrying does not.
 */
public final class CalendarExhausted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Venue venue;
  private final LocalDate date;
  private final LocalDate from;
  private final LocalDate to;

  CalendarExhausted(Venue venue, LocalDate date, LocalDate from, LocalDate to) {
    super(
        "The trading calendar of "
            + venue
            + " covers "
            + from
            + " to "
            + to
            + " and does not reach "
            + date
            + "; add that year's closures to calendar/"
            + venue
            + ".csv");
    this.venue = venue;
    this.date = date;
    this.from = from;
    this.to = to;
  }

  /** The venue whose table ends. */
  public Venue venue() {
    return venue;
  }

  /** The day asked about, or the first day after the table when the search ran off its end. */
  public LocalDate date() {
    return date;
  }

  /** First day that the table covers. */
  public LocalDate from() {
    return from;
  }

  /** Last day that the table covers. */
  public LocalDate to() {
    return to;
  }
}

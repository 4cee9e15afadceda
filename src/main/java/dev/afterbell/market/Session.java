package dev.afterbell.market;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One regular trading session of a venue.
 *
 * @param venue where it is held
 * @param date its date in the venue's time zone
 * @param open when regular trading opens
 * @param close when regular trading closes; after {@code open}, the same local date
 * @param early whether the close is earlier than on a full day
 */
public record Session(Venue venue, LocalDate date, Instant open, Instant close, boolean early)
    implements Comparable<Session> {

  /**
   * @throws IllegalArgumentException unless {@code open} is before {@code close} and both fall on
   *     {@code date} in the venue's zone
   */
  public Session {
    if (!open.isBefore(close)
        || !open.atZone(venue.zone()).toLocalDate().equals(date)
        || !close.atZone(venue.zone()).toLocalDate().equals(date)) {
      throw new IllegalArgumentException(
          "A session opens before it closes, both on its own date: "
              + venue
              + " "
              + date
              + " "
              + open
              + " "
              + close);
    }
  }

  /** Orders sessions of one venue in time; sessions of several venues by date, then by venue. */
  @Override
  public int compareTo(Session other) {
    int byDate = date.compareTo(other.date);
    return byDate != 0 ? byDate : venue.compareTo(other.venue);
  }
}

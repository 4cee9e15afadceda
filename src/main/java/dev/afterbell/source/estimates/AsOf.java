package dev.afterbell.source.estimates;

import dev.afterbell.market.Venue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * The moment at which a consensus stood. Where only the day is known, the moment is the regular
 * close of that day on the issuer's venue, and the day of a release is neither before nor after it.
 *
 * @param instant the moment
 * @param date its date in the venue's zone
 * @param timed whether more than the day is known
 */
public record AsOf(Instant instant, LocalDate date, boolean timed) implements Comparable<AsOf> {

  /** At a known moment. */
  public static AsOf at(Instant instant, Venue venue) {
    return new AsOf(instant, instant.atZone(venue.zone()).toLocalDate(), true);
  }

  /** On a day. */
  public static AsOf on(LocalDate date, Venue venue) {
    return new AsOf(
        date.atTime(venue.regularClose()).atZone(venue.zone()).toInstant(), date, false);
  }

  /**
   * Reads a date, or a date and time with an offset.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static AsOf parse(String text, Venue venue) {
    try {
      return text.length() > 10
          ? at(OffsetDateTime.parse(text).toInstant(), venue)
          : on(LocalDate.parse(text), venue);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "a day such as 2026-05-26, or a time with its offset such as"
              + " 2026-05-26T18:00:00-04:00, is expected",
          e);
    }
  }

  /** So many days earlier, of which only the day is known. */
  public AsOf minusDays(int days, Venue venue) {
    return on(date.minusDays(days), venue);
  }

  /** Whether it is certainly before {@code release}, which fell on {@code day}. */
  public boolean before(Instant release, LocalDate day) {
    return timed ? instant.isBefore(release) : date.isBefore(day);
  }

  /** Whether it is certainly at or after {@code release}, which fell on {@code day}. */
  public boolean after(Instant release, LocalDate day) {
    return timed ? !instant.isBefore(release) : date.isAfter(day);
  }

  @Override
  public int compareTo(AsOf other) {
    int byInstant = instant.compareTo(other.instant);
    return byInstant != 0 ? byInstant : Boolean.compare(timed, other.timed);
  }
}

package dev.afterbell.command;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.market.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Reads single words of the command line; each failure says which word and what form it has. */
final class Words {

  private Words() {}

  static Venue venue(Command command, String word) {
    try {
      return Venue.parse(word);
    } catch (IllegalArgumentException e) {
      throw Arguments.wrong(command, "a venue is XNYS, XNAS or XHKG, not " + word);
    }
  }

  static Ticker ticker(Command command, String word) {
    if (!Ticker.isValid(word)) {
      throw Arguments.wrong(command, "a ticker is 1 to 12 of A-Z, 0-9, '.' and '-'");
    }
    return new Ticker(word);
  }

  static LocalDate date(Command command, String word) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeParseException e) {
      throw Arguments.wrong(command, "a date is yyyy-MM-dd, not " + word);
    }
  }

  /** An instant with its offset: without one nobody could say which moment is meant. */
  static Instant instant(Command command, String word) {
    try {
      return OffsetDateTime.parse(word).toInstant();
    } catch (DateTimeParseException e) {
      throw Arguments.wrong(
          command,
          "an instant has a date, a time and an offset, as 2026-05-27T06:30:00-04:00 or"
              + " 2026-05-27T10:30:00Z, not "
              + word);
    }
  }
}

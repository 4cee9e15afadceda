package dev.afterbell.source.edgar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code acceptanceDateTime} of EDGAR's lists. It ends in Z for all filers, and for some it is
 * New York's wall clock all the same, so alone it is never the time of a filing: that stands in the
 * header of the full submission. Until that is read, the time lies between two.
 *
 * @param wallClock date and time as written, without zone
 */
public record WrittenTime(LocalDateTime wallClock) {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z?");

  /** Reads what is written; empty for any other text. */
  static Optional<WrittenTime> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      String plain = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
      return Optional.of(new WrittenTime(LocalDateTime.parse(plain)));
    } catch (java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  /** If it is what it says. */
  public Instant earliest() {
    return wallClock.toInstant(ZoneOffset.UTC);
  }

  /** If it is the clock of New York. */
  public Instant latest() {
    return wallClock.atZone(NEW_YORK).toInstant();
  }
}

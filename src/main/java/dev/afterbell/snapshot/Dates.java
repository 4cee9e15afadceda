package dev.afterbell.snapshot;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How days are written in the text: the English of financial news, whatever the machine's locale.
 */
final class Dates {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

  private Dates() {}

  /** {@code May 27}. */
  static String dayOfYear(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code December 31, 2027}. */
  static String full(LocalDate day) {
    return FULL.format(day);
  }
}

package dev.afterbell.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as English documents write them: "April 23, 2026", "23 April 2026", "2026-04-23". */
final class WrittenDates {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String MONTH =
      "(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?"
          + "|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";

  private static final Starts DATE =
      new Starts(
          Pattern.compile(
              "\\b(?:"
                  + MONTH
                  + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(\\d{1,2})(?:st|nd|rd|th)? "
                  + MONTH
                  + ",? (\\d{4})|(\\d{4})-(\\d{2})-(\\d{2}))\\b"));

  /**
   * A day in a text.
   *
   * @param date the day
   * @param from its first character
   * @param to the character after its last
   */
  record Found(LocalDate date, int from, int to) {}

  private WrittenDates() {}

  /** All days of a text, in order; what only looks like a day is passed over. */
  static List<Found> scan(CharSequence text) {
    List<Found> found = new ArrayList<>();
    DATE.forEach(
        text.toString(),
        m -> date(m).ifPresent(date -> found.add(new Found(date, m.start(), m.end()))));
    return found;
  }

  private static Optional<LocalDate> date(Matcher m) {
    try {
      return Optional.of(told(m));
    } catch (DateTimeException e) {
      return Optional.empty(); // February 30 is a misprint, not a day
    }
  }

  private static LocalDate told(Matcher m) {
    if (m.group(1) != null) {
      return LocalDate.of(number(m, 3), month(m.group(1)), number(m, 2));
    }
    if (m.group(4) != null) {
      return LocalDate.of(number(m, 6), month(m.group(5)), number(m, 4));
    }
    return LocalDate.of(number(m, 7), number(m, 8), number(m, 9));
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }
}

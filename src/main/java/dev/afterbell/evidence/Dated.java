package dev.afterbell.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date in a text: {@code March 31, 2026}, {@code 31 March}, {@code 31 Mar 26}, {@code 3/31/26},
 * {@code 31.3.2026}, {@code 2026-03-31}, {@code March 2026} as its last day.
 *
 * @param date the date, where the text has a year
 * @param monthDay the day
 * @param from its first character
 * @param to the character after its last
 */
record Dated(Optional<LocalDate> date, MonthDay monthDay, int from, int to) {

  private static final int CENTURY = 100;
  private static final int PIVOT = 70;
  private static final int MONTHS = 12;

  private static final Starts DATE =
      new Starts(
          Pattern.compile(
              "(?<![\\d$€£])(?<day7>\\d{1,2})[ -](?<month7>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"
                  + "[ -]['’]?(?<year7>\\d{2})(?![\\d.,:%]| [a-z])|(?<![a-z])(?<month>"
                  + MonthNames.ANY
                  + ")\\.? ?(?<day>\\d{1,2})(?:st|nd|rd|th)?+(?![\\d])(?:,?"
                  + " ?(?<year>(?:19|20)\\d{2})(?!\\d))?+|(?<!\\d)(?<day2>\\d{1,2})(?:st|nd|rd|th)?["
                  + " -](?<month2>"
                  + MonthNames.ANY
                  + ")(?![a-z])\\.?[ -]?,?(?: ?(?<year2>(?:19|20)\\d{2})(?!\\d))?+"
                  + "|(?<!\\d)(?<m3>\\d{1,2})/(?<d3>\\d{1,2})/(?<y3>(?:20|19)?\\d{2})(?!\\d)"
                  + "|(?<![\\d.])(?<d6>\\d{1,2})\\.(?<m6>\\d{1,2})\\.(?<y6>20\\d{2})(?![\\d.])"
                  + "|(?<!\\d)(?<y4>20\\d{2})-(?<m4>\\d{2})-(?<d4>\\d{2})(?!\\d)"
                  + "|(?<![a-z])(?<month5>"
                  + MonthNames.ANY
                  + ")[-. ]*(?<year5>(?:19|20)\\d{2})(?!\\d)"));

  /** All dates, with or without a year. */
  static List<Dated> all(Wording text) {
    List<Dated> found = new ArrayList<>();
    if (hasDigit(text.folded())) {
      DATE.forEach(text, m -> dated(m).ifPresent(found::add));
    }
    return found;
  }

  /** Without a digit there is no day and no year. */
  static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static Optional<Dated> dated(Matcher m) {
    try {
      if (m.group("day7") != null) {
        return full(
            m,
            inFull(Integer.parseInt(m.group("year7"))),
            MonthNames.of(m.group("month7")).getValue(),
            Integer.parseInt(m.group("day7")));
      }
      if (m.group("m3") != null) {
        int y = Integer.parseInt(m.group("y3"));
        int first = Integer.parseInt(m.group("m3"));
        int second = Integer.parseInt(m.group("d3"));
        // 30/09/2024: no month has that number, so the day stands first.
        boolean dayFirst = first > MONTHS && second <= MONTHS;
        return full(m, inFull(y), dayFirst ? second : first, dayFirst ? first : second);
      }
      if (m.group("y6") != null) {
        return full(
            m,
            Integer.parseInt(m.group("y6")),
            Integer.parseInt(m.group("m6")),
            Integer.parseInt(m.group("d6")));
      }
      if (m.group("y4") != null) {
        return full(
            m,
            Integer.parseInt(m.group("y4")),
            Integer.parseInt(m.group("m4")),
            Integer.parseInt(m.group("d4")));
      }
      if (m.group("month5") != null) {
        Month month = MonthNames.of(m.group("month5"));
        int year = Integer.parseInt(m.group("year5"));
        LocalDate end = LocalDate.of(year, month, 1).plusMonths(1).minusDays(1);
        return Optional.of(new Dated(Optional.of(end), MonthDay.from(end), m.start(), m.end()));
      }
      boolean first = m.group("month") != null;
      int month = MonthNames.of(first ? m.group("month") : m.group("month2")).getValue();
      int day = Integer.parseInt(first ? m.group("day") : m.group("day2"));
      String year = first ? m.group("year") : m.group("year2");
      if (year != null) {
        return full(m, Integer.parseInt(year), month, day);
      }
      return Optional.of(new Dated(Optional.empty(), MonthDay.of(month, day), m.start(), m.end()));
    } catch (DateTimeException e) {
      return Optional.empty(); // a day that no calendar has: not a date
    }
  }

  /** A year of two digits lies in the years that electronic filing has: 1970 to 2069. */
  static int inFull(int year) {
    if (year >= CENTURY) {
      return year;
    }
    return year >= PIVOT ? 1900 + year : 2000 + year;
  }

  private static Optional<Dated> full(Matcher m, int year, int month, int day) {
    LocalDate date = LocalDate.of(year, month, day);
    return Optional.of(new Dated(Optional.of(date), MonthDay.from(date), m.start(), m.end()));
  }
}

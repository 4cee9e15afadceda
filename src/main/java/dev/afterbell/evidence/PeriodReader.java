package dev.afterbell.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds dates and names of periods in text: {@code three months ended March 31, 2026}, {@code 13
 * Weeks Ended}, {@code Q4 FY23}, {@code 2Q25}, {@code first half}, {@code As of}.
 */
final class PeriodReader {

  private static final int ASCII = 128;
  private static final char[] LOWER = new char[ASCII];

  static {
    for (char c = 0; c < ASCII; c++) {
      LOWER[c] = Character.toLowerCase(c);
    }
  }

  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

  private static final Starts DATE =
      starts(
          "(?<![a-z])(?<month>"
              + MONTH
              + ")\\.? ?(?<day>\\d{1,2})(?:st|nd|rd|th)?+(?![\\d])(?:,?"
              + " ?(?<year>(?:19|20)\\d{2})(?!\\d))?+|(?<!\\d)(?<day2>\\d{1,2})(?:st|nd|rd|th)?["
              + " -](?<month2>"
              + MONTH
              + ")(?![a-z])\\.?[ -]?,?(?: ?(?<year2>(?:19|20)\\d{2})(?!\\d))?+"
              + "|(?<!\\d)(?<m3>\\d{1,2})/(?<d3>\\d{1,2})/(?<y3>(?:20|19)?\\d{2})(?!\\d)"
              + "|(?<![\\d.])(?<d6>\\d{1,2})\\.(?<m6>\\d{1,2})\\.(?<y6>20\\d{2})(?![\\d.])"
              + "|(?<!\\d)(?<y4>20\\d{2})-(?<m4>\\d{2})-(?<d4>\\d{2})(?!\\d)"
              + "|(?<![a-z])(?<month5>"
              + MONTH
              + ")[-. ]*(?<year5>(?:19|20)\\d{2})(?!\\d)");

  private static final String ORDINAL = "(?:first|second|third|fourth|1st|2nd|3rd|4th|rst)";

  private static final Starts LENGTH =
      starts(
          "(?<![a-z0-9])(?:(?<r1>"
              + MONTH
              + ")\\.?(?: ?- ?| to | through )(?<r2>"
              + MONTH
              + ")|q1 ?-"
              + " ?q(?<upto>[234])(?!\\d)|(?<mm>3|6|9|12)m(?![a-z])|(?<n>three|six|nine|twelve|3|6|9|12)["
              + " -]+months?|(?<w>eleven|twelve|thirteen|fourteen|sixteen|seventeen|twenty["
              + " -]?(?:four|five|six|seven|eight)|thirty[ -]?(?:six|nine)|forty|fifty["
              + " -]?(?:two|three)|\\d{2})[ -]+weeks?|(?<qs>two|three|four|2|3|4)[ -]+(?:fiscal["
              + " -]+)?quarters|(?<ord>"
              + ORDINAL
              + ")[ -]+(?:fiscal[ -]+)?(?:quarters?|qtr)|(?<q>q)(?<qn>[1-4])(?!\\d)|(?<qn2>[1-4])q"
              + "|(?<quarter>quarters?|quarterly|qtr)|(?<half>(?:first|second)[ -]+half|half["
              + " -]?year|interim|h[12](?!\\d)|[12]h(?![a-z]))|(?<fy>(?:fiscal|full|whole)["
              + " -]+years?|fy|years?[ -]+ended|year[ -]+ending|annual|full-year|year(?=s?"
              + " (?:end|19|20))|(?<=for the )year(?! ago| over| earlier))|(?<ytd>year[ -]to["
              + " -]date|ytd))(?![a-z])");

  private static final Starts LABEL_YEAR =
      starts(
          "(?:(?<![a-z])(?:fy|fiscal(?: year)?|cy)"
              + " ?['’]?(?<y>(?:20)?\\d{2})(?!\\d|\\.\\d|,\\d)|[1-4]q"
              + " ?['’]?(?<y2>(?:20)?\\d{2})(?!\\d)|q[1-4] ?['’]?(?:fy"
              + " ?)?['’]?(?<y3>(?:20)?\\d{2})(?!\\d)|(?:h[12]|[12]h|(?:[369]|12)m)"
              + " ?['’]?(?<y6>(?:20)?\\d{2})(?!\\d)|(?<y4>(?:20)?\\d{2}) ?q[1-4](?!\\d)"
              + "|(?<![\\d.,$€£¥])(?<y5>(?:19|20)\\d{2})(?![\\d%]|[.,]\\d))");

  private static final Starts AS_OF =
      starts("(?<![a-z])(?:as (?:of|at)|at (?=" + MONTH + "))(?![a-z])");

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("six", 6),
          Map.entry("nine", 9),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("twentyfour", 24),
          Map.entry("twentyfive", 25),
          Map.entry("twentysix", 26),
          Map.entry("twentyseven", 27),
          Map.entry("twentyeight", 28),
          Map.entry("thirtysix", 36),
          Map.entry("thirtynine", 39),
          Map.entry("forty", 40),
          Map.entry("fiftytwo", 52),
          Map.entry("fiftythree", 53));

  private PeriodReader() {}

  private static Starts starts(String regex) {
    return new Starts(Pattern.compile(regex));
  }

  /** A date and where it stands. */
  record Dated(Optional<LocalDate> date, MonthDay monthDay, int from, int to) {}

  /**
   * A length of time named.
   *
   * @param months how long; 0 where that is not said
   * @param weeks how long, where it is counted in weeks
   * @param quarter its number in the year, of quarters or of halves
   * @param last its last day, for a range of months: {@code January-September}
   * @param from its first character
   * @param to the character after its last
   */
  record Lasting(
      int months,
      Optional<Integer> weeks,
      Optional<Integer> quarter,
      Optional<MonthDay> last,
      int from,
      int to) {}

  /**
   * The text as the patterns want it: lower case, one kind of dash and apostrophe. Characters keep
   * their places.
   */
  static String fold(CharSequence text) {
    char[] chars = text.toString().toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      chars[i] = c < ASCII ? LOWER[c] : fold(c);
    }
    return new String(chars);
  }

  private static char fold(char c) {
    return c == '\u2010' || c == '\u2011' || c == '\u2013'
        ? '-'
        : c == '\u2019' ? '\'' : c == '\u00a0' ? ' ' : Character.toLowerCase(c);
  }

  /** All dates, with or without a year. */
  static List<Dated> dates(Wording text) {
    List<Dated> found = new ArrayList<>();
    if (hasDigit(text.folded())) {
      DATE.forEach(text, m -> dated(m).ifPresent(found::add));
    }
    return found;
  }

  /** Without a digit there is no day and no year. */
  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static Optional<Dated> dated(Matcher m) {
    try {
      if (m.group("m3") != null) {
        int y = Integer.parseInt(m.group("y3"));
        return full(
            m,
            y < 100 ? 2000 + y : y,
            Integer.parseInt(m.group("m3")),
            Integer.parseInt(m.group("d3")));
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
        int month = month(m.group("month5"));
        int year = Integer.parseInt(m.group("year5"));
        LocalDate end = LocalDate.of(year, month, 1).plusMonths(1).minusDays(1);
        return Optional.of(new Dated(Optional.of(end), MonthDay.from(end), m.start(), m.end()));
      }
      boolean first = m.group("month") != null;
      int month = month(first ? m.group("month") : m.group("month2"));
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

  private static Optional<Dated> full(Matcher m, int year, int month, int day) {
    LocalDate date = LocalDate.of(year, month, day);
    return Optional.of(new Dated(Optional.of(date), MonthDay.from(date), m.start(), m.end()));
  }

  private static int month(String name) {
    String three = name.substring(0, 3);
    for (Month month : Month.values()) {
      if (month.name().toLowerCase(Locale.ROOT).startsWith(three)) {
        return month.getValue();
      }
    }
    throw new IllegalStateException("The pattern names months only: " + name);
  }

  /** All lengths named, in order. */
  static List<Lasting> lengths(Wording text) {
    String folded = text.folded();
    List<Lasting> found = new ArrayList<>();
    LENGTH.forEach(text, m -> found.add(lasting(m)));
    if (found.size() < 2) {
      return found;
    }
    // An interim report may be of any length; one that is named beside it is meant.
    boolean other = found.stream().anyMatch(l -> l.months() > 0 && !interim(folded, l));
    return other ? found.stream().filter(l -> !interim(folded, l)).toList() : found;
  }

  private static boolean interim(String folded, Lasting l) {
    return folded.startsWith("interim", l.from());
  }

  private static Lasting lasting(Matcher m) {
    if (m.group("r1") != null) {
      Month end = Month.of(month(m.group("r2")));
      int months = Math.floorMod(end.getValue() - month(m.group("r1")), 12) + 1;
      return new Lasting(
          months % 3 == 0 ? months : 0,
          Optional.empty(),
          Optional.empty(),
          Optional.of(MonthDay.of(end, end.maxLength())),
          m.start(),
          m.end());
    }
    if (m.group("upto") != null) {
      return named(m, 3 * Integer.parseInt(m.group("upto")));
    }
    if (m.group("mm") != null) {
      return named(m, Integer.parseInt(m.group("mm")));
    }
    if (m.group("n") != null) {
      return last(m, number(m.group("n")), Optional.empty());
    }
    if (m.group("w") != null) {
      int weeks = number(m.group("w"));
      return new Lasting(
          monthsOf(weeks),
          Optional.of(weeks),
          Optional.empty(),
          Optional.empty(),
          m.start(),
          m.end());
    }
    if (m.group("qs") != null) {
      return last(m, 3 * number(m.group("qs")), Optional.empty());
    }
    if (m.group("ord") != null) {
      return last(m, 3, Optional.of(ordinal(m.group("ord"))));
    }
    if (m.group("qn") != null || m.group("qn2") != null) {
      String n = m.group("qn") != null ? m.group("qn") : m.group("qn2");
      return last(m, 3, Optional.of(Integer.parseInt(n)));
    }
    if (m.group("quarter") != null) {
      return last(m, 3, Optional.empty());
    }
    if (m.group("half") != null) {
      String half = m.group("half");
      int n = half.startsWith("second") || half.contains("2") ? 2 : 1;
      return last(m, 6, Optional.of(n));
    }
    return last(m, m.group("fy") != null ? 12 : 0, Optional.empty());
  }

  /** The first months of a year: their name tells which, and needs no day. */
  private static Lasting named(Matcher m, int months) {
    return last(m, months, Optional.of(months == 6 ? 1 : months / 3));
  }

  private static Lasting last(Matcher m, int months, Optional<Integer> quarter) {
    return new Lasting(months, Optional.empty(), quarter, Optional.empty(), m.start(), m.end());
  }

  private static int monthsOf(int weeks) {
    if (weeks >= 11 && weeks <= 17) {
      return 3;
    }
    if (weeks >= 25 && weeks <= 28) {
      return 6;
    }
    if (weeks >= 52 && weeks <= 53) {
      return 12;
    }
    return weeks >= 38 && weeks <= 41 ? 9 : weeks == 24 || weeks == 36 ? weeks / 4 : 1;
  }

  private static int number(String word) {
    String bare = word.replace(" ", "").replace("-", "");
    Integer n = WORDS.get(bare);
    return n != null ? n : Integer.parseInt(bare);
  }

  private static int ordinal(String word) {
    return switch (word.charAt(0)) {
      case 'f' -> word.startsWith("first") ? 1 : 4;
      case 's', '2' -> 2;
      case 't', '3' -> 3;
      case '4' -> 4;
      default -> 1;
    };
  }

  /** Year that stands in a label: {@code FY23}, {@code Q1 2026}, {@code 1Q26} or bare. */
  static Optional<Integer> labelYear(String folded) {
    Matcher m = LABEL_YEAR.matcher(folded);
    if (!hasDigit(folded) || LABEL_YEAR.next(m, folded, 0) < 0) {
      return Optional.empty();
    }
    for (String g : List.of("y", "y2", "y3", "y4", "y5", "y6")) {
      if (m.group(g) != null) {
        int y = Integer.parseInt(m.group(g));
        return Optional.of(y < 100 ? 2000 + y : y);
      }
    }
    return Optional.empty();
  }

  private static Optional<MonthDay> rangeEnd(List<Lasting> lengths) {
    return lengths.stream().flatMap(l -> l.last().stream()).findFirst();
  }

  /** All that {@code text} says of one period: the first length, the first date, the year. */
  static PeriodRef read(CharSequence text) {
    return read(Wording.of(text));
  }

  /** The same with what was found out of the text before. */
  static PeriodRef read(Wording text) {
    String folded = text.folded();
    List<Lasting> lengths = text.lengths();
    List<Dated> dates = text.dates();
    Optional<Lasting> length = lengths.stream().filter(l -> l.months() > 0).findFirst();
    Optional<Integer> quarter = lengths.stream().flatMap(l -> l.quarter().stream()).findFirst();
    // The end of a period counts before another day, as of a dateline.
    Optional<Dated> dated =
        dates.stream()
            .filter(d -> folded.startsWith("ended", Math.max(0, d.from() - "ended ".length())))
            .findFirst()
            .or(() -> dates.stream().findFirst());
    Optional<LocalDate> end = dated.flatMap(Dated::date);
    Optional<Integer> year = end.isPresent() ? Optional.empty() : labelYear(folded);
    boolean asOf = length.isEmpty() && AS_OF.in(folded);
    return new PeriodRef(
        length.map(Lasting::months).orElse(0),
        length.flatMap(Lasting::weeks),
        quarter,
        year,
        end,
        end.isPresent() ? Optional.empty() : dated.map(Dated::monthDay).or(() -> rangeEnd(lengths)),
        asOf);
  }
}

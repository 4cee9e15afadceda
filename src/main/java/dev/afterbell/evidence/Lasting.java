package dev.afterbell.evidence;

import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time named in a text: {@code three months}, {@code 13 Weeks}, {@code Q4}, {@code
 * 2Q25}, {@code first half}, {@code January-September}, {@code 4-6/2025}.
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
    int to) {

  private static final String ORDINAL = "(?:first|second|third|fourth|1st|2nd|3rd|4th|rst)";

  private static final Starts LENGTH =
      new Starts(
          Pattern.compile(
              "(?<![a-z0-9])(?:(?:(?<d1>\\d{1,2})(?:st|nd|rd|th)?\\.? )?(?<r1>"
                  + MonthNames.ANY
                  + ")\\.?(?: 1(?:st)?(?!\\d))?(?:,? (?<y1>(?:19|20)\\d{2}))?(?: ?- ?| to | through )"
                  + "(?:[23][01589](?:st|th)?\\.? )?(?<r2>"
                  + MonthNames.ANY
                  + ")(?=(?:\\.? ?\\d{1,2}(?!\\d))?(?:,? (?<y2>(?:19|20)\\d{2}))?)|(?<![/.-])(?<n1>1[0-2]|[1-9])-(?<n2>1[0-2]|[1-9])(?=/20\\d{2}(?!\\d))|q1 ?-"
                  + " ?q(?<upto>[234])(?!\\d)|(?<mm>3|6|9|12)m(?![a-z])|(?<n>three|six|nine|twelve|3|6|9|12)["
                  + " -]+months?|(?<odd>one|two|four|five|seven|eight|ten|eleven|[1-9]|1[01])["
                  + " -]+months?(?= (?:transition(?:al)? )?(?:periods? )?ended)|(?<w>eleven|twelve|thirteen|fourteen|sixteen|seventeen|twenty["
                  + " -]?(?:four|five|six|seven|eight)|thirty[ -]?(?:six|nine)|forty|fifty["
                  + " -]?(?:two|three)|\\d{2})[ -]+weeks?|(?<qs>two|three|four|2|3|4)["
                  + " -]+(?:fiscal[ -]+)?quarters|(?<ord>"
                  + ORDINAL
                  + ")[ -]+(?:fiscal["
                  + " -]+)?(?:quarters?|qtr)|(?<q>q)(?<qn>[1-4])(?!\\d)|(?<qn2>[1-4])q|(?<quarter>quarters?|quarterly|qtr)|(?<half>(?:first|second|1st|2nd)["
                  + " -]+half|half["
                  + " -]?year|interim|h[12](?!\\d)|[12]h(?![a-z]))|(?<fy>(?:fiscal|full|whole)["
                  + " -]+years?|fy|years?[ -]+ended|year[ -]+ending|annual|full-year|year[ -]end(?= (?:report|results))|year(?=s?"
                  + " (?:end|19|20))|(?<=for the )year(?! ago| over| earlier|[ -]to[ -]date))|(?<month>month(?= ended))|(?<ytd>year[ -]to["
                  + " -]date|ytd))(?![a-z])"));

  private static final Pattern OF = Pattern.compile(",? (?:of )?(?:the |our |its )?");

  private static final Pattern LABEL = Pattern.compile(" ?['’]?(?:20)?\\d{2}(?!\\d|,\\d|\\.\\d)");

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
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

  /** Whether the text says how long, other than by months from which no such length comes. */
  boolean told() {
    return months > 0 && !(last.isPresent() && months == PeriodRef.UNTOLD);
  }

  /** Whether {@code date} is where a range of months begins. */
  boolean beginsWith(Dated date) {
    return last.isPresent() && date.from() >= from && date.to() < to;
  }

  /** All lengths named, in order. */
  static List<Lasting> all(Wording text) {
    String folded = text.folded();
    List<Lasting> found = new ArrayList<>();
    LENGTH.forEach(
        text,
        m -> {
          Lasting next = lasting(m);
          if (found.isEmpty() || !nameOfYear(folded, found.get(found.size() - 1), next)) {
            found.add(next);
          }
        });
    if (found.size() < 2) {
      return found;
    }
    // An interim report may be of any length; one that is named beside it is meant.
    boolean other = found.stream().anyMatch(l -> l.months() > 0 && !interim(folded, l));
    return other ? found.stream().filter(l -> !interim(folded, l)).toList() : found;
  }

  /** "fiscal year 2026" right behind "Q4", "first half of" or "9M": the name of the part's year. */
  private static boolean nameOfYear(String folded, Lasting part, Lasting year) {
    return year.months() == 12
        && part.months() < 12
        && part.quarter().isPresent()
        && OF.matcher(folded).region(part.to(), year.from()).matches()
        && LABEL.matcher(folded).region(year.to(), folded.length()).lookingAt();
  }

  private static boolean interim(String folded, Lasting l) {
    return folded.startsWith("interim", l.from());
  }

  private static Lasting lasting(Matcher m) {
    if (m.group("r1") != null) {
      return range(m, MonthNames.of(m.group("r1")), MonthNames.of(m.group("r2")), years(m));
    }
    if (m.group("n1") != null) {
      return range(m, month(m.group("n1")), month(m.group("n2")), Optional.of(0));
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
    if (m.group("odd") != null) {
      return last(m, number(m.group("odd")), Optional.empty());
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
    if (m.group("month") != null) {
      return last(m, 1, Optional.empty());
    }
    return last(m, m.group("fy") != null ? 12 : 0, Optional.empty());
  }

  /**
   * How many years the end of a range is after its beginning; 0 where the beginning has no year,
   * and the range is less than one long. Empty where no such length is told.
   */
  private static Optional<Integer> years(Matcher m) {
    String day = m.group("d1");
    if (day != null && Integer.parseInt(day) != 1) {
      return Optional.empty(); // not from the beginning of a month
    }
    if (m.group("y1") == null) {
      return Optional.of(0);
    }
    return Optional.ofNullable(m.group("y2"))
        .map(y -> Integer.parseInt(y) - Integer.parseInt(m.group("y1")));
  }

  private static Lasting range(Matcher m, Month first, Month end, Optional<Integer> years) {
    int across = end.getValue() - first.getValue() + 1;
    int months =
        years.map(y -> y == 0 ? Math.floorMod(across - 1, 12) + 1 : across + 12 * y).orElse(0);
    return new Lasting(
        months % 3 == 0 && months > 0 && months <= 12 ? months : PeriodRef.UNTOLD,
        Optional.empty(),
        Optional.empty(),
        Optional.of(MonthDay.of(end, end.maxLength())),
        m.start(),
        m.end());
  }

  private static Month month(String number) {
    return Month.of(Integer.parseInt(number));
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
}

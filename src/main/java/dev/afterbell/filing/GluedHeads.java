package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heads of a table that ran into a paragraph: years or days, one over each column, and the
 * spans of time over them.
 *
 * @param from where they begin
 * @param to where the rows begin
 * @param spans the spans of time over the columns, each over as many; empty if the columns carry
 *     their own days
 * @param columns the head of each column; none if the heads do not divide
 */
record GluedHeads(int from, int to, List<SourceText> spans, List<SourceText> columns) {

  private static final String MONTH =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
  private static final String DAY = MONTH + " ?[0-9]{1,2},?";
  private static final String YEAR = "(?:19|20)[0-9]{2}";

  /** A quarter, half or year by its name: {@code 3Q 2026}, {@code YTD 2026}. */
  private static final String NAMED =
      "(?<![A-Za-z0-9])(?:[1-4]Q|Q[1-4]|[12]H|H[12]|[69]M|YTD|FY) ?" + YEAR;

  /** Two or more names of periods, years, or days with their years, in a row. */
  private static final Pattern HEADS =
      Pattern.compile(
          "(?:(?:(?:As of |At )?"
              + DAY
              + " {0,12}"
              + YEAR
              + "[\\s$]{0,12}){2,8}|(?:"
              + NAMED
              + "[\\s]{0,12}){2,8}|(?:"
              + YEAR
              + "[\\s]{0,12}){2,8})(?![0-9,.])");

  private static final Pattern HEAD = Pattern.compile(NAMED + "|(?:" + DAY + " {0,12})?" + YEAR);

  /** A span of time, with or without the day on which it ends. */
  private static final Pattern SPAN =
      Pattern.compile(
          "(?i)(?:(?:three|six|nine|twelve|[0-9]{1,2}) (?:months?|weeks)|(?:fiscal )?(?:years?|quarters?))"
              + " ?ended ?(?:"
              + DAY
              + ")?|"
              + DAY);

  /** Two spans of time that share their words: "three and nine months ended June 30,". */
  private static final Pattern TWO_SPANS =
      Pattern.compile(
          "(?i)(three|six|nine)(?: (months))? and (six|nine|twelve|(?:fiscal )?years?)(?: (months))?"
              + " (ended ?(?:"
              + DAY
              + ")?)");

  /** What stands between heads and says nothing of the columns. */
  private static final Pattern BETWEEN_HEADS =
      Pattern.compile("(?i)\\s*(?:\\((?:un)?audited\\)|for the)?\\s*");

  /** How far before the years the spans of time over them begin, in characters. */
  private static final int SPANS_CHARS_MAX = 160;

  private static final int YEAR_CHARS = 4;

  private record Place(int from, int to) {

    SourceText in(SourceText source) {
      return source.subSequence(from, to);
    }
  }

  /** All that stand in a paragraph and tell their columns apart, in order. */
  static List<GluedHeads> in(SourceText source) {
    String text = source.text();
    if (!YearRows.mayStandIn(text)) {
      return List.of();
    }
    Matcher heads = HEADS.matcher(text);
    List<GluedHeads> found = new ArrayList<>();
    while (heads.find()) {
      GluedHeads at = at(source, heads.start(), heads.end());
      if (!at.columns().isEmpty()) {
        found.add(at);
      }
    }
    return found;
  }

  private static GluedHeads at(SourceText source, int from, int to) {
    String text = source.text();
    GluedHeads none = new GluedHeads(from, to, List.of(), List.of());
    List<SourceText> columns =
        places(HEAD.matcher(text).region(from, to)).stream().map(p -> p.in(source)).toList();
    int earliest = Math.max(0, from - SPANS_CHARS_MAX);
    List<Place> places = adjacent(text, places(SPAN.matcher(text).region(earliest, from)), from);
    int start = places.isEmpty() ? from : places.get(0).from();
    List<SourceText> spans = places.stream().map(p -> p.in(source)).toList();
    Matcher two = TWO_SPANS.matcher(text).region(earliest, from);
    if (places.size() == 1 && two.find() && two.end() == places.get(0).to()) {
      start = two.start();
      spans = both(source, two);
    }
    boolean ownDays = !isYear(text, from);
    boolean divides = spans.isEmpty() ? ownDays : columns.size() % spans.size() == 0;
    boolean apart = FlatHeads.tellApart(List.of(words(spans), words(columns)));
    return divides && apart ? new GluedHeads(start, to, spans, columns) : none;
  }

  private static boolean isYear(String text, int at) {
    return at + YEAR_CHARS <= text.length()
        && text.chars().skip(at).limit(YEAR_CHARS).allMatch(Character::isDigit);
  }

  /** "three months ended June 30," and "nine months ended June 30," out of both in one. */
  private static List<SourceText> both(SourceText source, Matcher two) {
    List<SourceText> spans = new ArrayList<>(2);
    int months = two.group(2) != null ? 2 : 4;
    for (int group : new int[] {1, 3}) {
      List<SourceText> parts = new ArrayList<>();
      parts.add(source.subSequence(two.start(group), two.end(group)));
      boolean year = two.group(group).toLowerCase(Locale.ROOT).contains("year");
      int its = group == 1 ? months : 4;
      if (!year && two.group(its) != null) {
        parts.add(source.subSequence(two.start(its), two.end(its)));
      }
      parts.add(source.subSequence(two.start(5), two.end(5)));
      spans.add(SourceText.join(parts));
    }
    return spans;
  }

  private static List<String> words(List<SourceText> texts) {
    return texts.stream().map(SourceText::text).toList();
  }

  private static List<Place> places(Matcher found) {
    List<Place> places = new ArrayList<>();
    while (found.find()) {
      places.add(new Place(found.start(), found.end()));
    }
    return places;
  }

  /** The last places that touch one another and the years, but for a note in brackets. */
  private static List<Place> adjacent(String text, List<Place> places, int to) {
    List<Place> kept = new ArrayList<>();
    int next = to;
    for (int i = places.size() - 1; i >= 0; i--) {
      String gap = text.substring(places.get(i).to(), next);
      if (!BETWEEN_HEADS.matcher(gap).matches()) {
        break;
      }
      kept.add(0, places.get(i));
      next = places.get(i).from();
    }
    return kept;
  }
}

package dev.afterbell.evidence;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows which period a clause is of, and whether what it compares with is of the year before: by
 * the words near the figures, then by the heading, then by the title.
 */
final class ClausePeriod {

  private static final CuePatterns CUES = ProseFacts.CUES;
  private static final Pattern YOY = CUES.get("yoy");
  private static final Pattern QOQ = CUES.get("qoq");
  private static final Pattern SO_FAR = CUES.get("so-far");
  private static final Pattern YEAR_TO_DATE = CUES.get("year-to-date");
  private static final Pattern BARE_YEAR = CUES.get("bare-year");
  private static final Pattern RIGHT_BEHIND = CUES.get("right-behind");
  private static final Pattern SAME_PERIOD = CUES.get("same-period");
  private static final Pattern OVER_PERIOD_TO = CUES.get("over-period-to");
  private static final Pattern YEAR_INSIDE = CUES.get("year-inside");
  private static final Pattern OVER_YEAR = CUES.get("over-year");
  private static final Pattern NEAREST = CUES.get("nearest-period");
  private static final Pattern CLAUSE_END = CUES.get("clause-end");
  private static final Pattern CUT = CUES.get("cut");

  private static final int YEAR = 12;

  private static final int NEAR_CHARS_MAX = 40;

  private final Clause clause;
  private final String s;
  private final ProseSetting setting;

  ClausePeriod(Clause clause, ProseSetting setting) {
    this.clause = clause;
    this.s = clause.sentence().folded();
    this.setting = setting;
  }

  /** The period of the level, or of the change; none where it cannot be told. */
  Optional<PeriodBook.Found> find() {
    PeriodBook book = setting.book();
    if (clause.period().isPresent()) {
      return book.find(clause.period().get());
    }
    int metricEnd = clause.mention().to();
    Figure first =
        clause
            .level()
            .or(clause::yoy)
            .or(clause::qoq)
            .orElseGet(() -> clause.sentence().figures().get(0));
    // "from $81.9 million in the third quarter of 2024 to …": that is the comparator's period
    int stop = clause.comparator().map(Figure::from).orElse(first.from());
    int until = Math.min(stop, first.from());
    String words = s.substring(Math.min(metricEnd, until), until);
    Matcher since = OVER_PERIOD_TO.matcher(words);
    if (since.find()) {
      Optional<PeriodRef> moved = since(since.group());
      if (moved.isPresent()) {
        return book.find(moved.get());
      }
      words = words.substring(0, since.start());
    }
    PeriodRef inside = PeriodReader.read(words);
    if (says(inside)) {
      return book.find(quarterOf(inside));
    }
    Matcher whole = YEAR_INSIDE.matcher(s.substring(Math.min(metricEnd, until), until));
    if (whole.find()) {
      return year(whole);
    }
    Figure last = clause.perShare().filter(f -> f.from() > first.to()).orElse(first);
    if (clause.comparator().isEmpty() && behind(SAME_PERIOD, last)) {
      return Optional.empty(); // "$9 million in the same quarter last year" is of that one alone
    }
    PeriodRef right = behind(RIGHT_BEHIND, last) ? PeriodReader.read(behind(last)) : PeriodRef.NONE;
    if (says(right) && right.hasTime()) {
      return book.find(right);
    }
    if (yearToDate(clause.mention().from(), last)) {
      return book.yearToDate().flatMap(book::find);
    }
    Matcher year = BARE_YEAR.matcher(s.substring(0, clause.mention().from()));
    if (year.find()) {
      return year(year);
    }
    PeriodRef before = before(s.substring(0, clause.mention().from()));
    if (says(before)) {
      return book.find(before);
    }
    Optional<PeriodRef> label = label().filter(PeriodRef::hasLength);
    if (label.isPresent()) {
      return book.find(label.get())
          .filter(f -> f.yearsBack() == 1)
          .flatMap(f -> book.find(label.get().yearLater()));
    }
    PeriodRef behind = PeriodReader.read(behind(first));
    if (says(behind)) {
      return book.find(behind);
    }
    Optional<PeriodRef> heading = setting.heading();
    boolean otherYear = inside.year().isPresent() || behind.year().isPresent();
    if (otherYear && heading.isEmpty()) {
      return Optional.empty();
    }
    if (heading.isPresent()) {
      return book.find(heading.get());
    }
    return setting.ambiguous() ? Optional.empty() : book.find(book.reported());
  }

  /**
   * The period of a level that moved since another: "from the first six months of 2025 to" a level
   * is of six months too. Empty where the words tell no length but that of the reported period.
   */
  private Optional<PeriodRef> since(String words) {
    PeriodRef named = PeriodReader.read(words);
    PeriodRef start =
        named.hasLength() || named.year().isEmpty() ? named : quarterOf(named.lasting(YEAR));
    if (!start.hasLength() || start.months() == setting.book().reported().months()) {
      return Optional.empty();
    }
    return Optional.of(
        start.year().isPresent() || start.endDate().isPresent()
            ? start.yearLater()
            : PeriodRef.NONE);
  }

  private Optional<PeriodBook.Found> year(Matcher bare) {
    PeriodRef year = PeriodReader.read("fiscal year " + bare.group("year"));
    return setting.book().find(quarterOf(year));
  }

  /**
   * "fourth quarter sales in fiscal 2025" are not of the whole year that stands behind the name.
   */
  private PeriodRef quarterOf(PeriodRef year) {
    int from = clause.mention().from();
    PeriodRef before = PeriodReader.read(s.substring(Math.max(0, from - NEAR_CHARS_MAX), from));
    boolean quarter = before.months() == 3 && before.year().isEmpty() && before.endDate().isEmpty();
    return quarter && year.months() == 12 && year.endDate().isEmpty() ? before.or(year) : year;
  }

  private static boolean says(PeriodRef ref) {
    return ref.hasLength() || ref.instant();
  }

  /** "and full year revenue of": what stands right before the name counts before all else. */
  private static PeriodRef before(String words) {
    Matcher nearest = NEAREST.matcher(words);
    if (nearest.find()) {
      PeriodRef own = PeriodReader.read(nearest.group());
      PeriodRef all = lastBefore(words);
      return all.months() == own.months() ? all : own;
    }
    int and = words.lastIndexOf(" and ");
    String near = and < 0 ? "" : words.substring(and + " and ".length());
    boolean bare =
        near.length() <= NEAR_CHARS_MAX && near.chars().noneMatch(c -> c == ',' || c == '$');
    PeriodRef ref = bare ? PeriodReader.read(near) : PeriodRef.NONE;
    return says(ref) ? ref : lastBefore(words);
  }

  private static PeriodRef lastBefore(String words) {
    return PeriodReader.read(words.substring(clauseStart(words)));
  }

  /** Where the last clause of {@code words} starts; the stop of "Sept. 30" ends none. */
  private static int clauseStart(String words) {
    int start = 0;
    Matcher end = CLAUSE_END.matcher(words);
    while (end.find()) {
      start = end.end();
    }
    return start;
  }

  /** Whether "year to date" stands close before the metric, or behind its amount. */
  private boolean yearToDate(int from, Figure last) {
    String before = s.substring(Math.max(0, from - NEAR_CHARS_MAX), from);
    String near = before.substring(clauseStart(before));
    return YEAR_TO_DATE.matcher(near).find() || SO_FAR.matcher(behind(last)).find();
  }

  private boolean behind(Pattern words, Figure f) {
    return words.matcher(s).region(end(f), s.length()).lookingAt();
  }

  /** The words after {@code first}, up to the next figure or to what it is compared with. */
  private String behind(Figure first) {
    int from = end(first);
    int stop = clause.sentence().nextFigure(from);
    String rest = s.substring(from, Math.max(from, Math.min(clause.end(), stop)));
    Matcher cut = CUT.matcher(rest);
    return cut.find() ? rest.substring(0, cut.start()) : rest;
  }

  /** Where the words behind {@code f} begin: behind the metric where that follows it. */
  private int end(Figure f) {
    int metricEnd = clause.mention().to();
    return f.to() <= clause.mention().from() ? metricEnd : f.to();
  }

  /** The comparator, if it is the one of the year before. */
  Optional<Figure> comparatorInYear() {
    YearBefore year = new YearBefore(clause, setting);
    return clause.comparator().filter(c -> clause.period().isPresent() || year.holds(c));
  }

  /** The time that a label in parentheses names for the comparator. */
  private Optional<PeriodRef> label() {
    return clause
        .comparator()
        .flatMap(c -> BracketedComparison.label(s, clause.levelEnd(), c.from()))
        .map(PeriodReader::read);
  }

  private Optional<PeriodBook.Found> found(PeriodRef ref) {
    return ref.hasLength() ? setting.book().find(ref) : Optional.empty();
  }

  /** Whether {@code before}, which {@code f} is compared with, is of the year before. */
  boolean comparesWithYear(Figure f, Figure before) {
    Optional<PeriodBook.Found> found = found(PeriodReader.read(s.substring(before.to())));
    return found.isPresent()
        ? found.get().yearsBack() == 1
        : YOY.matcher(s.substring(f.to())).find();
  }

  /** Whether the change in percent is from the year before. */
  boolean yearlyChange() {
    boolean sequential = QOQ.matcher(s).find();
    boolean named = YOY.matcher(s).find();
    boolean yearly = named || comparatorInYear().isPresent() || otherYear();
    return yearly && !(sequential && clause.qoq().isEmpty() && !named);
  }

  private boolean otherYear() {
    return clause.yoy().map(f -> s.substring(f.to())).filter(this::sinceYearBefore).isPresent();
  }

  /**
   * Whether the words behind a change name the period of a year before, or that year: "over 2024".
   */
  private boolean sinceYearBefore(String behind) {
    Optional<PeriodBook.Found> named = found(PeriodReader.read(behind));
    if (named.isPresent()) {
      return named.get().yearsBack() == 1;
    }
    Matcher year = OVER_YEAR.matcher(behind);
    return year.find() && year(year).filter(f -> f.yearsBack() == 1).isPresent();
  }

  /** The period a year before {@code p}. */
  FactPeriod prior(FactPeriod p) {
    Optional<LocalDate> end = p.end().flatMap(e -> setting.book().earlier(e, 1));
    return new FactPeriod(
        p.kind(),
        p.start()
            .filter(x -> end.isPresent())
            .map(x -> x.minusYears(1))
            .filter(x -> !x.isAfter(end.orElseThrow())),
        end);
  }
}

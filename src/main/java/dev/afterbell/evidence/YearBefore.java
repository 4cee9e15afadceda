package dev.afterbell.evidence;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows whether what a clause compares its level with is of the year before: by the words behind
 * the comparator, by those between, and by what the sentences above compare with.
 */
final class YearBefore {

  private static final CuePatterns CUES = ProseFacts.CUES;
  private static final Pattern YOY = CUES.get("yoy");
  private static final Pattern QOQ = CUES.get("qoq");
  private static final Pattern OR = CUES.get("or");
  private static final Pattern PER_SHARE =
      Pattern.compile(" per (?:common |ordinary )?(?:share|ads)");
  private static final Pattern CUT = CUES.get("cut");
  private static final Pattern BARE_COMPARISON = CUES.get("bare-comparison");
  private static final Pattern BARE_END = CUES.get("bare-end");
  private static final int NEAR_CHARS_MAX = 40;

  private final Clause clause;
  private final String s;
  private final ProseSetting setting;

  YearBefore(Clause clause, ProseSetting setting) {
    this.clause = clause;
    this.s = clause.sentence().folded();
    this.setting = setting;
  }

  /** Whether {@code c}, which the level is compared with, is of the year before. */
  boolean holds(Figure c) {
    if (BracketedComparison.bare(s, clause.levelEnd(), c)) {
      return true;
    }
    if (label(c).isPresent()) {
      return ofYearBefore(label(c).get());
    }
    if (ofQuarterBefore(c)) {
      return false;
    }
    // "$19.9 million, or $0.55 per share, in the third quarter of 2024"
    int to =
        clause
            .perShareBefore()
            .filter(p -> p.from() >= c.to())
            .map(Figure::to)
            .orElse(behindShare(c));
    int stop = clause.sentence().nextFigure(to);
    String after = s.substring(to, Math.max(to, Math.min(stop, s.length())));
    int levelEnd = clause.levelEnd();
    String around =
        s.substring(levelEnd < c.from() ? levelEnd : clause.mention().to(), c.from()) + " " + after;
    if (after.startsWith(" of which")) {
      return false;
    }
    // "$13.6 million at December 31, 2023": the day tells, and it is not a year before.
    PeriodRef day = PeriodReader.read(s.substring(to, Math.min(s.length(), to + NEAR_CHARS_MAX)));
    if (day.instant() && day.endDate().isPresent()) {
      return setting.book().find(day).filter(f -> f.yearsBack() == 1).isPresent();
    }
    if (QOQ.matcher(after).find() && !YOY.matcher(after).find()) {
      return false;
    }
    PeriodRef ref = PeriodReader.read(after);
    if (ref.year().isEmpty() && ref.endDate().isEmpty() && YOY.matcher(after).find()) {
      return true; // "in the prior-year quarter"
    }
    Optional<PeriodBook.Found> found = found(ref);
    if (found.isPresent()) {
      return found.get().yearsBack() == 1;
    }
    if (setting.namesOtherQuarter(after)) {
      return false; // "in this year's second quarter"
    }
    Optional<Integer> year = ref.year();
    if (year.isPresent()) {
      return lastYear(year.get());
    }
    Optional<PeriodBook.Found> named =
        found(
            PeriodReader.read(
                compared(s.substring(Math.min(clause.levelEnd(), c.from()), c.from()))));
    if (named.isPresent()) {
      return named.get().yearsBack() == 1;
    }
    return YOY.matcher(around).find()
        || YOY.matcher(s).find()
        || setting.yearly()
        || (bare(c, after) && setting.alone().map(Alone::holds).orElse(false));
  }

  /** "up from third quarter gross profit of", in a report of the fourth. */
  private boolean ofQuarterBefore(Figure c) {
    int from =
        clause.sentence().figures().stream()
            .map(Figure::to)
            .filter(to -> to <= c.from())
            .reduce(clause.mention().to(), Math::max);
    String words = compared(s.substring(Math.min(from, c.from()), c.from()));
    return !YOY.matcher(words).find()
        && (QOQ.matcher(words).find() || setting.namesOtherQuarter(words));
  }

  /** Of "compared to second quarter 2025 net loss of" before an amount what stands behind "to". */
  private static String compared(String words) {
    Matcher cut = CUT.matcher(words);
    int from = -1;
    while (cut.find()) {
      from = cut.end();
    }
    return from < 0 ? "" : words.substring(from);
  }

  private Optional<String> label(Figure c) {
    return BracketedComparison.label(s, clause.levelEnd(), c.from());
  }

  /** Whether a label names the time a year before. */
  private boolean ofYearBefore(String label) {
    PeriodRef ref = PeriodReader.read(label);
    Optional<PeriodBook.Found> found = found(ref);
    return found.isPresent()
        ? found.get().yearsBack() == 1
        : ref.year().map(this::lastYear).orElseGet(() -> YOY.matcher(label).find());
  }

  private boolean lastYear(int year) {
    PeriodRef reported = setting.book().reported();
    Optional<Integer> now = reported.year().or(() -> reported.endDate().map(LocalDate::getYear));
    return now.isPresent() && now.get() - year == 1;
  }

  /** Whether nothing but "compared with" stands before {@code c}, and nothing goes on after it. */
  private boolean bare(Figure c, String after) {
    boolean balance =
        clause.mention().metric() == Metric.CASH || clause.mention().metric() == Metric.TOTAL_DEBT;
    int from = Math.min(clause.levelEnd(), c.from());
    return !balance
        && BARE_COMPARISON.matcher(s.substring(from, c.from())).find()
        && BARE_END.matcher(after).lookingAt();
  }

  /** The end of {@code c}, or of the amount for a share that it is told with. */
  private int behindShare(Figure c) {
    int next = clause.sentence().nextFigure(c.to());
    boolean told = next <= s.length() && OR.matcher(s.substring(c.to(), next)).lookingAt();
    return clause.sentence().figures().stream()
        .filter(
            f ->
                told
                    && f.from() == next
                    && PER_SHARE.matcher(s).region(f.to(), s.length()).lookingAt())
        .map(Figure::to)
        .findFirst()
        .orElse(c.to());
  }

  private Optional<PeriodBook.Found> found(PeriodRef ref) {
    return ref.hasLength() ? setting.book().find(ref) : Optional.empty();
  }
}

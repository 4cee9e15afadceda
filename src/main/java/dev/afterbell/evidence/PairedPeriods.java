package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "For the three and six months ended June 30, total revenues were $55.1 million and $109.4
 * million": two figures of one metric, the first of the shorter and the second of the longer
 * period, and two that they are compared with.
 */
final class PairedPeriods {

  private static final Expression PAIR = ProseFacts.CUES.expression("paired-periods");
  private static final Pattern BETWEEN = ProseFacts.CUES.get("paired-figures");
  private static final Pattern COMPARED = ProseFacts.CUES.get("paired-comparators");
  private static final Pattern CHANGE = ProseFacts.CUES.get("change");
  private static final Pattern YOY = ProseFacts.CUES.get("yoy");

  private static final Pattern TWO_YEARS =
      Pattern.compile("(?:19|20)\\d\\d\\b[^.;]{0,12}\\b(?:19|20)\\d\\d\\b");

  private static final Pattern SHARE =
      Pattern.compile(" (?:per|a) (?:[a-z]+ ){0,3}(?:share|ads|unit)\\b");

  /** Behind the name of both periods, where their last day stands, in characters. */
  private static final int DAY_CHARS_MAX = 40;

  private static final int QUARTER = 3;

  private final Sentence sentence;
  private final String s;
  private final PeriodBook book;
  private final PeriodRef shorter;
  private final PeriodRef longer;

  private PairedPeriods(Sentence sentence, PeriodBook book, PeriodRef shorter, PeriodRef longer) {
    this.sentence = sentence;
    this.s = sentence.folded();
    this.book = book;
    this.shorter = shorter;
    this.longer = longer;
  }

  /** The two periods that a sentence names together; empty where it does not. */
  static Optional<PairedPeriods> in(Sentence sentence, PeriodBook book) {
    String s = sentence.folded();
    Optional<Matcher> pair = PAIR.first(s, 0);
    if (pair.isEmpty()) {
      return Optional.empty();
    }
    Matcher m = pair.get();
    String named = s.substring(m.start(), Math.min(s.length(), m.end() + DAY_CHARS_MAX));
    if (TWO_YEARS.matcher(named).find()) {
      return Optional.empty(); // four figures, of two periods in two years
    }
    PeriodRef said = PeriodReader.read(named);
    PeriodRef shorter = of(said, QUARTER, said.quarter());
    PeriodRef longer = of(said, months(m), Optional.empty());
    return Optional.of(new PairedPeriods(sentence, book, shorter, longer));
  }

  private static PeriodRef of(PeriodRef said, int months, Optional<Integer> quarter) {
    return new PeriodRef(
        months, Optional.empty(), quarter, said.year(), said.end(), said.endDay(), false);
  }

  private static int months(Matcher m) {
    if (m.group("half") != null) {
      return 2 * QUARTER;
    }
    return m.group("nine") != null ? 3 * QUARTER : 4 * QUARTER;
  }

  /** One clause for each period; none where the figures behind the metric are no pair. */
  List<Clause> clauses(Mention m, int end, MentionScope scope) {
    List<Figure> own = figures(m, end);
    boolean more = own.size() > 2 && joined(own.get(1), own.get(2));
    if (own.size() < 2 || more || !joined(own.get(0), own.get(1)) || !current()) {
      return List.of();
    }
    String words = s.substring(m.to(), own.get(0).from());
    // "increased $2.9 billion and $2.7 billion": how far it moved, and not the level.
    boolean change = Movement.moved(words) || CHANGE.matcher(words).find();
    if (change || !scope.plain(PAIR.matcher(words).replaceAll(" "))) {
      return List.of();
    }
    Optional<Figure> firstBefore = Optional.empty();
    Optional<Figure> secondBefore = Optional.empty();
    if (own.size() >= 4 && compared(own)) {
      firstBefore = Optional.of(own.get(2));
      secondBefore = Optional.of(own.get(3));
    }
    return List.of(
        Clause.ordered(sentence, m, end, own.get(0), firstBefore, Optional.of(shorter)),
        Clause.ordered(sentence, m, end, own.get(1), secondBefore, Optional.of(longer)));
  }

  /** Figures of the metric's kind behind it. */
  private List<Figure> figures(Mention m, int end) {
    Figure.Kind kind = m.metric().ratio() ? Figure.Kind.PERCENT : Figure.Kind.MONEY;
    List<Figure> found = new ArrayList<>();
    for (Figure f : sentence.figures()) {
      boolean forShare = SHARE.matcher(s).region(f.to(), s.length()).lookingAt();
      if (f.from() >= m.to() && f.from() < end && f.kind() == kind && !forShare) {
        found.add(f);
      }
    }
    return found;
  }

  private boolean joined(Figure first, Figure second) {
    return first.scaled() == second.scaled()
        && BETWEEN.matcher(s.substring(first.to(), second.from())).matches();
  }

  /** Whether the third and the fourth are the same of the year before. */
  private boolean compared(List<Figure> own) {
    String words = s.substring(own.get(1).to(), own.get(2).from());
    String behind = s.substring(own.get(3).to());
    Optional<PeriodBook.Found> found = book.find(PeriodReader.read(behind));
    boolean yearBefore =
        found.map(f -> f.yearsBack() == 1).orElseGet(() -> YOY.matcher(behind).find());
    return joined(own.get(2), own.get(3)) && COMPARED.matcher(words).find() && yearBefore;
  }

  private boolean current() {
    return book.find(shorter).filter(PeriodBook.Found::current).isPresent();
  }
}

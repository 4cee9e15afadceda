package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The changes in per cent that a clause tells of its metric, from a year before and from the
 * quarter before: {@code up 9% year over year and down 2% sequentially}.
 */
final class ClauseChanges {

  private static final CuePatterns CUES = ProseFacts.CUES;
  private static final Pattern CONSTANT = CUES.get("constant");
  private static final Pattern YOY = CUES.get("yoy");
  private static final Pattern QOQ = CUES.get("qoq");
  private static final Pattern BEHIND = CUES.get("behind-change");
  private static final Pattern MOVED_BY = CUES.get("moved-by");
  private static final Pattern TO_LEVEL =
      Pattern.compile(",? to (?:an? )?(?:new |all-time )?(?:record )?(?:of |approximately )*");
  private static final Pattern COMPARATOR_CHANGE = CUES.get("comparator-change");
  static final Pattern OTHER_MOVED = CUES.get("other-moved");
  private static final Pattern OF_ELSE = CUES.get("of-else");
  private static final Pattern LEVEL_BEFORE = CUES.get("level-before");
  private static final Pattern RATE = CUES.get("rate-behind");
  private static final Pattern OF_PART = CUES.get("change-of-part");

  /** The amount that a percentage is the same as, at the end of the words before it. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?:[a-z]{1,4}\\$|[a-z]{3} ?|[$€£¥])? ?\\(?[\\d.,]+\\)?(?: ?(?:million|billion|thousand|m|bn))?,? ?or $");

  private static final Pattern BEFORE = CUES.get("before-change");
  private static final Pattern OR = CUES.get("or");
  private static final Pattern JOINED = CUES.get("joined");

  /** Words behind a percentage that tell from when it is a change, in characters. */
  private static final int AFTER_CHARS = 70;

  private final Sentence sentence;
  private final String s;
  private final Mention m;
  private final ProseSetting setting;
  private Optional<Figure> yoy = Optional.empty();
  private Optional<Figure> qoq = Optional.empty();
  private int direction;

  /** Where a percentage ends that was of something else: what stands beside it is so too. */
  private int astray = -1;

  /** Whether the change from a year before was said to be that. */
  private boolean said;

  ClauseChanges(Sentence sentence, Mention m, ProseSetting setting) {
    this.sentence = sentence;
    this.s = sentence.folded();
    this.m = m;
    this.setting = setting;
  }

  /** The signed change from a year before. */
  Optional<Figure> yoy() {
    return yoy;
  }

  /** The signed change from the quarter before. */
  Optional<Figure> qoq() {
    return qoq;
  }

  /**
   * Takes a percentage in, unless nothing says which way it went or it is at other rates.
   *
   * @param gap the words before it, from the figure before on
   */
  void take(Figure f, String gap) {
    String after = s.substring(f.to(), Math.min(s.length(), f.to() + AFTER_CHARS));
    int stop = sentence.nextFigure(f.to()) - f.to();
    String near = stop > 0 && stop < after.length() ? after.substring(0, stop) : after;
    String tail = TO_LEVEL.matcher(near).matches() ? near + behindLevel(f) : near;
    boolean strays = astray == f.from() - gap.length();
    boolean beside = OR.matcher(gap).matches();
    String words = beside ? withAmount(f) : gap;
    boolean before =
        COMPARATOR_CHANGE.matcher(gap).find()
            || OTHER_MOVED.matcher(words).find()
            || LEVEL_BEFORE.matcher(gap).find();
    int dir = strays || before ? 0 : direction(f, words, beside);
    astray = dir == 0 ? f.to() : astray;
    if (dir == 0 || otherwise(words, tail) || ofAnotherTime(tail)) {
      return;
    }
    boolean fell = f.printed().signum() < 0; // "down (15.8)%" says it twice
    if (fell && dir > 0) {
      return;
    }
    direction = dir;
    Figure signed = dir < 0 && !fell ? f.negated() : f;
    if (YOY.matcher(tail).find()) {
      yoy = said ? yoy : Optional.of(signed);
      said = true;
    } else if (setting.namesOtherQuarter(tail)) {
      qoq = qoq.or(() -> Optional.of(signed).filter(x -> setting.namesQuarterBefore(tail)));
    } else if (QOQ.matcher(tail).find()) {
      qoq = qoq.or(() -> Optional.of(signed));
    } else if (yoy.isEmpty()) {
      yoy = Optional.of(signed);
    }
  }

  /** Of "7.1%, to $45.0 million, compared with the previous quarter" the words behind the level. */
  private String behindLevel(Figure f) {
    int from =
        sentence.figures().stream()
            .filter(g -> g.from() >= f.to() && g.kind() == Figure.Kind.MONEY)
            .mapToInt(Figure::to)
            .findFirst()
            .orElse(s.length());
    return s.substring(from, Math.max(from, Math.min(sentence.nextFigure(from), s.length())));
  }

  /** Which way a percentage says that the metric went; 0 where it is of something else. */
  private int direction(Figure f, String words, boolean beside) {
    Matcher behind = BEHIND.matcher(s.substring(f.to()));
    if (behind.find()) {
      // ", a 17.6 percent increase over": the word behind tells, if nothing else came between
      String near = beside ? withoutAmount(words) : words;
      return BEFORE.matcher(near).matches()
          ? Movement.direction(behind.group("word"), m.sign())
          : 0;
    }
    if (beside) {
      // "or 25.4%" beside an amount is how far it moved only if that amount is
      String before = withoutAmount(words);
      return MOVED_BY.matcher(before).find() ? towards(before, f) : 0;
    }
    int dir = Movement.direction(words, m.sign());
    return dir != 0 ? dir : JOINED.matcher(words).matches() ? direction : sinceMetric(f);
  }

  private int towards(String words, Figure f) {
    int dir = Movement.direction(words, m.sign());
    return dir != 0 ? dir : sinceMetric(f);
  }

  /** Whether the words around a percentage make it one at other rates, of a part or of revenue. */
  private static boolean otherwise(String words, String tail) {
    return RATE.matcher(tail).find()
        || OF_PART.matcher(tail).find()
        || OF_ELSE.matcher(tail).find()
        || CONSTANT.matcher(words).find()
        || CONSTANT.matcher(tail).find();
  }

  /** Whether a change is said to be from a period that is not the year before: "March 31, 2026". */
  private boolean ofAnotherTime(String tail) {
    PeriodRef since = PeriodReader.read(tail);
    return since.hasLength()
        && since.end().isPresent()
        && setting.book().find(since).filter(p -> p.yearsBack() == 1).isEmpty();
  }

  /**
   * The words before {@code f} and before the amount that it is the same as: "$5 million, or 8%".
   */
  private String withAmount(Figure f) {
    int from = m.to();
    int amount = m.to();
    for (Figure g : sentence.figures()) {
      if (g.to() <= f.from() && g.to() > m.to() && g.kind() != Figure.Kind.NUMBER) {
        from = amount;
        amount = g.to();
      }
    }
    return s.substring(from, f.from());
  }

  /** Of "an increase of $5 million, or" the words before the amount. */
  private static String withoutAmount(String words) {
    return AMOUNT.matcher(words).replaceFirst("");
  }

  /** Which way the words from the metric to {@code f} say that it went: 1, −1, or 0 for neither. */
  int sinceMetric(Figure f) {
    return Movement.direction(s.substring(m.to(), f.from()), m.sign());
  }
}

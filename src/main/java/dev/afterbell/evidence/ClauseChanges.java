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
    String words = OR.matcher(gap).matches() ? withAmount(f) : gap;
    int dir = Movement.direction(words, m.sign());
    if (dir == 0) {
      dir = behind(f, gap);
    }
    if (dir == 0) {
      boolean joined = direction != 0 && JOINED.matcher(gap).matches();
      dir = joined ? direction : sinceMetric(f);
    }
    String after = s.substring(f.to(), Math.min(s.length(), f.to() + AFTER_CHARS));
    int stop = sentence.nextFigure(f.to()) - f.to();
    String tail = stop > 0 && stop < after.length() ? after.substring(0, stop) : after;
    boolean share = tail.startsWith(" of "); // "or 11% of average equity"
    if (dir == 0 || share || CONSTANT.matcher(words).find() || CONSTANT.matcher(tail).find()) {
      return;
    }
    boolean fell = f.printed().signum() < 0; // "down (15.8)%" says it twice
    if (fell && dir > 0) {
      return;
    }
    direction = dir;
    Figure signed = dir < 0 && !fell ? f.negated() : f;
    if (YOY.matcher(tail).find()) {
      yoy = yoy.or(() -> Optional.of(signed));
    } else if (setting.namesOtherQuarter(tail)) {
      qoq = qoq.or(() -> Optional.of(signed).filter(x -> setting.namesQuarterBefore(tail)));
    } else if (QOQ.matcher(tail).find()) {
      qoq = qoq.or(() -> Optional.of(signed));
    } else if (yoy.isEmpty()) {
      yoy = Optional.of(signed);
    }
  }

  /** ", a 17.6 percent increase over": which way the word behind a percentage says that it went. */
  private int behind(Figure f, String gap) {
    Matcher word = BEHIND.matcher(s.substring(f.to()));
    boolean told = word.find() && BEFORE.matcher(gap).matches();
    boolean loss = m.sign() == MetricNames.Sign.LOSS;
    // A loss that improves is a smaller one; one that grows is a change of the loss.
    return told && !(loss && word.group("word").equals("improvement"))
        ? Movement.direction(word.group("word"), m.sign())
        : 0;
  }

  /**
   * The words before {@code f} and before the amount that it is the same as: "$5 million, or 8%".
   */
  private String withAmount(Figure f) {
    int from = m.to();
    int amount = m.to();
    for (Figure g : sentence.figures()) {
      if (g.to() <= f.from() && g.to() > m.to()) {
        from = amount;
        amount = g.to();
      }
    }
    return s.substring(from, f.from());
  }

  /** Which way the words from the metric to {@code f} say that it went: 1, −1, or 0 for neither. */
  int sinceMetric(Figure f) {
    return Movement.direction(s.substring(m.to(), f.from()), m.sign());
  }
}

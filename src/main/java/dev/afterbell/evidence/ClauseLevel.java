package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks for the level of a metric among the figures behind it, past those that tell how far it
 * moved and from where: {@code rose $7 million, or 8%, from $85 million to $92 million}.
 */
final class ClauseLevel {

  private static final CuePatterns CUES = ProseFacts.CUES;
  private static final Pattern CHANGE = CUES.get("change");
  private static final Pattern TO = CUES.get("to");
  private static final Pattern OR = CUES.get("or");
  private static final Pattern EFFECT = CUES.get("effect");
  private static final Pattern TO_OR_OF = CUES.get("to-or-of");
  private static final Pattern OVER_PERIOD_TO = CUES.get("over-period-to");
  private static final Pattern RANGE = CUES.get("range");
  private static final Pattern UPPER = CUES.get("upper-end");
  private static final Pattern OF_OTHERS = CUES.get("of-other-owners");
  private static final Pattern AT_ONCE = CUES.get("compared-at-once");

  private final Sentence sentence;
  private final String s;
  private final Mention m;
  private final ProseSetting setting;
  private final ClauseChanges changes;
  private Optional<Figure> level = Optional.empty();
  private Optional<Figure> comparator = Optional.empty();

  /** "from $85 million", until "to $92 million" follows. */
  private Optional<Figure> pending = Optional.empty();

  ClauseLevel(Sentence sentence, Mention m, ProseSetting setting, ClauseChanges changes) {
    this.sentence = sentence;
    this.s = sentence.folded();
    this.m = m;
    this.setting = setting;
    this.changes = changes;
  }

  /** The level, once it was found. */
  Optional<Figure> level() {
    return level;
  }

  /** What it is compared with, where that stands before it. */
  Optional<Figure> comparator() {
    return comparator;
  }

  /**
   * Takes the next figure.
   *
   * @param gap the words before it, from the figure before on
   * @param compares whether these say that something is compared with it
   * @return whether the clause goes on
   */
  boolean take(Figure f, String gap, boolean compares) {
    if (compares
        && pending.isEmpty()
        && changes.sinceMetric(f) != 0
        && setting.scope().plain(s.substring(m.to(), f.from()).replaceAll("\\bfrom\\b", ""))) {
      pending = Optional.of(f);
      return true;
    }
    boolean effect = EFFECT.matcher(s.substring(0, m.from())).find();
    if (effect && !TO_OR_OF.matcher(s.substring(m.to(), f.from())).find()) {
      return false; // "The acquisition increased revenue $5.0 million"
    }
    if (AT_ONCE.matcher(gap).find() && changes.sinceMetric(f) == 0) {
      return false; // "…, compared to $4.5 million": of another time, and nothing stands before it
    }
    if (pending.isPresent()) {
      if (TO.matcher(gap).find() && setting.sameCurrency(f, pending.get())) {
        level = Optional.of(f);
        comparator = pending;
        return true;
      }
      return false;
    }
    if (Movement.changeBeforeLevel(s, f, gap)) {
      return true;
    }
    String near = gap.strip();
    if (CHANGE.matcher(gap).find() && !near.endsWith("loss of")) {
      return near.endsWith("by")
          || gap.contains(" by ")
          || near.startsWith(", or")
          || near.endsWith("or");
    }
    if (Movement.moved(gap)) {
      return !m.metric().ratio(); // "rose $7 million": how far it moved; the level may follow
    }
    boolean others = OF_OTHERS.matcher(s).region(f.to(), s.length()).lookingAt();
    if (!others && setting.scope().plain(between(f)) && !range(f)) {
      level = Optional.of(f);
      return true;
    }
    return false;
  }

  /** Whether {@code f} is an end of a range: "of $25 million to $30 million" is expected. */
  private boolean range(Figure f) {
    boolean lower =
        sentence.figures().stream()
            .filter(g -> g.from() >= f.to())
            .findFirst()
            .filter(
                g -> g.kind() == f.kind() && RANGE.matcher(s.substring(f.to(), g.from())).matches())
            .isPresent();
    return lower || UPPER.matcher(s.substring(m.to(), f.from())).matches();
  }

  /** The words between the metric and {@code f}, without figures already read. */
  String between(Figure f) {
    StringBuilder words = new StringBuilder();
    int at = m.to();
    for (Figure g : sentence.figures()) {
      if (g.from() >= m.to() && g.to() <= f.from() && g.kind() != Figure.Kind.NUMBER) {
        words.append(OR.matcher(s.substring(at, g.from())).replaceFirst(" ")).append(' ');
        at = g.to();
      }
    }
    words.append(s, Math.min(at, f.from()), f.from());
    // "17% from the second quarter of 2025 to $100 million": the level, and since when it moved
    return OVER_PERIOD_TO.matcher(words).replaceFirst(" to ");
  }
}

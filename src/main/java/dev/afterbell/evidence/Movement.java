package dev.afterbell.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the words that say which way a metric went. */
final class Movement {

  private static final CuePatterns CUES = ProseFacts.CUES;
  private static final Pattern UP = CUES.get("up");
  private static final Pattern DOWN = CUES.get("down");
  private static final Pattern WIDENED = CUES.get("widened");
  private static final Pattern MOVED = CUES.get("moved");
  private static final Pattern TO_FIGURE = CUES.get("to-figure");
  private static final String IMPROVED = "improv";
  private static final int AFTER_CHARS = 60;

  private Movement() {}

  /**
   * The direction that the last such word of {@code words} gives: 1 up, -1 down, 0 without one. A
   * loss that grows is a result that falls.
   */
  static int direction(String words, MetricNames.Sign sign) {
    int up = last(UP, words);
    int down = last(DOWN, words);
    int wide = last(WIDENED, words);
    if (up < 0 && down < 0 && wide < 0) {
      return 0;
    }
    boolean loss = sign == MetricNames.Sign.LOSS;
    if (wide > Math.max(up, down)) {
      return loss ? -1 : 1;
    }
    if (sign != MetricNames.Sign.ASIS && up > down && words.startsWith(IMPROVED, up)) {
      return loss ? 1 : 0; // a loss that improves is smaller; what an improved cost is, is not said
    }
    int plain = up > down ? 1 : -1;
    return loss ? -plain : plain;
  }

  private static int last(Pattern p, String words) {
    int at = -1;
    Matcher matcher = p.matcher(words);
    while (matcher.find()) {
      at = matcher.start();
    }
    return at;
  }

  /** Whether the figure after {@code gap} is how far the metric moved, or may be. */
  static boolean moved(String gap) {
    return MOVED.matcher(gap).find();
  }

  /** "decreased $195,000 to $1,528,000": the first amount is the change. */
  static boolean changeBeforeLevel(String s, Figure f, String gap) {
    String after = s.substring(f.to(), Math.min(s.length(), f.to() + AFTER_CHARS));
    return moved(gap) && TO_FIGURE.matcher(after).find();
  }
}

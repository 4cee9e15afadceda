package dev.afterbell.evidence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for what was done to the previous guidance. */
final class GuidanceActions {

  private static final List<Cue> CUES =
      List.of(
          new Cue(GuidanceRange.CUES.get("raised"), Guidance.Action.RAISED),
          new Cue(GuidanceRange.CUES.get("lowered"), Guidance.Action.LOWERED),
          new Cue(GuidanceRange.CUES.get("maintained"), Guidance.Action.MAINTAINED),
          new Cue(GuidanceRange.CUES.get("narrowed"), Guidance.Action.NARROWED),
          new Cue(GuidanceRange.CUES.get("initiated"), Guidance.Action.INITIATED));

  private GuidanceActions() {}

  private record Cue(Pattern pattern, Guidance.Action action) {}

  /** The word nearest before character {@code at} of the sentence, else nearest after it. */
  static Optional<Guidance.Action> near(String sentence, int at) {
    return nearest(sentence.substring(0, at), true)
        .or(() -> nearest(sentence.substring(at), false));
  }

  /** The last word of {@code words}. */
  static Optional<Guidance.Action> in(String words) {
    return nearest(words, true);
  }

  private static Optional<Guidance.Action> nearest(String words, boolean last) {
    Optional<Guidance.Action> best = Optional.empty();
    int at = last ? -1 : Integer.MAX_VALUE;
    for (Cue cue : CUES) {
      Matcher m = cue.pattern().matcher(words);
      while (m.find()) {
        if (last ? m.start() > at : m.start() < at) {
          at = m.start();
          best = Optional.of(cue.action());
        }
      }
    }
    return best;
  }
}

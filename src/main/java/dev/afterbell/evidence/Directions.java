package dev.afterbell.evidence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of change: up or down. The table is {@code directions.csv}. */
final class Directions {

  private static final List<Rule> RULES =
      RuleTable.rows("directions.csv", 2).stream()
          .map(r -> new Rule(r.pattern(0), r.either(1, "up", "down")))
          .toList();

  private record Rule(Pattern cue, boolean up) {}

  private Directions() {}

  /** Whether the first word of change in {@code text} says up; nothing where there is none. */
  static Optional<Boolean> first(CharSequence text) {
    int at = Integer.MAX_VALUE;
    boolean up = false;
    for (Rule rule : RULES) {
      Matcher m = rule.cue().matcher(text);
      if (m.find() && m.start() < at) {
        at = m.start();
        up = rule.up();
      }
    }
    return at == Integer.MAX_VALUE ? Optional.empty() : Optional.of(up);
  }
}

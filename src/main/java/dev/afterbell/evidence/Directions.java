package dev.afterbell.evidence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words of change: up or down. The table is {@code directions.csv}. */
final class Directions {

  private static final List<Rule> RULES =
      RuleTable.rows("directions.csv", 2).stream()
          .map(r -> new Rule(r.pattern(0), r.either(1, "up", "down")))
          .toList();

  private static final WordRules WORDS = new WordRules(RULES.stream().map(Rule::cue).toList());

  private record Rule(Pattern cue, boolean up) {}

  private Directions() {}

  /**
   * A word of change.
   *
   * @param up whether it says more
   * @param word as written
   * @param start its first character
   * @param end the character after its last
   */
  record Found(boolean up, String word, int start, int end) {}

  /** All words of change, in the order of the text. */
  static List<Found> all(Wording text) {
    return WORDS.find(text).stream()
        .map(
            f ->
                new Found(
                    RULES.get(f.rule()).up(),
                    text.text().substring(f.start(), f.end()),
                    f.start(),
                    f.end()))
        .toList();
  }

  /** Whether the first word of change in {@code text} says up; nothing where there is none. */
  static Optional<Boolean> first(CharSequence text) {
    return all(Wording.of(text)).stream().map(Found::up).findFirst();
  }
}

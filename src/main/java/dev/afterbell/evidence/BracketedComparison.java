package dev.afterbell.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what an amount is compared with in parentheses behind it: {@code 34.6% (2024: 32.7%)},
 * {@code $898 million ($890 million in 2024)}.
 */
final class BracketedComparison {

  private static final Pattern LABELLED = ProseFacts.CUES.get("labelled");
  private static final Pattern IN_YEAR = ProseFacts.CUES.get("in-year");

  private BracketedComparison() {}

  /** Whether {@code f} is the comparator of the amount in {@code s} that ends at {@code from}. */
  static boolean is(String s, int from, Figure f) {
    String between = s.substring(from, f.from());
    boolean opened =
        between.strip().equals("(") || (between.isBlank() && s.startsWith("(", f.from()));
    return LABELLED.matcher(between).matches()
        || (opened && IN_YEAR.matcher(s).region(f.to(), s.length()).lookingAt());
  }

  /** The name of the time of a comparator at {@code to}, behind the amount that ends before. */
  static Optional<String> label(String s, int from, int to) {
    Matcher m = LABELLED.matcher(s).region(Math.min(from, to), to);
    return m.matches() ? Optional.of(m.group("label")) : Optional.empty();
  }
}

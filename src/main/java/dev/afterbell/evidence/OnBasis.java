package dev.afterbell.evidence;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows words before the name of a figure that make it an adjusted one: "on a non-GAAP basis", and,
 * for a result, "excluding these items,".
 */
final class OnBasis {

  private static final Expression ANYWHERE =
      Expression.of(
          "\\bon an? (?:non-gaap|adjusted|core) basis\\b"
              + "|\\b(?:excluding|exclusive of|adjusting for|adjusted for|before the effect of)\\b");

  private static final Pattern BASIS =
      Pattern.compile("\\bon an? (?:non-gaap|adjusted|core) basis,? (?:[a-z']+ ){0,3}$");

  private static final Pattern LEFT_OUT = ProseFacts.CUES.get("left-out");

  /** Results: what is left of them without some items is a measure of the issuer's own. */
  private static final Set<Metric> RESULTS =
      Set.of(
          Metric.GROSS_PROFIT,
          Metric.GROSS_MARGIN,
          Metric.OPERATING_INCOME,
          Metric.OPERATING_MARGIN,
          Metric.NET_INCOME,
          Metric.EPS_BASIC,
          Metric.EPS_DILUTED,
          Metric.EBITDA);

  private static final String REPORTED = "reported ";

  private OnBasis() {}

  /** Whether a sentence has the words somewhere. */
  static boolean mayBeIn(Wording sentence) {
    return sentence.hasFolded(ANYWHERE);
  }

  /** Whether they stand before the name of {@code metric} that begins at {@code at}. */
  static boolean before(String folded, int at, Metric metric) {
    // "the company reported net income": the word is part of the name, and tells no basis here
    int to = folded.startsWith(REPORTED, at) ? at + REPORTED.length() : at;
    String words = folded.substring(0, to);
    return BASIS.matcher(words).find()
        || (RESULTS.contains(metric) && LEFT_OUT.matcher(words).find());
  }
}

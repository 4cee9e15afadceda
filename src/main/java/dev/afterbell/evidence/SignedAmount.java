package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of a sentence with its sign: losses and amounts in parentheses are below zero.
 *
 * @param sentence the folded sentence
 * @param figure the amount
 */
record SignedAmount(String sentence, Figure figure) {

  private static final Pattern GAIN = ProseFacts.CUES.get("above-zero");
  private static final Pattern BEHIND = ProseFacts.CUES.get("flow-behind");
  private static final Pattern LESS = ProseFacts.CUES.get("below-zero");

  /**
   * The value.
   *
   * @param m what the amount is of
   * @param from where the words before it begin that can tell its sign
   * @param before whether it is what the level is compared with
   */
  BigDecimal value(Mention m, int from, boolean before) {
    String words = sentence.substring(from, figure.from());
    String near = words.substring(lastDigit(words) + 1);
    boolean lossMetric = m.sign() == MetricNames.Sign.LOSS;
    boolean loss =
        before
            ? lossBefore(words + behind(), lossMetric)
            : lossMetric || near.contains("loss of") || near.contains("a loss");
    boolean negative = isInParentheses() || words.strip().endsWith("negative");
    return Figure.plain(loss || negative ? figure.value().abs().negate() : figure.value());
  }

  private static int lastDigit(String words) {
    int at = words.length() - 1;
    while (at >= 0 && !Character.isDigit(words.charAt(at))) {
      at--;
    }
    return at;
  }

  /** "$3.0 million provided": the word right behind the amount. */
  private String behind() {
    Matcher m = BEHIND.matcher(sentence).region(figure.to(), sentence.length());
    return m.lookingAt() ? m.group() : "";
  }

  /** Whether the last word for a result before a comparator is one for a loss. */
  private static boolean lossBefore(String words, boolean lossMetric) {
    String named = words.replace("(loss)", "");
    int gain = last(GAIN, named);
    int loss = last(LESS, named);
    return gain < 0 && loss < 0 ? lossMetric : loss > gain;
  }

  private static int last(Pattern word, String words) {
    Matcher found = word.matcher(words);
    int at = -1;
    while (found.find()) {
      at = found.start();
    }
    return at;
  }

  /** "($0.28)" is below zero; the parenthesis of "($0.28 per diluted share)" is of the words. */
  private boolean isInParentheses() {
    return figure.enclosed()
        && figure.printed().signum() > 0
        && sentence.substring(figure.from(), figure.to()).contains(")");
  }
}

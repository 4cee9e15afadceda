package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import dev.afterbell.filing.Block;
import dev.afterbell.filing.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads that guidance is withdrawn or suspended: by the issuer, now, and its own guidance. What may
 * happen, what happened before and what became of a dividend or a plant is none.
 */
final class WithdrawalReader {

  private static final CuePatterns CUES = GuidanceRange.CUES;
  private static final List<Expression> WITHDRAWN =
      List.of(CUES.expression("withdraws"), CUES.expression("is-withdrawn"));
  private static final Expression NOT_NOW = CUES.expression("not-withdrawn");

  private static final Pattern GUIDANCE =
      Pattern.compile("\\b(?:guidance|outlook|forecasts?|targets?|expectations?)\\b");

  private WithdrawalReader() {}

  /** What {@code blocks} take back, each subject once, in order. */
  static List<GuidanceWithdrawal> read(List<Block> blocks, Paragraphs paragraphs, PeriodBook book) {
    GuidancePeriod periods = new GuidancePeriod(book);
    List<GuidanceWithdrawal> found = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Prose p) {
        for (Wording sentence : paragraphs.of(p).told()) {
          for (GuidanceWithdrawal w : in(sentence, periods)) {
            boolean told =
                found.stream()
                    .anyMatch(f -> f.metric().equals(w.metric()) && f.period().equals(w.period()));
            if (!told) {
              found.add(w);
            }
          }
        }
      }
    }
    return found;
  }

  private static List<GuidanceWithdrawal> in(Wording sentence, GuidancePeriod periods) {
    if (WITHDRAWN.stream().noneMatch(sentence::hasFolded) || sentence.hasFolded(NOT_NOW)) {
      return List.of();
    }
    String s = sentence.folded();
    String object = object(s);
    Passage passage =
        new Passage(sentence.source().span(0, sentence.text().length()), sentence.source().text());
    Optional<FactPeriod> period =
        periods.find(GuidancePeriod.lastIn(object), object).or(() -> last(s, periods));
    List<GuidanceWithdrawal> found = new ArrayList<>();
    String subjects = GUIDANCE.matcher(object).replaceAll(" ");
    for (Mention m : Phrases.shipped().mentions(Wording.of(subjects), subjects)) {
      boolean own = m.label().isEmpty() && m.segment().isEmpty();
      if (own && GuidanceBook.guided(m.metric())) {
        found.add(new GuidanceWithdrawal(Optional.of(m.metric()), m.basis(), period, passage));
      }
    }
    return found.isEmpty()
        ? List.of(new GuidanceWithdrawal(Optional.empty(), Basis.GAAP, period, passage))
        : found;
  }

  /** The words that name the guidance that is taken back. */
  private static String object(String s) {
    for (Expression expression : WITHDRAWN) {
      Matcher m = expression.pattern().matcher(s);
      if (m.find()) {
        return s.substring(m.start(), m.end());
      }
    }
    return s;
  }

  private static Optional<FactPeriod> last(String s, GuidancePeriod periods) {
    return periods.find(GuidancePeriod.lastIn(s), s);
  }
}

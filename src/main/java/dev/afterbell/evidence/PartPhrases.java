package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How running text names the revenue of a part of the business: {@code Revenues from cloud services
 * were …}, {@code Subscription revenue decreased …}.
 */
final class PartPhrases {

  private static final String VERB =
      "(?:was|were|reached|increased|decreased|grew|rose|declined|fell|totaled|amounted|of"
          + " (?=rmb|us|hk|[$€£]))";
  private static final Expression REVENUE_FROM =
      Expression.of(
          "(?<![a-z])(?:net )?(?:revenues?|sales) from"
              + " (?<part>(?!operations|contracts|continuing|external|customers)[a-z][a-z0-9&',"
              + " -]{2,60}?) (?="
              + VERB
              + ")");
  private static final Expression PART_REVENUE =
      Expression.of(
          "\\W*(?<part>(?:[a-z&'-]+ ){1,5}?)(?:segment )?(?:net )?(?:revenues?|sales) (?="
              + VERB
              + ")");
  private static final Pattern NO_PART = ProseFacts.CUES.get("no-part");
  private static final Pattern NO_SOURCE = ProseFacts.CUES.get("no-source");

  private PartPhrases() {}

  /** The parts of the business whose revenue a sentence tells. */
  static List<Mention> in(Wording sentence, CharSequence written) {
    List<Mention> all = new ArrayList<>();
    if (REVENUE_FROM.mayBeIn(sentence)) {
      REVENUE_FROM.forEach(
          sentence.folded(), m -> segment(m, NO_SOURCE, written).ifPresent(all::add));
    }
    if (PART_REVENUE.mayBeIn(sentence)) {
      Matcher part = PART_REVENUE.matcher(sentence.folded());
      if (part.lookingAt()) {
        segment(part, NO_PART, written).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<Mention> segment(Matcher m, Pattern refused, CharSequence written) {
    String part = m.group("part").strip().replaceAll("^(?:the )?(?:company's )?(?:our )?", "");
    if (part.isEmpty()
        || part.endsWith(" which")
        || part.endsWith(" that")
        || part.endsWith(",")
        || refused.matcher(part).find()) {
      return Optional.empty();
    }
    int from = m.start("part") + m.group("part").indexOf(part);
    String name =
        written
            .subSequence(from, from + part.length())
            .toString()
            .replaceAll("(?i) (?:business )?segment$", "");
    return Optional.of(
        new Mention(
            Metric.SEGMENT_REVENUE,
            Basis.GAAP,
            MetricNames.Sign.ASIS,
            Optional.empty(),
            m.start(),
            m.end(),
            Optional.empty(),
            Optional.of(name)));
  }
}

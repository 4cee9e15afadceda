package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentEvent.Driver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what the issuer names as the cause of a change: a figure's name, a word of change, a word
 * of cause, and themes after it. A sentence that starts with "The increase" speaks of the figure
 * that the paragraph named last.
 */
final class DriverReader {

  /** Most drivers of one document; a long report repeats itself beyond that. */
  private static final int DRIVERS_MAX = 60;

  private static final Expression CAUSE =
      Expression.of(
          "(?i)\\b(?:due to|driven by|driven primarily by|attribut(?:able|ed) to|as a result"
              + " of|result(?:ed|ing) from|because of|because|caused by|led by|owing to|thanks"
              + " to|on account of|stemm(?:ed|ing) from|reflect(?:s|ed|ing)|supported by|helped"
              + " by|fuel(?:l)?ed by|boosted by|explained by)\\b|, as"
              + " (?!of\\b|well\\b|compared\\b|at\\b)");

  /** What comes after it pulls the other way. */
  private static final Pattern OFFSET =
      Pattern.compile(
          "\\b(?:(?:partially|partly|largely|more than)? ?offset by|despite|notwithstanding)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Expression REFERS_BACK =
      Expression.of(
          "(?i)^(?:the|this|these|such) (?:[a-z-]+"
              + " ){0,3}?(?:increases?|decreases?|growth|declines?|drop"
              + "|rise|improvement|expansion|contraction|reduction|change)\\b");

  /** Words that may stand before a total: "our total", "first quarter", "for the quarter". */
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?:[·•\\-–—]\\s*)?(?:(?:our|the|its|company['’]s|total|net|consolidated|group|overall|quarterly"
              + "|annual|full|fiscal|year|quarter|first|second|third|fourth|half|for|in|of|reported|gaap"
              + "|adjusted|non-gaap|\\d{4}|q[1-4]|,|and)\\s*+)*+",
          Pattern.CASE_INSENSITIVE);

  /** What "the increase" is of. */
  private static final Pattern OF_WHAT = Pattern.compile(" (?:in|of) ", Pattern.CASE_INSENSITIVE);

  /** Something measured against a figure is not the figure: "as a percentage of net sales". */
  private static final Pattern SHARE_OF =
      Pattern.compile(
          "(?:percentage|percent|%|share|proportion) of (?:our |the |its |total |net )*$",
          Pattern.CASE_INSENSITIVE);

  /** What is expected or possible has no cause yet. */
  private static final Pattern EXPECTED =
      Pattern.compile(
          "\\b(?:could|may|might|would|will|expects?|expected"
              + " to|anticipates?|unable|forecasts?|projected|outlook)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final List<Subject> SUBJECTS =
      RuleTable.rows("driver-metrics.csv", 3).stream()
          .map(
              r ->
                  new Subject(
                      Expression.of(r.pattern(0)),
                      r.constant(1, Metric.class),
                      r.either(2, "loss", "gain")))
          .toList();

  private record Subject(Expression cue, Metric metric, boolean loss) {}

  /** A figure's name in a sentence. */
  private record Named(Metric metric, boolean loss, int start, int end) {}

  private DriverReader() {}

  static List<DocumentEvent> read(Narrative narrative) {
    List<DocumentEvent> drivers = new ArrayList<>();
    for (Paragraph paragraph : narrative.paragraphs()) {
      if (paragraph.told().stream().noneMatch(CAUSE::mayBeIn)) {
        continue;
      }
      Optional<Named> carried = Optional.empty();
      for (Wording sentence : paragraph.told()) {
        Optional<Named> named = subject(sentence, carried);
        named.flatMap(n -> driver(sentence, n)).ifPresent(drivers::add);
        carried = named.isPresent() ? named : carried;
      }
    }
    return drivers.size() > DRIVERS_MAX ? drivers.subList(0, DRIVERS_MAX) : drivers;
  }

  /**
   * What the sentence speaks of: "The increase in X" of X, "The increase" of what was named last.
   */
  private static Optional<Named> subject(Wording sentence, Optional<Named> carried) {
    Matcher back = REFERS_BACK.matcher(sentence.text());
    if (!REFERS_BACK.mayBeIn(sentence) || !back.lookingAt()) {
      return named(sentence, 0);
    }
    String text = sentence.text();
    Matcher of = OF_WHAT.matcher(text).region(back.end(), text.length());
    if (!of.lookingAt()) {
      return carried.map(c -> new Named(c.metric(), c.loss(), 0, 0));
    }
    boolean inPart = carried.filter(c -> c.metric() == Metric.SEGMENT_REVENUE).isPresent();
    return named(sentence, of.end())
        .map(
            n ->
                new Named(
                    inPart && n.metric() == Metric.REVENUE ? Metric.SEGMENT_REVENUE : n.metric(),
                    n.loss(),
                    0,
                    0));
  }

  private static Optional<Driver> driver(Wording sentence, Named named) {
    String text = sentence.text();
    Matcher cause = CAUSE.matcher(text);
    if (!CAUSE.mayBeIn(sentence) || !cause.find() || named.end() >= cause.start()) {
      return Optional.empty();
    }
    String change = text.substring(named.end(), cause.start());
    Optional<Boolean> up = Directions.first(change);
    if (up.isEmpty() || EXPECTED.matcher(text.substring(0, cause.start())).find()) {
      return Optional.empty();
    }
    String reason = text.substring(cause.end());
    Matcher offset = OFFSET.matcher(reason);
    List<String> themes =
        Themes.in(offset.find() ? reason.substring(0, offset.start()) : reason, sentence.words());
    return themes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Driver(
                named.metric(), up.get() != named.loss(), themes, Narrative.passage(sentence)));
  }

  /** The earliest figure named from a place on; of those that start together, the longest. */
  private static Optional<Named> named(Wording sentence, int from) {
    Named best = null;
    String text = sentence.text();
    for (Subject subject : SUBJECTS) {
      if (!subject.cue().mayBeIn(sentence)) {
        continue;
      }
      Optional<Matcher> cue = subject.cue().first(text, from);
      if (cue.isPresent()) {
        Matcher m = cue.get();
        if (best == null
            || m.start() < best.start()
            || (m.start() == best.start() && m.end() > best.end())) {
          best = new Named(subject.metric(), subject.loss(), m.start(), m.end());
        }
      }
    }
    return Optional.ofNullable(best)
        .filter(n -> !SHARE_OF.matcher(text.substring(0, n.start())).find())
        .map(n -> ofTheWhole(text, from, n));
  }

  /** Revenue is the total only where nothing narrows it: "Cloud revenue", "Revenue from tolls". */
  private static Named ofTheWhole(String text, int from, Named named) {
    boolean narrowed =
        named.metric() == Metric.REVENUE
            && (!WHOLE.matcher(text.substring(from, named.start())).matches()
                || text.startsWith(" from ", named.end())
                || text.startsWith(" of ", named.end())
                    && text.substring(named.end() + 4).matches("(?i)(?!RMB|US|HK|[$€£\\d]).*"));
    return narrowed
        ? new Named(Metric.SEGMENT_REVENUE, named.loss(), named.start(), named.end())
        : named;
  }
}

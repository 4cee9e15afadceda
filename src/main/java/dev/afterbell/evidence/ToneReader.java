package dev.afterbell.evidence;

import dev.afterbell.filing.Filing;
import dev.afterbell.filing.SourceText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a document sounds, by rules that can be explained (docs/method.md §7): more of a good thing
 * is +1 and of a bad thing −1; amounts without a word of change are compared; a loss that becomes a
 * profit is +3 and the reverse −3; cue words add ±1. A sentence is clipped to [−2, 2]; a document
 * is the sum over twice its sentences. The words are this project's own.
 */
public final class ToneReader {

  /** Fewest sentences that make a tone. */
  private static final int SENTENCES_MIN = 5;

  /** Fewest words of a sentence; shorter ones are list marks and labels. */
  private static final int WORDS_MIN = 3;

  /** Farthest word of change from its metric, in characters. */
  private static final int DISTANCE_MAX = 70;

  private static final int CLIP = 2;
  private static final int TURNED = 3;
  private static final int DECIMALS = 4;

  private static final Pattern CLAUSE_END =
      Pattern.compile(
          "[;:]|, (?!\\d)|\\b(?:and|but|while|whereas|although|despite|offset by|as|because|which|due to|driven by|thanks to)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NEGATION =
      Pattern.compile(
          "\\b(?:no|not|never|without|neither|nor|cannot|didn['’]t|excluding|absence of)\\b[^,;]{0,20}$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TO_PROFIT =
      Pattern.compile(
          "\\b(?:swung|turned|returned|moved|back) (?:in)?to (?:an? )?(?:\\w+ )?(?:profit|profitability|the black)\\b"
              + "|\\b(?:became|turned) profitable\\b"
              + "|\\b(?:profit|net income|earnings)\\b[^;]{0,70}\\b(?:compared (?:with|to)|versus|against|from|reversing)\\b[^;]{0,24}\\bloss\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TO_LOSS =
      Pattern.compile(
          "\\b(?:swung|turned|fell|slipped|moved|slid) (?:in)?to (?:an? )?(?:\\w+ )?(?:loss|the red)\\b"
              + "|\\bloss\\b[^;]{0,70}\\b(?:compared (?:with|to)|versus|against|from)\\b[^;]{0,30}\\b(?:profit|net income|earnings)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern THEN_NOW = Pattern.compile("(?i)^\\s*to\\s*$");
  private static final Pattern NOW_THEN =
      Pattern.compile(
          "(?i)^[^.;]{0,40}?\\b(?:from|compared (?:with|to)|versus|vs\\.?|against)\\b[^.;\\d]{0,50}$");

  private static final List<Rule> METRICS =
      RuleTable.rows("tone-metrics.csv", 2).stream()
          .map(r -> new Rule(bounded(r.pattern(0)), r.either(1, "good", "bad") ? 1 : -1))
          .toList();
  private static final List<Rule> CUES =
      RuleTable.rows("tone-cues.csv", 2).stream()
          .map(r -> new Rule(r.pattern(0), r.either(1, "+1", "-1") ? 1 : -1))
          .toList();

  private record Rule(Pattern words, int sign) {}

  private record Hit(int start, int end, int sign) {}

  private ToneReader() {}

  /** The tone of a filing; nothing below five sentences or where its text cannot be trusted. */
  public static Optional<Tone> read(Filing filing) {
    if (!filing.readable()) {
      return Optional.empty();
    }
    List<SourceText> sentences =
        Narrative.of(filing).sentences().stream()
            .filter(s -> s.text().split(" ").length >= WORDS_MIN)
            .toList();
    return tone(sentences.stream().map(s -> sentence(s.text())).toList());
  }

  /** The tone of sentence scores. */
  static Optional<Tone> tone(List<Integer> scores) {
    if (scores.size() < SENTENCES_MIN) {
      return Optional.empty();
    }
    long sum = scores.stream().mapToLong(Integer::longValue).sum();
    BigDecimal score =
        BigDecimal.valueOf(sum)
            .divide(
                BigDecimal.valueOf((long) CLIP * scores.size()), DECIMALS, RoundingMode.HALF_EVEN);
    return Optional.of(new Tone(score, scores.size()));
  }

  /** The score of one sentence, from −2 to 2. */
  public static int sentence(String text) {
    int score = 0;
    if (TO_PROFIT.matcher(text).find()) {
      score += TURNED;
    } else if (TO_LOSS.matcher(text).find()) {
      score -= TURNED;
    } else {
      int from = 0;
      Matcher end = CLAUSE_END.matcher(text);
      while (end.find()) {
        score += clause(text.substring(from, end.start()));
        from = end.start();
      }
      score += clause(text.substring(from));
      score = score == 0 ? compared(text) : score;
    }
    return Math.max(-CLIP, Math.min(CLIP, score + cues(text)));
  }

  /** The nearest pair of a metric and a word of change. */
  private static int clause(String clause) {
    List<Directions.Found> changes = Directions.all(clause);
    int nearest = DISTANCE_MAX;
    int score = 0;
    for (Hit metric : metrics(clause)) {
      for (Directions.Found change : changes) {
        boolean overlap = change.start() < metric.end() && metric.start() < change.end();
        int distance =
            change.start() >= metric.end()
                ? change.start() - metric.end()
                : metric.start() - change.end();
        if (!overlap
            && distance < nearest
            && !negated(clause, Math.min(metric.start(), change.start()))) {
          nearest = distance;
          score = metric.sign() * sign(change, metric);
        }
      }
    }
    return score;
  }

  /** "Narrowed" is less and "widened" is more, of a loss as of a margin. */
  private static int sign(Directions.Found change, Hit metric) {
    boolean better = change.word().toLowerCase(java.util.Locale.ROOT).startsWith("improv");
    return better ? metric.sign() : change.up() ? 1 : -1;
  }

  /** "was X, compared with Y", "from Y to X": nothing where a word of change already told. */
  private static int compared(String text) {
    List<Hit> metrics = metrics(text);
    List<Figure> figures =
        NumberReader.scan(text).stream().filter(f -> !f.enclosed() && !f.year()).toList();
    if (metrics.isEmpty() || !Directions.all(text).isEmpty()) {
      return 0;
    }
    for (int i = 0; i + 1 < figures.size(); i++) {
      Figure a = figures.get(i);
      Figure b = figures.get(i + 1);
      String between = text.substring(a.to(), b.from());
      boolean same = a.kind() == b.kind() && a.from() > metrics.get(0).start();
      int order = a.value().compareTo(b.value());
      if (same && THEN_NOW.matcher(between).matches()) {
        return metrics.get(0).sign() * -order;
      }
      if (same && NOW_THEN.matcher(between).matches()) {
        return metrics.get(0).sign() * order;
      }
    }
    return 0;
  }

  private static int cues(String text) {
    int score = 0;
    for (Rule cue : CUES) {
      Matcher m = cue.words().matcher(text);
      if (m.find() && !negated(text, m.start())) {
        score += cue.sign();
      }
    }
    return score;
  }

  private static boolean negated(String text, int at) {
    return NEGATION.matcher(text.substring(0, at)).find();
  }

  /** Metrics of a text; where two overlap, the longer. */
  private static List<Hit> metrics(String text) {
    List<Hit> hits = new ArrayList<>();
    for (Rule metric : METRICS) {
      Matcher m = metric.words().matcher(text);
      while (m.find()) {
        Hit hit = new Hit(m.start(), m.end(), metric.sign());
        boolean covered = hits.stream().anyMatch(h -> overlaps(h, hit) && length(h) >= length(hit));
        if (!covered) {
          hits.removeIf(h -> overlaps(h, hit));
          hits.add(hit);
        }
      }
    }
    hits.sort(java.util.Comparator.comparingInt(Hit::start));
    return hits;
  }

  private static boolean overlaps(Hit a, Hit b) {
    return a.start() < b.end() && b.start() < a.end();
  }

  private static int length(Hit hit) {
    return hit.end() - hit.start();
  }

  private static Pattern bounded(Pattern words) {
    return Pattern.compile("\\b(?:" + words.pattern() + ")(?![\\w-])", Pattern.CASE_INSENSITIVE);
  }
}

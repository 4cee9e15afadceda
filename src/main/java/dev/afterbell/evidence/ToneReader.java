package dev.afterbell.evidence;

import dev.afterbell.filing.Filing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  private static final CuePatterns SHAPES = CuePatterns.anyCase("tone-shapes.tsv");
  private static final Pattern NEGATION = SHAPES.get("negation");
  private static final Expression TO_PROFIT = SHAPES.expression("to-profit");
  private static final Expression TO_LOSS = SHAPES.expression("to-loss");
  private static final Pattern THEN_NOW = SHAPES.get("then-now");
  private static final Pattern NOW_THEN = SHAPES.get("now-then");
  private static final Expression FORWARD = SHAPES.expression("forward");
  private static final Pattern BETTER = SHAPES.get("better");
  private static final Pattern WORSE = SHAPES.get("worse");

  private static final WordRules NEUTRAL = new WordRules(RuleTable.list("tone-neutral.txt"));
  private static final List<Rule> METRICS =
      RuleTable.rows("tone-metrics.csv", 2).stream()
          .map(r -> new Rule(bounded(r.pattern(0)), r.either(1, "good", "bad") ? 1 : -1))
          .toList();
  private static final WordRules METRIC_WORDS = words(METRICS);
  private static final List<Rule> CUES = cues("tone-cues.csv");
  private static final WordRules CUE_WORDS = words(CUES);
  private static final List<Rule> WEAK_CUES = cues("tone-weak-cues.csv");
  private static final WordRules WEAK_CUE_WORDS = words(WEAK_CUES);

  private record Rule(Pattern words, int sign) {}

  private record Hit(int start, int end, int sign) {}

  /** A sentence taken apart: its measures, its words of change, and, when asked, statements. */
  private static final class Told {

    private final Wording sentence;
    private final List<Hit> metrics;
    private final List<Directions.Found> changes;
    private @Nullable List<Statement> statements;

    Told(Wording sentence) {
      this.sentence = sentence;
      this.metrics = ToneReader.metrics(sentence);
      this.changes = metrics.isEmpty() ? List.of() : Directions.all(sentence);
    }

    String text() {
      return sentence.text();
    }

    List<Statement> statements() {
      if (statements == null) {
        statements = Statement.of(text());
      }
      return statements;
    }
  }

  private ToneReader() {}

  /** The tone of a filing; nothing below five sentences or where its text cannot be trusted. */
  public static Optional<Tone> read(Filing filing) {
    return filing.readable() ? read(Narrative.of(filing)) : Optional.empty();
  }

  /** The tone of a filing whose text can be trusted. */
  static Optional<Tone> read(Narrative narrative) {
    return tone(
        narrative.sentences().stream()
            .filter(s -> enoughWords(s.text()))
            .map(ToneReader::sentence)
            .toList());
  }

  private static boolean enoughWords(String text) {
    int space = -1;
    for (int spaces = 1; spaces < WORDS_MIN; spaces++) {
      space = text.indexOf(' ', space + 1);
      if (space < 0) {
        return false;
      }
    }
    return true;
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
    return sentence(Wording.of(text));
  }

  private static int sentence(Wording sentence) {
    if (NEUTRAL.any(sentence) || sentence.instruction()) {
      return 0;
    }
    Told told = new Told(sentence);
    int moved = moved(told);
    int score = moved + cues(hits(CUES, CUE_WORDS, sentence), told, moved);
    score = score == 0 ? cues(hits(WEAK_CUES, WEAK_CUE_WORDS, sentence), told, 0) : score;
    return Math.max(-CLIP, Math.min(CLIP, score));
  }

  /** What the measures of a sentence say: turned, moved, or one amount against another. */
  private static int moved(Told told) {
    if (told.sentence.has(TO_PROFIT)) {
      return TURNED;
    }
    if (told.sentence.has(TO_LOSS)) {
      return -TURNED;
    }
    if (told.metrics.isEmpty()) {
      return 0;
    }
    int stated = told.changes.isEmpty() ? 0 : sum(told, Statement.Role.MAIN);
    int reasons = told.changes.isEmpty() ? 0 : sum(told, Statement.Role.CAUSE);
    boolean against = Integer.signum(stated) * Integer.signum(reasons) < 0;
    int score = against ? stated : stated + reasons;
    return score == 0 ? compared(told) : score;
  }

  private static int sum(Told told, Statement.Role role) {
    return told.statements().stream()
        .filter(s -> s.role() == role)
        .mapToInt(s -> statement(told, s))
        .sum();
  }

  /** The nearest pair of a metric and a word of change. */
  private static int statement(Told told, Statement statement) {
    int nearest = DISTANCE_MAX;
    int score = 0;
    for (Hit metric : told.metrics) {
      for (Directions.Found change : told.changes) {
        boolean overlap = change.start() < metric.end() && metric.start() < change.end();
        int first = Math.min(metric.start(), change.start());
        int last = Math.max(metric.end(), change.end());
        int distance =
            change.start() >= metric.end()
                ? change.start() - metric.end()
                : metric.start() - change.end();
        if (!overlap
            && statement.holds(first, last)
            && distance < nearest
            && !negated(told.text().substring(statement.start(), first))) {
          nearest = distance;
          score = sign(change, metric);
        }
      }
    }
    return score;
  }

  /** "Narrowed" is less and "widened" is more, of a loss as of a margin; better is better. */
  private static int sign(Directions.Found change, Hit metric) {
    if (BETTER.matcher(change.word()).find()) {
      return 1;
    }
    if (WORSE.matcher(change.word()).find()) {
      return -1;
    }
    return change.up() ? metric.sign() : -metric.sign();
  }

  /** "was X, compared with Y", "from Y to X": nothing where a word of change already told. */
  private static int compared(Told told) {
    String text = told.text();
    List<Hit> metrics = told.metrics;
    if (metrics.isEmpty() || !told.changes.isEmpty() || told.sentence.has(FORWARD)) {
      return 0;
    }
    List<Figure> figures =
        told.sentence.figures().stream().filter(f -> !f.enclosed() && !f.year()).toList();
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

  /**
   * Cue words of a sentence, none inside another and each kind once. What a concession says does
   * not count, nor what a reason says against what the measures of the sentence say.
   */
  private static int cues(List<Hit> found, Told told, int moved) {
    List<Hit> hits = new ArrayList<>();
    for (Hit hit : found) {
      if (!negated(told.text().substring(0, hit.start()))) {
        longest(hits, hit);
      }
    }
    return hits.stream().filter(h -> counts(h, told.statements(), moved)).mapToInt(Hit::sign).sum();
  }

  /** The first place of each rule. */
  private static List<Hit> hits(List<Rule> rules, WordRules words, Wording text) {
    List<Hit> hits = new ArrayList<>();
    boolean[] seen = new boolean[rules.size()];
    for (WordRules.Found f : words.find(text)) {
      if (!seen[f.rule()]) {
        seen[f.rule()] = true;
        hits.add(new Hit(f.start(), f.end(), rules.get(f.rule()).sign()));
      }
    }
    return hits;
  }

  private static boolean counts(Hit cue, List<Statement> statements, int moved) {
    Statement.Role role =
        statements.stream()
            .filter(s -> s.start() <= cue.start() && cue.start() < s.end())
            .map(Statement::role)
            .findFirst()
            .orElse(Statement.Role.MAIN);
    boolean against = Integer.signum(moved) * cue.sign() < 0;
    return role == Statement.Role.MAIN || (role == Statement.Role.CAUSE && !against);
  }

  /** Adds a hit unless a longer one is there at its place; a shorter one gives way. */
  private static void longest(List<Hit> hits, Hit hit) {
    boolean covered = hits.stream().anyMatch(h -> overlaps(h, hit) && length(h) >= length(hit));
    if (!covered) {
      hits.removeIf(h -> overlaps(h, hit));
      hits.add(hit);
    }
  }

  private static boolean negated(String before) {
    return NEGATION.matcher(before).find();
  }

  /** Metrics of a text in order; where two overlap, the longer. */
  private static List<Hit> metrics(Wording text) {
    List<Hit> hits = new ArrayList<>();
    for (WordRules.Found f : METRIC_WORDS.find(text)) {
      longest(hits, new Hit(f.start(), f.end(), METRICS.get(f.rule()).sign()));
    }
    hits.sort(Comparator.comparingInt(Hit::start));
    return hits;
  }

  private static boolean overlaps(Hit a, Hit b) {
    return a.start() < b.end() && b.start() < a.end();
  }

  private static int length(Hit hit) {
    return hit.end() - hit.start();
  }

  private static List<Rule> cues(String file) {
    return RuleTable.rows(file, 2).stream()
        .map(r -> new Rule(r.pattern(0), r.either(1, "+1", "-1") ? 1 : -1))
        .toList();
  }

  private static WordRules words(List<Rule> rules) {
    return new WordRules(rules.stream().map(Rule::words).toList());
  }

  private static Pattern bounded(Pattern words) {
    return Pattern.compile("\\b(?:" + words.pattern() + ")(?![\\w-])", Pattern.CASE_INSENSITIVE);
  }
}

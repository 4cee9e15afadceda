package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads sentences: metric, amount, direction and comparator. Between a metric and its amount only
 * words that a plain statement uses are let through, so that a part of the business, a plan or a
 * change is not taken for the whole, the fact or the level.
 */
final class ProseFacts {

  static final CuePatterns CUES = CuePatterns.of("prose-cues.tsv");

  private static final Expression FORWARD = CUES.expression("forward");
  private static final Expression TRAILING = CUES.expression("trailing");
  private static final Pattern SHARE_OF = CUES.get("share-of");
  private static final Expression QOQ = CUES.expression("qoq");
  private static final Expression SAME = Expression.of("\\b(?:same|that|this) period\\b");

  private static final Expression SAID = CUES.expression("said");

  private static final int FLATTENED_FIGURES_MIN = 12;

  private final List<Candidate> found = new ArrayList<>();
  private final List<TableFacts.Rate> rates = new ArrayList<>();
  private ProseSetting setting;

  private ProseFacts(ProseSetting setting) {
    this.setting = setting;
  }

  /**
   * What sentences yield.
   *
   * @param candidates readings in order
   * @param rates exchange rates implied by translated amounts
   */
  record Yield(List<Candidate> candidates, List<TableFacts.Rate> rates) {}

  /** A paragraph and its number in the document. */
  record Numbered(int source, Paragraph paragraph) {}

  /** Reads paragraphs of the document that {@code head} is of, in order. */
  static Yield read(List<Numbered> paragraphs, DocumentReader.Head head) {
    List<Wording> texts = paragraphs.stream().map(n -> n.paragraph().whole()).toList();
    ProseSetting setting = ProseSetting.of(head, texts);
    ProseFacts reader = new ProseFacts(setting.comparingAlone(new Alone(paragraphs, head.book())));
    for (Numbered n : paragraphs) {
      reader.paragraph(n);
    }
    return new Yield(reader.found, reader.rates);
  }

  private void paragraph(Numbered n) {
    setting = ProseHeading.under(n.paragraph(), setting);
    Wording whole = n.paragraph().whole();
    if (flattened(whole)) {
      return;
    }
    ProseSetting outside = setting;
    int quoteDepth = 0;
    boolean trailing = false;
    for (Wording sentence : n.paragraph().sentences()) {
      // "… over the trailing 12 months. Free cash flow for the same period was $6.5 billion."
      boolean goesOn = trailing && sentence.hasFolded(SAME);
      trailing = goesOn || sentence.hasFolded(TRAILING);
      if (tellsFigures(sentence) && !goesOn) {
        boolean marked =
            quoteDepth > 0 || sentence.text().contains("“") || sentence.text().contains("\"");
        boolean quoted = marked && whole.hasFolded(SAID);
        Fact.Place place = quoted ? Fact.Place.QUOTATION : Fact.Place.BODY;
        int before = found.size();
        sentence(n.source(), sentence, place);
        compared(sentence, before);
      }
      quoteDepth = depth(sentence.text(), quoteDepth);
    }
    setting = outside;
  }

  /**
   * A paragraph that has told of one period, or compared with the year before, goes on so until it
   * says otherwise.
   */
  private void compared(Wording sentence, int before) {
    if (found.size() == before) {
      unplaced(sentence);
      return;
    }
    if (setting.ambiguous() && sentence.period().hasLength()) {
      boolean one = !ProseSetting.severalLengths(sentence);
      setting = setting.under(one ? Optional.of(sentence.period()) : Optional.empty());
    } else if (!setting.ambiguous() && !ProseSetting.severalLengths(sentence)) {
      toldOf(found.subList(before, found.size()), sentence.period())
          .ifPresent(p -> setting = setting.under(p));
    }
    if (sentence.hasFolded(QOQ)) {
      setting = setting.comparing(false);
    } else if (found.subList(before, found.size()).stream()
        .anyMatch(c -> c.comparator().isPresent())) {
      setting = setting.comparing(true);
    }
  }

  /**
   * A metric of another period whose days cannot be told: what follows in the paragraph is of that
   * period too, and not of the reported one.
   */
  private void unplaced(Wording sentence) {
    PeriodRef told = sentence.period();
    boolean other = told.hasLength() && told.months() != setting.book().reported().months();
    if (other
        && setting.book().find(told).isEmpty()
        && !ProseSetting.severalLengths(sentence)
        && !Phrases.shipped().mentions(sentence, sentence.text()).isEmpty()) {
      setting = setting.under(Optional.of(told));
    }
  }

  /** The period that a sentence tells of, where it is another than that of its heading. */
  private Optional<Optional<PeriodRef>> toldOf(List<Candidate> told, PeriodRef words) {
    FactPeriod first = told.get(0).key().period();
    Optional<FactPeriod> expected =
        setting
            .heading()
            .flatMap(setting.book()::find)
            .map(PeriodBook.Found::period)
            .or(setting.book()::reportedPeriod);
    boolean one = told.stream().allMatch(c -> c.key().period().equals(first));
    if (!one || expected.filter(e -> e.kind() != first.kind()).isEmpty()) {
      return Optional.empty();
    }
    PeriodRef own = setting.book().reported();
    if (first.kind() == own.kind()) {
      return Optional.of(Optional.empty());
    }
    int months =
        switch (first.kind()) {
          case QTD -> 3;
          case HY -> 6;
          case FY -> 12;
          case YTD -> 3 * own.quarter().orElse(0);
          case INSTANT -> 0;
        };
    if (first.end().isEmpty() && words.months() == months && words.year().isPresent()) {
      return Optional.of(Optional.of(words));
    }
    return months == 0 || first.end().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Optional.of(
                new PeriodRef(
                    months,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    first.end(),
                    Optional.empty(),
                    false)));
  }

  /** A table that was run into text. */
  private static boolean flattened(Wording paragraph) {
    String folded = paragraph.folded();
    if (runsOfDigits(folded) < FLATTENED_FIGURES_MIN) {
      return false;
    }
    // "$64.2 million" and "17%" are words of a sentence; cells of a table are bare.
    long bare =
        NumberReader.scan(folded).stream()
            .filter(f -> !f.scaled() && f.kind() != Figure.Kind.PERCENT)
            .count();
    long words = folded.chars().filter(c -> c == ' ').count();
    return bare >= FLATTENED_FIGURES_MIN && bare * 5L > words;
  }

  /** No text has more figures than runs of digits. */
  private static int runsOfDigits(String text) {
    int runs = 0;
    boolean before = false;
    for (int i = 0; i < text.length(); i++) {
      boolean digit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
      runs += digit && !before ? 1 : 0;
      before = digit;
    }
    return runs;
  }

  private static int depth(String text, int before) {
    int depth = before;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '“') {
        depth = 1;
      } else if (c == '”') {
        depth = 0;
      } else if (c == '"') {
        depth = 1 - depth;
      }
    }
    return depth;
  }

  /** Whether a sentence has figures of a period that is over. */
  private static boolean tellsFigures(Wording sentence) {
    return (AdsRatio.mayBeIn(sentence) || !sentence.figures().isEmpty())
        && !sentence.hasFolded(FORWARD)
        && !sentence.hasFolded(TRAILING)
        && !sentence.instruction();
  }

  private void sentence(int source, Wording wording, Fact.Place place) {
    Sentence sentence =
        new Sentence(source, wording.source(), wording.folded(), place, wording.figures());
    if (AdsRatio.mayBeIn(wording)) {
      AdsRatio.read(sentence, setting.book()).ifPresent(found::add);
    }
    if (wording.figures().isEmpty()) {
      return;
    }
    String s = wording.folded();
    List<Mention> mentions = Phrases.shipped().mentions(wording, wording.text());
    RespectiveList list = new RespectiveList(sentence);
    Optional<PairedPeriods> pair = PairedPeriods.in(sentence, setting.book());
    for (int i = 0; i < mentions.size(); i++) {
      Mention m = mentions.get(i);
      List<Mention> run = list.stands() ? list.from(mentions, i) : List.of(m);
      boolean stated = setting.scope().stated(s, wording.text(), m);
      int end = end(mentions, i, s);
      List<Clause> paired = pair.map(p -> p.clauses(m, end, setting.scope())).orElse(List.of());
      if (stated && !paired.isEmpty()) {
        paired.forEach(c -> found.addAll(new ClauseFacts(c, setting).candidates()));
      } else if (run.size() > 1) {
        list.clauses(run).stream()
            .filter(c -> stated)
            .forEach(c -> found.addAll(new ClauseFacts(c, setting).candidates()));
        i = Math.max(i, mentions.indexOf(run.get(run.size() - 1)));
      } else if (stated && !(list.stands() && list.oldestFirst())) {
        ClauseReader reader = new ClauseReader(sentence, m, end, setting);
        Clause clause = reader.read();
        rates.addAll(reader.rates());
        boolean shortest = pair.isPresent() || (list.stands() && list.shortestFirst());
        new ClauseFacts(clause, setting)
            .candidates().stream()
                .filter(c -> !shortest || c.key().period().kind() == FactPeriod.Kind.QTD)
                .forEach(found::add);
      }
    }
  }

  /** Where the next mention of something else starts. */
  private static int end(List<Mention> mentions, int i, String s) {
    Mention m = mentions.get(i);
    return mentions.subList(i + 1, mentions.size()).stream()
        .filter(next -> next.metric() != m.metric() || next.basis() != m.basis())
        .filter(next -> !SHARE_OF.matcher(s.substring(0, next.from())).find())
        .mapToInt(Mention::from)
        .findFirst()
        .orElse(s.length());
  }
}

package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentReader.Head;
import dev.afterbell.evidence.Phrases.Mention;
import dev.afterbell.filing.Block;
import dev.afterbell.filing.Prose;
import dev.afterbell.filing.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the issuer expects of itself: a metric, a range or a point, a period, and what was
 * done to the previous guidance. Results, plans for years to come and what others expect are none.
 */
final class GuidanceReader {

  private static final CuePatterns CUES = GuidanceRange.CUES;
  private static final Expression FORWARD = CUES.expression("forward");
  private static final Expression HEADING = CUES.expression("heading");
  private static final Expression NOT_HEADING = CUES.expression("not-heading");
  private static final Expression LEAD = CUES.expression("lead");
  private static final List<Expression> NOT_ITS_OWN =
      List.of(CUES.expression("far"), CUES.expression("not-own"), CUES.expression("withdrawn"));
  private static final Pattern LEFT = CUES.get("left");
  private static final Pattern WORDS_AFTER_METRIC =
      Pattern.compile("\\b(?:guidance|outlook|forecast|targets?|growth|expectations?)\\b");
  private static final int HEADING_CHARS_MAX = 200;
  private static final int CAPTIONS_MAX = 4;

  private final GuidanceBook book;
  private Optional<String> heading = Optional.empty();
  private PeriodRef headingPeriod = PeriodRef.NONE;
  private boolean listing;

  private GuidanceReader(GuidanceBook book) {
    this.book = book;
  }

  /** Guidance of a document, in order. */
  static List<Guidance> read(Head head) {
    GuidanceBook found = new GuidanceBook(new GuidancePeriod(head.book()), head.currency());
    GuidanceReader reader = new GuidanceReader(found);
    List<Wording> captions = new ArrayList<>();
    for (Block block : head.blocks()) {
      if (block instanceof Prose p) {
        Paragraph paragraph = head.paragraphs().of(p);
        captions.add(0, paragraph.whole());
        if (captions.size() > CAPTIONS_MAX) {
          captions.remove(CAPTIONS_MAX);
        }
        reader.paragraph(paragraph);
      } else if (block instanceof Table t) {
        new GuidanceTable(t, List.copyOf(captions), reader.heading, found, head.layouts().texts())
            .read();
        captions.clear();
      }
    }
    return found.guidance();
  }

  private void paragraph(Paragraph p) {
    String folded = p.whole().folded();
    boolean told = folded.length() <= HEADING_CHARS_MAX || p.heading() || listing;
    boolean figures =
        told && p.whole().figures().stream().anyMatch(f -> f.kind() != Figure.Kind.NUMBER);
    boolean titleLike = folded.length() <= HEADING_CHARS_MAX && !figures;
    boolean lead = titleLike && p.whole().hasFolded(LEAD);
    boolean announces =
        titleLike && p.whole().hasFolded(HEADING) && !p.whole().hasFolded(NOT_HEADING);
    if (announces || lead) {
      PeriodRef ref = GuidancePeriod.lastIn(folded);
      boolean continued = heading.isPresent() && !ref.hasLength();
      headingPeriod = continued ? headingPeriod : ref;
      heading = Optional.of(continued ? heading.orElseThrow() + " " + folded : folded);
      listing = lead;
    } else if (p.heading() && !figures) {
      PeriodRef ref = GuidancePeriod.lastIn(folded);
      boolean under = heading.isPresent() && ref.hasLength() && folded.length() < 60;
      headingPeriod = under ? ref : PeriodRef.NONE;
      heading = under ? heading : Optional.empty();
    } else if (listing && !figures && folded.endsWith(".")) {
      heading = Optional.empty();
      headingPeriod = PeriodRef.NONE;
      listing = false;
    }
    p.told().forEach(this::sentence);
  }

  private void sentence(Wording text) {
    if (text.figures().isEmpty()) {
      return;
    }
    boolean said = heading.isPresent() || text.hasFolded(FORWARD);
    if (!said || NOT_ITS_OWN.stream().anyMatch(text::hasFolded)) {
      return;
    }
    String s = text.folded();
    List<GuidanceRange> ranges = GuidanceRange.all(s, text.figures());
    if (ranges.isEmpty()) {
      return;
    }
    List<Mention> mentions = Phrases.shipped().mentions(Wording.of(bare(s)), text.text());
    GuidanceSentence sentence =
        new GuidanceSentence(text.source(), s, ranges, heading, headingPeriod, book);
    int from = 0;
    for (int i = 0; i < mentions.size(); i++) {
      Mention m = mentions.get(i);
      int end = i + 1 < mentions.size() ? mentions.get(i + 1).from() : s.length();
      if (ofTheWhole(s, m)) {
        sentence.read(m, from, end);
      }
      from = m.to();
    }
  }

  /** The sentence with the words that may follow a metric in guidance blanked out. */
  private static String bare(String s) {
    Matcher m = WORDS_AFTER_METRIC.matcher(s);
    StringBuilder bare = new StringBuilder(s);
    while (m.find()) {
      for (int i = m.start(); i < m.end(); i++) {
        bare.setCharAt(i, ' ');
      }
    }
    return bare.toString();
  }

  private static boolean ofTheWhole(String s, Mention m) {
    if (m.label().isPresent() || m.segment().isPresent() || !GuidanceBook.guided(m.metric())) {
      return false;
    }
    boolean sales = m.metric() == Metric.REVENUE || m.metric() == Metric.NET_SALES;
    String before = s.substring(0, m.from()).strip();
    return !sales || LEFT.matcher(before).find();
  }
}

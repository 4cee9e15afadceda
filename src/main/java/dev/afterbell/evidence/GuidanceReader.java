package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import dev.afterbell.filing.Block;
import dev.afterbell.filing.Prose;
import dev.afterbell.filing.SourceText;
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
  private static final Pattern FORWARD = CUES.get("forward");
  private static final NeededWords FORWARD_NEEDED = NeededWords.of(FORWARD);
  private static final Pattern HEADING = CUES.get("heading");
  private static final Pattern NOT_HEADING = CUES.get("not-heading");
  private static final Pattern LEAD = CUES.get("lead");
  private static final List<Pattern> NOT_ITS_OWN =
      List.of(CUES.get("far"), CUES.get("not-own"), CUES.get("withdrawn"));
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
  static List<Guidance> read(List<Block> blocks, PeriodBook book, Optional<String> currency) {
    GuidanceBook found = new GuidanceBook(new GuidancePeriod(book), currency);
    GuidanceReader reader = new GuidanceReader(found);
    List<String> captions = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Prose p) {
        captions.add(0, PeriodReader.fold(p.text()));
        if (captions.size() > CAPTIONS_MAX) {
          captions.remove(CAPTIONS_MAX);
        }
        reader.paragraph(p);
      } else if (block instanceof Table t) {
        new GuidanceTable(t, List.copyOf(captions), reader.heading, found).read();
        captions.clear();
      }
    }
    return found.guidance();
  }

  private void paragraph(Prose p) {
    String folded = PeriodReader.fold(p.text());
    boolean told = folded.length() <= HEADING_CHARS_MAX || p.heading() || listing;
    boolean figures =
        told && NumberReader.scan(p.text()).stream().anyMatch(f -> f.kind() != Figure.Kind.NUMBER);
    boolean titleLike = folded.length() <= HEADING_CHARS_MAX && !figures;
    boolean lead = titleLike && LEAD.matcher(folded).find();
    boolean announces =
        titleLike && HEADING.matcher(folded).find() && !NOT_HEADING.matcher(folded).find();
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
    for (SourceText sentence : Narrative.sentences(p)) {
      sentence(sentence);
    }
  }

  private void sentence(SourceText text) {
    String s = PeriodReader.fold(text);
    boolean said = heading.isPresent() || FORWARD_NEEDED.in(s) && FORWARD.matcher(s).find();
    if (!said || Instructions.in(s) || NOT_ITS_OWN.stream().anyMatch(p -> p.matcher(s).find())) {
      return;
    }
    List<GuidanceRange> ranges = GuidanceRange.all(s, NumberReader.scan(text));
    if (ranges.isEmpty()) {
      return;
    }
    List<Mention> mentions = Phrases.shipped().mentions(bare(s), text);
    GuidanceSentence sentence = new GuidanceSentence(text, s, ranges, heading, headingPeriod, book);
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

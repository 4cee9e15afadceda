package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentEvent.CorporateEvent;
import dev.afterbell.evidence.DocumentEvent.CorporateEventKind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds corporate events of the closed kinds by the words of {@code corporate-cues.csv}. Of each
 * kind the first sentence that announces it stands for the document.
 */
final class CorporateReader {

  private static final List<Cue> CUES =
      RuleTable.rows("corporate-cues.csv", 2).stream()
          .map(r -> new Cue(r.constant(0, CorporateEventKind.class), Expression.of(r.pattern(1))))
          .toList();

  /** A sentence that says there was none, or that speaks of rules and risks, announces nothing. */
  private static final Expression NOT_ANNOUNCED =
      Expression.of(RuleTable.anyOf("corporate-refusals.txt"));

  /** What happened longer before the reported period's end is told again, not announced. */
  private static final int NEWS_DAYS = 400;

  /** How far before its words an event is dated. */
  private static final int DATED_CHARS = 90;

  private static final Pattern YEARS =
      Pattern.compile("(?<![\\d$.,])(?:19|20)\\d{2}(?![\\d%]|[.,]\\d)");

  private static final NeededWords NEEDED_BY_ANY =
      NeededWords.ofAny(CUES.stream().map(c -> c.words().pattern()).toList());

  private record Cue(CorporateEventKind kind, Expression words) {}

  private CorporateReader() {}

  /**
   * The events that {@code narrative} announces.
   *
   * @param day the last day that the document is about, or that it came out on
   */
  static List<DocumentEvent> read(Narrative narrative, Optional<LocalDate> day) {
    Map<CorporateEventKind, DocumentEvent> found = new EnumMap<>(CorporateEventKind.class);
    for (Wording sentence : narrative.sentences()) {
      for (Cue cue : NEEDED_BY_ANY.in(sentence.words()) ? CUES : List.<Cue>of()) {
        if (!cue.words().mayBeIn(sentence) || found.containsKey(cue.kind())) {
          continue;
        }
        Optional<Matcher> said = cue.words().first(sentence.text(), 0);
        if (said.isPresent()
            && !sentence.has(NOT_ANNOUNCED)
            && day.map(d -> !longAgo(sentence, said.get(), d)).orElse(true)) {
          found.put(cue.kind(), new CorporateEvent(cue.kind(), Narrative.passage(sentence)));
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** Whether the date nearest before the words, or the only one after them, is long past. */
  private static boolean longAgo(Wording sentence, Matcher m, LocalDate day) {
    String folded = sentence.folded();
    String before = folded.substring(Math.max(0, m.start() - DATED_CHARS), m.start());
    Optional<LocalDate> told =
        dated(before).or(() -> dated(folded.substring(m.start(), folded.length())));
    return told.map(t -> t.isBefore(day.minusDays(NEWS_DAYS))).orElse(false);
  }

  private static Optional<LocalDate> dated(String folded) {
    Optional<LocalDate> date =
        Wording.of(folded).dates().stream()
            .flatMap(d -> d.date().stream())
            .max(LocalDate::compareTo);
    return date.or(
        () ->
            YEARS
                .matcher(folded)
                .results()
                .map(r -> LocalDate.of(Integer.parseInt(r.group()), 12, 31))
                .max(LocalDate::compareTo));
  }
}

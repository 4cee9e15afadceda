package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentEvent.CorporateEvent;
import dev.afterbell.evidence.DocumentEvent.CorporateEventKind;
import dev.afterbell.filing.SourceText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds corporate events of the closed kinds by the words of {@code corporate-cues.csv}. Of each
 * kind the first sentence that announces it stands for the document.
 */
final class CorporateReader {

  private static final List<Cue> CUES =
      RuleTable.rows("corporate-cues.csv", 2).stream()
          .map(r -> new Cue(r.constant(0, CorporateEventKind.class), r.pattern(1)))
          .toList();

  /** A sentence that says there was none, or that speaks of rules and risks, announces nothing. */
  private static final Pattern NOT_ANNOUNCED =
      Pattern.compile(
          "\\b(?:adjustments?|non-GAAP|generally|subject to|no|not|nor|never|without|may|might|could|would|if|any|excluding|excludes?|before"
              + "|exclude)\\b[^.;]{0,60}\\b(?:impair\\w+|dividends?|repurchas\\w+|buy-?backs?"
              + "|restat\\w+|offerings?|appoint\\w*|resign\\w*)",
          Pattern.CASE_INSENSITIVE);

  private record Cue(CorporateEventKind kind, Pattern words) {}

  private CorporateReader() {}

  static List<DocumentEvent> read(Narrative narrative) {
    Map<CorporateEventKind, DocumentEvent> found = new EnumMap<>(CorporateEventKind.class);
    for (SourceText sentence : narrative.sentences()) {
      for (Cue cue : CUES) {
        if (!found.containsKey(cue.kind())
            && cue.words().matcher(sentence).find()
            && !NOT_ANNOUNCED.matcher(sentence).find()) {
          found.put(cue.kind(), new CorporateEvent(cue.kind(), Narrative.passage(sentence)));
        }
      }
    }
    return List.copyOf(found.values());
  }
}

package dev.afterbell.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows where a document says on which day it came out, and which dates say something else. */
final class Dateline {

  private static final CuePatterns CUES = DocumentReader.CUES;
  private static final Pattern NOT_DATELINE = CUES.get("not-dateline");
  private static final Pattern PLACE = CUES.get("place");
  private static final Pattern CUE = CUES.get("cue");
  private static final Pattern SAYS = CUES.get("says");
  private static final int DATELINE_BLOCKS = 40;
  private static final int LONE_DATE_BLOCKS = 15;

  private Dateline() {}

  /** The day in a dateline, in a line of its own near the top, or of an 8-K's report. */
  static Optional<LocalDate> find(List<Wording> early) {
    int n = 0;
    for (Wording text : early) {
      if (n++ >= DATELINE_BLOCKS) {
        break;
      }
      for (Dated d : text.dates()) {
        if (d.date().isPresent() && datesDocument(text.folded(), d, n)) {
          return d.date();
        }
      }
    }
    return Optional.empty();
  }

  private static boolean datesDocument(String folded, Dated d, int n) {
    String before = folded.substring(0, d.from());
    if (before.contains("date of report") || before.contains("earliest event")) {
      return true;
    }
    if (!PLACE.matcher(before).matches() || NOT_DATELINE.matcher(before).find()) {
      return false;
    }
    if (SAYS.matcher(folded).region(d.to(), folded.length()).lookingAt()) {
      return true;
    }
    String after = folded.substring(d.to(), Math.min(folded.length(), d.to() + 4)).strip();
    boolean alone = folded.strip().length() - (d.to() - d.from()) <= 12;
    return alone
        ? n <= LONE_DATE_BLOCKS
        : !after.isEmpty() && CUE.matcher(after.substring(0, 1)).matches();
  }
}

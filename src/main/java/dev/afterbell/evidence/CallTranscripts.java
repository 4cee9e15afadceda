package dev.afterbell.evidence;

import dev.afterbell.filing.Filing;
import dev.afterbell.filing.FilingDocument;
import dev.afterbell.filing.Prose;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether a file is the transcript of a call. EDGAR has no exhibit number for them: they are filed
 * as EX-99, and say what they are in their description or in their first lines.
 */
public final class CallTranscripts {

  private static final List<String> WORDS = RuleLines.of("transcript-words.txt");
  private static final int FIRST_LINES = 8;
  private static final int HEADING_CHARS_MAX = 200;

  static {
    if (WORDS.isEmpty() || WORDS.stream().anyMatch(w -> !w.contains("transcript"))) {
      throw new IllegalStateException("transcript-words.txt has a line that is wrong");
    }
  }

  private CallTranscripts() {}

  /**
   * Whether a file is a transcript and nothing else: its only text, or each of its exhibits under
   * EX-99. One that a release was filed with is a release.
   */
  public static boolean is(Filing filing) {
    List<FilingDocument> said =
        filing.documents().stream().filter(CallTranscripts::maySaySomething).toList();
    return !said.isEmpty() && said.stream().allMatch(CallTranscripts::is);
  }

  private static boolean maySaySomething(FilingDocument document) {
    return document.type().map(t -> t.toUpperCase(Locale.ROOT).startsWith("EX-99")).orElse(true);
  }

  private static boolean is(FilingDocument document) {
    return Stream.concat(document.description().stream(), firstLines(document))
        .map(line -> line.toLowerCase(Locale.ROOT))
        .anyMatch(line -> WORDS.stream().anyMatch(line::contains));
  }

  /** Short lines at the top; a paragraph that mentions a transcript is none. */
  private static Stream<String> firstLines(FilingDocument document) {
    return document.blocks().stream()
        .limit(FIRST_LINES)
        .filter(b -> b instanceof Prose)
        .map(b -> ((Prose) b).text().text())
        .filter(t -> t.length() <= HEADING_CHARS_MAX && !t.endsWith("."));
  }
}

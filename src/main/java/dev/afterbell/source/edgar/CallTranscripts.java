package dev.afterbell.source.edgar;

import dev.afterbell.filing.Filing;
import dev.afterbell.filing.FilingDocument;
import dev.afterbell.filing.Prose;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which exhibits of a filing are transcripts of calls. EDGAR has no exhibit number for them: they
 * are filed as EX-99, and say what they are in their description or in their first lines.
 */
public final class CallTranscripts {

  private static final List<String> WORDS = words("transcript-words.txt");
  private static final int FIRST_LINES = 8;
  private static final int HEADING_CHARS_MAX = 200;

  private CallTranscripts() {}

  /** The exhibits that say so, in file order. */
  public static List<FilingDocument> in(Filing filing) {
    return filing.documents().stream().filter(CallTranscripts::is).toList();
  }

  private static boolean is(FilingDocument document) {
    boolean exhibit =
        document.type().filter(t -> t.toUpperCase(Locale.ROOT).startsWith("EX-99")).isPresent();
    return exhibit
        && Stream.concat(document.description().stream(), firstLines(document))
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

  private static List<String> words(String name) {
    try (InputStream in = CallTranscripts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("This build lacks its own " + name);
      }
      List<String> words =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .filter(l -> !l.startsWith("#"))
              .toList();
      if (words.isEmpty() || words.stream().anyMatch(w -> !w.contains("transcript"))) {
        throw new IllegalStateException(name + " has a line that is wrong");
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}

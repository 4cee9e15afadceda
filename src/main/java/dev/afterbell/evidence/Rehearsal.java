package dev.afterbell.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.afterbell.filing.FilingReader;
import dev.afterbell.filing.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * A made-up release, {@code rehearsal.html}, read once while a native executable is built. Where
 * rules can start is found out from the texts they meet ({@link Starts}); what is found out here no
 * process has to find out again. It decides how fast the first filing is read, never what is found.
 */
final class Rehearsal {

  /** Set by the builder of native images; {@code runtime} in what it built. */
  private static final String IMAGE_CODE = "org.graalvm.nativeimage.imagecode";

  private Rehearsal() {}

  /** Reads the release if an executable is being built; in a virtual machine it only costs time. */
  static void whileAnImageIsBuilt() {
    if (imageIsBuilt()) {
      read();
      Starts.settleAll();
    }
  }

  /** Whether this process builds a native executable. */
  static boolean imageIsBuilt() {
    return "buildtime".equals(System.getProperty(IMAGE_CODE));
  }

  /**
   * What the release tells.
   *
   * @param extraction read as what it is, results
   * @param events read as each kind of document in turn, for some readers take one kind only
   */
  record Told(Extraction extraction, List<DocumentEvent> events) {}

  /** Reads the release. */
  static Told read() {
    byte[] release = String.join("\n", RuleLines.all("rehearsal.html")).getBytes(UTF_8);
    if (new FilingReader().read(release) instanceof Reading.Read read) {
      List<DocumentEvent> events = new ArrayList<>();
      for (DocumentSummary.Kind kind : DocumentSummary.Kind.values()) {
        events.addAll(new EventReader().read(read.filing(), kind));
      }
      return new Told(FilingExtractor.extract(read.filing(), ExtractionContext.NONE), events);
    }
    throw new IllegalStateException("rehearsal.html is not readable");
  }
}

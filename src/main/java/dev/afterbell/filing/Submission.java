package dev.afterbell.filing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sections of an EDGAR full submission, found in the bytes (EDGAR Public Dissemination Service
 * specification: SGML tags stand at the start of a line).
 *
 * @param envelope the header, where there is one
 * @param sections the documents a person can read, in file order
 */
record Submission(Optional<Envelope> envelope, List<Section> sections) {

  /** Documents of one submission that are read; real ones have fewer than two hundred. */
  static final int SECTIONS_MAX = 500;

  /** Types that hold no text to read. */
  private static final Set<String> SKIPPED_TYPES = Words.set("skipped-types.txt");

  /** Endings of file names that hold none either. */
  private static final Set<String> SKIPPED_SUFFIXES =
      Set.of(
          "jpg", "jpeg", "gif", "png", "pdf", "zip", "xls", "xlsx", "xml", "xsd", "js", "css",
          "json");

  /**
   * One document.
   *
   * @param type {@code <TYPE>}
   * @param filename {@code <FILENAME>}
   * @param description {@code <DESCRIPTION>}
   * @param from first byte of its text
   * @param to the byte after its text
   */
  record Section(
      Optional<String> type,
      Optional<String> filename,
      Optional<String> description,
      int from,
      int to) {}

  Submission {
    sections = List.copyOf(sections);
  }

  /** Finds the sections; empty if the last one, the header or the submission itself never ends. */
  static Optional<Submission> find(byte[] bytes) {
    Scan scan = new Scan(bytes);
    int firstDocument = scan.tag("<DOCUMENT>", 0, bytes.length);
    int headerEnd = firstDocument < 0 ? bytes.length : firstDocument;
    if (scan.opensOnly("SEC-HEADER", headerEnd)
        || scan.opensOnly("IMS-HEADER", headerEnd)
        || scan.opensOnly("SEC-DOCUMENT", bytes.length)
        || scan.opensOnly("IMS-DOCUMENT", bytes.length)
        || scan.opensOnly("SUBMISSION", bytes.length)) {
      return Optional.empty();
    }
    List<Section> sections = new ArrayList<>();
    String firstType = "";
    int open = firstDocument;
    while (open >= 0) {
      int close = scan.tag("</DOCUMENT>", open, bytes.length);
      if (close < 0) {
        return Optional.empty();
      }
      Optional<Section> section = section(scan, open, close);
      if (section.isEmpty()) {
        return Optional.empty();
      }
      if (firstType.isEmpty()) {
        firstType = section.get().type().orElse("");
      }
      if (sections.size() < SECTIONS_MAX && isText(bytes, section.get())) {
        sections.add(section.get());
      }
      open = scan.tag("<DOCUMENT>", close, bytes.length);
    }
    String header = new String(bytes, 0, headerEnd, StandardCharsets.ISO_8859_1);
    return Optional.of(new Submission(SubmissionHeader.parse(header, firstType), sections));
  }

  private static Optional<Section> section(Scan scan, int open, int close) {
    int text = scan.tag("<TEXT>", open, close);
    int end = scan.lastTag("</TEXT>", text < 0 ? open : text, close);
    if (text >= 0 && end < 0) {
      return Optional.empty();
    }
    int headEnd = text < 0 ? close : text;
    int from = text < 0 ? close : text + "<TEXT>".length();
    return Optional.of(
        new Section(
            scan.value("<TYPE>", open, headEnd),
            scan.value("<FILENAME>", open, headEnd),
            scan.value("<DESCRIPTION>", open, headEnd),
            from,
            text < 0 ? close : end));
  }

  private static boolean isText(byte[] bytes, Section section) {
    String type = section.type().orElse("").toUpperCase(Locale.ROOT);
    if (SKIPPED_TYPES.contains(type) || type.startsWith("EX-101")) {
      return false;
    }
    String name = section.filename().orElse("").toLowerCase(Locale.ROOT);
    if (SKIPPED_SUFFIXES.contains(name.substring(name.lastIndexOf('.') + 1))) {
      return false;
    }
    int length = Math.min(200, section.to() - section.from());
    String head = new String(bytes, section.from(), length, StandardCharsets.ISO_8859_1).strip();
    return !head.isEmpty() && !head.startsWith("begin 644") && !head.startsWith("<PDF>");
  }

  /** Finds tags at the start of lines; where those are is looked up once. */
  private static final class Scan {

    private static final List<byte[]> TAGS =
        Stream.of(
                "DOCUMENT",
                "TEXT",
                "TYPE",
                "FILENAME",
                "DESCRIPTION",
                "SEC-HEADER",
                "IMS-HEADER",
                "SEC-DOCUMENT",
                "IMS-DOCUMENT",
                "SUBMISSION")
            .flatMap(name -> Stream.of("<" + name + ">", "</" + name + ">"))
            .map(tag -> tag.getBytes(StandardCharsets.ISO_8859_1))
            .toList();

    private final byte[] bytes;
    private int[] starts = new int[64];
    private int count;

    Scan(byte[] bytes) {
      this.bytes = bytes;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '<' && startsLine(i) && isTag(i)) {
          if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
          }
          starts[count] = i;
          count++;
        }
      }
    }

    private boolean isTag(int at) {
      for (byte[] tag : TAGS) {
        if (at + tag.length <= bytes.length && matches(tag, at)) {
          return true;
        }
      }
      return false;
    }

    /** Where a tag stands at or after {@code from}; −1 if nowhere. */
    int tag(String tag, int from, int to) {
      byte[] wanted = tag.getBytes(StandardCharsets.ISO_8859_1);
      int first = Arrays.binarySearch(starts, 0, count, from);
      for (int i = first < 0 ? -first - 1 : first; i < count; i++) {
        if (starts[i] + wanted.length > to) {
          return -1;
        }
        if (matches(wanted, starts[i])) {
          return starts[i];
        }
      }
      return -1;
    }

    /** Where a tag stands last, anywhere in a line. */
    int lastTag(String tag, int from, int to) {
      byte[] wanted = tag.getBytes(StandardCharsets.ISO_8859_1);
      for (int i = to - wanted.length; i >= from; i--) {
        if (bytes[i] == '<' && matches(wanted, i)) {
          return i;
        }
      }
      return -1;
    }

    private boolean startsLine(int at) {
      return at == 0 || bytes[at - 1] == '\n' || bytes[at - 1] == '\r';
    }

    private boolean matches(byte[] wanted, int at) {
      for (int k = 1; k < wanted.length; k++) {
        int b = bytes[at + k];
        if (b != wanted[k] && b - 32 != wanted[k]) {
          return false;
        }
      }
      return true;
    }

    /** Whether an element is opened and never closed. */
    boolean opensOnly(String name, int to) {
      int open = tag("<" + name + ">", 0, to);
      return open >= 0 && tag("</" + name + ">", open, to) < 0;
    }

    Optional<String> value(String tag, int from, int to) {
      int at = tag(tag, from, to);
      if (at < 0) {
        return Optional.empty();
      }
      int start = at + tag.length();
      int end = start;
      while (end < to && bytes[end] != '\n' && bytes[end] != '\r') {
        end++;
      }
      String value = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).strip();
      return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
  }
}

package dev.afterbell.filing;

import dev.afterbell.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns the bytes of a dropped file into a {@link Filing}. Stateless and pure: the same bytes give
 * an equal filing.
 */
public final class FilingReader {

  /**
   * Reads an EDGAR full submission, an HTML page, plain text or Markdown. The format is told from
   * the content, never from a name.
   *
   * @param bytes the stored file
   */
  public Reading read(byte[] bytes) {
    if (ContentKind.isBlank(bytes)) {
      return new Reading.Unusable(
          Reading.Reason.EMPTY,
          "The file has no text: " + bytes.length + " bytes, all of them blank.");
    }
    if (bytes.length > Limits.BODY_BYTES_MAX) {
      return tooLarge(bytes.length);
    }
    Optional<String> binary = ContentKind.binary(bytes);
    if (binary.isPresent()) {
      return unsupported(binary.get());
    }
    if (ContentKind.isSubmission(bytes)) {
      return submission(bytes);
    }
    if (ContentKind.isXmlData(bytes, 0, bytes.length)) {
      return unsupported("XML data");
    }
    return single(bytes);
  }

  private static Reading tooLarge(int length) {
    String detail =
        String.format(
            Locale.ROOT,
            "The file has %,d bytes; files of up to %,d bytes are read. Drop the release itself"
                + " instead of the whole submission.",
            length,
            Limits.BODY_BYTES_MAX);
    return new Reading.Unusable(Reading.Reason.TOO_LARGE, detail);
  }

  private static Reading tooMany() {
    String detail =
        String.format(
            Locale.ROOT,
            "The file has more than %,d tables, or than %,d paragraphs and table cells: many times"
                + " those of a long annual report. Drop the release itself instead.",
            Limits.FILING_TABLES_MAX,
            Limits.FILING_PIECES_MAX);
    return new Reading.Unusable(Reading.Reason.TOO_LARGE, detail);
  }

  private static Reading unsupported(String what) {
    return new Reading.Unusable(
        Reading.Reason.UNSUPPORTED,
        "The file is "
            + what
            + "; an EDGAR submission, an HTML page, plain text or Markdown was expected.");
  }

  private static Reading submission(byte[] bytes) {
    Optional<Submission> found = Submission.find(bytes);
    if (found.isEmpty()) {
      return new Reading.Unusable(
          Reading.Reason.TRUNCATED,
          "The submission breaks off: its header, a document or the submission itself has no end"
              + " tag. Download it again and drop it whole.");
    }
    HiddenSpans hidden = new HiddenSpans();
    Allowance allowance = new Allowance();
    List<FilingDocument> documents = new ArrayList<>();
    for (Submission.Section section : found.get().sections()) {
      Content content = content(bytes, section.from(), section.to(), hidden, allowance);
      if (allowance.isSpent()) {
        return tooMany();
      }
      documents.add(
          new FilingDocument(
              section.type(),
              section.filename(),
              section.description().or(content::title),
              new ByteSpan(section.from(), section.to()),
              Draft.finish(content.drafts())));
    }
    return new Reading.Read(
        filing(bytes, FilingFormat.SGML, found.get().envelope(), documents, hidden));
  }

  private static Reading single(byte[] bytes) {
    HiddenSpans hidden = new HiddenSpans();
    Allowance allowance = new Allowance();
    Content content = content(bytes, 0, bytes.length, hidden, allowance);
    if (allowance.isSpent()) {
      return tooMany();
    }
    FilingDocument document =
        new FilingDocument(
            Optional.empty(),
            Optional.empty(),
            content.title(),
            new ByteSpan(0, bytes.length),
            Draft.finish(content.drafts()));
    return new Reading.Read(
        filing(bytes, content.format(), Optional.empty(), List.of(document), hidden));
  }

  private static Filing filing(
      byte[] bytes,
      FilingFormat format,
      Optional<Envelope> envelope,
      List<FilingDocument> documents,
      HiddenSpans hidden) {
    String canonical = canonicalText(documents);
    return new Filing(
        Sha256.of(bytes),
        bytes.length,
        format,
        envelope,
        documents,
        hidden.all(),
        TextQuality.isReadable(canonical),
        canonical);
  }

  /** What stands between two bytes. */
  private record Content(FilingFormat format, Optional<String> title, List<Draft> drafts) {}

  private static Content content(
      byte[] bytes, int from, int to, HiddenSpans hidden, Allowance allowance) {
    ByteText text = ByteText.decode(bytes, from, to, ContentKind.declaredCharset(bytes, from, to));
    if (ContentKind.isPage(bytes, from, to) || isWrappedPage(bytes, from, to)) {
      allowance.takeTables(text.text());
      if (allowance.isSpent()) {
        return new Content(FilingFormat.HTML, Optional.empty(), List.of());
      }
      HtmlReader.Page page = HtmlReader.read(text, hidden, allowance);
      Optional<String> title =
          page.title().isEmpty() ? Optional.empty() : Optional.of(page.title());
      return new Content(FilingFormat.HTML, title, restored(page.drafts()));
    }
    List<Draft> drafts = restored(PlainText.read(text, allowance));
    return new Content(FilingFormat.TEXT, Optional.empty(), drafts);
  }

  /** Drafts whose flattened tables are tables again. */
  private static List<Draft> restored(List<Draft> drafts) {
    return GluedTables.restore(StackedTables.restore(drafts));
  }

  /** Whether a page stands in the XBRL element that EDGAR puts around inline XBRL. */
  private static boolean isWrappedPage(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
    int inside = at + "<XBRL>".length();
    return inside < to
        && bytes[at] == '<'
        && bytes[at + 1] == 'X'
        && bytes[at + 5] == '>'
        && ContentKind.isPage(bytes, inside, to);
  }

  private static String canonicalText(List<FilingDocument> documents) {
    // A builder that grew would need twice its room again.
    int length =
        documents.stream().flatMap(d -> d.blocks().stream()).mapToInt(FilingReader::room).sum();
    StringBuilder made = new StringBuilder(length);
    for (FilingDocument document : documents) {
      for (Block block : document.blocks()) {
        if (block instanceof Prose prose) {
          prose.text().appendTo(made);
          made.append('\n');
        } else if (block instanceof Table table) {
          table.rows().forEach(row -> appendRow(row, made));
        }
      }
    }
    return made.toString();
  }

  /** Characters that a block takes there, with what divides and ends it. */
  private static int room(Block block) {
    if (block instanceof Prose prose) {
      return prose.text().length() + 1;
    }
    return ((Table) block)
        .rows().stream()
            .mapToInt(r -> 1 + r.cells().stream().mapToInt(c -> c.text().length() + 1).sum())
            .sum();
  }

  private static void appendRow(Table.Row row, StringBuilder made) {
    String separator = "";
    for (Table.Cell cell : row.cells()) {
      made.append(separator);
      cell.text().appendTo(made);
      separator = "\t";
    }
    made.append('\n');
  }
}

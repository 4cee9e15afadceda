package dev.afterbell.evidence;

import dev.afterbell.filing.Block;
import dev.afterbell.filing.Envelope;
import dev.afterbell.filing.Filing;
import dev.afterbell.filing.FilingDocument;
import dev.afterbell.filing.Prose;
import dev.afterbell.filing.Sha256;
import dev.afterbell.filing.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells what a document is before its figures are read: which parts of it can hold figures, its
 * form, headline, time of publication, reporting currency and period.
 */
final class DocumentReader {

  static final CuePatterns CUES = CuePatterns.of("document-cues.tsv");
  private static final int EARLY_BLOCKS = 80;
  private static final int TITLE_BLOCKS = 45;
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final Starts RESULT_TITLE = new Starts(CUES.get("result-title"));
  private static final Starts NOTICE_TITLE = new Starts(CUES.get("notice-title"));
  private static final NeededWords TITLE_WORDS =
      NeededWords.ofAny(List.of(CUES.get("result-title"), CUES.get("notice-title")));
  private static final Starts COUNTED = new Starts(CUES.get("counted"));
  private static final Starts UNAUDITED = new Starts(CUES.get("unaudited"));
  private static final Pattern RESULTS_ITEM = CUES.get("results-item");

  private static final Starts COVER = new Starts(CUES.get("cover"));

  private DocumentReader() {}

  /**
   * A document before its figures are read.
   *
   * @param blocks what to read, in order
   * @param paragraphs those of all its documents
   * @param form form name
   * @param title headline
   * @param published time of publication
   * @param publishedFrom how it is known
   * @param publishedDay its day in New York, or as the dateline has it
   * @param currency reporting currency
   * @param inFull whether it nowhere says that it counts in thousands or millions
   * @param unaudited whether it says so
   * @param book its periods
   * @param layouts of its tables
   * @param resultsItem whether an 8-K names item 2.02
   */
  record Head(
      List<Block> blocks,
      Paragraphs paragraphs,
      Optional<String> form,
      Optional<String> title,
      Optional<Instant> published,
      Optional<DocumentSummary.PublishedFrom> publishedFrom,
      Optional<LocalDate> publishedDay,
      Optional<String> currency,
      boolean inFull,
      boolean unaudited,
      PeriodBook book,
      TableLayouts layouts,
      boolean resultsItem) {}

  /** Reads the head of {@code filing}. */
  static Head head(Filing filing, ExtractionContext context) {
    Paragraphs paragraphs = new Paragraphs();
    List<Block> blocks = blocks(filing, paragraphs);
    List<Wording> early = early(blocks, paragraphs);
    Optional<String> form = filing.envelope().map(Envelope::form).or(context::form);
    Optional<String> title = title(filing, early, context);
    boolean periodic =
        form.map(DocumentReader::periodic).orElse(false)
            || early.stream().limit(30).anyMatch(DocumentReader::periodicLine);
    Optional<LocalDate> dateline = periodic ? Optional.empty() : Dateline.find(early);
    ZoneId zone = context.venueZone().orElse(NEW_YORK);
    Optional<Instant> accepted = filing.envelope().flatMap(Envelope::accepted);
    Optional<Instant> published =
        accepted
            .or(context::published)
            .or(() -> dateline.map(d -> d.atStartOfDay(zone).toInstant()));
    Optional<DocumentSummary.PublishedFrom> from =
        accepted.isPresent()
            ? Optional.of(DocumentSummary.PublishedFrom.SGML_HEADER)
            : context.published().isPresent()
                ? Optional.of(DocumentSummary.PublishedFrom.METADATA)
                : dateline.map(d -> DocumentSummary.PublishedFrom.DATELINE);
    Optional<LocalDate> day = dateline.or(() -> published.map(p -> p.atZone(zone).toLocalDate()));
    String all = filing.canonicalText();
    TableLayouts layouts = new TableLayouts();
    PeriodRef reported =
        reported(early, texts(blocks, paragraphs), tables(blocks, layouts), title, day, form);
    return new Head(
        blocks,
        paragraphs,
        form,
        title,
        published,
        from,
        day,
        ReportingCurrency.find(all).or(context::reportingCurrency),
        !COUNTED.isIn(all),
        UNAUDITED.isIn(all),
        new PeriodBook(
            reported,
            PeriodBook.endsOf(endTexts(blocks, paragraphs, layouts)),
            yearEnds(reported, form, early)),
        layouts,
        resultsItem(filing, early));
  }

  private static boolean resultsItem(Filing filing, List<Wording> early) {
    return early.stream().anyMatch(t -> resultsItem(t.text()))
        || filing.envelope().map(Envelope::items).orElse(List.of()).stream()
            .anyMatch(i -> resultsItem(i) || i.contains("2.02"));
  }

  /** Whether a line is the item; the expression finds nothing further on. */
  private static boolean resultsItem(String line) {
    return RESULTS_ITEM.matcher(line).lookingAt();
  }

  private static PeriodRef reported(
      List<Wording> early,
      List<Wording> further,
      List<TableLayout> tables,
      Optional<String> title,
      Optional<LocalDate> day,
      Optional<String> form) {
    String f = form.orElse("");
    String line =
        early.stream()
            .limit(30)
            .filter(DocumentReader::periodicLine)
            .findFirst()
            .map(Wording::text)
            .orElse("");
    boolean annual =
        (periodic(f) && !f.startsWith("10-Q")) || (!line.isEmpty() && !line.contains("10-Q"));
    boolean quarterly = f.startsWith("10-Q") || line.contains("10-Q");
    return PeriodFinder.find(
        new PeriodFinder.Clues(
            title.map(Wording::of), early, further, tables, day, annual, quarterly));
  }

  private static boolean yearEnds(PeriodRef reported, Optional<String> form, List<Wording> early) {
    boolean quarterly =
        form.map(f -> f.startsWith("10-Q")).orElse(false)
            || early.stream().limit(30).anyMatch(t -> periodicLine(t) && t.text().contains("10-Q"));
    // A fiscal year ends with its fourth quarter and its second half, and no half is the second
    // unless it is said.
    boolean last =
        switch (reported.months()) {
          case 3 -> reported.quarter().orElse(4) == 4;
          case 6 -> reported.quarter().orElse(1) == 2;
          default -> true;
        };
    return !quarterly && last;
  }

  private static boolean periodic(String form) {
    return form.startsWith("10-Q")
        || form.startsWith("10-K")
        || form.startsWith("20-F")
        || form.startsWith("40-F");
  }

  /** A line that only names the form, as on the cover page of a 10-Q. */
  private static boolean periodicLine(Wording text) {
    return text.length() < 40
        && periodic(text.text().toUpperCase(Locale.ROOT).replace("FORM", "").strip());
  }

  private static List<Wording> texts(List<Block> blocks, Paragraphs paragraphs) {
    List<Wording> texts = new ArrayList<>();
    for (Block b : blocks) {
      if (b instanceof Prose p) {
        texts.add(paragraphs.of(p).whole());
      }
    }
    return texts;
  }

  private static List<TableLayout> tables(List<Block> blocks, TableLayouts layouts) {
    List<TableLayout> tables = new ArrayList<>();
    for (Block b : blocks) {
      if (b instanceof Table t) {
        tables.add(layouts.of(t));
      }
    }
    return tables;
  }

  private static List<Wording> endTexts(
      List<Block> blocks, Paragraphs paragraphs, TableLayouts layouts) {
    List<Wording> texts = new ArrayList<>();
    for (Block b : blocks) {
      if (b instanceof Prose p) {
        texts.add(paragraphs.of(p).whole());
      } else if (b instanceof Table t) {
        for (TableLayout.Part part : layouts.of(t).parts()) {
          String over =
              String.join(" ", part.captions().stream().filter(c -> c.length() < 80).toList());
          part.headers().stream()
              .map(Wording::text)
              .distinct()
              .forEach(h -> texts.add(layouts.texts().of(over + " " + h)));
        }
      }
    }
    return texts;
  }

  /** The documents that can hold figures: the form itself and its press releases. */
  private static List<Block> blocks(Filing filing, Paragraphs paragraphs) {
    List<Block> blocks = new ArrayList<>();
    List<FilingDocument> documents = filing.documents();
    boolean release = documents.stream().anyMatch(d -> d.type().orElse("").startsWith("EX-99"));
    List<FilingDocument> ordered = new ArrayList<>(documents);
    ordered.sort(java.util.Comparator.comparing(d -> !d.type().orElse("").startsWith("EX-99")));
    for (FilingDocument d : ordered) {
      String type = d.type().orElse("");
      boolean exhibit = type.startsWith("EX-") && !type.startsWith("EX-99");
      if (!exhibit && (!release || !type.isEmpty())) {
        blocks.addAll(paragraphs.withoutInstructions(d.blocks()));
      }
    }
    return blocks;
  }

  private static List<Wording> early(List<Block> blocks, Paragraphs paragraphs) {
    List<Wording> texts = new ArrayList<>();
    int n = 0;
    for (Block b : blocks) {
      if (n++ >= EARLY_BLOCKS) {
        break;
      }
      if (b instanceof Prose p) {
        texts.add(paragraphs.of(p).whole());
      } else if (b instanceof Table t) {
        t.rows().stream()
            .limit(6)
            .forEach(r -> r.cells().forEach(c -> texts.add(Wording.of(c.text()))));
      }
    }
    return texts;
  }

  private static Optional<String> title(
      Filing filing, List<Wording> early, ExtractionContext context) {
    Optional<String> found =
        early.stream()
            .limit(TITLE_BLOCKS)
            .filter(t -> TITLE_WORDS.in(t.words()))
            .map(Wording::stripped)
            .filter(t -> t.length() >= 12 && t.length() <= 260)
            .filter(t -> RESULT_TITLE.isIn(t.text()) || NOTICE_TITLE.isIn(t.text()))
            .filter(t -> !resultsItem(t.text()) && !COVER.isIn(t.text()))
            .map(Wording::text)
            .findFirst();
    return found
        .or(context::title)
        .or(
            () ->
                filing.documents().stream()
                    .flatMap(d -> d.description().stream())
                    .filter(d -> d.length() >= 20)
                    .findFirst())
        .or(
            () ->
                early.stream()
                    .limit(TITLE_BLOCKS)
                    .map(Wording::stripped)
                    .filter(t -> t.length() >= 12 && t.length() <= 200)
                    .filter(t -> !COVER.isIn(t.text()))
                    .map(Wording::text)
                    .findFirst());
  }

  /** The summary, once the figures are known. */
  static DocumentSummary summary(Filing filing, Head head, DocumentSummary.Kind kind) {
    return new DocumentSummary(
        filing.sha256(),
        Sha256.of(filing.canonicalText().getBytes(StandardCharsets.UTF_8)),
        filing.bytes(),
        filing.format(),
        head.form(),
        filing.envelope().flatMap(Envelope::issuerName),
        filing.envelope().flatMap(Envelope::cik),
        head.title(),
        head.published(),
        head.publishedFrom(),
        kind,
        filing.readable(),
        head.unaudited(),
        head.book().reportedPeriod(),
        head.currency());
  }
}

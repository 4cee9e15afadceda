package dev.afterbell.evidence;

import dev.afterbell.evidence.FigureColumns.Interval;
import dev.afterbell.evidence.TableGrid.Entry;
import dev.afterbell.evidence.TableGrid.Line;
import dev.afterbell.filing.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows which rows of a table are headers and which are read below them. A table that starts anew
 * below other headers is read as several parts.
 */
final class TableLayout {

  private static final CuePatterns CUES = TableFacts.CUES;

  /** More columns of figures than any statement has. */
  private static final int COLUMNS_MAX = 40;

  private static final Pattern HEADING_WORDS = CUES.get("heading-words");
  private static final Pattern PERIOD_WORDS = CUES.get("period-words");

  private static final Pattern PER_SHARE = CUES.get("per-share-section");
  private static final Pattern WHICH_SHARES = CUES.get("which-shares");
  private static final Pattern CENTS_OVER = CUES.get("cents-over-columns");

  private final List<Part> parts;

  /** What the first part was made of, if no header stands over any of its columns. */
  private final Optional<Stretch> bare;

  private final TableTexts texts;

  private TableLayout(List<Stretch> stretches, TableTexts texts) {
    this.texts = texts;
    List<Part> made = new ArrayList<>();
    Optional<Stretch> unheaded = Optional.empty();
    for (Stretch stretch : stretches) {
      Optional<Part> part = part(stretch, List.of());
      if (part.isPresent()) {
        if (made.isEmpty() && part.get().headers().stream().allMatch(h -> h.text().isEmpty())) {
          unheaded = Optional.of(stretch);
        }
        made.add(TurnedTable.righted(part.get()));
      }
    }
    this.parts = List.copyOf(made);
    this.bare = unheaded;
  }

  /** Header lines and the lines below them. */
  private record Stretch(List<Line> headers, List<Line> rows) {}

  /**
   * One part of a table under its own headers.
   *
   * @param headers for each column of figures, the header texts that stand over it alone or over
   *     some columns, from top to bottom
   * @param captions texts that stand over all columns, and over the labels
   * @param rows the rows below
   */
  record Part(List<Wording> headers, List<Wording> captions, List<Row> rows) {}

  /**
   * A row below the headers.
   *
   * @param name its label
   * @param entries one for each column; empty where the row has nothing there
   */
  record Row(RowLabel name, List<Optional<Entry>> entries) {

    Row(String label, List<Optional<Entry>> entries) {
      this(RowLabel.of(label), entries);
    }

    /** The label as the document has it. */
    String label() {
      return name.written();
    }

    /** The label as {@link MetricNames#fold} has it. */
    String folded() {
      return name.folded();
    }

    /** What the row can be about. */
    List<MetricNames.Named> metrics() {
      return name.metrics();
    }

    boolean section() {
      for (Optional<Entry> entry : entries) {
        if (entry.isPresent()) {
          return false;
        }
      }
      return true;
    }

    /** The figure in column {@code i}. */
    Optional<Figure> figure(int i) {
      return entries.get(i).flatMap(Entry::figure);
    }
  }

  /** The layout of {@code table}, in a document of these texts. */
  static TableLayout of(Table table, TableTexts texts) {
    List<Stretch> stretches = new ArrayList<>();
    List<Line> headers = new ArrayList<>();
    List<Line> rows = new ArrayList<>();
    boolean begun = false;
    for (Line line : UnitColumn.applied(TableGrid.lines(table))) {
      if (header(line, begun)) {
        if (begun) {
          stretches.add(new Stretch(headers, rows));
          headers = new ArrayList<>();
          rows = new ArrayList<>();
          begun = false;
        }
        headers.add(line);
      } else {
        rows.add(line);
        begun = begun || line.hasFigures();
      }
    }
    stretches.add(new Stretch(headers, rows));
    return new TableLayout(stretches, texts);
  }

  /** The parts of the table, in order; none when it has no figures. */
  List<Part> parts() {
    return inheriting(parts, Optional.empty());
  }

  /**
   * The parts of the table; when it has no header of its own, the lines before it are tried.
   *
   * @param before lines before the table, nearest first
   */
  List<Part> parts(List<Wording> before) {
    if (bare.isEmpty() || before.isEmpty()) {
      return parts;
    }
    List<Part> told = new ArrayList<>(parts);
    part(bare.get(), before.stream().map(Wording::text).toList())
        .map(TurnedTable::righted)
        .ifPresent(p -> told.set(0, p));
    return told;
  }

  /**
   * A part whose headers name no columns is read under the headers before it.
   *
   * @param last the last part of the table that this one goes on with
   */
  static List<Part> inheriting(List<Part> parts, Optional<Part> last) {
    List<Part> result = new ArrayList<>();
    for (Part p : parts) {
      boolean bare = p.headers().stream().allMatch(h -> h.text().isBlank());
      Optional<Part> above = result.isEmpty() ? last : Optional.of(result.get(result.size() - 1));
      if (bare && above.isPresent()) {
        Part before = above.get();
        if (before.headers().size() == p.headers().size()) {
          List<Wording> captions = new ArrayList<>(before.captions());
          captions.addAll(p.captions());
          result.add(new Part(before.headers(), captions, p.rows()));
          continue;
        }
      }
      result.add(p);
    }
    return result;
  }

  private static boolean header(Line line, boolean begun) {
    boolean years = line.onlyYears();
    if (years) {
      return line.label().isEmpty()
          || HEADING_WORDS.matcher(line.label()).matches()
          || MetricNames.shipped().read(line.label()).isEmpty();
    }
    if (!line.entries().isEmpty()) {
      return line.label().isEmpty()
          && line.entries().size() <= line.texts().size()
          && periodOver(line);
    }
    if (!begun) {
      return true;
    }
    if (!line.texts().isEmpty()) {
      return periodOver(line);
    }
    return line.labelColumn() > 0
        && !line.label().isEmpty()
        && short_(line)
        && PERIOD_WORDS.matcher(line.label()).matches()
        && !PeriodReader.read(line.label()).empty();
  }

  /** Whether a cell that is no figure names a period. */
  private static boolean periodOver(Line line) {
    return line.texts().stream().anyMatch(c -> PERIOD_WORDS.matcher(c.text().text()).matches());
  }

  private static boolean short_(Line line) {
    return line.label().length() <= 60;
  }

  private Optional<Part> part(Stretch stretch, List<String> before) {
    NoteColumns notes = NoteColumns.of(stretch.headers(), stretch.rows());
    List<Line> rows = stretch.rows().stream().map(notes::without).toList();
    List<Interval> columns = FigureColumns.of(rows);
    if (columns.isEmpty() || columns.size() > COLUMNS_MAX) {
      return Optional.empty();
    }
    List<Line> heads =
        new ArrayList<>(stretch.headers().stream().map(NoteColumns::withoutWord).toList());
    List<Line> sections = sections(heads, columns.get(0).from());
    ColumnHeaders headers = ColumnHeaders.of(columns, heads, before);
    List<Row> placed = new ArrayList<>();
    for (Line line : sections) {
      placed.add(FigureColumns.row(line, columns, texts));
    }
    for (int i = 0; i < rows.size(); i++) {
      boolean headed = i + 1 < rows.size() && which(rows.get(i + 1));
      Line line = headed ? notes.withoutNumber(rows.get(i)) : rows.get(i);
      placed.add(FigureColumns.row(withCents(line), columns, texts));
    }
    return Optional.of(new Part(texts.of(headers.texts()), texts.of(headers.captions()), placed));
  }

  /** Whether a row only says of which shares it is, as below "Earnings per share". */
  private static boolean which(Line line) {
    return WHICH_SHARES.matcher(line.label()).matches();
  }

  /** A heading of rows with the unit that stands beside it over each column: "Cents". */
  private static Line withCents(Line line) {
    List<Table.Cell> units = line.texts().stream().filter(c -> !NoteColumns.word(c)).toList();
    boolean cents =
        line.entries().isEmpty()
            && !units.isEmpty()
            && PER_SHARE.matcher(MetricNames.fold(line.label())).find()
            && units.stream().allMatch(c -> CENTS_OVER.matcher(c.text().text().strip()).matches());
    return cents
        ? new Line(
            line.label() + " (cents)",
            line.labelColumn(),
            line.labelEnd(),
            line.entries(),
            line.texts())
        : line;
  }

  /** Takes the labels that stand alone right above the first figures: they head a section. */
  private static List<Line> sections(List<Line> heads, int left) {
    List<Line> sections = new ArrayList<>();
    while (!heads.isEmpty()) {
      Line last = heads.get(heads.size() - 1);
      boolean label =
          last.entries().isEmpty()
              && last.texts().isEmpty()
              && !last.label().isEmpty()
              && last.labelEnd() <= left
              && PeriodReader.read(last.label()).empty()
              && TableUnits.read(Wording.of(last.label())).power().isEmpty();
      if (!label) {
        break;
      }
      sections.add(0, heads.remove(heads.size() - 1));
    }
    return sections;
  }
}

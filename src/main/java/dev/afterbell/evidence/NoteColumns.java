package dev.afterbell.evidence;

import dev.afterbell.evidence.FigureColumns.Interval;
import dev.afterbell.evidence.TableGrid.Entry;
import dev.afterbell.evidence.TableGrid.Line;
import dev.afterbell.filing.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Knows which numbers of a table are of notes: those below the word for notes, behind labels of
 * such a table, and alone beside a heading.
 */
final class NoteColumns {

  private static final Pattern NOTES = TableFacts.CUES.get("notes");

  /** The numbers of notes that were read as the end of a label. */
  private static final Pattern NOTE_NUMBERS =
      Pattern.compile("(?<=[\\p{L})]) +\\d{1,2}(?:\\([a-z]\\))?(?:, ?\\d{1,2}(?:\\([a-z]\\))?)*$");

  private final List<Interval> columns;

  /** Whether a header has the word at all; without it, no number is of a note. */
  private final boolean noted;

  private NoteColumns(List<Interval> columns, boolean noted) {
    this.columns = columns;
    this.noted = noted;
  }

  /** The columns of notes of {@code rows} below {@code headers}. */
  static NoteColumns of(List<Line> headers, List<Line> rows) {
    List<Interval> columns = under(headers).stream().filter(n -> ofNotes(n, rows)).toList();
    return new NoteColumns(
        columns, !columns.isEmpty() || headers.stream().anyMatch(NoteColumns::begins));
  }

  /** Where headers say that the numbers below them are of notes. */
  private static List<Interval> under(List<Line> headerLines) {
    List<Interval> notes = new ArrayList<>();
    for (Line line : headerLines) {
      if (wordInLabel(line)) {
        notes.add(new Interval(line.labelColumn(), line.labelEnd()));
      }
      for (Table.Cell c : line.texts()) {
        if (word(c)) {
          notes.add(new Interval(c.column(), c.columnEnd()));
        }
      }
    }
    return notes;
  }

  /**
   * Whether numbers of notes stand there, and no amounts: "(Note)" over a column of amounts refers
   * to the note that explains it.
   */
  private static boolean ofNotes(Interval column, List<Line> rows) {
    int numbers = 0;
    int amounts = 0;
    for (Line line : rows) {
      for (Entry e : line.entries()) {
        if (e.figure().isPresent() && under(column, e)) {
          boolean number = FigureColumns.noteNumber(e.figure().get());
          numbers += number ? 1 : 0;
          amounts += number ? 0 : 1;
        }
      }
    }
    return amounts <= numbers;
  }

  private static boolean under(Interval column, Entry e) {
    return e.column() >= column.from() && e.columnEnd() <= column.to();
  }

  /** A heading of rows without the number of its note, which stands there alone. */
  Line withoutNumber(Line line) {
    boolean number =
        noted
            && line.entries().size() == 1
            && line.entries().get(0).figure().map(FigureColumns::noteNumber).orElse(false);
    return number ? line.with(List.of()) : line;
  }

  /** Whether the word for notes was read as the beginning of a header beside it. */
  private static boolean begins(Line line) {
    return ColumnHeaders.NOTES_BEFORE.matcher(line.label()).lookingAt()
        || line.texts().stream()
            .anyMatch(c -> ColumnHeaders.NOTES_BEFORE.matcher(c.text().text()).lookingAt());
  }

  private static boolean wordInLabel(Line line) {
    return line.labelColumn() > 0 && NOTES.matcher(line.label()).matches();
  }

  /** Whether a cell is the word over the numbers of notes. */
  static boolean word(Table.Cell cell) {
    return NOTES.matcher(cell.text().text().strip()).matches();
  }

  /** A header line without the word over the numbers of notes, which is of no column of figures. */
  static Line withoutWord(Line line) {
    String label = wordInLabel(line) ? "" : line.label();
    List<Table.Cell> texts = line.texts().stream().filter(c -> !word(c)).toList();
    return new Line(label, line.labelColumn(), line.labelEnd(), line.entries(), texts);
  }

  /** A row without what stands under the word for notes, there or at the end of its label. */
  Line without(Line line) {
    if (!noted) {
      return line;
    }
    String label = NOTE_NUMBERS.matcher(line.label()).replaceAll("");
    return new Line(label, line.labelColumn(), line.labelEnd(), line.entries(), line.texts())
        .with(
            line.entries().stream()
                .filter(e -> columns.stream().noneMatch(n -> under(n, e)))
                .toList());
  }
}

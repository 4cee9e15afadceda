package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lays the cells of one HTML table on its grid, and decides at the end whether it was a table or
 * only a way to place paragraphs.
 */
final class TableBuilder {

  /** Columns kept; wider tables do not fit any page. */
  static final int COLUMNS_MAX = 1000;

  /** Cells of words only that are longer than this on average hold paragraphs, in characters. */
  private static final int PROSE_CHARS_MIN = 160;

  private record Slot(int column, int span, boolean header, List<Draft> content) {}

  private final List<List<Slot>> rows = new ArrayList<>();
  private List<Slot> row = new ArrayList<>();
  private int[] taken = new int[16];
  private int column;
  private boolean inRow;

  /** Begins a row. */
  void startRow() {
    endRow();
    inRow = true;
  }

  /** Ends the row, if one was begun. */
  void endRow() {
    if (inRow) {
      for (int i = 0; i < taken.length; i++) {
        taken[i] = Math.max(0, taken[i] - 1);
      }
      if (!row.isEmpty()) {
        rows.add(packed(row));
      }
      row = new ArrayList<>();
      column = 0;
      inRow = false;
    }
  }

  /** The row with its plain cells as parts of one text. */
  private static List<Slot> packed(List<Slot> row) {
    List<SourceText> apart = new ArrayList<>(row.size());
    for (Slot slot : row) {
      if (slot.content().size() != 1 || !(slot.content().get(0) instanceof Draft.Text text)) {
        return row;
      }
      apart.add(text.text());
    }
    List<SourceText> texts = SourceText.pack(apart);
    List<Slot> packed = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      Slot slot = row.get(i);
      boolean heading = ((Draft.Text) slot.content().get(0)).heading();
      List<Draft> content = List.of(new Draft.Text(texts.get(i), heading));
      packed.add(new Slot(slot.column(), slot.span(), slot.header(), content));
    }
    return packed;
  }

  /**
   * Adds the next cell of the row, or of a row that no tag began, as below the deepest nesting
   * followed; one without content only takes its place.
   */
  void addCell(int span, int rowSpan, boolean header, List<Draft> content) {
    inRow = true;
    while (column < taken.length && taken[column] > 0) {
      column++;
    }
    int last = Math.min(COLUMNS_MAX, column + span);
    if (last > taken.length) {
      taken = Arrays.copyOf(taken, Math.max(last, taken.length * 2));
    }
    for (int i = column; i < last; i++) {
      taken[i] = Math.max(taken[i], rowSpan);
    }
    if (!content.isEmpty() && column < COLUMNS_MAX) {
      row.add(new Slot(column, Math.max(1, last - column), header, List.copyOf(content)));
    }
    column = Math.max(column, last);
  }

  /** Hands over a table, or the paragraphs it held. */
  void finish(Consumer<Draft> sink) {
    endRow();
    if (rows.isEmpty()) {
      return;
    }
    if (isGrid()) {
      sink.accept(new Draft.Grid(table()));
    } else {
      rows.forEach(r -> unfold(r, sink));
    }
  }

  private boolean isGrid() {
    int widest = 0;
    int cells = 0;
    long wordChars = 0;
    int figures = 0;
    for (List<Slot> r : rows) {
      widest = Math.max(widest, r.size());
      for (Slot slot : r) {
        for (Draft draft : slot.content()) {
          if (draft instanceof Draft.Grid) {
            return false;
          }
          SourceText text = ((Draft.Text) draft).text();
          wordChars += text.length();
          if (figures == 0 && Figures.isFigure(text)) {
            figures++;
          }
        }
        cells++;
      }
    }
    if (widest < 2) {
      return false;
    }
    return figures > 0 || (wordChars / cells < PROSE_CHARS_MIN && !isList());
  }

  /** Whether each row is a bullet or number and what it stands before. */
  private boolean isList() {
    for (List<Slot> r : rows) {
      if (r.size() != 2 || !isMarker(r.get(0))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMarker(Slot slot) {
    SourceText text = SourceText.join(texts(slot));
    return text.length() <= 2
        ? !Character.isLetterOrDigit(text.charAt(0))
        : text.length() <= 5 && text.charAt(0) == '(' && text.charAt(text.length() - 1) == ')';
  }

  private static List<SourceText> texts(Slot slot) {
    return slot.content().stream().map(draft -> ((Draft.Text) draft).text()).toList();
  }

  private Table table() {
    List<Table.Row> made = new ArrayList<>(rows.size());
    for (List<Slot> r : rows) {
      List<Table.Cell> cells = new ArrayList<>(r.size());
      for (Slot slot : r) {
        SourceText text =
            slot.content().size() == 1 && slot.content().get(0) instanceof Draft.Text only
                ? only.text()
                : SourceText.join(texts(slot));
        cells.add(new Table.Cell(text, slot.column(), slot.span(), slot.header()));
      }
      made.add(new Table.Row(cells));
    }
    return new Table(made);
  }

  /** A row of a layout table: its marker joins the paragraph after it, all else stands alone. */
  private static void unfold(List<Slot> row, Consumer<Draft> sink) {
    boolean marked =
        row.size() == 2
            && row.stream()
                .allMatch(s -> s.content().size() == 1 && s.content().get(0) instanceof Draft.Text)
            && isMarker(row.get(0));
    if (marked) {
      List<SourceText> parts = List.of(texts(row.get(0)).get(0), texts(row.get(1)).get(0));
      sink.accept(new Draft.Text(SourceText.join(parts), false));
      return;
    }
    for (Slot slot : row) {
      slot.content().forEach(sink);
    }
  }
}

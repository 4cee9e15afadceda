package dev.afterbell.evidence;

import dev.afterbell.evidence.TableGrid.Entry;
import dev.afterbell.evidence.TableGrid.Line;
import dev.afterbell.filing.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column between labels and figures that says of each row in what its figures are: {@code Revenue
 * | € million | 4,107.4 | 3,874.9}, {@code EBITDA margin | % | 10.5 | 10.1}. Rows in such a table
 * that are in something else, as tonnes or euros a tonne, have no figures of money.
 */
final class UnitColumn {

  private static final Pattern UNIT = TableFacts.CUES.get("unit-cell");

  /** So many rows with a unit make a column of them. */
  private static final int ROWS_MIN = 3;

  private static final int CENTS = -2;

  private UnitColumn() {}

  /** The lines with the unit of each given to its figures; as they are without such a column. */
  static List<Line> applied(List<Line> lines) {
    List<Integer> columns =
        lines.stream()
            .flatMap(l -> between(l).filter(UnitColumn::is).stream())
            .map(Table.Cell::column)
            .toList();
    return columns.size() < ROWS_MIN
        ? lines
        : lines.stream()
            .map(
                l ->
                    between(l)
                        .filter(c -> columns.contains(c.column()))
                        .map(c -> with(l, c))
                        .orElse(l))
            .toList();
  }

  /** The cell that stands alone between the label of a row and its figures. */
  private static Optional<Table.Cell> between(Line line) {
    if (line.label().isEmpty() || line.entries().isEmpty() || line.texts().size() != 1) {
      return Optional.empty();
    }
    Table.Cell cell = line.texts().get(0);
    return cell.column() >= line.labelEnd() && cell.columnEnd() <= line.entries().get(0).column()
        ? Optional.of(cell)
        : Optional.empty();
  }

  private static boolean is(Table.Cell cell) {
    return !cell.text().text().isBlank() && unit(cell).matches();
  }

  private static Matcher unit(Table.Cell cell) {
    return UNIT.matcher(cell.text().text().strip());
  }

  private static Line with(Line line, Table.Cell cell) {
    Matcher unit = unit(cell);
    boolean known = is(cell) && unit.matches();
    List<Entry> entries =
        line.entries().stream()
            .map(
                e ->
                    new Entry(
                        e.figure().filter(f -> known || own(f)).map(f -> known ? in(f, unit) : f),
                        e.cell(),
                        e.column(),
                        e.columnEnd()))
            .toList();
    return new Line(line.label(), line.labelColumn(), line.labelEnd(), entries, List.of());
  }

  /** Whether a figure says itself what it is of. */
  private static boolean own(Figure f) {
    return f.kind() != Figure.Kind.NUMBER || f.scaled();
  }

  /**
   * A figure that says nothing of its unit itself, in the unit of its row. A currency alone leaves
   * the scale to what stands over the table.
   */
  private static Figure in(Figure f, Matcher unit) {
    if (own(f)) {
      return f;
    }
    if (unit.group("percent") != null) {
      return new Figure(
          f.printed(), 0, false, Figure.Kind.PERCENT, f.currency(), f.enclosed(), f.from(), f.to());
    }
    boolean cents = unit.group("cents") != null;
    boolean scaled = cents || unit.group("scale") != null;
    int power = cents ? CENTS : scaled ? NumberWords.power(unit.group("scale")) : 0;
    return new Figure(
        f.printed(),
        power,
        scaled,
        Figure.Kind.MONEY,
        TableUnits.currency(unit.group()),
        f.enclosed(),
        f.from(),
        f.to());
  }
}

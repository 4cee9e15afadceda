package dev.afterbell.evidence;

import dev.afterbell.evidence.TableGrid.Entry;
import dev.afterbell.evidence.TableGrid.Line;
import dev.afterbell.filing.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column between labels and figures that says of each row in what its figures are: {@code Revenue
 * | € million | 4,107.4 | 3,874.9}, {@code EBITDA margin | % | 10.5 | 10.1}.
 */
final class UnitColumn {

  private static final Pattern UNIT = TableFacts.CUES.get("unit-cell");

  /** So many rows with a unit make a column of them. */
  private static final int ROWS_MIN = 3;

  private static final int CENTS = -2;

  private UnitColumn() {}

  /** The lines with the unit of each given to its figures; as they are without such a column. */
  static List<Line> applied(List<Line> lines) {
    return lines.stream().filter(l -> unit(l).isPresent()).count() < ROWS_MIN
        ? lines
        : lines.stream().map(l -> unit(l).map(u -> with(l, u)).orElse(l)).toList();
  }

  /** The cell that stands alone between the label of a row and its figures, if it is a unit. */
  private static Optional<Table.Cell> unit(Line line) {
    if (line.label().isEmpty() || line.entries().isEmpty() || line.texts().size() != 1) {
      return Optional.empty();
    }
    Table.Cell cell = line.texts().get(0);
    String text = cell.text().text().strip();
    boolean between =
        cell.column() >= line.labelEnd() && cell.columnEnd() <= line.entries().get(0).column();
    return between && !text.isEmpty() && UNIT.matcher(text).matches()
        ? Optional.of(cell)
        : Optional.empty();
  }

  private static Line with(Line line, Table.Cell unit) {
    Wording words = Wording.of(unit.text().text().strip());
    List<Entry> entries =
        line.entries().stream()
            .map(
                e ->
                    new Entry(
                        e.figure().map(f -> in(f, words)), e.cell(), e.column(), e.columnEnd()))
            .toList();
    return new Line(line.label(), line.labelColumn(), line.labelEnd(), entries, List.of());
  }

  /** A figure that says nothing of its unit itself, in the unit of its row. */
  private static Figure in(Figure f, Wording unit) {
    if (f.kind() != Figure.Kind.NUMBER || f.scaled()) {
      return f;
    }
    if (unit.text().contains("%") || unit.folded().startsWith("per")) {
      return new Figure(
          f.printed(), 0, false, Figure.Kind.PERCENT, f.currency(), f.enclosed(), f.from(), f.to());
    }
    TableUnits told = unit.units();
    int power = told.cents() ? CENTS : told.power().orElse(0);
    return new Figure(
        f.printed(),
        power,
        true,
        Figure.Kind.MONEY,
        told.currency(),
        f.enclosed(),
        f.from(),
        f.to());
  }
}

package dev.afterbell.filing;

import dev.afterbell.filing.ColumnFinder.Extent;
import dev.afterbell.filing.TextLine.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Puts the pieces of lines into the columns that {@link ColumnFinder} found. Column 0 is for
 * labels; figures go to the column whose right edge they meet, words above to all that they stand
 * over.
 */
final class ColumnTable {

  private final String source;
  private final List<TextLine> lines;
  private final ColumnFinder finder;
  private final int labelLeft;

  /**
   * @param lines the lines of one table, none blank
   * @param source what they are cut from
   */
  ColumnTable(List<TextLine> lines, String source) {
    this.source = source;
    this.lines = lines;
    this.finder = new ColumnFinder(lines);
    this.labelLeft =
        lines.stream()
            .filter(l -> l.kind() == TextLine.Kind.DATA && !l.pieces().get(0).figure())
            .mapToInt(TextLine::left)
            .min()
            .orElse(0);
  }

  /**
   * The rows that say something.
   *
   * @param text makes the text of the characters {@code [from, to)}
   */
  List<Table.Row> rows(BiFunction<Integer, Integer, SourceText> text) {
    List<Table.Row> rows = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      List<Table.Cell> cells = cells(lines.get(i), finder.near(i), text);
      if (!cells.isEmpty()) {
        rows.add(new Table.Row(cells));
      }
    }
    return rows;
  }

  private List<Table.Cell> cells(
      TextLine line, List<Extent> columns, BiFunction<Integer, Integer, SourceText> text) {
    List<Placed> placed = new ArrayList<>();
    for (Placed next : place(line.pieces(), columns)) {
      int at = placed.size() - 1;
      if (at >= 0 && placed.get(at).last() >= next.first()) {
        placed.set(at, placed.get(at).with(next));
      } else {
        placed.add(next);
      }
    }
    List<Placed> said = new ArrayList<>(placed.size());
    List<SourceText> texts = new ArrayList<>(placed.size());
    for (Placed one : placed) {
      SourceText words = text.apply(one.piece().from(), one.piece().to());
      if (words.length() > 0) {
        said.add(one);
        texts.add(words);
      }
    }
    List<SourceText> packed = SourceText.pack(texts);
    List<Table.Cell> cells = new ArrayList<>(said.size());
    for (int i = 0; i < said.size(); i++) {
      Placed one = said.get(i);
      cells.add(new Table.Cell(packed.get(i), one.first(), one.last() - one.first() + 1, false));
    }
    return cells;
  }

  private List<Placed> place(List<Piece> pieces, List<Extent> columns) {
    boolean data = pieces.size() > 1 && pieces.stream().anyMatch(Piece::figure);
    if (columns.isEmpty()) {
      return inOrder(pieces);
    }
    if (!data) {
      return new ColumnHeads(source, labelLeft).place(pieces, columns);
    }
    List<Piece> figures = pieces.stream().filter(Piece::figure).toList();
    int[] matched = FigureColumns.match(figures, columns);
    List<Placed> placed = new ArrayList<>(pieces.size());
    int f = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.figure()) {
        placed.add(new Placed(piece, matched[f], matched[f]));
        f++;
      } else if (i == 0) {
        placed.add(new Placed(piece, 0, 0));
      } else {
        placed.add(ColumnHeads.over(piece, columns));
      }
    }
    return placed;
  }

  private static List<Placed> inOrder(List<Piece> pieces) {
    List<Placed> placed = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      placed.add(new Placed(pieces.get(i), i, i));
    }
    return placed;
  }
}

package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Reads tables that Markdown sets with pipes. */
final class PipeTable {

  private PipeTable() {}

  /** The line after the table that begins at {@code from}; 0 if none does. */
  static int end(String text, TextLines lines, int from) {
    boolean ruled =
        isRow(text, lines.get(from))
            && from + 1 < lines.size()
            && isRule(text, lines.get(from + 1));
    if (!ruled) {
      return 0;
    }
    int end = from + 2;
    while (end < lines.size() && isRow(text, lines.get(end))) {
      end++;
    }
    return end;
  }

  private static boolean isRow(String text, TextLine line) {
    if (line.pieces().isEmpty()) {
      return false;
    }
    int first = line.pieces().get(0).from();
    return text.charAt(first) == '|'
        ? hasPipe(text, first + 1, line.to())
        : hasPipe(text, first, line.to()) && isRule(text, line);
  }

  private static boolean hasPipe(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '|') {
        return true;
      }
    }
    return false;
  }

  private static boolean isRule(String text, TextLine line) {
    boolean dash = false;
    for (int i = line.from(); i < line.to(); i++) {
      char c = text.charAt(i);
      dash |= c == '-';
      if (c != '|' && c != '-' && c != ':' && !Glyphs.isSpace(c)) {
        return false;
      }
    }
    return dash;
  }

  /** The table of these lines. */
  static List<Table.Row> rows(
      List<TextLine> lines, BiFunction<Integer, Integer, SourceText> words, String text) {
    int rule = 0;
    while (rule < lines.size() && !isRule(text, lines.get(rule))) {
      rule++;
    }
    List<Table.Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!isRule(text, lines.get(i))) {
        List<Table.Cell> cells = cells(lines.get(i), words, text, i < rule && rule < lines.size());
        if (!cells.isEmpty()) {
          rows.add(new Table.Row(cells));
        }
      }
    }
    return rows;
  }

  private static List<Table.Cell> cells(
      TextLine line, BiFunction<Integer, Integer, SourceText> words, String text, boolean header) {
    List<Table.Cell> cells = new ArrayList<>();
    int from = line.pieces().get(0).from();
    int column = 0;
    if (text.charAt(from) == '|') {
      from++;
    }
    for (int i = from; i <= line.to(); i++) {
      boolean escaped = i > from && i < line.to() && text.charAt(i - 1) == '\\';
      if (i == line.to() || (text.charAt(i) == '|' && !escaped)) {
        SourceText said = from < i ? Markdown.plain(words.apply(from, i), true) : SourceText.EMPTY;
        if (said.length() > 0 && column < TableBuilder.COLUMNS_MAX) {
          cells.add(new Table.Cell(said, column, 1, header));
        }
        column++;
        from = i + 1;
      }
    }
    return cells;
  }
}

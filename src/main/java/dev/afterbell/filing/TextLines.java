package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts plain text into lines and lines into pieces. */
final class TextLines {

  /** Longer lines are paragraphs, whatever spaces they have, in characters. */
  static final int COLUMN_LINE_CHARS_MAX = 1000;

  private static final int TAB = 8;

  /** Tags of EDGAR's plain text (EDGAR Filer Manual, volume II, 5.2.1): layout, not text. */
  private static final Pattern LAYOUT_TAG =
      Pattern.compile(
          "</?(?:PAGE|TABLE|CAPTION|S|C|PRE|FN|F[0-9]{1,2}|R|TEXT|B|I|U|P|BR|PDF|XBRL)>",
          Pattern.CASE_INSENSITIVE);

  private static final String MONEY = "(?:US|HK|A|C)?[$\u00A3\u20AC\u00A5]|RMB|US\\$";

  /** Figures that share a piece because only one space stands between their columns. */
  private static final Pattern FIGURE_RUN =
      Pattern.compile(
          "(?:(?:"
              + MONEY
              + ") ?)?\\(?[-\u2013\u2212+]?(?:(?:"
              + MONEY
              + ") ?)?[0-9][0-9,]*(?:\\.[0-9]+)?\\)?(?: ?%\\)?)?(?: ?pts)?"
              + "|\\(?[-\u2013\u2014]\\)?%?|N/A|NM|\\*");

  private final String text;
  private final List<TextLine> lines = new ArrayList<>();
  private boolean newPage;

  private TextLines(String text) {
    this.text = text;
  }

  /** All lines, blank ones too. */
  static List<TextLine> of(String text) {
    TextLines cut = new TextLines(text);
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\f') {
        cut.add(from, i);
        cut.newPage |= c == '\f';
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        from = i + 1;
      }
    }
    cut.add(from, text.length());
    return cut.lines;
  }

  private void add(int from, int to) {
    if (to - from > COLUMN_LINE_CHARS_MAX) {
      lines.add(
          new TextLine(
              from,
              to,
              List.of(new TextLine.Piece(from, to, 0, to - from, false)),
              TextLine.Kind.SINGLE,
              newPage));
      newPage = false;
      return;
    }
    String line = text.substring(from, to);
    if (line.indexOf('<') >= 0) {
      Matcher tag = LAYOUT_TAG.matcher(line);
      if (tag.find()) {
        newPage |= tag.group().equalsIgnoreCase("<page>");
        line = tag.replaceAll(match -> " ".repeat(match.end() - match.start()));
      }
    }
    List<TextLine.Piece> pieces = withoutYears(line, from, joined(line, from, split(line, from)));
    lines.add(new TextLine(from, to, pieces, kind(line, pieces), newPage));
    newPage &= pieces.isEmpty();
  }

  /** Years alone head columns: they are words there, set in the middle and not on the right. */
  private static List<TextLine.Piece> withoutYears(
      String line, int offset, List<TextLine.Piece> pieces) {
    for (TextLine.Piece piece : pieces) {
      if (piece.figure() && !isYear(line, piece.from() - offset, piece.to() - offset)) {
        return pieces;
      }
    }
    return pieces.stream()
        .map(p -> new TextLine.Piece(p.from(), p.to(), p.left(), p.right(), false))
        .toList();
  }

  private static boolean isYear(String line, int from, int to) {
    return to - from == 4
        && (line.startsWith("19", from) || line.startsWith("20", from))
        && Character.isDigit(line.charAt(from + 2))
        && Character.isDigit(line.charAt(from + 3));
  }

  private static TextLine.Kind kind(String line, List<TextLine.Piece> pieces) {
    if (pieces.isEmpty()) {
      return TextLine.Kind.BLANK;
    }
    if (isRule(line)) {
      return TextLine.Kind.RULE;
    }
    for (int i = 1; i < pieces.size(); i++) {
      if (pieces.get(i).figure()) {
        return TextLine.Kind.DATA;
      }
    }
    return pieces.size() > 1 ? TextLine.Kind.SPREAD : TextLine.Kind.SINGLE;
  }

  private static boolean isRule(String line) {
    int marks = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '-' || c == '=' || c == '_' || c == '\u2014') {
        marks++;
      } else if (!Glyphs.isSpace(c)) {
        return false;
      }
    }
    return marks >= 3;
  }

  /** Pieces between gaps of two or more spaces, or tabs. */
  private static List<TextLine.Piece> split(String line, int offset) {
    List<TextLine.Piece> pieces = new ArrayList<>();
    int column = 0;
    int start = -1;
    int startColumn = 0;
    int end = 0;
    int endColumn = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean space = Glyphs.isSpace(c);
      if (!space) {
        if (start >= 0 && (column - endColumn > 1 || (i > end && line.charAt(end) == '\t'))) {
          pieces.add(piece(line, offset, start, end, startColumn, endColumn));
          start = -1;
        }
        if (start < 0) {
          start = i;
          startColumn = column;
        }
        end = i + 1;
        endColumn = column + 1;
      }
      column = c == '\t' ? (column / TAB + 1) * TAB : column + 1;
    }
    if (start >= 0) {
      pieces.add(piece(line, offset, start, end, startColumn, endColumn));
    }
    return pieces;
  }

  private static TextLine.Piece piece(
      String line, int offset, int from, int to, int left, int right) {
    boolean figure = Figures.isFigure(line.substring(from, to));
    return new TextLine.Piece(offset + from, offset + to, left, right, figure);
  }

  /** Puts a lone currency mark or percent sign to its figure, and cuts runs of figures apart. */
  private static List<TextLine.Piece> joined(String line, int offset, List<TextLine.Piece> pieces) {
    List<TextLine.Piece> made = new ArrayList<>(pieces.size());
    for (TextLine.Piece piece : pieces) {
      String words = line.substring(piece.from() - offset, piece.to() - offset);
      TextLine.Piece last = made.isEmpty() ? null : made.get(made.size() - 1);
      boolean afterMoney =
          last != null
              && isMoney(line.substring(last.from() - offset, last.to() - offset))
              && piece.figure();
      boolean closing = last != null && last.figure() && isClosing(words);
      if (last != null && (afterMoney || closing)) {
        made.set(
            made.size() - 1,
            new TextLine.Piece(last.from(), piece.to(), last.left(), piece.right(), true));
      } else {
        made.addAll(apart(words, piece));
      }
    }
    return made;
  }

  private static boolean isMoney(String words) {
    return words.matches(MONEY + "|\\(\\$?");
  }

  private static boolean isClosing(String words) {
    return words.equals("%")
        || words.equals(")")
        || words.equals("%)")
        || words.equals(")%")
        || words.equals("pts");
  }

  private static List<TextLine.Piece> apart(String words, TextLine.Piece piece) {
    if (words.indexOf(' ') < 0) {
      return List.of(piece);
    }
    List<TextLine.Piece> found = new ArrayList<>();
    Matcher run = FIGURE_RUN.matcher(words);
    int at = 0;
    while (at < words.length()) {
      run.region(at, words.length());
      if (!run.lookingAt() || (run.end() < words.length() && words.charAt(run.end()) != ' ')) {
        return List.of(piece);
      }
      found.add(
          new TextLine.Piece(
              piece.from() + at,
              piece.from() + run.end(),
              piece.left() + at,
              piece.left() + run.end(),
              true));
      at = run.end();
      while (at < words.length() && words.charAt(at) == ' ') {
        at++;
      }
    }
    return found.size() > 1 ? found : List.of(piece);
  }
}

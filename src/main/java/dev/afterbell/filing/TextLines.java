package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts plain text into lines and lines into pieces. */
final class TextLines {

  /** Longer lines are paragraphs, whatever spaces they have, in characters. */
  static final int COLUMN_LINE_CHARS_MAX = 1000;

  private static final int TAB = 8;

  private static final Set<String> MONEY =
      Set.of("$", "US$", "HK$", "RMB", "\u00A3", "\u20AC", "\u00A5", "(", "($", "$(");

  /** Tags of EDGAR's plain text (EDGAR Filer Manual, volume II, 5.2.1): layout, not text. */
  private static final Pattern LAYOUT_TAG =
      Pattern.compile(
          "</?(?:PAGE|TABLE|CAPTION|S|C|PRE|FN|F[0-9]{1,2}|R|TEXT|B|I|U|P|BR|PDF|XBRL)>",
          Pattern.CASE_INSENSITIVE);

  /** The number of a page between dashes. */
  private static final Pattern FOLIO =
      Pattern.compile("[-\u2013\u2014] ?[0-9]{1,3} ?[-\u2013\u2014]");

  private static final Pattern MARKER =
      Pattern.compile("\\(?(?:[0-9]{1,2}|[a-zA-Z]|[ivx]{1,4})[).]");

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
              newPage,
              TextLine.Edge.NONE));
      newPage = false;
      return;
    }
    String line = text.substring(from, to);
    TextLine.Edge edge = TextLine.Edge.NONE;
    boolean tagged = false;
    if (line.indexOf('<') >= 0) {
      String upper = line.toUpperCase(Locale.ROOT);
      newPage |= upper.contains("<PAGE>");
      edge =
          upper.contains("<TABLE>")
              ? TextLine.Edge.OPENS
              : upper.contains("</TABLE>") ? TextLine.Edge.CLOSES : TextLine.Edge.NONE;
      String bare = LAYOUT_TAG.matcher(line).replaceAll(tag -> " ".repeat(tag.end() - tag.start()));
      tagged = !bare.equals(line);
      line = bare;
    }
    List<TextLine.Piece> raw = split(line, from);
    boolean number = FOLIO.matcher(line.strip()).matches();
    List<TextLine.Piece> pieces = number ? raw : withoutYears(line, from, joined(line, from, raw));
    TextLine.Kind kind = tagged && pieces.isEmpty() ? TextLine.Kind.RULE : kind(line, pieces);
    lines.add(new TextLine(from, to, pieces, kind, newPage, edge));
    newPage &= pieces.isEmpty();
  }

  /** A bullet, or the number of an item or note. */
  static boolean isMarker(String word) {
    return (word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0)))
        || MARKER.matcher(word).matches();
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
        .map(p -> new TextLine.Piece(p.from(), p.to(), p.left(), p.right(), false, p.spaces()))
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
    boolean item = pieces.size() == 2 && isMarker(line.strip().split("\\s", 2)[0]);
    return pieces.size() > 1 && !item ? TextLine.Kind.SPREAD : TextLine.Kind.SINGLE;
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
    List<Integer> spaces = new ArrayList<>(2);
    for (int i = from; i < to; i++) {
      if (line.charAt(i) == ' ') {
        spaces.add(i - from);
      }
    }
    boolean figure = Figures.isFigure(line.substring(from, to));
    return new TextLine.Piece(offset + from, offset + to, left, right, figure, spaces);
  }

  /** Puts a lone currency mark or percent sign to its figure, and cuts runs of figures apart. */
  private static List<TextLine.Piece> joined(String line, int offset, List<TextLine.Piece> pieces) {
    List<TextLine.Piece> made = new ArrayList<>(pieces.size());
    for (TextLine.Piece whole : pieces) {
      for (TextLine.Piece piece : apart(words(line, offset, whole), whole)) {
        int at = made.size() - 1;
        if (at >= 0 && belong(line, offset, made.get(at), piece)) {
          TextLine.Piece last = made.get(at);
          made.set(
              at, new TextLine.Piece(last.from(), piece.to(), last.left(), piece.right(), true));
        } else {
          made.add(piece);
        }
      }
    }
    return made;
  }

  private static boolean belong(
      String line, int offset, TextLine.Piece last, TextLine.Piece piece) {
    boolean money = MONEY.contains(words(line, offset, last)) && piece.figure();
    return money || (last.figure() && isClosing(words(line, offset, piece)));
  }

  private static String words(String line, int offset, TextLine.Piece piece) {
    return line.substring(piece.from() - offset, piece.to() - offset);
  }

  private static boolean isClosing(String words) {
    return words.equals("%")
        || words.equals(")")
        || words.equals("%)")
        || words.equals(")%")
        || words.equals("pts");
  }

  /** Cuts a piece of several figures, between whose columns only one space stands. */
  private static List<TextLine.Piece> apart(String words, TextLine.Piece piece) {
    if (piece.spaces().isEmpty() || piece.figure()) {
      return List.of(piece);
    }
    List<TextLine.Piece> found = new ArrayList<>();
    int start = 0;
    while (start < words.length()) {
      int end = longestFigure(words, start, piece.spaces());
      boolean money = end < 0 && !found.isEmpty() && MONEY.contains(words.substring(start));
      if (end < 0 && !money) {
        return List.of(piece);
      }
      end = money ? words.length() : end;
      found.add(
          new TextLine.Piece(
              piece.from() + start,
              piece.from() + end,
              piece.left() + start,
              piece.left() + end,
              !money));
      start = end + 1;
    }
    return found;
  }

  /** Where the longest figure of up to three words ends; −1 if none starts here. */
  private static int longestFigure(String words, int start, List<Integer> spaces) {
    int found = -1;
    int tried = 0;
    for (int i = 0; i <= spaces.size() && tried < 3; i++) {
      int end = i < spaces.size() ? spaces.get(i) : words.length();
      if (end > start) {
        found = Figures.isFigure(words.substring(start, end)) ? end : found;
        tried++;
      }
    }
    return found;
  }
}

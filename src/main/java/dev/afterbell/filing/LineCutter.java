package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts one line of plain text into pieces, where two or more spaces stand together. */
final class LineCutter {

  private static final int TAB = 8;

  /** Words in a figure: "$ 5.0 million". */
  private static final int FIGURE_WORDS_MAX = 3;

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

  /** The number of a row, and one that nothing else can be. */
  private static final Pattern SERIAL =
      Pattern.compile("\\(?(?:[0-9]{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[).]?");

  private static final Pattern ROMAN = Pattern.compile("[IVX]{2,5}[).]?");

  /** Places between the number of a row and its label. */
  private static final int NUMBER_GAP_MAX = 8;

  private LineCutter() {}

  /**
   * The line of the characters {@code [from, to)}; {@code spaced} where spaces divide the thousands
   * of the text.
   */
  static TextLine cut(String text, int from, int to, boolean newPage, boolean spaced) {
    if (to - from > TextLines.COLUMN_LINE_CHARS_MAX) {
      TextLine.Piece whole = new TextLine.Piece(from, to, 0, to - from, false);
      return new TextLine(
          from, to, List.of(whole), TextLine.Kind.SINGLE, newPage, TextLine.Edge.NONE);
    }
    String line = text.substring(from, to);
    TextLine.Edge edge = TextLine.Edge.NONE;
    boolean tagged = false;
    if (line.indexOf('<') >= 0) {
      String upper = line.toUpperCase(Locale.ROOT);
      edge =
          upper.contains("<TABLE>")
              ? TextLine.Edge.OPENS
              : upper.contains("</TABLE>") ? TextLine.Edge.CLOSES : TextLine.Edge.NONE;
      String bare = LAYOUT_TAG.matcher(line).replaceAll(tag -> " ".repeat(tag.end() - tag.start()));
      tagged = !bare.equals(line);
      line = bare;
    }
    List<TextLine.Piece> raw = split(line, from, spaced);
    boolean number = raw.size() == 1 && FOLIO.matcher(line.strip()).matches();
    List<TextLine.Piece> pieces =
        number ? raw : withoutYears(line, from, numbered(line, from, joined(line, from, raw)));
    TextLine.Kind kind = tagged && pieces.isEmpty() ? TextLine.Kind.RULE : kind(line, pieces);
    return new TextLine(from, to, pieces, kind, newPage, edge);
  }

  /** A bullet, or the number of an item or note. */
  static boolean isMarker(String word) {
    return (word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0)))
        || MARKER.matcher(word).matches();
  }

  /** Puts the number of a row to its label: "IV Expenses 1,204". */
  private static List<TextLine.Piece> numbered(
      String line, int offset, List<TextLine.Piece> pieces) {
    if (pieces.size() < 2 || pieces.get(1).figure()) {
      return pieces;
    }
    TextLine.Piece first = pieces.get(0);
    TextLine.Piece label = pieces.get(1);
    boolean near = label.left() - first.right() <= NUMBER_GAP_MAX;
    boolean row = pieces.size() > 2 && pieces.get(pieces.size() - 1).figure();
    boolean number =
        near
            && (row ? SERIAL : ROMAN).matcher(words(line, offset, first)).matches()
            && Character.isLetter(line.charAt(label.from() - offset));
    if (!number) {
      return pieces;
    }
    List<TextLine.Piece> made = new ArrayList<>(pieces.subList(1, pieces.size()));
    made.set(0, new TextLine.Piece(first.from(), label.to(), first.left(), label.right(), false));
    return made;
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
  private static List<TextLine.Piece> split(String line, int offset, boolean spaced) {
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
          pieces.add(piece(line, offset, start, end, startColumn, endColumn, spaced));
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
      pieces.add(piece(line, offset, start, end, startColumn, endColumn, spaced));
    }
    return pieces;
  }

  private static TextLine.Piece piece(
      String line, int offset, int from, int to, int left, int right, boolean spaced) {
    String words = line.substring(from, to);
    boolean figure = Figures.isFigure(words) || (spaced && SpacedThousands.isFigure(words));
    return new TextLine.Piece(offset + from, offset + to, left, right, figure);
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
    if (piece.figure() || words.indexOf(' ') < 0) {
      return List.of(piece);
    }
    List<TextLine.Piece> found = new ArrayList<>();
    int start = 0;
    while (start < words.length()) {
      int end = longestFigure(words, start);
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
  private static int longestFigure(String words, int start) {
    int found = -1;
    int end = start;
    for (int tried = 0; tried < FIGURE_WORDS_MAX && end < words.length(); tried++) {
      int space = words.indexOf(' ', end + 1);
      end = space < 0 ? words.length() : space;
      found = Figures.isFigure(words.substring(start, end)) ? end : found;
    }
    return found;
  }
}

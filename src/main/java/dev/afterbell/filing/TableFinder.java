package dev.afterbell.filing;

import java.util.Locale;
import java.util.Set;

/**
 * Finds where a table that is set with spaces begins and ends among the lines of a plain text: a
 * run of lines with figures, the headings over them, and the labels and blank lines between them.
 */
final class TableFinder {

  /** Lines of a table by spaces; a longer one goes on as another table. */
  static final int TABLE_LINES_MAX = 400;

  /** Lines without figures that may stand between two lines of one table. */
  private static final int GAP_LINES_MAX = 5;

  /** Blank lines that may do so. */
  private static final int BLANK_LINES_MAX = 3;

  /** Lines looked at above the first figures for the headings of their columns. */
  private static final int HEADING_LINES_MAX = 8;

  /** A label of a table is no longer than this, in characters. */
  private static final int LABEL_CHARS_MAX = 75;

  /** Labels begin this close to the left margin, in characters. */
  private static final int LABEL_INDENT_MAX = 12;

  /** Figures of neighbouring rows in one column end this close to one another, in characters. */
  private static final int EDGE_SHIFT_MAX = 3;

  private static final Set<String> HEADING_WORDS = Words.set("heading-words.txt");

  private final String text;
  private final TextLines lines;

  TableFinder(String text, TextLines lines) {
    this.text = text;
    this.lines = lines;
  }

  /** The line after the table that begins at {@code from}; 0 if none does. */
  int end(int from) {
    int first = firstData(from);
    if (first < 0) {
      return 0;
    }
    int end = first + 1;
    int data = 1;
    for (int i = first + 1; i < lines.size() && i - from < TABLE_LINES_MAX; i++) {
      TextLine line = lines.get(i);
      if (line.kind() == TextLine.Kind.DATA) {
        if (!bridges(end, i)) {
          break;
        }
        end = i + 1;
        data++;
      } else if (i - end > GAP_LINES_MAX + BLANK_LINES_MAX) {
        break;
      }
    }
    boolean enough = data > 1 || ColumnFinder.figures(lines.get(first)).size() > 1;
    return enough ? withTail(end) : 0;
  }

  /** The line after a table that its tags enclose; 0 if there is none, or it holds no figures. */
  int taggedEnd(int from) {
    if (lines.get(from).edge() != TextLine.Edge.OPENS) {
      return 0;
    }
    int data = 0;
    for (int i = from; i < lines.size() && i - from < TABLE_LINES_MAX; i++) {
      TextLine line = lines.get(i);
      data += line.kind() == TextLine.Kind.DATA ? 1 : 0;
      if (line.edge() == TextLine.Edge.CLOSES) {
        return data > 0 ? i + 1 : 0;
      }
    }
    return 0;
  }

  /** The first line with figures, if {@code from} is it or heads its columns; else −1. */
  private int firstData(int from) {
    TextLine start = lines.get(from);
    if (start.kind() == TextLine.Kind.DATA) {
      return from;
    }
    int first = from;
    int blanks = 0;
    while (lines.get(first).kind() != TextLine.Kind.DATA) {
      TextLine line = lines.get(first);
      blanks = line.kind() == TextLine.Kind.BLANK ? blanks + 1 : 0;
      first++;
      boolean far = first - from > HEADING_LINES_MAX || first >= lines.size();
      if (far || blanks > 2 || isProse(line)) {
        return -1;
      }
    }
    int left = figuresLeft(first);
    boolean headed = false;
    for (int i = from; i < first; i++) {
      TextLine line = lines.get(i);
      boolean heads = isHeading(line, left);
      headed |= heads && hasHeadingWord(line);
      boolean may = !line.isText() || (headed && line.kind() == TextLine.Kind.SINGLE);
      if (!heads && !may && (i == from || !isLabel(line, left))) {
        return -1;
      }
    }
    return headed ? first : -1;
  }

  /** Whether a line stands over the figures that begin at column {@code left}. */
  private boolean isHeading(TextLine line, int left) {
    return switch (line.kind()) {
      case SPREAD -> line.right() > left;
      case SINGLE -> line.left() >= left - 6 && !isTitle(line) && hasHeadingWord(line);
      default -> false;
    };
  }

  private boolean isTitle(TextLine line) {
    return text.charAt(line.pieces().get(0).from()) == '(' || line.newPage();
  }

  private boolean hasHeadingWord(TextLine line) {
    String words = text.substring(line.from(), line.to()).toLowerCase(Locale.ROOT);
    for (String word : words.split("[\\s,.;:()]+")) {
      if (HEADING_WORDS.contains(word) || word.matches("(?:19|20)[0-9]{2}|fy[0-9]{2,4}")) {
        return true;
      }
    }
    return false;
  }

  /** Left edge of the leftmost figure in the lines that follow. */
  private int figuresLeft(int first) {
    int left = Integer.MAX_VALUE;
    int seen = 0;
    for (int i = first; i < lines.size() && seen < 6 && i < first + 12; i++) {
      TextLine line = lines.get(i);
      if (line.kind() == TextLine.Kind.DATA) {
        seen++;
        left = Math.min(left, ColumnFinder.figures(line).get(0).left());
      } else if (isProse(line)) {
        break;
      }
    }
    return left;
  }

  /** Whether a line without figures may be the label of a row or of a group of rows. */
  private boolean isLabel(TextLine line, int left) {
    boolean margin = line.kind() == TextLine.Kind.SINGLE && line.left() <= LABEL_INDENT_MAX;
    char last = text.charAt(line.pieces().get(line.pieces().size() - 1).to() - 1);
    return margin
        && (last == ':' || (line.width() <= LABEL_CHARS_MAX && line.right() <= left + 8))
        && !isProse(line);
  }

  /** Whether the lines between two lines of figures belong to the same table. */
  private boolean bridges(int from, int to) {
    int left = figuresLeft(to);
    int blanks = 0;
    int words = 0;
    int strangers = 0;
    for (int i = from; i < to; i++) {
      TextLine line = lines.get(i);
      if (line.kind() == TextLine.Kind.BLANK) {
        blanks++;
      } else if (line.kind() != TextLine.Kind.RULE) {
        words++;
        boolean label = isLabel(line, left);
        if (line.newPage() || (!label && isHeading(line, left) && hasHeadingWord(line))) {
          return false;
        }
        strangers += line.kind() == TextLine.Kind.SINGLE && !label ? 1 : 0;
      }
    }
    boolean page = lines.get(to).newPage() && words > 0;
    boolean near = blanks <= BLANK_LINES_MAX + words && words <= GAP_LINES_MAX && !page;
    boolean goesOn = blanks == 0 && strangers <= 2 && aligned(lines.get(from - 1), lines.get(to));
    return near && (strangers == 0 || goesOn);
  }

  /** Whether the figures of a line stand under those of another. */
  private static boolean aligned(TextLine above, TextLine below) {
    for (TextLine.Piece piece : ColumnFinder.figures(below)) {
      if (ColumnFinder.figures(above).stream()
          .noneMatch(p -> Math.abs(p.right() - piece.right()) <= EDGE_SHIFT_MAX)) {
        return false;
      }
    }
    return true;
  }

  /** A label that runs on below its figures belongs to the table. */
  private int withTail(int end) {
    if (end >= lines.size() || lines.get(end).kind() != TextLine.Kind.SINGLE) {
      return end;
    }
    TextLine tail = lines.get(end);
    TextLine before = lines.get(end - 1);
    boolean last = end + 1 >= lines.size() || lines.get(end + 1).kind() == TextLine.Kind.BLANK;
    boolean label = isLabel(tail, ColumnFinder.figures(before).get(0).left());
    char first = text.charAt(tail.pieces().get(0).from());
    boolean note = first == '(' || first == '*' || Character.isDigit(first);
    return last && label && !note && tail.width() <= 50 ? end + 1 : end;
  }

  private boolean isProse(TextLine line) {
    if (line.pieces().isEmpty() || line.kind() == TextLine.Kind.RULE) {
      return false;
    }
    char first = text.charAt(line.pieces().get(0).from());
    if (Glyphs.isBullet(first)) {
      return true;
    }
    char last = text.charAt(line.pieces().get(line.pieces().size() - 1).to() - 1);
    return line.kind() == TextLine.Kind.SINGLE
        && ((line.width() > LABEL_CHARS_MAX + 15 && last != ':')
            || (last == '.' && line.width() > LABEL_CHARS_MAX));
  }
}

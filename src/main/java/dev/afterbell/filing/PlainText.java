package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads plain text and Markdown: paragraphs across their line ends, headings, tables set with pipes
 * and tables set with spaces.
 */
final class PlainText {

  /** Where characters stand in the file. */
  interface Places {
    /** First byte of a character. */
    int start(int index);

    /** The byte after a character. */
    int end(int index);
  }

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

  /** Text wider than this is not broken into lines by hand, in characters. */
  private static final int WRAPPED_CHARS_MAX = 160;

  private final String text;
  private final Places places;
  private final List<TextLine> lines;
  private final List<Draft> drafts = new ArrayList<>();
  private final boolean markdown;
  private final int wrap;

  private PlainText(String text, Places places) {
    this.text = text;
    this.places = places;
    this.lines = TextLines.of(text);
    this.markdown = Markdown.is(text);
    this.wrap = wrap();
  }

  /** Reads a whole document. */
  static List<Draft> read(ByteText source) {
    ByteText.Cursor cursor = source.cursor();
    Places places =
        new Places() {
          @Override
          public int start(int index) {
            cursor.seek(index);
            return cursor.start();
          }

          @Override
          public int end(int index) {
            cursor.seek(index);
            return cursor.end();
          }
        };
    return new PlainText(source.text(), places).run();
  }

  /** Reads text that stood in a {@code pre} element. */
  static List<Draft> read(SourceText kept) {
    Places places =
        new Places() {
          @Override
          public int start(int index) {
            return kept.span(index, index + 1).start();
          }

          @Override
          public int end(int index) {
            return kept.span(index, index + 1).end();
          }
        };
    return new PlainText(kept.text(), places).run();
  }

  private List<Draft> run() {
    int i = Markdown.frontMatterLines(text, lines);
    while (i < lines.size()) {
      TextLine line = lines.get(i);
      int end = i + 1;
      if (line.kind() != TextLine.Kind.BLANK && line.kind() != TextLine.Kind.RULE) {
        int pipes = PipeTable.end(text, lines, i);
        int columns = pipes > 0 ? 0 : tableEnd(i);
        if (pipes > 0) {
          drafts.add(new Draft.Grid(PipeTable.table(lines.subList(i, pipes), this::words, text)));
          end = pipes;
        } else if (columns > 0) {
          addTable(i, columns);
          end = columns;
        } else {
          end = addParagraph(i);
        }
      }
      i = end;
    }
    return drafts;
  }

  // ---- tables by spaces

  /** The line after the table that begins at {@code from}; 0 if none does. */
  private int tableEnd(int from) {
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
    boolean enough = data > 1 || figures(lines.get(first)) > 1;
    return enough ? withTail(end) : 0;
  }

  private static int figures(TextLine line) {
    return (int) line.pieces().stream().filter(TextLine.Piece::figure).count();
  }

  /** The first line with figures, if {@code from} is it or heads its columns; else −1. */
  private int firstData(int from) {
    TextLine start = lines.get(from);
    if (start.kind() == TextLine.Kind.DATA) {
      return from;
    }
    int first = -1;
    int blanks = 0;
    for (int i = from; i < lines.size() && i - from <= HEADING_LINES_MAX + BLANK_LINES_MAX; i++) {
      TextLine line = lines.get(i);
      if (line.kind() == TextLine.Kind.DATA) {
        first = i;
        break;
      }
      blanks = line.kind() == TextLine.Kind.BLANK ? blanks + 1 : 0;
      if (blanks > 1 || isProse(line)) {
        return -1;
      }
    }
    if (first < 0) {
      return -1;
    }
    int left = figuresLeft(first);
    for (int i = from; i < first; i++) {
      TextLine line = lines.get(i);
      boolean heads =
          line.kind() == TextLine.Kind.SPREAD
              ? line.right() > left
              : line.kind() != TextLine.Kind.SINGLE
                  || isOverFigures(line, left)
                  || i > from && isLabel(line, left);
      if (!heads) {
        return -1;
      }
    }
    return start.kind() == TextLine.Kind.SPREAD || isOverFigures(start, left) ? first : -1;
  }

  /** Left edge of the leftmost figure in the lines that follow. */
  private int figuresLeft(int first) {
    int left = Integer.MAX_VALUE;
    int seen = 0;
    for (int i = first; i < lines.size() && seen < 6 && i < first + 12; i++) {
      TextLine line = lines.get(i);
      if (line.kind() == TextLine.Kind.DATA) {
        seen++;
        List<TextLine.Piece> pieces = line.pieces();
        for (int p = 1; p < pieces.size(); p++) {
          if (pieces.get(p).figure()) {
            left = Math.min(left, pieces.get(p).left());
            break;
          }
        }
      } else if (isProse(line)) {
        break;
      }
    }
    return left;
  }

  private static boolean isOverFigures(TextLine line, int left) {
    return line.kind() == TextLine.Kind.SINGLE && line.left() >= left - 6;
  }

  private boolean isLabel(TextLine line, int left) {
    return line.left() <= 12
        && line.width() <= LABEL_CHARS_MAX
        && line.right() <= left + 8
        && !isProse(line);
  }

  /** Whether the lines between two lines of figures belong to the same table. */
  private boolean bridges(int from, int to) {
    int left = figuresLeft(to);
    int blanks = 0;
    int words = 0;
    for (int i = from; i < to; i++) {
      TextLine line = lines.get(i);
      switch (line.kind()) {
        case BLANK -> blanks++;
        case SINGLE -> {
          words++;
          if (line.newPage() || !(isLabel(line, left) || isOverFigures(line, left))) {
            return false;
          }
        }
        case SPREAD -> words++;
        default -> {}
      }
    }
    return blanks <= BLANK_LINES_MAX + words
        && words <= GAP_LINES_MAX
        && !(lines.get(to).newPage() && words > 0);
  }

  /** A label that runs on below its figures belongs to the table. */
  private int withTail(int end) {
    return end;
  }

  private boolean isProse(TextLine line) {
    if (line.kind() == TextLine.Kind.BLANK || line.kind() == TextLine.Kind.RULE) {
      return false;
    }
    char first = text.charAt(line.pieces().get(0).from());
    if (Glyphs.isBullet(first)) {
      return true;
    }
    char last = text.charAt(line.pieces().get(line.pieces().size() - 1).to() - 1);
    return line.kind() == TextLine.Kind.SINGLE
        && (line.width() > LABEL_CHARS_MAX + 15 || (last == '.' && line.width() > 40));
  }

  private void addTable(int from, int to) {
    List<TextLine> rows =
        lines.subList(from, to).stream()
            .filter(l -> l.kind() != TextLine.Kind.BLANK && l.kind() != TextLine.Kind.RULE)
            .toList();
    drafts.add(new Draft.Grid(new ColumnTable(rows).table(this::words)));
  }

  // ---- paragraphs

  /** Width at which most lines are broken by hand; 0 if they are not. */
  private int wrap() {
    int[] widths =
        lines.stream()
            .filter(l -> l.kind() == TextLine.Kind.SINGLE)
            .mapToInt(TextLine::right)
            .sorted()
            .toArray();
    if (widths.length < 4) {
      return 80;
    }
    int wide = widths[(int) (widths.length * 0.9)];
    return wide > WRAPPED_CHARS_MAX ? 0 : wide;
  }

  /** Adds the paragraph that begins at a line; gives the line after it. */
  private int addParagraph(int from) {
    int end = from + 1;
    while (end < lines.size() && runsOn(lines.get(end - 1), end)) {
      end++;
    }
    SourceText whole = Markdown.plain(paragraph(from, end), markdown);
    if (whole.length() > 0) {
      boolean heading = end == from + 1 && isHeading(lines.get(from), from, whole);
      drafts.add(new Draft.Text(whole, heading));
    }
    return end;
  }

  /** Whether the line at {@code next} goes on with the paragraph of the line before it. */
  private boolean runsOn(TextLine before, int next) {
    TextLine line = lines.get(next);
    if (line.kind() != TextLine.Kind.SINGLE && line.kind() != TextLine.Kind.SPREAD) {
      return false;
    }
    if (wrap == 0 || before.width() > WRAPPED_CHARS_MAX || startsAnew(line) || line.newPage()) {
      return false;
    }
    char first = text.charAt(line.pieces().get(0).from());
    boolean lower = Character.isLowerCase(first);
    if (line.kind() == TextLine.Kind.SPREAD || before.kind() == TextLine.Kind.SPREAD) {
      return lower && before.right() >= wrap * 6 / 10;
    }
    if (lower) {
      return true;
    }
    int shift = line.left() - before.left();
    boolean centred = before.left() > 12 && Math.abs(shift) > 1;
    char last = text.charAt(before.pieces().get(before.pieces().size() - 1).to() - 1);
    boolean ended = last == '.' || last == ':' || last == '!' || last == '?';
    boolean full = before.right() >= wrap * 8 / 10;
    return !centred
        && (full || (!ended && before.right() >= wrap * 7 / 10))
        && !(ended && shift > 1);
  }

  private boolean startsAnew(TextLine line) {
    int at = line.pieces().get(0).from();
    char first = text.charAt(at);
    if (Glyphs.isBullet(first) || first == '#' || first == '|') {
      return true;
    }
    char second = at + 1 < line.to() ? text.charAt(at + 1) : '\0';
    return (first == '*' || first == '-' || first == 'o') && second == ' ';
  }

  private boolean isHeading(TextLine line, int index, SourceText whole) {
    char first = text.charAt(line.pieces().get(0).from());
    if (markdown && first == '#') {
      return true;
    }
    if (whole.length() > 120 || Glyphs.isBullet(first) || startsAnew(line)) {
      return false;
    }
    if (Paragraph.isShouted(whole)) {
      return true;
    }
    char last = whole.charAt(whole.length() - 1);
    boolean alone =
        index + 1 >= lines.size()
            || lines.get(index + 1).kind() != TextLine.Kind.SINGLE
            || line.right() < wrap * 7 / 10;
    return alone
        && Character.isLetterOrDigit(last)
        && !Character.isLowerCase(first)
        && whole.length() <= 80
        && Character.isLetter(first);
  }

  private SourceText paragraph(int from, int to) {
    SourceText.Builder builder = new SourceText.Builder();
    for (int i = from; i < to; i++) {
      TextLine line = lines.get(i);
      SourceText words =
          words(line.pieces().get(0).from(), line.pieces().get(line.pieces().size() - 1).to());
      if (words.length() == 0) {
        continue;
      }
      if (builder.length() > 0 && !hyphenated(builder)) {
        TextLine before = lines.get(i - 1);
        int gap = before.pieces().get(before.pieces().size() - 1).to();
        builder.append(' ', places.start(gap), places.start(line.pieces().get(0).from()));
      }
      builder.append(words);
    }
    return builder.build();
  }

  private static boolean hyphenated(SourceText.Builder builder) {
    int last = builder.length() - 1;
    return last > 0 && builder.charAt(last) == '-' && Character.isLetter(builder.charAt(last - 1));
  }

  /** Folded text of some characters. */
  private SourceText words(int from, int to) {
    List<SourceText> found = new ArrayList<>(1);
    Paragraph folded = new Paragraph();
    int i = from;
    while (i < to) {
      int length = text.charAt(i) == '&' ? Markdown.referenceLength(text, i, to) : 0;
      if (length > 0) {
        char c = Markdown.reference(text.substring(i, i + length));
        folded.add(c, places.start(i), places.end(i + length - 1), false);
        i += length;
      } else {
        folded.add(text.charAt(i), places.start(i), places.end(i), false);
        i++;
      }
    }
    folded.flush(draft -> found.add(((Draft.Text) draft).text()));
    return found.isEmpty() ? SourceText.EMPTY : found.get(0);
  }
}

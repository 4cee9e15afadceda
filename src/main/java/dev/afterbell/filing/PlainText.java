package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

  /** Lines looked at to see where they are broken. */
  private static final int WRAP_LINES_MAX = 3000;

  /** Labels begin this close to the left margin, in characters. */
  private static final int LABEL_INDENT_MAX = 12;

  /** A line further to the right than this begins something else, in characters. */
  private static final int SHIFT_MAX = 20;

  /** Figures of neighbouring rows in one column end this close to one another, in characters. */
  private static final int EDGE_SHIFT_MAX = 3;

  private static final int PAGE_NUMBER_CHARS_MAX = 14;

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)(?:page )?[-\u2013\u2014 ]*[0-9]{1,3}[-\u2013\u2014 ]*(?:of [0-9]{1,3})?");

  private static final Set<String> HEADING_WORDS = Words.set("heading-words.txt");

  /** Text wider than this is not broken into lines by hand, in characters. */
  private static final int WRAPPED_CHARS_MAX = 200;

  private final String text;
  private final Places places;
  private final TextLines lines;
  private final List<Draft> drafts = new ArrayList<>();
  private final boolean markdown;
  private final int wrap;

  private PlainText(String text, Places places) {
    this.text = text;
    this.places = places;
    this.lines = new TextLines(text);
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
      int tagged = taggedEnd(i);
      if (tagged > 0) {
        addTable(i, tagged);
        end = tagged;
      } else if (isText(line) && !isPageNumber(i)) {
        int pipes = PipeTable.end(text, lines, i);
        int columns = pipes > 0 ? 0 : tableEnd(i);
        if (pipes > 0) {
          drafts.add(new Draft.Grid(PipeTable.table(lines(i, pipes), this::words, text)));
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
    boolean enough = data > 1 || ColumnFinder.figures(lines.get(first)).size() > 1;
    return enough ? withTail(end) : 0;
  }

  /** The line after a table that its tags enclose; 0 if there is none, or it holds no figures. */
  private int taggedEnd(int from) {
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
      boolean may = !isText(line) || (headed && line.kind() == TextLine.Kind.SINGLE);
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

  private void addTable(int from, int to) {
    List<TextLine> rows =
        lines(from, to).stream()
            .filter(l -> l.kind() != TextLine.Kind.BLANK && l.kind() != TextLine.Kind.RULE)
            .toList();
    drafts.add(new Draft.Grid(new ColumnTable(rows, text).table(this::words)));
  }

  // ---- paragraphs

  /** Width at which most lines are broken by hand; 0 if they are not. */
  private int wrap() {
    int[] widths =
        IntStream.range(0, Math.min(lines.size(), WRAP_LINES_MAX))
            .mapToObj(lines::get)
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

  private List<TextLine> lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(lines::get).toList();
  }

  private static boolean isText(TextLine line) {
    return line.kind() != TextLine.Kind.BLANK && line.kind() != TextLine.Kind.RULE;
  }

  /** Whether a line is only the number of its page. */
  private boolean isPageNumber(int index) {
    TextLine line = lines.get(index);
    if (line.pieces().isEmpty() || line.width() > PAGE_NUMBER_CHARS_MAX) {
      return false;
    }
    int last = line.pieces().get(line.pieces().size() - 1).to();
    String words = text.substring(line.pieces().get(0).from(), last);
    if (!PAGE_NUMBER.matcher(words).matches()) {
      return false;
    }
    int next = index + 1;
    while (next < lines.size() && lines.get(next).pieces().isEmpty()) {
      next++;
    }
    boolean apart = index == 0 || lines.get(index - 1).pieces().isEmpty();
    return next >= lines.size()
        || lines.get(next).newPage()
        || (apart && next > index + 1 && line.left() > 20);
  }

  /** Adds the paragraph that begins at a line; gives the line after it. */
  private int addParagraph(int from) {
    List<TextLine> taken = new ArrayList<>();
    taken.add(lines.get(from));
    int end = from + 1;
    while (end < lines.size()) {
      if (!isPageNumber(end) && runsOn(taken.get(0), taken.get(taken.size() - 1), lines.get(end))) {
        taken.add(lines.get(end));
        end++;
      } else {
        int over = overPage(taken.get(taken.size() - 1), end);
        if (over == 0) {
          break;
        }
        taken.add(lines.get(over));
        end = over + 1;
      }
    }
    SourceText whole = Markdown.plain(paragraph(taken), markdown);
    if (whole.length() > 0) {
      boolean heading = end == from + 1 && isHeading(lines.get(from), from, whole);
      drafts.add(new Draft.Text(whole, heading));
    }
    return end;
  }

  /** The line that goes on with a paragraph after the foot of its page; 0 if it ended there. */
  private int overPage(TextLine before, int from) {
    int next = from;
    boolean page = false;
    while (next < lines.size() && next - from < 12) {
      TextLine line = lines.get(next);
      boolean number = isPageNumber(next);
      page |= number || line.newPage();
      if (isText(line) && !number) {
        char first = text.charAt(line.pieces().get(0).from());
        char last = text.charAt(before.pieces().get(before.pieces().size() - 1).to() - 1);
        boolean goesOn =
            page
                && line.kind() == TextLine.Kind.SINGLE
                && Character.isLowerCase(first)
                && ".!?:".indexOf(last) < 0
                && before.kind() == TextLine.Kind.SINGLE;
        return goesOn ? next : 0;
      }
      next++;
    }
    return 0;
  }

  /** Whether a line goes on with the paragraph that began with {@code start}. */
  private boolean runsOn(TextLine start, TextLine before, TextLine line) {
    if (line.kind() != TextLine.Kind.SINGLE && line.kind() != TextLine.Kind.SPREAD) {
      return false;
    }
    if (wrap == 0 || before.width() > WRAPPED_CHARS_MAX || startsAnew(line) || line.newPage()) {
      return false;
    }
    boolean lower = Character.isLowerCase(text.charAt(line.pieces().get(0).from()));
    if (line.kind() == TextLine.Kind.SPREAD || before.kind() == TextLine.Kind.SPREAD) {
      return lower && before.right() >= wrap * 6 / 10;
    }
    if (lower) {
      return true;
    }
    int shift = line.left() - before.left();
    boolean centred = before.left() > 12 && Math.abs(shift) > 1 && !startsAnew(start);
    char last = text.charAt(before.pieces().get(before.pieces().size() - 1).to() - 1);
    boolean ended = last == '.' || last == ':' || last == '!' || last == '?';
    boolean full = before.right() >= wrap * 8 / 10;
    boolean long70 = full || (!ended && before.right() >= wrap * 7 / 10);
    return !centred && long70 && !(ended && shift > 1) && shift <= SHIFT_MAX;
  }

  private boolean startsAnew(TextLine line) {
    int at = line.pieces().get(0).from();
    char first = text.charAt(at);
    if (Glyphs.isBullet(first) || first == '#' || first == '|') {
      return true;
    }
    int end = at;
    while (end < line.to() && end - at < 6 && !Glyphs.isSpace(text.charAt(end))) {
      end++;
    }
    String word = text.substring(at, end);
    boolean mark = word.equals("o") || LineCutter.isMarker(word);
    return end < line.to() && Glyphs.isSpace(text.charAt(end)) && mark && !word.equals("\u2014");
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

  private SourceText paragraph(List<TextLine> taken) {
    if (taken.size() == 1) {
      return words(taken.get(0));
    }
    SourceText.Builder builder = new SourceText.Builder();
    int gap = 0;
    for (TextLine line : taken) {
      SourceText words = words(line);
      if (words.length() == 0) {
        continue;
      }
      if (builder.length() > 0 && !hyphenated(builder)) {
        builder.append(' ', gap, Math.max(gap, words.span().start()));
      }
      builder.append(words);
      gap = words.span().end();
    }
    return builder.build();
  }

  private SourceText words(TextLine line) {
    List<TextLine.Piece> pieces = line.pieces();
    return words(pieces.get(0).from(), pieces.get(pieces.size() - 1).to());
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

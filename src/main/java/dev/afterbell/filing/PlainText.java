package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads plain text and Markdown: paragraphs across their line ends, headings, tables set with pipes
 * or bars and tables set with spaces.
 */
final class PlainText {

  /** Where characters stand in the file. */
  interface Places {
    /** First byte of a character. */
    int start(int index);

    /** The byte after a character. */
    int end(int index);
  }

  private final String text;
  private final Places places;
  private final Allowance allowance;
  private final TextLines lines;
  private final List<Draft> drafts = new ArrayList<>();
  private final TableFinder tables;
  private final BarRows bars;
  private final CellLines cells;
  private final SpacedRows spaced;
  private final LineJoiner joiner;
  private final boolean markdown;

  private PlainText(String text, Places places, Allowance allowance) {
    this.allowance = allowance;
    this.text = text;
    this.places = places;
    this.lines = new TextLines(text);
    this.markdown = Markdown.is(text);
    this.tables = new TableFinder(text, lines);
    this.bars = new BarRows(text, lines);
    this.cells = new CellLines(text, lines);
    this.spaced = new SpacedRows(text, lines);
    this.joiner = new LineJoiner(text, lines);
  }

  /** Reads a whole document. */
  static List<Draft> read(ByteText source, Allowance allowance) {
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
    return new PlainText(source.text(), places, allowance).run();
  }

  /** Reads text that stood in a {@code pre} element. */
  static List<Draft> read(SourceText kept, Allowance allowance) {
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
    return new PlainText(kept.text(), places, allowance).run();
  }

  private List<Draft> run() {
    int i = Markdown.frontMatterLines(text, lines);
    while (i < lines.size() && !allowance.isSpent()) {
      i = take(i);
    }
    return drafts;
  }

  /** Takes in what begins at a line; gives the line after it. */
  private int take(int from) {
    int tagged = tables.taggedEnd(from);
    if (tagged > 0) {
      addTable(from, tagged);
      return tagged;
    }
    if (!lines.get(from).isText() || joiner.isPageNumber(from)) {
      return from + 1;
    }
    int pipes = PipeTable.end(text, lines, from);
    if (pipes > 0) {
      addRows(PipeTable.rows(lines(from, pipes), this::cell, text));
      return pipes;
    }
    int barred = bars.end(from);
    if (barred > 0) {
      addRows(bars.rows(from, barred, this::cell));
      return barred;
    }
    int stacked = cells.end(from);
    if (stacked > 0) {
      addCells(from, stacked);
      return stacked;
    }
    int columns = tables.end(from);
    if (columns > 0) {
      addTable(from, columns);
      return columns;
    }
    int rows = spaced.end(from);
    if (rows > 0) {
      addRows(spaced.rows(from, rows, this::cell));
      return rows;
    }
    return addParagraph(from);
  }

  private List<TextLine> lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(lines::get).toList();
  }

  private void addTable(int from, int to) {
    List<TextLine> rows = lines(from, to).stream().filter(TextLine::isText).toList();
    addRows(new ColumnTable(rows, text).rows(this::cell));
  }

  /** Adds a table, unless all that stood in it cannot be seen. */
  private void addRows(List<Table.Row> rows) {
    if (!rows.isEmpty()) {
      ManyTexts.add(new Draft.Grid(new Table(rows)), drafts);
    }
  }

  /** Adds each line as a paragraph. */
  private void addCells(int from, int to) {
    for (TextLine line : lines(from, to)) {
      if (line.isText()) {
        allowance.take();
        SourceText words = words(line);
        if (words.length() > 0) {
          drafts.add(new Draft.Text(words, false));
        }
      }
    }
  }

  private SourceText cell(int from, int to) {
    allowance.take();
    return words(from, to);
  }

  /** Adds the paragraph that begins at a line; gives the line after it. */
  private int addParagraph(int from) {
    allowance.take();
    SourceText whole = words(lines.get(from));
    int last = from;
    int next = joiner.next(from, last);
    if (goesOn(next)) {
      SourceText.Builder builder = new SourceText.Builder();
      builder.append(whole);
      int gap = whole.span().end();
      while (goesOn(next)) {
        SourceText words = words(lines.get(next));
        if (words.length() > 0) {
          if (builder.length() > 0 && !hyphenated(builder)) {
            builder.append(' ', gap, Math.max(gap, words.span().start()));
          }
          builder.append(words);
          gap = words.span().end();
        }
        last = next;
        next = joiner.next(from, last);
      }
      whole = builder.build();
    }
    SourceText plain = Markdown.plain(whole, markdown);
    if (plain.length() > 0) {
      boolean marked = markdown && whole.charAt(0) == '#';
      boolean heading = marked || (last == from && joiner.isHeading(from, plain));
      ManyTexts.add(new Draft.Text(plain, heading), drafts);
    }
    return last + 1;
  }

  /** Whether a paragraph goes on at a line, unless there is none or a table begins there. */
  private boolean goesOn(int next) {
    return next >= 0 && !spaced.begins(next) && !bars.begins(next);
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

package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a table that ran into a paragraph, as far as they go: a label, and figures that can
 * be cut into as many as there are columns.
 */
final class GluedRows {

  private static final int LABEL_CHARS_MAX = 220;
  private static final int WHOLE_ROWS_MIN = 2;

  /** "Loss per share Basic", the caption of two lines and the first of them. */
  private static final Pattern SHARE_LINE =
      Pattern.compile("(?i).{8,200}[a-z)] (basic|diluted)(?: and diluted)?");

  /** Figures and the marks between them, up to the next word. */
  private static final Pattern RUN =
      Pattern.compile(
          "(?:[$\u20AC\u00A3]\\s{0,12})?(?:\\((?=[0-9.])|(?<![A-Za-z])[-\u2013\u2014](?![A-Za-z])"
              + "|[0-9]|\\.(?=[0-9]))[-0-9,.()%$\u20AC\u00A3\u2013\u2014\\s]*");

  /** The mark of a footnote between a label and its figures. */
  private static final Pattern NOTE_MARK = Pattern.compile("\\([1-9][0-9]?\\)\\s+");

  /** Rows in a row that cannot be cut; after so many the table is over. */
  private static final int BROKEN_ROWS_MAX = 3;

  /** Where words stand in the paragraph. */
  private record Place(int from, int to) {}

  private final SourceText source;
  private final String text;
  private final int columns;
  private final List<Table.Row> rows = new ArrayList<>();
  private final List<Table.Row> labels = new ArrayList<>();
  private int whole;
  private int broken;
  private boolean grouped;
  private int done;

  private GluedRows(SourceText source, int columns) {
    this.source = source;
    this.text = source.text();
    this.columns = columns;
  }

  /** Whether there is enough in order to believe the columns. */
  boolean believable() {
    return whole >= WHOLE_ROWS_MIN && whole >= broken && grouped;
  }

  /** The rows with figures, captions and labels among them. */
  List<Table.Row> rows() {
    return rows;
  }

  /** The character after the last figure. */
  int to() {
    return done;
  }

  /** Reads from the first label on. */
  static GluedRows read(SourceText source, int columns, int from, int end) {
    GluedRows read = new GluedRows(source, columns);
    read.read(from, end);
    return read;
  }

  private void read(int from, int end) {
    Matcher run = RUN.matcher(text).region(from, end);
    int label = from;
    while (run.find() && run.start() - label <= LABEL_CHARS_MAX) {
      Place words = trimmed(text, label, run.start());
      if (words.from() == words.to() || labels.size() > BROKEN_ROWS_MAX) {
        return;
      }
      label = add(words, run.start(), figuresEnd(run));
    }
  }

  private Table.Cell label(Place words) {
    return new Table.Cell(source.subSequence(words.from(), words.to()), 0, 1, false);
  }

  /**
   * The label of a row; a caption before it, as in "Current assets: Cash" or "Loss per share
   * Basic", gets a row of its own.
   */
  private Place afterCaption(Place words) {
    String label = text.substring(words.from(), words.to());
    Matcher shareLine = SHARE_LINE.matcher(label);
    int colon = label.lastIndexOf(": ");
    int last = shareLine.matches() ? shareLine.start(1) - 1 : colon + 1;
    if (last <= 0) {
      return words;
    }
    int after = words.from() + last;
    labels.add(new Table.Row(List.of(label(new Place(words.from(), after)))));
    return new Place(after + 1, words.to());
  }

  /** Takes in a row; gives where the next label begins. */
  private int add(Place words, int from, int to) {
    List<Table.Cell> cells = new ArrayList<>();
    cells.add(label(afterCaption(words)));
    Matcher mark = NOTE_MARK.matcher(text).region(from, to);
    boolean marked =
        mark.lookingAt() && GluedFigures.cut(text.substring(from, to), columns).isEmpty();
    int start = marked ? mark.end() : from;
    String figures = text.substring(start, to);
    Optional<List<GluedFigures.Place>> cut = GluedFigures.cut(figures, columns);
    if (cut.isEmpty()) {
      labels.add(new Table.Row(cells));
      return to;
    }
    for (int i = 0; i < columns; i++) {
      GluedFigures.Place at = cut.get().get(i);
      SourceText figure = source.subSequence(start + at.from(), start + at.to());
      cells.add(new Table.Cell(figure, 1 + i, 1, false));
    }
    broken += labels.size();
    rows.addAll(labels);
    labels.clear();
    rows.add(new Table.Row(cells));
    whole++;
    grouped |= figures.indexOf(',') > 0 || spaced(figures);
    done = to;
    return to;
  }

  /** Whether spaces divide the figures, so that there is no other way to cut them. */
  private boolean spaced(String figures) {
    return figures.strip().replaceAll("[$\u20AC\u00A3%()] *", "").split("\\s+").length == columns;
  }

  /** The end of the figures: a bracket or a currency mark at the end belongs to what follows. */
  private int figuresEnd(Matcher run) {
    int to = run.end();
    while (to > run.start() + 1 && "($ ".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return to;
  }

  private static Place trimmed(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && !Character.isLetter(text.charAt(start))) {
      start++;
    }
    while (start < end && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Place(start, end);
  }
}

package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts tables back together that ran into one paragraph: "Three Months Ended June 30, 2025 2024Net
 * sales$ 4,110$ 3,902Cost of sales 2,8412,730". The years or days over the columns say how many
 * figures a row has; a row whose figures cannot be cut into that many in one way keeps its label
 * alone, because a figure cut wrongly is a wrong figure.
 */
final class GluedTables {

  private static final int PARAGRAPH_CHARS_MIN = 120;

  /** Longest paragraph taken apart, in characters. */
  private static final int PARAGRAPH_CHARS_MAX = 60_000;

  private static final int LABEL_CHARS_MAX = 220;
  private static final int WHOLE_ROWS_MIN = 2;

  private static final String MONTH =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
  private static final String DAY = MONTH + " ?[0-9]{1,2},?";
  private static final String YEAR = "(?:19|20)[0-9]{2}";

  /** Two or more years, or days with their years, in a row. */
  private static final Pattern HEADS =
      Pattern.compile(
          "(?:(?:(?:As of |At )?"
              + DAY
              + " {0,12}"
              + YEAR
              + "[\\s$]{0,12}){2,8}|(?:"
              + YEAR
              + "[\\s]{0,12}){2,8})(?![0-9,.])");

  private static final Pattern HEAD = Pattern.compile("(?:" + DAY + " {0,12})?" + YEAR);

  /** A span of time, with or without the day on which it ends. */
  private static final Pattern SPAN =
      Pattern.compile(
          "(?i)(?:(?:three|six|nine|twelve|[0-9]{1,2}) (?:months?|weeks)|(?:fiscal )?(?:years?|quarters?))"
              + " ?ended ?(?:"
              + DAY
              + ")?|"
              + DAY);

  /** Two spans of time that share their words: "three and nine months ended June 30,". */
  private static final Pattern TWO_SPANS =
      Pattern.compile(
          "(?i)(three|six|nine)(?: (months))? and (six|nine|twelve|(?:fiscal )?years?)(?: (months))?"
              + " (ended ?(?:"
              + DAY
              + ")?)");

  /** What stands between heads and says nothing of the columns. */
  private static final Pattern BETWEEN_HEADS =
      Pattern.compile("(?i)\\s*(?:\\((?:un)?audited\\)|for the)?\\s*");

  /** "Loss per share Basic", the caption of two lines and the first of them. */
  private static final Pattern SHARE_LINE =
      Pattern.compile("(?i).{8,200}[a-z)] (basic|diluted)(?: and diluted)?");

  /** How far before the years the spans of time over them begin, in characters. */
  private static final int SPANS_CHARS_MAX = 160;

  /** Figures and the marks between them, up to the next word. */
  private static final Pattern RUN =
      Pattern.compile(
          "(?:[$\u20AC\u00A3]\\s{0,12})?(?:\\((?=[0-9.])|(?<![A-Za-z])[-\u2013\u2014](?![A-Za-z])"
              + "|[0-9]|\\.(?=[0-9]))[-0-9,.()%$\u20AC\u00A3\u2013\u2014\\s]*");

  /** Rows in a row that cannot be cut; after so many the table is over. */
  private static final int BROKEN_ROWS_MAX = 3;

  private GluedTables() {}

  /** The drafts, with the tables that ran into paragraphs as tables between their other words. */
  static List<Draft> restore(List<Draft> drafts) {
    List<Draft> made = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      if (draft instanceof Draft.Text text
          && text.text().length() >= PARAGRAPH_CHARS_MIN
          && text.text().length() <= PARAGRAPH_CHARS_MAX) {
        restore(text, made);
      } else {
        made.add(draft);
      }
    }
    return made;
  }

  private static void restore(Draft.Text paragraph, List<Draft> made) {
    String text = paragraph.text().text();
    Matcher heads = HEADS.matcher(text);
    List<Part> parts = new ArrayList<>();
    while (heads.find()) {
      Part part = Part.at(paragraph.text(), heads.start(), heads.end());
      if (!part.columns().isEmpty()) {
        parts.add(part);
      }
    }
    int done = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      int end = i + 1 < parts.size() ? parts.get(i + 1).from() : text.length();
      if (part.from() < done) {
        continue;
      }
      Optional<Made> table = table(paragraph.text(), part, end);
      if (table.isPresent()) {
        addText(paragraph, done, part.from(), made);
        made.add(new Draft.Grid(table.get().table()));
        done = table.get().to();
      }
    }
    if (done == 0) {
      made.add(paragraph);
    } else {
      addText(paragraph, done, text.length(), made);
    }
  }

  private static void addText(Draft.Text paragraph, int from, int to, List<Draft> made) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(paragraph.text().charAt(start))) {
      start++;
    }
    while (start < end && Character.isWhitespace(paragraph.text().charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      made.add(new Draft.Text(paragraph.text().subSequence(start, end), paragraph.heading()));
    }
  }

  /** Where words stand in the paragraph. */
  private record Place(int from, int to) {

    SourceText in(SourceText source) {
      return source.subSequence(from, to);
    }
  }

  /**
   * The heads of a table.
   *
   * @param from where they begin
   * @param to where the rows begin
   * @param spans the spans of time over the columns, each over as many; empty if the columns carry
   *     their own days
   * @param columns the head of each column; none if the heads do not divide
   */
  private record Part(int from, int to, List<SourceText> spans, List<SourceText> columns) {

    static Part at(SourceText source, int from, int to) {
      String text = source.text();
      Part none = new Part(from, to, List.of(), List.of());
      List<SourceText> columns =
          places(HEAD.matcher(text).region(from, to)).stream().map(p -> p.in(source)).toList();
      int earliest = Math.max(0, from - SPANS_CHARS_MAX);
      List<Place> places = adjacent(text, places(SPAN.matcher(text).region(earliest, from)), from);
      int start = places.isEmpty() ? from : places.get(0).from();
      List<SourceText> spans = places.stream().map(p -> p.in(source)).toList();
      Matcher two = TWO_SPANS.matcher(text).region(earliest, from);
      if (places.size() == 1 && two.find() && two.end() == places.get(0).to()) {
        start = two.start();
        spans = both(source, two);
      }
      boolean ownDays = Character.isLetter(text.charAt(from));
      boolean divides = spans.isEmpty() ? ownDays : columns.size() % spans.size() == 0;
      boolean apart = FlatHeads.tellApart(List.of(words(spans), words(columns)));
      return divides && apart ? new Part(start, to, spans, columns) : none;
    }

    /** "three months ended June 30," and "nine months ended June 30," out of both in one. */
    private static List<SourceText> both(SourceText source, Matcher two) {
      List<SourceText> spans = new ArrayList<>(2);
      int months = two.group(2) != null ? 2 : 4;
      for (int group : new int[] {1, 3}) {
        List<SourceText> parts = new ArrayList<>();
        parts.add(source.subSequence(two.start(group), two.end(group)));
        boolean year = two.group(group).toLowerCase(Locale.ROOT).contains("year");
        int its = group == 1 ? months : 4;
        if (!year && two.group(its) != null) {
          parts.add(source.subSequence(two.start(its), two.end(its)));
        }
        parts.add(source.subSequence(two.start(5), two.end(5)));
        spans.add(SourceText.join(parts));
      }
      return spans;
    }

    private static List<String> words(List<SourceText> texts) {
      return texts.stream().map(SourceText::text).toList();
    }

    private static List<Place> places(Matcher found) {
      List<Place> places = new ArrayList<>();
      while (found.find()) {
        places.add(new Place(found.start(), found.end()));
      }
      return places;
    }

    /** The last places that touch one another and the years, but for a note in brackets. */
    private static List<Place> adjacent(String text, List<Place> places, int to) {
      List<Place> kept = new ArrayList<>();
      int next = to;
      for (int i = places.size() - 1; i >= 0; i--) {
        String gap = text.substring(places.get(i).to(), next);
        if (!BETWEEN_HEADS.matcher(gap).matches()) {
          break;
        }
        kept.add(0, places.get(i));
        next = places.get(i).from();
      }
      return kept;
    }
  }

  /**
   * A table and the character after it.
   *
   * @param table the table
   * @param to where the paragraph goes on
   */
  private record Made(Table table, int to) {}

  private static Optional<Made> table(SourceText source, Part part, int end) {
    int columns = part.columns().size();
    List<Table.Row> rows = new ArrayList<>();
    if (!part.spans().isEmpty()) {
      rows.add(heads(part.spans(), columns));
    }
    rows.add(heads(part.columns(), columns));
    Body body = new Body(source, columns);
    body.read(part.to(), end);
    rows.addAll(body.rows);
    return body.isTable() ? Optional.of(new Made(new Table(rows), body.done)) : Optional.empty();
  }

  /** The rows below the heads, as far as they go. */
  private static final class Body {

    private final SourceText source;
    private final String text;
    private final int columns;
    private final List<Table.Row> rows = new ArrayList<>();
    private final List<Table.Row> labels = new ArrayList<>();
    private int whole;
    private int broken;
    private boolean grouped;
    private int done;

    Body(SourceText source, int columns) {
      this.source = source;
      this.text = source.text();
      this.columns = columns;
    }

    /** Whether there is enough in order to believe the columns. */
    boolean isTable() {
      return whole >= WHOLE_ROWS_MIN && whole >= broken && grouped;
    }

    void read(int from, int end) {
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
      String figures = text.substring(from, to);
      Optional<List<GluedFigures.Place>> cut = GluedFigures.cut(figures, columns);
      if (cut.isEmpty()) {
        labels.add(new Table.Row(cells));
        return to;
      }
      for (int i = 0; i < columns; i++) {
        GluedFigures.Place at = cut.get().get(i);
        SourceText figure = source.subSequence(from + at.from(), from + at.to());
        cells.add(new Table.Cell(figure, 1 + i, 1, false));
      }
      broken += labels.size();
      rows.addAll(labels);
      labels.clear();
      rows.add(new Table.Row(cells));
      whole++;
      grouped |= figures.indexOf(',') > 0;
      done = to;
      return to;
    }

    /** The end of the figures: a bracket or a currency mark at the end belongs to what follows. */
    private int figuresEnd(Matcher run) {
      int to = run.end();
      while (to > run.start() + 1 && "($ ".indexOf(text.charAt(to - 1)) >= 0) {
        to--;
      }
      return to;
    }
  }

  private static Table.Row heads(List<SourceText> heads, int columns) {
    int width = columns / heads.size();
    List<Table.Cell> cells = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      cells.add(new Table.Cell(FlatHeads.unglued(heads.get(i)), 1 + i * width, width, false));
    }
    return new Table.Row(cells);
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

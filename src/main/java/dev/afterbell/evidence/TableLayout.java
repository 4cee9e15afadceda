package dev.afterbell.evidence;

import dev.afterbell.evidence.TableGrid.Entry;
import dev.afterbell.evidence.TableGrid.Line;
import dev.afterbell.filing.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which rows of a table are headers, and what stands over each column of figures. A table that
 * starts anew below other headers is read as several parts.
 */
final class TableLayout {

  private static final CuePatterns CUES = CuePatterns.of("table-cues.tsv");

  /** More columns of figures than any statement has. */
  private static final int COLUMNS_MAX = 40;

  private static final Pattern HEADING_WORDS = CUES.get("heading-words");
  private static final Pattern PERIOD_WORDS = CUES.get("period-words");

  private TableLayout() {}

  /**
   * One part of a table under its own headers.
   *
   * @param headers for each column of figures, the header texts that stand over it alone or over
   *     some columns, from top to bottom
   * @param captions texts that stand over all columns, and over the labels
   * @param rows the rows below
   */
  record Part(List<String> headers, List<String> captions, List<Row> rows) {}

  /**
   * A row below the headers.
   *
   * @param label of the row
   * @param entries one for each column; empty where the row has nothing there
   */
  record Row(String label, List<Optional<Entry>> entries) {

    boolean section() {
      return entries.stream().noneMatch(Optional::isPresent);
    }

    /** The figure in column {@code i}. */
    Optional<Figure> figure(int i) {
      return entries.get(i).flatMap(Entry::figure);
    }
  }

  private record Interval(int from, int to) {
    boolean overlaps(int a, int b) {
      return a < to && from < b;
    }
  }

  private record Header(String text, int from, int to) {}

  /** The parts of {@code table}, in order; none when it has no figures. */
  static List<Part> parts(Table table) {
    return parts(table, List.of());
  }

  /**
   * The parts of {@code table}; when it has no header of its own, the lines before it are tried.
   *
   * @param before lines before the table, nearest first
   */
  static List<Part> parts(Table table, List<String> before) {
    List<Line> lines = TableGrid.lines(table);
    List<Part> parts = new ArrayList<>();
    List<Line> headers = new ArrayList<>();
    List<Line> rows = new ArrayList<>();
    for (Line line : lines) {
      boolean begun = rows.stream().anyMatch(Line::hasFigures);
      if (header(line, begun)) {
        if (begun) {
          part(headers, rows, parts.isEmpty() ? before : List.of()).ifPresent(parts::add);
          headers = new ArrayList<>();
          rows = new ArrayList<>();
        }
        headers.add(line);
      } else {
        rows.add(line);
      }
    }
    part(headers, rows, parts.isEmpty() ? before : List.of()).ifPresent(parts::add);
    return inheriting(parts);
  }

  /** A part whose headers name no columns is read under the headers before it. */
  private static List<Part> inheriting(List<Part> parts) {
    List<Part> result = new ArrayList<>();
    for (Part p : parts) {
      boolean bare = p.headers().stream().allMatch(String::isBlank);
      if (bare && !result.isEmpty()) {
        Part before = result.get(result.size() - 1);
        if (before.headers().size() == p.headers().size()) {
          List<String> captions = new ArrayList<>(before.captions());
          captions.addAll(p.captions());
          result.add(new Part(before.headers(), captions, p.rows()));
          continue;
        }
      }
      result.add(p);
    }
    return result;
  }

  private static boolean header(Line line, boolean begun) {
    boolean years = line.onlyYears();
    if (years) {
      return line.label().isEmpty()
          || HEADING_WORDS.matcher(line.label()).matches()
          || MetricNames.shipped().read(line.label()).isEmpty();
    }
    boolean named =
        line.label().isEmpty()
            && line.texts().stream().anyMatch(c -> PERIOD_WORDS.matcher(c.text().text()).matches());
    if (!line.entries().isEmpty()) {
      return named && line.entries().size() <= line.texts().size();
    }
    if (line.texts().isEmpty()) {
      boolean period =
          PERIOD_WORDS.matcher(line.label()).matches()
              && line.labelColumn() > 0
              && !line.label().isEmpty();
      return begun ? period && !PeriodReader.read(line.label()).empty() && short_(line) : true;
    }
    List<String> texts = line.texts().stream().map(c -> c.text().text()).toList();
    return begun ? texts.stream().anyMatch(t -> PERIOD_WORDS.matcher(t).matches()) : true;
  }

  private static boolean short_(Line line) {
    return line.label().length() <= 60;
  }

  private static Optional<Part> part(List<Line> headerLines, List<Line> rows, List<String> before) {
    List<Interval> columns = columns(rows);
    if (columns.isEmpty() || columns.size() > COLUMNS_MAX) {
      return Optional.empty();
    }
    int left = columns.get(0).from();
    List<String> captions = new ArrayList<>();
    String[] over = new String[columns.size()];
    Arrays.fill(over, "");
    List<Line> heads = new ArrayList<>(headerLines);
    List<Line> sections = sections(heads, left);
    for (Line line : heads) {
      List<Header> cells = headers(line, left, captions);
      place(cells, columns, over, captions);
    }
    if (Arrays.stream(over).allMatch(String::isEmpty)) {
      fromLines(before, over);
    }
    List<Row> placed = new ArrayList<>();
    for (Line line : sections) {
      placed.add(row(line, columns));
    }
    for (Line line : rows) {
      placed.add(row(line, columns));
    }
    return Optional.of(new Part(List.of(over), captions, placed));
  }

  /** Takes the labels that stand alone right above the first figures: they head a section. */
  private static List<Line> sections(List<Line> heads, int left) {
    List<Line> sections = new ArrayList<>();
    while (!heads.isEmpty()) {
      Line last = heads.get(heads.size() - 1);
      boolean label =
          last.entries().isEmpty()
              && last.texts().isEmpty()
              && !last.label().isEmpty()
              && last.labelEnd() <= left
              && PeriodReader.read(last.label()).empty()
              && TableUnits.read(last.label()).power().isEmpty();
      if (!label) {
        break;
      }
      sections.add(0, heads.remove(heads.size() - 1));
    }
    return sections;
  }

  private static List<Header> headers(Line line, int left, List<String> captions) {
    List<Header> cells = new ArrayList<>();
    if (!line.label().isEmpty()) {
      boolean spans = line.labelColumn() == 0 && line.labelEnd() > left;
      if (spans || line.labelEnd() <= left || line.labelColumn() == 0) {
        captions.add(line.label());
      } else {
        cells.add(new Header(line.label(), line.labelColumn(), line.labelEnd()));
      }
    }
    for (Entry e : line.entries()) {
      cells.add(new Header(e.cell().text(), e.column(), e.columnEnd()));
    }
    for (Table.Cell c : line.texts()) {
      cells.add(new Header(c.text().text(), c.column(), c.columnEnd()));
    }
    cells.sort(java.util.Comparator.comparingInt(Header::from));
    return cells;
  }

  private static void place(
      List<Header> unsplit, List<Interval> columns, String[] over, List<String> captions) {
    if (unsplit.isEmpty()) {
      return;
    }
    int n = columns.size();
    List<Header> cells = split(unsplit, columns);
    int k = cells.size();
    if (k == 1 && n > 1 && covers(cells.get(0), columns) != 1) {
      captions.add(cells.get(0).text());
      if (coversAll(cells.get(0), columns) || covers(cells.get(0), columns) == 0) {
        return;
      }
    }
    if (k == 1 && n > 1 && covers(cells.get(0), columns) == 1) {
      PeriodRef ref = PeriodReader.read(cells.get(0).text());
      if (!ref.empty() && ref.end().isEmpty() && ref.year().isEmpty()) {
        captions.add(cells.get(0).text()); // centred over all columns, though it touches one
        return;
      }
    }
    int[] owner = byOverlap(cells, columns);
    boolean everyColumn = Arrays.stream(owner).allMatch(o -> o >= 0);
    boolean everyCell = Arrays.stream(owner).filter(o -> o >= 0).distinct().count() == k;
    if (!(everyColumn && everyCell) && n % k == 0 && k > 1) {
      boolean overlapDisagrees = !everyCell || k == n;
      if (overlapDisagrees) {
        for (int i = 0; i < n; i++) {
          owner[i] = i / (n / k);
        }
      } else {
        spread(owner, n / k, k);
      }
    }
    for (int i = 0; i < n; i++) {
      if (owner[i] >= 0) {
        over[i] =
            over[i].isEmpty()
                ? cells.get(owner[i]).text()
                : over[i] + " " + cells.get(owner[i]).text();
      }
    }
  }

  private static final Pattern SPANS = CUES.get("spans");
  private static final int LINES_BEFORE = 4;

  /** Headers that were left above the table as lines of words. */
  private static void fromLines(List<String> before, String[] over) {
    for (int i = Math.min(LINES_BEFORE, before.size()) - 1; i >= 0; i--) {
      List<String> pieces = linePieces(before.get(i));
      int n = over.length;
      if (pieces.size() > 1 && n % pieces.size() == 0) {
        for (int c = 0; c < n; c++) {
          String piece = pieces.get(c / (n / pieces.size()));
          over[c] = over[c].isEmpty() ? piece : over[c] + " " + piece;
        }
      }
    }
  }

  private static List<String> linePieces(String line) {
    List<String> dates = pieces(line);
    if (!dates.isEmpty()) {
      return dates;
    }
    List<String> spans = new ArrayList<>();
    java.util.regex.Matcher m = SPANS.matcher(line);
    int at = 0;
    while (m.find()) {
      if (!line.substring(at, m.start()).isBlank()) {
        return List.of();
      }
      spans.add(m.group());
      at = m.end();
    }
    return line.substring(at).isBlank() ? spans : List.of();
  }

  /** Gives columns without a header that of their group, if the groups are even. */
  private static void spread(int[] owner, int group, int cells) {
    for (int c = 0; c < cells; c++) {
      for (int i = c * group; i < (c + 1) * group; i++) {
        if (owner[i] >= 0 && owner[i] != c) {
          return;
        }
      }
    }
    for (int i = 0; i < owner.length; i++) {
      owner[i] = i / group;
    }
  }

  /** One cell that holds a date or a year for each of the columns below it is as many cells. */
  private static List<Header> split(List<Header> cells, List<Interval> columns) {
    List<Header> result = new ArrayList<>();
    for (Header cell : cells) {
      List<Interval> below =
          columns.stream().filter(c -> c.overlaps(cell.from(), cell.to())).toList();
      List<String> pieces = pieces(cell.text());
      if (pieces.size() > 1 && pieces.size() == below.size()) {
        for (int i = 0; i < pieces.size(); i++) {
          result.add(new Header(pieces.get(i), below.get(i).from(), below.get(i).to()));
        }
      } else {
        result.add(cell);
      }
    }
    return result;
  }

  private static final Pattern YEARS = CUES.get("years");

  private static List<String> pieces(String text) {
    if (YEARS.matcher(text.strip()).matches()) {
      return List.of(text.strip().split(" +"));
    }
    String folded = PeriodReader.fold(text);
    List<PeriodReader.Dated> dates = PeriodReader.dates(folded);
    if (dates.size() < 2) {
      return List.of();
    }
    List<String> pieces = new ArrayList<>();
    int at = 0;
    for (PeriodReader.Dated d : dates) {
      pieces.add(text.substring(at, d.to()).strip());
      at = d.to();
    }
    return text.substring(at).replace(",", "").isBlank() ? pieces : List.of();
  }

  private static int covers(Header cell, List<Interval> columns) {
    return (int) columns.stream().filter(c -> c.overlaps(cell.from(), cell.to())).count();
  }

  private static boolean coversAll(Header cell, List<Interval> columns) {
    return covers(cell, columns) == columns.size();
  }

  private static int[] byOverlap(List<Header> cells, List<Interval> columns) {
    int[] owner = new int[columns.size()];
    for (int i = 0; i < owner.length; i++) {
      owner[i] = -1;
      int best = 0;
      for (int c = 0; c < cells.size(); c++) {
        int shared =
            Math.min(columns.get(i).to(), cells.get(c).to())
                - Math.max(columns.get(i).from(), cells.get(c).from());
        if (shared > best) {
          best = shared;
          owner[i] = c;
        }
      }
    }
    return owner;
  }

  /** The columns of figures: where the rows of the commonest number of figures have theirs. */
  private static List<Interval> columns(List<Line> rows) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (Line line : rows) {
      if (line.hasFigures()) {
        counts.merge(line.entries().size(), 1, Integer::sum);
      }
    }
    int n = 0;
    int most = 0;
    for (Map.Entry<Integer, Integer> e : counts.entrySet()) {
      if (e.getValue() >= most) {
        most = e.getValue();
        n = e.getKey();
      }
    }
    List<Interval> columns = new ArrayList<>();
    for (Line line : rows) {
      if (line.entries().size() == n && line.hasFigures()) {
        merge(columns, line);
      }
    }
    return columns;
  }

  private static void merge(List<Interval> columns, Line line) {
    for (int i = 0; i < line.entries().size(); i++) {
      Entry e = line.entries().get(i);
      if (columns.size() <= i) {
        columns.add(new Interval(e.column(), e.columnEnd()));
      } else {
        Interval c = columns.get(i);
        int from = Math.min(c.from(), e.column());
        int to = Math.max(c.to(), e.columnEnd());
        boolean clear =
            (i == 0 || columns.get(i - 1).to() <= from)
                && (i + 1 >= columns.size() || to <= columns.get(i + 1).from());
        if (clear) {
          columns.set(i, new Interval(from, to));
        }
      }
    }
  }

  private static Row row(Line line, List<Interval> columns) {
    List<Optional<Entry>> placed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      placed.add(Optional.empty());
    }
    if (line.entries().size() == columns.size()) {
      for (int i = 0; i < columns.size(); i++) {
        placed.set(i, Optional.of(line.entries().get(i)));
      }
      return new Row(line.label(), placed);
    }
    for (Entry e : line.entries()) {
      int best = nearest(e, columns);
      if (placed.get(best).isEmpty()) {
        placed.set(best, Optional.of(e));
      }
    }
    return new Row(line.label(), placed);
  }

  private static int nearest(Entry e, List<Interval> columns) {
    int best = 0;
    long bestDistance = Long.MAX_VALUE;
    for (int i = 0; i < columns.size(); i++) {
      Interval c = columns.get(i);
      long distance =
          c.overlaps(e.column(), e.columnEnd())
              ? -Math.min(c.to(), e.columnEnd()) + Math.max(c.from(), e.column())
              : Math.abs((long) c.to() - e.columnEnd());
      if (distance < bestDistance) {
        bestDistance = distance;
        best = i;
      }
    }
    return best;
  }

  /** Lower case, for the patterns over headers. */
  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

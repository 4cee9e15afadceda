package dev.afterbell.evidence;

import dev.afterbell.evidence.FigureColumns.Interval;
import dev.afterbell.evidence.TableGrid.Entry;
import dev.afterbell.evidence.TableGrid.Line;
import dev.afterbell.filing.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows what stands over each column of figures: header cells by where they overlap, by even groups
 * where they do not, and lines above the table where it has no headers.
 */
final class ColumnHeaders {

  private static final CuePatterns CUES = TableFacts.CUES;
  private static final Pattern SPANS = CUES.get("spans");
  static final Pattern NOTES_BEFORE = CUES.get("notes-before");
  private static final Pattern YEARS = CUES.get("years");
  private static final Pattern PERIOD_LABELS = CUES.get("period-labels");
  private static final Pattern ENDED = Pattern.compile("(?i)end(?:ed|ing),?");
  private static final int LINES_BEFORE = 4;

  /** A text over the grid columns from {@code from} to before {@code to}. */
  record Header(String text, int from, int to) {}

  private final List<Interval> columns;
  private final int left;
  private final String[] over;
  private int group;
  private final List<String> captions = new ArrayList<>();

  private ColumnHeaders(List<Interval> columns) {
    this.columns = columns;
    this.left = columns.get(0).from();
    this.over = new String[columns.size()];
    Arrays.fill(over, "");
  }

  /**
   * Reads header lines from top to bottom.
   *
   * @param columns the columns of figures, at least one
   * @param lines the header lines
   * @param before lines before the table, nearest first; tried when {@code lines} name no column
   */
  static ColumnHeaders of(List<Interval> columns, List<Line> lines, List<String> before) {
    ColumnHeaders headers = new ColumnHeaders(columns);
    headers.group = headers.repeated(lines);
    for (Line line : lines) {
      headers.caption(line).ifPresent(headers.captions::add);
      headers.place(headers.cells(line));
    }
    if (Arrays.stream(headers.over).allMatch(String::isEmpty)) {
      headers.fromLines(before);
    }
    return headers;
  }

  /** The text over each column, empty where there is none. */
  List<String> texts() {
    return List.of(over);
  }

  /** The texts that stand over all columns, and over the labels. */
  List<String> captions() {
    return captions;
  }

  /** The label of a line that stands over the labels, or over everything. */
  private Optional<String> caption(Line line) {
    boolean caption = line.labelEnd() <= left || line.labelColumn() == 0;
    return Optional.of(line.label()).filter(l -> !l.isEmpty() && caption);
  }

  private List<Header> cells(Line line) {
    List<Header> cells = new ArrayList<>();
    if (!line.label().isEmpty() && caption(line).isEmpty()) {
      cells.add(new Header(line.label(), line.labelColumn(), line.labelEnd()));
    }
    for (Entry e : line.entries()) {
      cells.add(new Header(e.cell().text(), e.column(), e.columnEnd()));
    }
    for (Table.Cell c : line.texts()) {
      cells.add(new Header(c.text().text(), c.column(), c.columnEnd()));
    }
    cells.sort(java.util.Comparator.comparingInt(Header::from));
    return joined(cells);
  }

  /** The cells with "ended" that was set apart from its "Half year" joined to it again. */
  private static List<Header> joined(List<Header> cells) {
    List<Header> joined = new ArrayList<>();
    for (Header cell : cells) {
      Header before = joined.isEmpty() ? cell : joined.get(joined.size() - 1);
      if (ended(cell) && !ended(before)) {
        joined.remove(joined.size() - 1);
        joined.add(new Header(before.text() + " " + cell.text(), before.from(), cell.to()));
      } else {
        joined.add(cell);
      }
    }
    return joined;
  }

  private static boolean ended(Header cell) {
    return ENDED.matcher(cell.text().strip()).matches();
  }

  /**
   * How many columns the headers over groups have each, where a line of years or dates says the
   * same over one group as over the next: two for {@code 2024 2023 2024 2023}; else none.
   */
  private int repeated(List<Line> lines) {
    int n = columns.size();
    for (Line line : lines) {
      List<Header> cells = split(cells(line), columns);
      for (int g = 2; cells.size() == n && g <= n / 2; g++) {
        if (n % g == 0 && repeats(cells, g)) {
          return g;
        }
      }
    }
    return 0;
  }

  private static boolean repeats(List<Header> cells, int group) {
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i).text();
      boolean first = i < group;
      boolean told =
          first
              ? cells.subList(0, i).stream().noneMatch(c -> c.text().equals(text))
                  && PeriodReader.read(text).hasTime()
              : text.equals(cells.get(i % group).text());
      if (!told) {
        return false;
      }
    }
    return true;
  }

  private void place(List<Header> unsplit) {
    if (unsplit.isEmpty()) {
      return;
    }
    List<Header> cells = split(unsplit, columns);
    if (cells.size() == 1 && columns.size() > 1 && caption(cells.get(0))) {
      return;
    }
    int[] owner = HeaderOwners.of(cells, columns, group);
    for (int i = 0; i < owner.length; i++) {
      if (owner[i] >= 0) {
        append(i, cells.get(owner[i]).text());
      }
    }
  }

  private void append(int column, String header) {
    String text = NOTES_BEFORE.matcher(header).replaceFirst("");
    over[column] = over[column].isEmpty() ? text : over[column] + " " + text;
  }

  /** Whether the only header of a line stands over all columns; it is a caption then. */
  private boolean caption(Header cell) {
    int covered = covers(cell);
    if (covered != 1) {
      captions.add(cell.text());
      return covered == columns.size() || covered == 0;
    }
    PeriodRef ref = PeriodReader.read(cell.text());
    if (!ref.empty() && ref.end().isEmpty() && ref.year().isEmpty()) {
      captions.add(cell.text()); // centred over all columns, though it touches one
      return true;
    }
    return false;
  }

  /** Headers that were left above the table as lines of words. */
  private void fromLines(List<String> before) {
    for (int i = Math.min(LINES_BEFORE, before.size()) - 1; i >= 0; i--) {
      List<String> pieces = linePieces(before.get(i));
      int n = over.length;
      if (pieces.size() > 1 && n % pieces.size() == 0) {
        for (int c = 0; c < n; c++) {
          append(c, pieces.get(c / (n / pieces.size())));
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
    Matcher m = SPANS.matcher(line);
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

  /**
   * One cell that holds a date or a year for each column, or group of columns, below it is many.
   */
  private static List<Header> split(List<Header> cells, List<Interval> columns) {
    List<Header> result = new ArrayList<>();
    for (Header cell : cells) {
      List<Interval> below =
          columns.stream().filter(c -> c.overlaps(cell.from(), cell.to())).toList();
      List<String> pieces = pieces(cell.text());
      if (pieces.size() > 1 && !below.isEmpty() && below.size() % pieces.size() == 0) {
        int each = below.size() / pieces.size();
        for (int i = 0; i < pieces.size(); i++) {
          int last = (i + 1) * each - 1;
          result.add(new Header(pieces.get(i), below.get(i * each).from(), below.get(last).to()));
        }
      } else {
        result.add(cell);
      }
    }
    return result;
  }

  private static List<String> pieces(String text) {
    if (YEARS.matcher(text.strip()).matches()) {
      return List.of(text.strip().split(" +"));
    }
    if (PERIOD_LABELS.matcher(text.strip()).matches()) {
      return List.of(text.strip().split(" +(?=[QqHhFf]|\\d{1,2}[QqHhMm])"));
    }
    List<Dated> dates = Wording.of(text).dates();
    if (dates.size() < 2) {
      return List.of();
    }
    List<String> pieces = new ArrayList<>();
    int at = 0;
    for (Dated d : dates) {
      pieces.add(text.substring(at, d.to()).strip());
      at = d.to();
    }
    return text.substring(at).replace(",", "").isBlank() ? pieces : List.of();
  }

  private int covers(Header cell) {
    return (int) columns.stream().filter(c -> c.overlaps(cell.from(), cell.to())).count();
  }
}
